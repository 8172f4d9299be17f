package parse

import (
	"strings"
	"testing"
)

// TestMost holds how many talks and problems of one document are kept.
func TestMost(t *testing.T) {
	event, entry := "<event><title>A</title></event>", `{"title":"A","abstract":"x"},`
	for name, test := range map[string]struct{ doc, last string }{
		"xml":   {"<schedule>" + strings.Repeat(event, maxTalks+2) + "</schedule>", "f:1: more than 100000 talks, the rest is left out"},
		"json":  {"[" + strings.Repeat(entry, maxTalks+2), "f:1: more than 100000 talks, the rest is left out"},
		"empty": {"<schedule>" + event + strings.Repeat("<event/>", maxTalks+2), "f:1: and 99949 more like this, not listed"},
		"ical":  {"BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\n", maxTalks+2), "f:300002: more than 100000 talks, the rest is left out"},
		"notes": {strings.Repeat("# A\n\nb\n\n", maxTalks+2), "f:400001: more than 100000 talks, the rest is left out"},
		"text":  {strings.Repeat("A\n\nb\n\n\n", maxTalks+2), "f:6: and 99950 more like this, not listed"},
	} {
		t.Run(name, func(t *testing.T) {
			doc := Document("f", []byte(test.doc))
			if want := maxTalks; len(doc.Talks) != want && name != "empty" {
				t.Errorf("%d talks, want %d", len(doc.Talks), want)
			}
			if last := doc.Problems[len(doc.Problems)-1]; last.String() != test.last || len(doc.Problems) > maxAlike+3 {
				t.Errorf("%d problems, the last %v", len(doc.Problems), last)
			}
		})
	}
}

// TestMostMarkdown holds that hostile Markdown costs a bounded number of
// conversions, and that what is left as it is written is said.
func TestMostMarkdown(t *testing.T) {
	abstract := strings.Repeat("- *a* [b](c)\n", 200)
	doc := Document("f", []byte(strings.Repeat("# A\n\n"+abstract+"\n", 400)))
	first, last := doc.Talks[0].Abstract, doc.Talks[len(doc.Talks)-1].Abstract
	if !strings.HasPrefix(first, "- a b (c)\n") || !strings.HasPrefix(last, "- *a* [b](c)\n") {
		t.Errorf("the first abstract is %.40q, the last %.40q", first, last)
	}
	if len(doc.Problems) != 1 || !strings.HasPrefix(doc.Problems[0].What, "too much markdown, ") {
		t.Errorf("problems %v", doc.Problems)
	}
}

// TestMostEscapedTwice holds that a hostile text is read a second time in a
// bounded number of pieces.
func TestMostEscapedTwice(t *testing.T) {
	got := new(proser).prose(strings.Repeat("<p>a&lt;/p></p>", maxTwice+1))
	if want := strings.Repeat("a\n\n", maxTwice) + "a</p>"; got != want {
		t.Errorf("it ends with %q, want %q", got[max(0, len(got)-20):], want[len(want)-20:])
	}
}

// TestLongSeedText holds what is kept of a title and an abstract.
func TestLongSeedText(t *testing.T) {
	long := strings.Repeat("ä ", maxAbstract/3+10)
	for name, test := range map[string]struct {
		doc             string
		title, abstract int // most bytes
		problems        int
	}{
		"a title":    {long + "\n\nb\n", maxLine, 1, 2},
		"a text":     {"A\n\n" + long, 1, maxAbstract, 1},
		"many lines": {"A\n\n" + strings.Repeat("word\n", maxAbstract/4), 1, maxAbstract, 1},
	} {
		t.Run(name, func(t *testing.T) {
			doc := Document("f", []byte(test.doc))
			if len(doc.Talks) != 1 {
				t.Fatalf("%d talks, problems %v", len(doc.Talks), doc.Problems)
			}
			title, abstract := len(doc.Talks[0].Title), len(doc.Talks[0].Abstract)
			if title > test.title || title < test.title*9/10 || abstract > test.abstract || abstract < test.abstract*9/10 {
				t.Errorf("a title of %d bytes, an abstract of %d", title, abstract)
			}
			if len(doc.Problems) != test.problems {
				t.Errorf("problems %v", doc.Problems)
			}
		})
	}
}

// TestLongText holds that what is kept of a text has a limit.
func TestLongText(t *testing.T) {
	long := strings.Repeat("ä ", 1<<20)
	for name, doc := range map[string]string{
		"xml":  "<schedule><event><title>" + long + "</title><abstract>" + long + "</abstract></event></schedule>",
		"json": `[{"title":"` + long + `","abstract":"` + long + `"}]`,
		"ical": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + long + "\nDESCRIPTION:" + long + "\nEND:VEVENT\n",
		"note": "# " + long + "\n\n" + long,
	} {
		t.Run(name, func(t *testing.T) {
			got := Document(name, []byte(doc))
			if len(got.Talks) != 1 || len(got.Talks[0].Title) > maxLine || len(got.Talks[0].Abstract) > maxText {
				t.Fatalf("%d talks, a title of %d bytes", len(got.Talks), len(got.Talks[0].Title))
			}
			if len(got.Problems) != 2 {
				t.Errorf("problems %v", got.Problems)
			}
		})
	}
}
