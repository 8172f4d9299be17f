package icalendar

import (
	"strings"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/when"
)

// An event is a VEVENT. Its times wait for its end, when all of it is known.
type event struct {
	draft.Event
	begin, end property
	duration   string
	status     string
	repeats    bool
	html       string  // the description once more, for those who can show it
	last       *string // the text that was read last, or nil
	more       []byte  // what continues it
}

func (e *event) set(p *property) {
	e.endText()
	switch p.name {
	case "UID":
		e.Text[draft.GUID] = p.text()
	case "SUMMARY":
		e.Text[draft.Title], e.last = p.text(), &e.Text[draft.Title]
		e.Text[draft.Language] = draft.First(e.Text[draft.Language], p.parameter("LANGUAGE"))
	case "DESCRIPTION":
		e.Text[draft.Abstract], e.last = p.text(), &e.Text[draft.Abstract]
	case "X-ALT-DESC":
		e.html = p.text()
	case "LOCATION":
		e.Text[draft.Room] = p.text()
	case "CATEGORIES":
		e.addCategories(p.list())
	case "DTSTART":
		e.begin = *p
	case "DTEND":
		e.end = *p
	case "DURATION":
		e.duration = p.value
	case "RRULE", "RDATE":
		e.repeats = true
	case "STATUS":
		e.status = strings.ToUpper(strings.TrimSpace(p.value))
	case "URL", "CONFERENCE":
		e.AddLink(p.parameter("LABEL"), p.value, catalog.LinkPage)
	case "ATTACH":
		if p.parameter("ENCODING") == "" { // else it is the file itself
			e.AddLink(draft.First(p.parameter("FILENAME"), p.parameter("X-FILENAME")), p.value, catalog.LinkPage)
		}
	case "ATTENDEE":
		e.attendee(p)
	}
}

// has reports whether the event has a property already that an event has once.
func (e *event) has(name string) bool {
	switch name {
	case "UID":
		return e.Text[draft.GUID] != ""
	case "SUMMARY":
		return e.Text[draft.Title] != ""
	case "DTSTART":
		return e.begin.value != ""
	}
	return false
}

// addCategories adds to the track, which a calendar may give in several
// properties.
func (e *event) addCategories(names []string) {
	track := &e.Text[draft.Track]
	if len(*track) >= draft.MaxLine {
		return
	}
	if *track != "" {
		names = append([]string{*track}, names...)
	}
	*track = strings.Join(names, ", ")
}

// continueText takes a line that is not a property: it belongs to the text
// before it, which was written without folding. A malformed property (NAME=…) is
// dropped.
func (p *parser) continueText(line string) {
	name := strings.TrimLeft(line, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-")
	if len(name) < len(line) && strings.HasPrefix(name, "=") {
		return
	}
	if e := p.event; e != nil && e.last != nil && len(e.more) < draft.MaxText {
		e.more = append(append(e.more, '\n'), unescape(line)...)
	}
}

// endText ends the text that was read last.
func (e *event) endText() {
	if e.last != nil {
		*e.last += string(e.more)
	}
	e.last, e.more = nil, nil
}

// finishEvent makes a talk of the current event.
func (p *parser) finishEvent() {
	e := p.event
	p.event = nil
	e.endText()
	if e.status == "CANCELLED" {
		p.Problem(e.Line, "a cancelled event, left out", "")
		return
	}
	if e.status == "TENTATIVE" {
		e.Text[draft.Kind] = strings.ToLower(e.status)
	}
	if e.repeats {
		p.Problem(e.Line, "an event that repeats, shown once", "")
	}
	e.Text[draft.Abstract] = withoutFooter(draft.First(e.Text[draft.Abstract], e.html))
	if strings.Contains(p.product, "//pretalx//") {
		e.splitTitle()
	}
	e.takeSpeakers()
	p.setSlot(e)
	p.Add(&e.Event)
}

// setSlot reads an event's times.
func (p *parser) setSlot(e *event) {
	if e.begin.value == "" {
		return
	}
	start, allDay, err := p.moment(&e.begin, e.Line)
	if err != nil {
		p.Problem(e.Line, err.Error(), "the talk is kept without its time")
		return
	}
	e.Slot = catalog.Slot{Start: start, AllDay: allDay}
	if e.end.value != "" {
		end, _, err := p.moment(&e.end, e.Line)
		if d := end.Sub(start); err == nil && d > 0 && d <= when.MaxDuration {
			e.Slot.Duration = d
		}
		return
	}
	if e.duration == "" {
		return
	}
	d, ok := when.Duration(strings.TrimPrefix(strings.TrimSpace(e.duration), "+"))
	if !ok {
		p.Problem(e.Line, "a duration that cannot be read, "+clean.Quote(e.duration), "")
	}
	e.Slot.Duration = d
}
