package marks

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"talks/catalog"
)

// older is a schedule of twenty talks with guids and ids, some without.
func older() []catalog.Talk {
	var talks []catalog.Talk
	for i := range 20 {
		t := numbered(i)
		t.GUID = fmt.Sprintf("01234567-89ab-cdef-0123-%012d", i)
		t.Slot.Room, t.Slot.Duration = "A", 20*time.Minute
		t.Speakers = []catalog.Person{{Name: "Ada Example"}, {Name: fmt.Sprint("Bo ", i)}}
		talks = append(talks, t)
	}
	for _, i := range []int{9, 10, 11, 12} {
		talks[i].GUID = "" // an id alone
	}
	for _, i := range []int{13, 14, 15, 16} {
		talks[i].GUID, talks[i].ID = "", "" // a title alone
	}
	talks[13].Title, talks[14].Title = "Lunch", "Lunch"
	talks[14].Slot.Start = talks[14].Slot.Start.AddDate(0, 0, 1)
	return talks
}

// TestFollow marks twenty talks, each with its number, and looks for them in a
// newer version of the schedule.
func TestFollow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.toml")
	before := gather(older()...)
	s := open(t, path, before, clock)
	for i, talk := range before.Talks {
		s.Set(talk, Mark{State: Going, Note: fmt.Sprint(i)})
	}
	save(t, s)

	newer := older()
	newer[1].Slot.Start = newer[1].Slot.Start.Add(25 * time.Hour)
	newer[2].Slot.Room = "B"
	newer[3].Title = "Another title"
	newer[4].Speakers = []catalog.Person{{Name: "Bo 4"}, {Name: "Cy Example"}}
	newer[5].Speakers = []catalog.Person{{Name: "Bo 5"}, {Name: "Ada Example"}}
	newer[6].ID, newer[6].Title = "606", "Numbered anew" // with the same guid
	newer[7].GUID = ""                                   // the id is left
	newer[8].GUID, newer[8].ID = "", "808"               // the title is left
	newer[9].Title = "Renamed with its id"
	newer[10].ID = "1010"
	newer[13].Slot.Start = newer[13].Slot.Start.Add(15 * time.Minute)
	newer[14].Slot.Start = newer[14].Slot.Start.Add(15 * time.Minute)
	newer[15].Title = "  TALK\u00a015 "
	newer[16].Title = "A title that is another"
	newer[18].Slot.Duration = 25 * time.Minute
	stranger := catalog.Talk{ID: "12", Title: "Talk 12", Conference: "Other 2026"}
	newer[11].Title, newer[11].Slot.Start = "Of the next year", newer[11].Slot.Start.AddDate(1, 0, 0)
	kept := []catalog.Talk{stranger, newer[14], newer[13]}
	for i, talk := range newer {
		if i != 12 && i != 13 && i != 14 && i != 17 {
			kept = append(kept, talk)
		}
	}
	after := gather(kept...)
	s = open(t, path, after, clock)

	want := map[string]string{
		"1": "time: Sun 1 Feb 2026 10:01-10:21, was Sat 31 Jan 2026 09:01-09:21", "2": "room: B, was A", "3": "title: Another title, was Talk 3",
		"4": "speakers: Bo 4, Cy Example, was Ada Example, Bo 4", "6": "title: Numbered anew, was Talk 6", "9": "title: Renamed with its id, was Talk 9",
		"13": "time: Sat 31 Jan 2026 09:28-09:48, was Sat 31 Jan 2026 09:13-09:33", "14": "time: Sun 1 Feb 2026 09:29-09:49, was Sun 1 Feb 2026 09:14-09:34",
		"18": "time: Sat 31 Jan 2026 09:18-09:43, was Sat 31 Jan 2026 09:18-09:38",
		"15": "title:   TALK\u00a015 , was Talk 15",
	}
	here, gone := s.Marked()
	for _, talk := range here {
		changes, note := "", s.Of(talk).Note
		for _, c := range s.Changes(talk) {
			changes += c.String()
		}
		if changes != want[note] {
			t.Errorf("%s: got %q, want %q", note, changes, want[note])
		}
		delete(want, note)
	}
	if len(here) != 16 || len(want) > 0 {
		t.Errorf("got %d talks, missing %v", len(here), want)
	}
	lost := ""
	for _, talk := range gone {
		lost += s.Of(talk).Note + " "
	}
	if lost != "11 12 16 17 " {
		t.Errorf("gone are %s", lost)
	}
	s.Set(gone[0], Mark{})
	save(t, s)
	if _, gone := s.Marked(); len(gone) != 3 {
		t.Errorf("%d are gone", len(gone))
	}
	// What was marked in another conference is not gone from this one.
	s.Bind(gather(stranger))
	if here, gone := s.Marked(); here != nil || gone != nil {
		t.Errorf("got %v %v", here, gone)
	}
}

// A change that the user has answered is told no more, but one that was only
// read is.
func TestAnswered(t *testing.T) {
	path, c := filepath.Join(t.TempDir(), "marks.toml"), several(1)
	s := open(t, path, c, clock)
	s.Set(c.Talks[0], Mark{State: Going})
	moved := numbered(0)
	moved.Slot.Room = "B"
	c = gather(moved)
	s.Bind(c)
	s.Set(c.Talks[0], Mark{State: Going, Seen: true})
	if got := fmt.Sprint(s.Changes(c.Talks[0])); got != "[room: B, was open]" {
		t.Errorf("got %s", got)
	}
	s.Set(c.Talks[0], Mark{State: Maybe, Seen: true})
	if got := s.Changes(c.Talks[0]); got != nil {
		t.Errorf("got %v", got)
	}
}

// Talks that have all in common are told apart as long as nothing is read anew.
func TestAlike(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.toml")
	alike := catalog.Talk{Title: "Break", Conference: "Conf 2026"}
	c := gather(alike, alike, alike)
	s := open(t, path, c, clock)
	s.Set(c.Talks[2], Mark{State: Going})
	s.Set(c.Talks[0], Mark{State: Skip})
	save(t, s)
	if s.Of(c.Talks[2]).State != Going || s.Of(c.Talks[0]).State != Skip || s.Of(c.Talks[1]).State != None {
		t.Error("mixed up")
	}
	if here, _ := open(t, path, gather(alike, alike, alike), clock).Marked(); len(here) != 2 {
		t.Errorf("got %d of 2 marks", len(here))
	}
}
