// Package researchr parses the schedule that conf.researchr.org exports for
// ACM's conferences: <event> with <event_details>, a <subevent> for each
// session, in it a <timeslot> for each talk, and <timezone_id> at the end. Every
// such file has this grammar in its document type. Slots are found wherever they
// stand, whether the document is well formed or not.
package researchr

import (
	"bytes"
	"encoding/xml"
	"strings"

	"talks/catalog"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/markup"
	"talks/catalog/parse/tokens"
)

// Is reports whether a document is such a schedule: its first element is an
// event, and that begins with a section. The events of other schedules hold
// texts.
func Is(data []byte) bool {
	if data = bytes.TrimLeft(data, " \t\r\n"); !bytes.HasPrefix(data, []byte("<")) {
		return false
	}
	t := tokens.New(data, nil)
	if root, isTag := t.Next().(xml.StartElement); !isTag || root.Name.Local != "event" {
		return false
	}
	first, isTag := t.Next().(xml.StartElement)
	return isTag && isSection(first.Name.Local)
}

// A parser walks through the elements of a document.
type parser struct {
	*tokens.Reader
	*draft.Schedule
}

// Parse adds the talks and the problems of a document to doc.
func Parse(doc *catalog.Document, data []byte) {
	schedule := draft.New(doc)
	p := &parser{Reader: tokens.New(data, schedule.Problem), Schedule: schedule}
	p.SetZone(lastText(data, "<timezone_id>"))
	for token := p.Next(); token != nil && !p.Full(); token = p.Next() {
		tag, isTag := token.(xml.StartElement)
		if !isTag || !isSection(tag.Name.Local) {
			continue
		}
		s := p.section(tag)
		if tag.Name.Local != "event_details" {
			p.add(s)
			continue
		}
		doc.Name = markup.Line(s.text["title"])
		if p.Zone == nil {
			p.Zone = p.OfCity(s.text["city"])
		}
	}
	p.Finish()
}

// lastText is the text after the last of some tags, or "".
func lastText(data []byte, tag string) string {
	at := bytes.LastIndex(data, []byte(tag))
	if at < 0 {
		return ""
	}
	text, _, _ := bytes.Cut(data[at+len(tag):], []byte("<"))
	return draft.First(string(text))
}

// add adds a session or a slot to the schedule.
func (p *parser) add(s *section) {
	if s.isTold() {
		return
	}
	e := draft.Event{Line: s.line, Speakers: s.people}
	for name, field := range fields {
		if text := s.text[name]; text != "" {
			e.Text[field] = text
		}
	}
	e.Text[draft.Date] = strings.ReplaceAll(e.Text[draft.Date], "/", "-")
	if day := s.text["end_date"]; day != "" && e.Text[draft.End] != "" {
		e.Text[draft.End] = strings.ReplaceAll(day, "/", "-") + "T" + e.Text[draft.End]
	}
	if s.isSession() {
		e.Text[draft.Kind] = "Session"
	}
	if doi := s.text["acm_doi"]; doi != "" {
		if !strings.Contains(doi, "://") {
			doi = "https://doi.org/" + doi
		}
		e.AddLink("DOI", doi, catalog.LinkPage)
	}
	e.AddLink(s.text["url_link_display"], s.text["url"], catalog.LinkPage)
	p.Add(&e)
}
