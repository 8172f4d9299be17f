package parse

import (
	"strings"

	"talks/catalog"
)

// An entry is one event as a schedule of any format gives it, every text still
// with its markup. An absent field is empty.
type entry struct {
	line int

	id, guid, code, slug            string
	title, subtitle, summary        string
	abstract, description           string
	track, kind, room, language     string
	languageCode                    string
	day, date, start, end, duration string
	slot                            catalog.Slot // where the format's times are not the above
	speakers                        []speaker
	links                           []catalog.Link
}

// A speaker is a person of an entry. A schedule may give the biography
// elsewhere, under the same key.
type speaker struct{ key, name, biography string }

// text is where an entry keeps the text of that element, or nil.
func (e *entry) text(name string) *string {
	switch name {
	case "title":
		return &e.title
	case "summary":
		return &e.summary
	case "subtitle":
		return &e.subtitle
	case "abstract":
		return &e.abstract
	case "description":
		return &e.description
	case "track", "categories":
		return &e.track
	case "type":
		return &e.kind
	case "room", "location":
		return &e.room
	case "language-code":
		return &e.languageCode
	case "language":
		return &e.language
	case "date", "dtstart":
		return &e.date
	case "start":
		return &e.start
	case "end", "dtend":
		return &e.end
	case "duration":
		return &e.duration
	case "slug":
		return &e.slug
	}
	return nil
}

// addLink adds a link if it leads anywhere; one without an address may have it
// as its title.
func (e *entry) addLink(title, url string, kind catalog.LinkKind) {
	url = firstOf(url)
	if url == "" && strings.HasPrefix(strings.TrimSpace(title), "http") {
		url = strings.TrimSpace(title)
	}
	if url != "" && len(e.links) < maxLinks {
		e.links = append(e.links, catalog.Link{Title: title, URL: url, Kind: kind})
	}
}
