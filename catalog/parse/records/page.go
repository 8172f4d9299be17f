package records

import (
	"talks/catalog"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/records/tree"
)

// ParsePage reads a page of Markdown with front matter into the talk that it is,
// if it is one.
func ParsePage(doc *catalog.Document, data []byte) {
	parse(doc, data, func(data []byte, problem func(line int, what, hint string)) *tree.Tree {
		return tree.Page(data, problem, bodyName)
	})
}

// bodyName is the name of the text of a page whose front matter has what only a
// talk has: the abstract of a talk without one, else its description.
func bodyName(front *tree.Tree) string {
	o := newVocabulary(front).object(firstItem(front.Top()))
	switch {
	case !o.isTalkPage():
		return ""
	case o.tells(draft.Abstract):
		return "longdescription"
	}
	return "abstract"
}

// isTalkPage reports whether the object is the front matter of a talk's page. It
// tells who speaks, or where or when the talk is held and what one keeps of it: a
// post has a title, a day, an author and a text as well.
func (o *object) isTalkPage() bool {
	if o.text(draft.Title) == "" {
		return false
	}
	isHeld := o.tells(draft.Room) || !o.node.Get("event", "event_name", "eventname", "conference", "venue").IsEmpty()
	isKept := o.tells(fieldSlides, fieldRecording) || !o.node.Get("url_slides", "url_video", "event_url", "date_end").IsEmpty()
	return o.hasOwn(fieldPeople) || isHeld && (isKept || o.tells(draft.Date, draft.Start, fieldStartDate))
}
