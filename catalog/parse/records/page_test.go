package records

import (
	"testing"

	"talks/catalog/parse/parsetest"
	"talks/catalog/parse/records/tree"
)

// pageOfTalk has most of what a page of a talk may have.
const pageOfTalk = "---\nlayout: talk\ntitle: \"A: b\"\nspeaker: [Ada Example, {name: Bob Sample}]\ndate: 2025-05-01 10:00\nslides: https://example.org/s\n---\n\nx\n\n- y\n\n---\n\nz\n"

// TestPages reads pages of sites, each a talk or none.
func TestPages(t *testing.T) {
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"jekyll", pageOfTalk, []string{` A: b @Ada Example @Bob Sample 2025-05-01T10:00 abstract:x//- y//z <Slides https://example.org/s 1>`}},
		{"hugo", "---\ntitle: A\nevent: Conf\nlocation: Bonn\nabstract: x\ndate: 2025-05-01\nauthors: [Ada Example]\n---\ny\n", []string{` A @Ada Example room:Bonn 2025-05-01 abstract:x description:y`}},
		{"toml", "+++\ntitle = \"A: b\"\ndate = 2025-05-01\n[extra]\nspeakers = [\"Ada Example\", 'Bob Sample']\nroom = \"Hall\"\n+++\n\nx\n", []string{` A: b @Ada Example @Bob Sample room:Hall 2025-05-01 abstract:x`}},
		{"a post in toml", "+++\ntitle = \"A\"\ndate = 2025-05-01\n+++\n\nx\n", []string{`: no talks found`}},
		{"a post", "---\ntitle: A\ndate: 2025-05-01\nauthor: Ada\ntags: [a]\ndescription: x\n---\n\ny\n", []string{`: no talks found`}},
		{"a manual", "---\ntitle: A\nsidebar_position: 2\n---\n\n# B\n\ny\n", []string{`: no talks found`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if !tree.IsPage([]byte(test.doc)) {
				t.Error("not taken for a page")
			}
			doc := parsetest.Document(ParsePage, test.doc)
			parsetest.Sound(t, &doc)
			parsetest.Same(t, parsetest.Told(&doc), test.want)
		})
	}
	if tree.IsPage([]byte("---\ntitle: A\nspeaker: Ada\n---\ntitle: B\nspeaker: Bob\n")) {
		t.Error("two documents of YAML were taken for a page")
	}
}

func TestTruncatedPage(t *testing.T) {
	for n := range pageOfTalk {
		doc := parsetest.Document(ParsePage, pageOfTalk[:n])
		parsetest.Sound(t, &doc)
	}
}

func FuzzPage(f *testing.F) {
	f.Add(pageOfTalk)
	parsetest.Fuzz(f, ParsePage)
}
