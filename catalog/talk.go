// Package catalog holds the nouns of the program: talks, the people who give
// them, the catalog that gathers them, and the problems met while reading.
// It imports nothing of ours.
package catalog

import "slices"

// A Talk is one entry of a conference's programme. It never changes after
// loading. Every text in it is clean: valid UTF-8, no control characters but
// line feeds, and line feeds only in Abstract, Description and Biography,
// where one blank line parts two paragraphs.
type Talk struct {
	// ID is unique in its catalog: the id that the file gives, else a
	// readable slug of the title.
	ID string

	// FileID is the id as the file gives it, GUID the one that it gives besides
	// and means to be unique in the world: the guid of a schedule, the UID of
	// iCalendar. Either may be empty. See Match.
	FileID, GUID string

	Title    string
	Subtitle string

	// Abstract is the short text; Description the longer one that some
	// conferences publish besides. Either may be empty.
	Abstract    string
	Description string

	Speakers []Person
	Slot     Slot
	Type     string // "lecture", "workshop", … as the file says it
	Language string // the file's own code, as a rule ISO 639-1 ("en")

	// Slides reports whether the document promises slides, even without a link.
	Slides bool
	Links  []Link

	// Conference is the name of the event the talk belongs to.
	Conference string
	Source     Source
}

// GlobalID is the id of a talk that is unique in the world, or empty if the file
// gives none.
func (t *Talk) GlobalID() string {
	for _, id := range []string{t.GUID, t.FileID} {
		if isGlobal(id) {
			return id
		}
	}
	return ""
}

// HasLink reports whether the talk has a link of a kind.
func (t *Talk) HasLink(kind LinkKind) bool {
	return slices.ContainsFunc(t.Links, func(l Link) bool { return l.Kind == kind })
}

// A Person gives a talk.
type Person struct {
	Name      string
	Biography string
}

// A Link leads from a talk to slides, a recording or a page. URL is as the file
// gives it, cleaned but not checked.
type Link struct {
	Title string
	URL   string
	Kind  LinkKind
}

// LinkKind says what a Link leads to.
type LinkKind uint8

// The kinds of link that are told apart.
const (
	LinkPage LinkKind = iota
	LinkSlides
	LinkRecording
	LinkFeedback
)

// A Source is where a talk was read: the file's name and the line, counted
// from 1, on which it starts (0 where the format knows no lines).
type Source struct {
	File string
	Line int
}
