package records

import (
	"testing"

	"talks/catalog/parse/parsetest"
)

// twoLabelled has most of what lines with labels may have.
const twoLabelled = "Title: A: b\nSpeaker: Ada Example, Bob Sample\nAbstract: x\n\ny: z\n\nNote: it goes on\n\n-----\n\nTitle: C\nSpeaker: Eve\nAbstract:\n\nx\n"

func TestLabels(t *testing.T) {
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"a mail", twoLabelled, []string{` A: b @Ada Example @Bob Sample abstract:x//y: z//Note: it goes on`, ` C @Eve abstract:x`}},
		{"in bold", "**Speaker:** Ada\n**Title:** A\n**Abstract:** x\nand more\n\n**Speaker:** Bob\n**Title:** B\n**Abstract:** y\n", []string{` A @Ada abstract:x/and more`, ` B @Bob abstract:y`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if !IsLabels([]byte(test.doc)) {
				t.Error("not taken for lines with labels")
			}
			doc := parsetest.Document(ParseLabels, test.doc)
			parsetest.Sound(t, &doc)
			parsetest.Same(t, parsetest.Told(&doc), test.want)
		})
	}
	for _, other := range []string{"Title: A\nSpeaker: Ada\nAbstract: x\n", "Rust: a title\n\nAn abstract.\n", "From: a@example.org\nSubject: x\n\ny\n", "title: a\nversion: 1\n"} {
		if IsLabels([]byte(other)) {
			t.Errorf("%q was taken for lines with labels", other)
		}
	}
}

func TestTruncatedLabels(t *testing.T) {
	for n := range twoLabelled {
		doc := parsetest.Document(ParseLabels, twoLabelled[:n])
		parsetest.Sound(t, &doc)
	}
}

func FuzzLabels(f *testing.F) {
	f.Add(twoLabelled)
	parsetest.Fuzz(f, ParseLabels)
}
