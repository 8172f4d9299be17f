package catalog

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// document makes a document of talks written "id title", the hour of the
// start behind an "@", the room behind a "#".
func document(file, conference string, talks ...string) Document {
	doc := Document{File: file, Name: conference}
	for i, s := range talks {
		s, room, _ := strings.Cut(s, "#")
		s, hour, timed := strings.Cut(s, "@")
		id, title, _ := strings.Cut(s, " ")
		t := Talk{ID: strings.TrimPrefix(id, "-"), Title: title, Conference: conference, Source: Source{File: file, Line: i + 1}}
		t.Slot.Room = room
		if timed {
			var hours int
			fmt.Sscan(hour, &hours)
			t.Slot.Start = time.Date(2025, 2, 1, hours, 0, 0, 0, time.UTC)
		}
		doc.Talks = append(doc.Talks, t)
	}
	return doc
}

func ids(c *Catalog) []string {
	var list []string
	for _, t := range c.Talks {
		list = append(list, t.ID)
	}
	return list
}

func TestIDs(t *testing.T) {
	for _, test := range []struct {
		name string
		docs []Document
		want []string
	}{
		{"a slug of the title", []Document{document("f", "", "- What's new in Go 1.26?", "- 云原生 talk", "- !!!", "- ByteDance’s")},
			[]string{"whats-new-in-go-1-26", "云原生-talk", "talk", "bytedances"}},
		{"a slug is cut between words", []Document{document("f", "", "- "+strings.Repeat("word ", 20), "- "+strings.Repeat("w", 50))},
			[]string{"word-word-word-word-word-word-word-word", strings.Repeat("w", 40)}},
		{"the file's own", []Document{document("f", "", "42 A", "x-1 B")}, []string{"42", "x-1"}},
		{"taken in the file", []Document{document("f", "C 1", "7 A", "7 B", "7 C")}, []string{"7", "7-2", "7-3"}},
		{"taken by another file", []Document{document("f", "C 1", "7 A"), document("g", "C 2", "7 B", "7 C"), document("h", "", "7 D")},
			[]string{"7", "c-2-7", "7-2", "7-3"}},
		{"a slug that is taken", []Document{document("f", "", "- A", "- A")}, []string{"a", "a-2"}},
		{"a number that is taken", []Document{document("f", "", "- A 2", "- A", "- A", "- A 2", "- A")}, []string{"a-2", "a", "a-3", "a-2-2", "a-4"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := ids(gather(test.docs...)); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestDuplicates(t *testing.T) {
	const guid = "01234567-89ab-cdef-0123-456789abcdef"
	for _, test := range []struct {
		name string
		docs []Document
		want []string // titles
		what string   // the problem, if any
	}{
		{"same id, same conference", []Document{document("f", "C", "1 A@9", "2 B@10"), document("g", "C", "3 X@9", "1 A2@11")},
			[]string{"A2", "B", "X"}, "g:2: 1 talk also in f, shown once"},
		{"same id, another conference", []Document{document("f", "C", "1 A@9"), document("g", "D", "1 B@9")}, []string{"A", "B"}, ""},
		{"same id, no conference", []Document{document("f", "", "1 A"), document("g", "", "1 B")}, []string{"A", "B"}, ""},
		{"an id unique in the world", []Document{document("f", "C", guid+" A"), document("g", "", guid+" A")}, []string{"A"}, "g:1: 1 talk also in f, shown once"},
		{"same title and time", []Document{document("f", "C", "1 A b@9#R"), document("g", "", "- a  B@9")}, []string{"a  B"}, "g:1: 1 talk also in f, shown once"},
		{"same title and time in another room", []Document{document("f", "C", "1 Lunch@9#R"), document("g", "", "- Lunch@9#S")}, []string{"Lunch", "Lunch"}, ""},
		{"same title at another time", []Document{document("f", "C", "1 A@9"), document("g", "", "- A@10")}, []string{"A", "A"}, ""},
		{"in one file", []Document{document("f", "C", "1 A@9", "1 A@9", "1 A@9")}, []string{"A", "A", "A"}, ""},
		{"three files", []Document{document("f", "C", "1 A@9"), document("g", "C", "1 A@9"), document("h", "C", "1 A@9")}, []string{"A"}, "g:1: 1 talk also in f, shown once"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := gather(test.docs...)
			var titles []string
			for _, talk := range c.Talks {
				titles = append(titles, talk.Title)
			}
			if !slices.Equal(titles, test.want) {
				t.Errorf("got %q, want %q", titles, test.want)
			}
			what := ""
			if len(c.Problems) > 0 {
				what = c.Problems[0].String()
			}
			if what != test.what {
				t.Errorf("problems %v, want %q", c.Problems, test.what)
			}
		})
	}
}

// TestDuplicatesOfAnotherYear holds that a yearly talk with the same id is not one talk.
func TestDuplicatesOfAnotherYear(t *testing.T) {
	one, two := document("f", "C", "1 Welcome@9"), document("g", "C", "1 Welcome@9")
	two.Talks[0].Slot.Start = two.Talks[0].Slot.Start.AddDate(1, 0, 0)
	if c := gather(one, two); len(c.Talks) != 2 || c.Talks[1].ID != "c-1" {
		t.Errorf("got %q", ids(c))
	}
}

// TestDuplicateKeeps holds that the later state loses nothing that it does not say.
func TestDuplicateKeeps(t *testing.T) {
	one, two := document("f", "C", "1 A@9#R"), document("g", "", "- A@9")
	rich := &one.Talks[0]
	rich.Abstract, rich.Language, rich.Slides = "x", "en", true
	rich.Speakers = []Person{{Name: "Ada", Biography: "Wrote it."}}
	rich.Links = []Link{{URL: "u"}}
	rich.Slot.Duration = time.Hour
	two.Talks[0].Subtitle = "later"
	two.Talks[0].Speakers = []Person{{Name: "Ada"}, {Name: "Bob"}}
	got := *gather(one, two).Talks[0]
	if got.ID != "1" || got.Subtitle != "later" || got.Abstract != "x" || got.Language != "en" || !got.Slides || got.Conference != "C" ||
		got.Slot.Room != "R" || got.Slot.Duration != time.Hour || len(got.Links) != 1 || got.Source.File != "g" {
		t.Errorf("got %+v", got)
	}
	if want := []Person{{Name: "Ada", Biography: "Wrote it."}, {Name: "Bob"}}; !slices.Equal(got.Speakers, want) {
		t.Errorf("speakers %v", got.Speakers)
	}
}

// A calendar that names no days leaves a talk on the day that the schedule has
// it on, unless it was moved.
func TestDuplicateKeepsTheDay(t *testing.T) {
	schedule, calendar := document("a.xml", "Conf", "1 A@1", "2 B@2"), document("b.ics", "Conf", "1 A@1", "2 B@12")
	for i := range schedule.Talks {
		schedule.Talks[i].Slot.Day = time.Date(2025, 1, 31, 0, 0, 0, 0, time.UTC)
	}
	var b Builder
	b.Add(schedule)
	b.Add(calendar)
	var got []string
	for _, talk := range b.Catalog().Talks {
		got = append(got, talk.Title+" "+talk.Slot.Date().Format(time.DateOnly))
	}
	if want := []string{"A 2025-01-31", "B 2025-02-01"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestBuilder holds that a catalog stays as it is while more is added.
func TestBuilder(t *testing.T) {
	var b Builder
	b.Add(document("f", "C", "1 A@9", "2 B@9"))
	before := b.Catalog()
	old := *before.Talks[0]
	b.Add(document("g", "C", "1 Z@9", "3 X@9"))
	after := b.Catalog()
	if got := ids(before); !slices.Equal(got, []string{"1", "2"}) || before.Talks[0].Title != old.Title || len(before.Problems) != 0 {
		t.Errorf("the first catalog changed: %q", got)
	}
	if got := ids(after); !slices.Equal(got, []string{"1", "2", "3"}) || after.Talks[0].Title != "Z" || after.Talks[1] != before.Talks[1] {
		t.Errorf("the second is %q", got)
	}
}

// What gave no talk does not count as a source.
func TestNames(t *testing.T) {
	for want, docs := range map[string][]Document{
		"A":         {document("a", "A", "1 One"), document("empty", "E")},
		"A, B":      {document("a", "A", "1 One"), document("b", "B", "2 Two"), document("c", "A", "3 Three")},
		"4 sources": {document("a", "A", "1 One"), document("b", "B", "2 Two"), document("c", "C", "3 Three"), document("d", "D", "4 Four")},
	} {
		if got := gather(docs...).Name; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func gather(docs ...Document) *Catalog {
	var b Builder
	for _, doc := range docs {
		b.Add(doc)
	}
	return b.Catalog()
}

// A preview is what Add would give, and leaves the builder as it is.
func TestPreview(t *testing.T) {
	list := func(file string, titles ...string) Document {
		doc := Document{File: file, Name: file}
		for _, title := range titles {
			doc.Talks = append(doc.Talks, Talk{Title: title, Abstract: "of " + title, Source: Source{File: file}})
		}
		return doc
	}
	ids := func(c *Catalog) (ids []string) {
		for _, t := range c.Talks {
			ids = append(ids, t.ID+" "+t.Source.File)
		}
		return append(ids, c.Name)
	}
	var b Builder
	b.Add(list("a", "One", "Two", "One"))
	before := ids(b.Catalog())
	for range 2 {
		got := ids(b.Preview(list("b", "Two", "Three", "One")))
		want := []string{"one a", "two b", "one-2 b", "three b", "a, b"} // two are duplicates
		if !slices.Equal(got, want) {
			t.Errorf("preview %q, want %q", got, want)
		}
	}
	if got := ids(b.Catalog()); !slices.Equal(got, before) || len(b.Problems()) > 0 {
		t.Errorf("after it %q, want %q", got, before)
	}
}
