package parse

import (
	"strings"
	"testing"

	"talks/catalog/parse/draft"
)

// TestMost holds how many talks and problems of one document are kept.
func TestMost(t *testing.T) {
	event, entry := "<event><title>A</title></event>", `{"title":"A","abstract":"x"},`
	for name, test := range map[string]struct{ doc, last string }{
		"xml":   {"<schedule>" + strings.Repeat(event, draft.MaxTalks+2) + "</schedule>", "f:1: more than 100000 talks, the rest is left out"},
		"json":  {"[" + strings.Repeat(entry, draft.MaxTalks+2), "f:1: more than 100000 talks, the rest is left out"},
		"empty": {"<schedule>" + event + strings.Repeat("<event/>", draft.MaxTalks+2), "f:1: and 99949 more like this, not listed"},
		"ical":  {"BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\n", draft.MaxTalks+2), "f:300002: more than 100000 talks, the rest is left out"},
		"notes": {strings.Repeat("# A\n\nb\n\n", draft.MaxTalks+2), "f:400001: more than 100000 talks, the rest is left out"},
		"text":  {strings.Repeat("A\n\nb\n\n\n", draft.MaxTalks+2), "f:6: and 99950 more like this, not listed"},
	} {
		t.Run(name, func(t *testing.T) {
			doc := Document("f", []byte(test.doc))
			if want := draft.MaxTalks; len(doc.Talks) != want && name != "empty" {
				t.Errorf("%d talks, want %d", len(doc.Talks), want)
			}
			if last := doc.Problems[len(doc.Problems)-1]; last.String() != test.last || len(doc.Problems) > 50+3 {
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
			if len(got.Talks) != 1 || len(got.Talks[0].Title) > draft.MaxLine || len(got.Talks[0].Abstract) > draft.MaxText {
				t.Fatalf("%d talks, a title of %d bytes", len(got.Talks), len(got.Talks[0].Title))
			}
			if len(got.Problems) != 2 {
				t.Errorf("problems %v", got.Problems)
			}
		})
	}
}
