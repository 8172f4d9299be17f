package draft

import (
	"strings"

	"talks/catalog"
)

// A Field is one text of an event. Which fields there are is listed here and
// nowhere else.
type Field uint8

// The fields, each with the markup that its file has in it.
const (
	ID   Field = iota
	GUID       // used if the event has no ID
	Code       // pretalx's own id
	Slug       // of the event's address
	Title
	Summary // the title of an event that has none
	Subtitle
	Abstract    // the shorter text
	Description // the longer one
	Track
	Kind
	Room
	Language
	LanguageCode // preferred to Language
	Day          // of the list that the event stands in
	Date         // the event's own, with or without a time
	Start        // a time of day, or a date with a time
	End          // the same
	Duration

	Fields // how many there are
)

// Texts are the texts of an event by their field; an absent one is empty.
type Texts [Fields]string

// An Event is one event as a schedule of any format gives it.
type Event struct {
	Line     int // counted from 1
	Text     Texts
	Slot     catalog.Slot // set where Date, Start, End and Duration cannot say it
	Speakers []Speaker
	Links    []catalog.Link
}

// A Speaker is a person of an event. A schedule may give the biography
// elsewhere, under the same key.
type Speaker struct{ Key, Name, Biography string }

// AddLink adds a link if it has an address; one without may have the address
// as its title.
func (e *Event) AddLink(title, url string, kind catalog.LinkKind) {
	url = First(url)
	if url == "" && strings.HasPrefix(strings.TrimSpace(title), "http") {
		url = strings.TrimSpace(title)
	}
	if url != "" && len(e.Links) <= MaxLinks { // one more tells that there are more
		e.Links = append(e.Links, catalog.Link{Title: title, URL: url, Kind: kind})
	}
}
