package main

import (
	"strconv"
	"time"

	"talks/catalog"
)

// A talkJSON is one talk as the commands print it; a field the talk does not
// have is absent.
type talkJSON struct {
	ID          string     `json:"id"`
	Title       string     `json:"title"`
	Subtitle    string     `json:"subtitle,omitempty"`
	Abstract    string     `json:"abstract,omitempty"`
	Description string     `json:"description,omitempty"`
	Speakers    []string   `json:"speakers,omitempty"`
	Track       string     `json:"track,omitempty"`
	Room        string     `json:"room,omitempty"`
	Type        string     `json:"type,omitempty"`
	Language    string     `json:"language,omitempty"`
	Start       string     `json:"start,omitempty"`    // RFC 3339; of a whole day, the date
	Duration    int        `json:"duration,omitempty"` // minutes
	Slides      bool       `json:"slides,omitempty"`
	Links       []linkJSON `json:"links,omitempty"`
	Conference  string     `json:"conference,omitempty"`
	Source      string     `json:"source,omitempty"`
	Score       *float64   `json:"score,omitempty"` // of a hit
}

type linkJSON struct {
	Title string `json:"title,omitempty"`
	URL   string `json:"url"`
}

func newTalkJSON(t *catalog.Talk) talkJSON {
	out := talkJSON{
		ID: t.ID, Title: t.Title, Subtitle: t.Subtitle, Abstract: t.Abstract, Description: t.Description,
		Track: t.Slot.Track, Room: t.Slot.Room, Type: t.Type, Language: t.Language,
		Start: startOf(t), Duration: int(t.Slot.Duration / time.Minute),
		Slides: t.Slides, Conference: t.Conference, Source: sourceOf(t),
		Speakers: speakersOf(t),
	}
	for _, l := range t.Links {
		out.Links = append(out.Links, linkJSON{Title: l.Title, URL: l.URL})
	}
	return out
}

func speakersOf(t *catalog.Talk) []string {
	var names []string
	for _, p := range t.Speakers {
		names = append(names, p.Name)
	}
	return names
}

// startOf is when a talk starts, or empty where that is not known.
func startOf(t *catalog.Talk) string {
	switch {
	case t.Slot.Start.IsZero():
		return ""
	case t.Slot.AllDay:
		return t.Slot.Start.Format(time.DateOnly)
	}
	return t.Slot.Start.Format(time.RFC3339)
}

// sourceOf is the file a talk was read in, with its line where lines are known.
func sourceOf(t *catalog.Talk) string {
	if t.Source.Line == 0 {
		return t.Source.File
	}
	return t.Source.File + ":" + strconv.Itoa(t.Source.Line)
}
