package search

import (
	"strings"

	"talks/catalog"
)

// A Field names one searched text of a talk.
type Field uint8

// The searched fields, in the order in which a detail pane shows them.
const (
	Title Field = iota
	Subtitle
	Speakers
	Track
	Room
	Abstract
	Description
	fieldCount

	// facts are words that the screen does not show as a text: the event, the
	// kind of talk, and the marker that there are slides.
	facts = fieldCount
)

// shownFields are the fields that spans can lie in, a bit each.
const shownFields = 1<<fieldCount - 1

// Text returns the text of t that spans of field f count in. The names of
// several speakers are joined by ", ".
func Text(t *catalog.Talk, f Field) string {
	switch f {
	case Title:
		return t.Title
	case Subtitle:
		return t.Subtitle
	case Speakers:
		if len(t.Speakers) == 1 {
			return t.Speakers[0].Name
		}
		names := make([]string, len(t.Speakers))
		for i, p := range t.Speakers {
			names[i] = p.Name
		}
		return strings.Join(names, ", ")
	case Track:
		return t.Slot.Track
	case Room:
		return t.Slot.Room
	case Abstract:
		return t.Abstract
	case Description:
		return t.Description
	case facts:
		return factsOf(t)
	}
	return ""
}

// factsOf is the words that no other field holds.
func factsOf(t *catalog.Talk) string {
	if t.Slides {
		return t.Conference + " 下载 PPT slides"
	}
	return t.Conference
}
