package parse

import (
	"fmt"
	"strings"
	"testing"

	"talks/catalog/parse/draft"
)

// TestMost holds how many talks and problems of one document are kept.
func TestMost(t *testing.T) {
	event, entry := "<event><title>A</title></event>", `{"title":"A","abstract":"x"},`
	for name, test := range map[string]struct{ doc, last string }{
		"xml":   {"<schedule>" + strings.Repeat(event, draft.MaxTalks+2) + "</schedule>", "f:1: more than 100000 talks, the rest is left out"},
		"slots": {"<event><subevent>" + strings.Repeat("<timeslot><title>A</title></timeslot>", draft.MaxTalks+9) + "</subevent></event>", "f:1: more than 100000 talks, the rest is left out"},
		"json":  {"[" + strings.Repeat(entry, draft.MaxTalks+2), "f:1: more than 100000 talks, the rest is left out"},
		"empty": {"<schedule>" + event + strings.Repeat("<event/>", draft.MaxTalks+2), "f:1: and 99949 more like this, not listed"},
		"ical":  {"BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\n", draft.MaxTalks+2), "f:300002: more than 100000 talks, the rest is left out"},
		"notes": {strings.Repeat("# A\n\nB\n\n", draft.MaxTalks+2), "f:400001: more than 100000 talks, the rest is left out"},
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

// TestMostLinks holds that links beyond the most are told.
func TestMostLinks(t *testing.T) {
	xml, json, ical := "", "", ""
	for i := range draft.MaxLinks + 1 {
		url := fmt.Sprintf("https://example.org/%d", i)
		xml += "<link href='" + url + "'/>"
		json += `, {"url": "` + url + `"}`
		ical += "URL:" + url + "\n"
	}
	for name, doc := range map[string]string{
		"xml":  "<schedule><event><title>A</title><links>" + xml + "</links></event></schedule>",
		"json": `[{"title": "A", "speakers": ["Ada"], "links": [` + json[1:] + `]}]`,
		"ical": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\n" + ical + "END:VEVENT\nEND:VCALENDAR\n",
	} {
		doc := Document("f", []byte(doc))
		if len(doc.Talks) != 1 || len(doc.Talks[0].Links) != draft.MaxLinks {
			t.Errorf("%s: %d talks", name, len(doc.Talks))
		}
		if len(doc.Problems) != 1 || doc.Problems[0].What != "more than 100 links, the rest is left out" {
			t.Errorf("%s: problems %v", name, doc.Problems)
		}
	}
}

// TestTooMuchMarkup holds that a text which would take too long is shown as it
// is written, and that this is said.
func TestTooMuchMarkup(t *testing.T) {
	for name, abstract := range map[string]string{
		"markdown": strings.Repeat("[a](", 1000), "lists": strings.Repeat("- ", 1000) + "a", "html": "<p>" + strings.Repeat("<div>", 1000) + "</p>",
	} {
		doc := Document("f", []byte("# A\nby Ada\n\n"+abstract+"\n"))
		if len(doc.Talks) != 1 || doc.Talks[0].Abstract != abstract {
			t.Errorf("%s: %d talks, the abstract is %.40q", name, len(doc.Talks), doc.Talks[0].Abstract)
		}
		if len(doc.Problems) != 1 || doc.Problems[0].What != "too much markup, 1 text shown as written" {
			t.Errorf("%s: problems %v", name, doc.Problems)
		}
	}
}

// TestLongText holds that what is kept of a text has a limit.
func TestLongText(t *testing.T) {
	long := strings.Repeat("ä ", 1<<20)
	for name, doc := range map[string]string{
		"xml":  "<schedule><event><title>" + long + "</title><abstract>" + long + "</abstract></event></schedule>",
		"json": `[{"title":"` + long + `","abstract":"` + long + `"}]`,
		"ical": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + long + "\nDESCRIPTION:" + long + "\nEND:VEVENT\nEND:VCALENDAR\n",
		"note": "# " + long + "\nby Ada\n\n" + long,
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
