package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"talks/catalog"
)

// Of the talks check keeps what tells them from others, and none of their texts.
func TestCheckKeepsNoTexts(t *testing.T) {
	long := strings.Repeat("long ", 1000)
	talk := catalog.Talk{Title: "Mesh", Source: catalog.Source{File: "a"}, Abstract: long, Description: long, Speakers: []catalog.Person{{Name: "Ada", Biography: long}}}
	other := talk
	other.Abstract += "and other"
	kept := withoutTexts(catalog.Document{File: "a", Talks: []catalog.Talk{talk}}).Talks[0]
	if size := len(kept.Title + kept.Abstract + kept.Description); size > 100 || len(kept.Speakers) > 0 {
		t.Errorf("%d bytes are kept of %+v", size, kept)
	}
	var report bytes.Buffer
	err := check(func(yield func(catalog.Document, bool) bool) {
		for _, doc := range []catalog.Document{{File: "a", Talks: []catalog.Talk{talk}}, {File: "b", Talks: []catalog.Talk{other, talk}}} {
			if !yield(doc, false) {
				return
			}
		}
	}, &report)
	if got := report.String(); !errors.Is(err, exitCode(exitNothing)) || !strings.Contains(got, "b: 1 talk also in a, shown once") {
		t.Errorf("error %v, report %q", err, got)
	}
}
