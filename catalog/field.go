package catalog

import "strings"

// A Field names one text of a talk.
type Field uint8

// The fields, in the order in which the detail pane shows them.
const (
	Title Field = iota
	Subtitle
	Speakers
	Track
	Room
	Abstract
	Description
	FieldCount // how many fields there are
)

// Text returns the text of a field, to which spans of that field refer. The
// names of several speakers are joined by ", ".
func (t *Talk) Text(f Field) string {
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
	}
	return ""
}
