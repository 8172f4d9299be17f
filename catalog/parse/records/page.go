package records

import (
	"bytes"
	"strings"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
)

// IsPage reports whether a document is a page of Markdown with front matter, as
// Jekyll, Hugo and Astro have them: a mapping of YAML between two lines of
// "---", then a text, which is no YAML.
func IsPage(data []byte) bool {
	front, body, ok := cutFrontMatter(data)
	return ok && IsYAML(front) && !IsYAML(body)
}

// cutFrontMatter parts a page. The front keeps its first line, so that lines
// count from the start of the file.
func cutFrontMatter(data []byte) (front, body []byte, ok bool) {
	first, rest := clean.CutLine(data)
	if strings.TrimRight(string(first), " ") != "---" {
		return nil, nil, false
	}
	for len(rest) > 0 {
		line, after := clean.CutLine(rest)
		if strings.TrimRight(string(line), " ") == "---" {
			return data[:len(data)-len(rest)], after, true
		}
		rest = after
	}
	return nil, nil, false
}

// ParsePage reads a page into the talk that it is, if it is one.
func ParsePage(doc *catalog.Document, data []byte) { parse(doc, data, readPage) }

// readPage makes a list of one talk of a page whose front matter has what only
// a talk has: who speaks, or where or when it is held and what one keeps of it.
// A post has a title, a day, an author and a text as well. The text is the
// abstract of a talk without one, else its description.
func readPage(data []byte, problem func(line int, what, hint string)) *tree {
	front, body, _ := cutFrontMatter(data)
	matter := readYAML(front, problem)
	o := newObject(node{matter, min(1, len(matter.values)-1)})
	if !o.isTalkPage() {
		return matter
	}
	b := newBuilder(len(matter.values)+3, len(data))
	b.call([]byte("talks"))
	b.begin(kindList, 1)
	b.begin(kindObject, 1)
	for m := range o.node.members() {
		b.copy(m)
	}
	if text := bytes.TrimSpace(body); len(text) > 0 {
		name := "abstract"
		if o.tells(draft.Abstract) {
			name = "longdescription"
		}
		b.call([]byte(name))
		b.add(kindText, text, 1+bytes.Count(front, []byte("\n")))
	}
	return b.finish()
}

// isTalkPage reports whether the object is the front matter of a talk's page.
func (o *object) isTalkPage() bool {
	if o.text(draft.Title) == "" {
		return false
	}
	isHeld := o.tells(draft.Room) || !o.node.get("event", "event_name", "eventname", "conference", "venue").isEmpty()
	isKept := o.tells(fieldSlides, fieldRecording) || !o.node.get("url_slides", "url_video", "event_url", "date_end").isEmpty()
	return o.hasOwn(fieldPeople) || isHeld && (isKept || o.tells(draft.Date, draft.Start, fieldStartDate))
}
