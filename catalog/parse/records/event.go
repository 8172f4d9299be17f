package records

import (
	"strings"
	"time"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/records/tree"
	"talks/catalog/parse/when"
)

// event makes a draft of an event in any of the forms.
func (p *parser) event(t *talk) draft.Event {
	o := p.words.object(t.node)
	repeated := o.repeated
	if repeated.Kind() == tree.Missing {
		repeated = repeatedMember(t.node)
	}
	if repeated.Kind() != tree.Missing {
		p.schedule.Problem(repeated.Line(), "one event has twice a "+clean.Quote(repeated.Name().Written), "a piece of the file may be missing")
	}
	slot := p.words.object(firstItem(o.value(fieldSlots))) // when and where, in pretalx's API
	e := draft.Event{Line: t.node.Line()}
	text := &e.Text
	for field := range draft.Fields {
		text[field] = o.text(field)
	}
	for _, field := range []field{draft.Abstract, draft.Description} {
		if paragraphs := o.value(field); paragraphs.Kind() == tree.List {
			text[field] = joinTexts(paragraphs, "\n\n")
		}
	}
	if t.scope.isNamed {
		text[draft.Slug] = draft.First(text[draft.Slug], t.node.Name().Written)
	}
	text[draft.Title] = o.title()
	text[draft.Kind] = resolve(p.types, o.value(draft.Kind))
	text[draft.Room] = draft.First(resolve(p.rooms, o.value(draft.Room)), resolve(p.rooms, slot.value(draft.Room)), t.scope.room)
	text[draft.Track] = draft.First(resolve(p.tracks, o.value(draft.Track)), t.scope.track)
	text[draft.Day] = t.scope.day
	text[draft.Start] = draft.First(p.moment(o.value(draft.Start)), p.moment(slot.value(draft.Start)))
	text[draft.End] = draft.First(p.moment(o.value(draft.End)), p.moment(slot.value(draft.End)))
	if o.ranks[draft.Title] > 0 && !o.tells(draft.Abstract) {
		text[draft.Abstract] = text[draft.Summary]
	}
	if strings.Contains(text[draft.Kind], "#") {
		text[draft.Kind] = "" // "calendar#event": Google's own, said of every object
	}
	if text[draft.Start] == "" && text[draft.Date] == "" && !o.tells(fieldStartDate) {
		text[draft.Start], text[draft.End] = t.scope.start, draft.First(text[draft.End], t.scope.end)
	}
	splitRange(text)
	joinDate(text, draft.First(p.moment(o.value(fieldStartDate)), dateOf(o.text(fieldDay))))
	p.addTimeslot(&e)
	p.addSpeakers(&e, &o)
	addLinks(&e, &o)
	p.addCategories(&e, o.value(fieldCategories))
	addTags(&e, o.value(fieldTags))
	return e
}

// firstItem is the first item of a list, or any other value itself.
func firstItem(n tree.Node) tree.Node {
	for first := range n.Items() {
		return first
	}
	return n
}

// dateOf is a text that starts with a date, else "": a day may be given by its
// number or name.
func dateOf(day string) string {
	if len(day) < len("2006-01-02") {
		return ""
	}
	if _, err := time.Parse("2006-01-02", day[:len("2006-01-02")]); err != nil {
		return ""
	}
	return day
}

// joinDate uses a date that is given apart from the time of day. Midnight in such
// a date is a placeholder: only the day is used.
func joinDate(text *draft.Texts, startDate string) {
	const day = len("2006-01-02")
	date, start := &text[draft.Date], &text[draft.Start]
	*date = draft.First(*date, startDate)
	if len(*start) == day && dateOf(*start) != "" {
		*date, *start = *start, ""
	}
	if clock, ok := when.Clock(*start); ok && clock > 0 && len(*date) > day && (*date)[day:] == "T00:00:00" {
		*date = (*date)[:day]
	}
}

// addLinks adds what the event leads to.
func addLinks(e *draft.Event, o *object) {
	for _, links := range o.all(fieldLinks) {
		for link := range links.Items() {
			if len(e.Links) > draft.MaxLinks {
				break
			}
			addLink(e, link)
		}
	}
	e.AddLink("Page", o.text(fieldURL), catalog.LinkPage)
	e.AddLink("Origin", o.text(fieldOrigin), catalog.LinkPage)
	e.AddLink("Feedback", o.text(fieldFeedback), catalog.LinkFeedback)
	addAddresses(e, "Recording", o.value(fieldRecording), catalog.LinkRecording)
	addAddresses(e, "Slides", o.value(fieldSlides), catalog.LinkSlides)
}

// addAddresses adds an address on the web, or a list of them.
func addAddresses(e *draft.Event, title string, n tree.Node, kind catalog.LinkKind) {
	if s := anyText(n); strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
		e.AddLink(title, s, kind)
	}
	for item := range n.Items() {
		addAddresses(e, title, item, kind)
	}
}

// addLink adds a link, given as an object or by the address alone; a number is
// no more than a link's id. One without a title is called by its type.
func addLink(e *draft.Event, n tree.Node) {
	if n.Kind() == tree.Text {
		e.AddLink("", n.Text(), draft.KindNamed(""))
		return
	}
	kind := anyText(n.Get("type"))
	title := firstText(n.Get("title", "label"), n.Get("description"))
	if title == "" && !strings.EqualFold(kind, "related") {
		title = strings.ToLower(strings.ReplaceAll(kind, "_", " "))
	}
	e.AddLink(title, firstText(n.Get("url"), n.Get("href"), n.Get("link"), n.Get("resource")), draft.KindNamed(kind))
}
