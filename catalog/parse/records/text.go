package records

import (
	"bytes"
	"slices"
	"strings"

	"talks/catalog/parse/draft"
)

// looseText reads whatever stands where a text is expected: a string, a number
// as it is written, or an object that gives the text in several languages
// ({"en": …, "de": …}) or under "name" or "title", at most so many objects
// deep. Anything else is no text, and no error: one odd field must not cost
// the event.
func looseText(raw []byte, depth int) string {
	switch {
	case len(raw) == 0:
		return ""
	case raw[0] == '"':
		return jsonString(raw)
	case raw[0] >= '0' && raw[0] <= '9' || raw[0] == '-':
		return string(raw)
	case depth == 0:
		return ""
	}
	var named [4][]byte
	local, language := "", "" // the first language, in the order of their codes
	for key, value := range fields(raw) {
		if i := slices.Index([]string{"en", "name", "title", "public_name"}, key); i >= 0 {
			named[i] = value
		} else if isLanguage(key) && (local == "" || key < language) {
			if s := looseText(value, depth-1); s != "" {
				local, language = s, key
			}
		}
	}
	for _, value := range named {
		if s := looseText(value, depth-1); s != "" {
			return s
		}
	}
	return local
}

// isLanguage says that a key looks like the code of a language: "de", "de-AT".
func isLanguage(key string) bool { return len(key) == 2 || len(key) > 2 && key[2] == '-' }

// anyText is looseText for a text of a schedule.
func anyText(raw []byte) string { return looseText(raw, 2) }

// A jsonRef names a track or a room: by its name, or by an object that may
// have no more than a slug or a guid.
type jsonRef struct{ name, slug, guid, id string }

func newJSONRef(raw []byte) (r jsonRef) {
	if bytes.HasPrefix(raw, []byte(`"`)) {
		return jsonRef{name: anyText(raw)}
	}
	if !bytes.HasPrefix(raw, []byte("{")) { // a number is a reference, not a name
		return jsonRef{id: anyText(raw)}
	}
	for key, value := range fields(raw) {
		switch key {
		case "name":
			r.name = anyText(value)
		case "slug":
			r.slug = anyText(value)
		case "guid":
			r.guid = anyText(value)
		case "id":
			r.id = anyText(value)
		}
	}
	if r.name == "" {
		r.name = anyText(raw) // "title", or in several languages
	}
	return r
}

// joinTexts joins the texts of a list.
func joinTexts(raw []byte) string {
	var texts []string
	for item := range items(raw) {
		if s := strings.TrimSpace(anyText(item)); s != "" && len(texts) < draft.MaxLinks {
			texts = append(texts, s)
		}
	}
	return strings.Join(texts, ", ")
}

// webAddress is a text if it is an address on the web.
func webAddress(s string) string {
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
		return s
	}
	return ""
}

// firstText is the first of the values that is a text with something in it.
func firstText(values ...[]byte) string {
	for _, v := range values {
		if s := strings.TrimSpace(anyText(v)); s != "" {
			return s
		}
	}
	return ""
}

// addLink adds a link, given as an object or by the address alone; a
// number is no more than a link's id. One without a title is called by its
// type.
func addLink(e *draft.Event, raw []byte) {
	if bytes.HasPrefix(raw, []byte(`"`)) {
		e.AddLink("", anyText(raw), draft.KindNamed(""))
	}
	var url, href, link, resource, name, description, kind []byte
	for key, value := range fields(raw) {
		switch key {
		case "url":
			url = value
		case "href":
			href = value
		case "link":
			link = value
		case "resource":
			resource = value
		case "title", "label":
			name = value
		case "description":
			description = value
		case "type":
			kind = value
		}
	}
	title, called := firstText(name, description), anyText(kind)
	if title == "" && !strings.EqualFold(called, "related") {
		title = strings.ToLower(strings.ReplaceAll(called, "_", " "))
	}
	e.AddLink(title, firstText(url, href, link, resource), draft.KindNamed(called))
}
