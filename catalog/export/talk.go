package export

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"talks/catalog"
)

// A Talk is a talk as JSON and templates have it; a field that it does not have is
// absent there. schema.json tells it to others.
type Talk struct {
	ID          string `json:"id"`
	Title       string `json:"title"`
	Subtitle    string `json:"subtitle,omitempty"`
	Abstract    string `json:"abstract,omitempty"`
	Description string `json:"description,omitempty"`
	Speakers    Names  `json:"speakers,omitempty"`
	Track       string `json:"track,omitempty"`
	Room        string `json:"room,omitempty"`
	Type        string `json:"type,omitempty"`
	Language    string `json:"language,omitempty"`
	Day         string `json:"day,omitempty"`      // of the conference, a night included: 2026-01-31
	Start       string `json:"start,omitempty"`    // RFC 3339, without an offset if the file names no zone; of a whole day, the date
	Duration    int    `json:"duration,omitempty"` // minutes
	Slides      bool   `json:"slides,omitempty"`
	Links       []Link `json:"links,omitempty"`
	Conference  string `json:"conference,omitempty"`
	Source      string `json:"source,omitempty"` // the file, and the line if it is known

	// Of a search.
	Near  bool         `json:"near,omitempty"` // lacks a word of the query
	Score *float64     `json:"score,omitempty"`
	Sum   fmt.Stringer `json:"sum,omitempty"` // how the score came about, in lines

	Shared Names `json:"shared,omitempty"` // of a related talk: words that both have

	of *catalog.Talk
}

// Names are the names of people. As one text they are parted by commas.
type Names []string

func (n Names) String() string { return strings.Join(n, ", ") }

// A Link leads from a talk elsewhere.
type Link struct {
	Title string `json:"title,omitempty"`
	URL   string `json:"url"`
}

// NewTalk returns what is written of a talk.
func NewTalk(t *catalog.Talk) Talk {
	out := Talk{
		ID: t.ID, Title: t.Title, Subtitle: t.Subtitle, Abstract: t.Abstract, Description: t.Description,
		Track: t.Slot.Track, Room: t.Slot.Room, Type: t.Type, Language: t.Language,
		Start: Start(t), Duration: int(t.Slot.Duration / time.Minute),
		Slides: t.Slides, Conference: t.Conference, Source: t.Source.File, of: t,
	}
	if day := t.Slot.Date(); !day.IsZero() {
		out.Day = day.Format(time.DateOnly)
	}
	for _, p := range t.Speakers {
		out.Speakers = append(out.Speakers, p.Name)
	}
	for _, l := range t.Links {
		out.Links = append(out.Links, Link{Title: l.Title, URL: l.URL})
	}
	if t.Source.Line > 0 {
		out.Source += ":" + strconv.Itoa(t.Source.Line)
	}
	return out
}

// Start is when a talk starts as Time gives it, or a date; empty if it is not known.
func Start(t *catalog.Talk) string {
	if t.Slot.AllDay && !t.Slot.Start.IsZero() {
		return t.Slot.Start.Format(time.DateOnly)
	}
	return Time(t.Slot.Start)
}

// Time is a time as RFC 3339, without an offset if it is of no zone; a zero time is
// empty.
func Time(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case catalog.IsWall(t.Location()):
		return t.Format("2006-01-02T15:04:05")
	}
	return t.Format(time.RFC3339)
}

// clock is the time of day at which a talk starts, empty if it is not known.
func (t *Talk) clock() string {
	if t.of.Slot.Start.IsZero() || t.of.Slot.AllDay {
		return ""
	}
	return t.of.Slot.Start.Format("15:04")
}

// minutes is how long a talk takes, empty if the file does not say.
func (t *Talk) minutes() string {
	if t.Duration == 0 {
		return ""
	}
	return strconv.Itoa(t.Duration)
}

// address is the first web address of a talk that is a page, else the first of all.
func (t *Talk) address() string {
	first := ""
	for _, l := range t.of.Links {
		address, ok := webAddress(l.URL)
		switch {
		case !ok:
		case l.Kind == catalog.LinkPage:
			return address
		case first == "":
			first = address
		}
	}
	return first
}
