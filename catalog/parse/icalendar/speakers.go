package icalendar

import (
	"strings"

	"talks/catalog/parse/draft"
)

// attendee adds a speaker: someone with a name, not a room nor an address that
// was invited.
func (e *event) attendee(p *property) {
	name := p.parameter("CN")
	switch strings.ToUpper(p.parameter("CUTYPE")) {
	case "ROOM", "RESOURCE", "GROUP":
		return
	}
	if name != "" && !strings.Contains(name, "@") {
		e.Speakers = append(e.Speakers, draft.Speaker{Name: name})
	}
}

// splitTitle undoes what pretalx does to a talk that becomes an event: its
// summary is "title - speaker, speaker".
func (e *event) splitTitle() {
	at := strings.LastIndex(e.Text[draft.Title], " - ")
	if at < 0 || len(e.Speakers) > 0 {
		return
	}
	for name := range strings.SplitSeq(e.Text[draft.Title][at+len(" - "):], ", ") {
		e.Speakers = append(e.Speakers, draft.Speaker{Name: name})
	}
	e.Text[draft.Title] = e.Text[draft.Title][:at]
}

// takeSpeakers reads who speaks from the start of the text, where Indico and
// Sched have it: "Speakers: Ada Example (Some House), Bob Sample". The line
// goes, unless it says more than the names.
func (e *event) takeSpeakers() {
	first, rest, _ := strings.Cut(strings.TrimSpace(e.Text[draft.Abstract]), "\n")
	label, list, found := strings.Cut(first, ": ")
	if !found || len(e.Speakers) > 0 || len(first) > draft.MaxLine || !strings.EqualFold(label, "speakers") && !strings.EqualFold(label, "speaker") {
		return
	}
	if !strings.Contains(list, "(") {
		e.Text[draft.Abstract] = rest
	}
	for list != "" && len(e.Speakers) <= draft.MaxSpeakers {
		var name string
		if name, list = cutName(list); name != "" {
			e.Speakers = append(e.Speakers, draft.Speaker{Name: name})
		}
	}
}

// cutName cuts the first name off a list, without what stands behind it in
// brackets.
func cutName(list string) (name, rest string) {
	depth, end := 0, len(list)
	for i := range len(list) {
		switch c := list[i]; {
		case c == '(':
			if depth++; depth == 1 {
				end = min(end, i)
			}
		case c == ')':
			depth = max(depth-1, 0)
		case (c == ',' || c == ';') && depth == 0:
			return strings.TrimSpace(list[:min(end, i)]), list[i+1:]
		}
	}
	return strings.TrimSpace(list[:end]), ""
}
