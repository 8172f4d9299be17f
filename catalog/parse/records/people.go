package records

import (
	"slices"
	"strings"

	"talks/catalog/parse/draft"
	"talks/catalog/parse/records/tree"
)

// newSpeaker reads a speaker, given as an object or by the name alone, which
// may be no more than a key.
func newSpeaker(o *object) draft.Speaker {
	if o.node.Kind() != tree.Object {
		name := strings.TrimSpace(anyText(o.node))
		return draft.Speaker{Key: name, Name: name}
	}
	s := draft.Speaker{
		Key:       firstText(o.value(draft.GUID), o.value(draft.Code), o.value(draft.ID)),
		Name:      draft.First(o.text(fieldPublicName), nameOf(o.value(fieldName)), o.text(fieldPeople)), // HackerTracker has it under "who"
		Biography: firstText(o.value(fieldBiography), o.value(draft.Abstract)),
	}
	if s.Name == "" {
		s.Name = joinedName(o)
	}
	s.Name = draft.First(s.Name, firstText(o.value(fieldFullName)), s.Key)
	return s
}

// joinedName is a person's name that is given in parts, which may stand in an
// object of their own, or "".
func joinedName(o *object) string {
	if whole := o.value(fieldName); whole.Kind() == tree.Object {
		parts := o.words.object(whole)
		o = &parts
	}
	last := firstText(o.value(fieldLastName))
	if last == "" {
		return ""
	}
	return strings.TrimSpace(firstText(o.value(fieldFirstName)) + " " + last)
}

// nameOf is a person's name, as a text or as a list of its parts: the given
// name, the family name, a title that stands before them and one behind, as in
// KonOpas's data.
func nameOf(n tree.Node) string {
	if n.Kind() != tree.List {
		return anyText(n)
	}
	var parts []string
	for part := range n.Items() {
		if parts = append(parts, anyText(part)); len(parts) == 4 {
			break
		}
	}
	if len(parts) > 2 {
		parts[0], parts[1], parts[2] = parts[2], parts[0], parts[1]
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

// keepPerson stores a person for the talks that name no more than the key.
func (p *parser) keepPerson(o *object) {
	s := newSpeaker(o)
	if s.Key = draft.First(s.Key, o.node.Name().Written); s.Key == "" || len(p.people) > draft.MaxTalks {
		return
	}
	p.people[s.Key] = draft.Shorten(s.Name)
	for _, talks := range o.all(fieldTalks) {
		for id := range talks.Items() {
			if id.Kind() < tree.List && len(p.givers[anyText(id)]) <= draft.MaxSpeakers {
				p.givers[anyText(id)] = append(p.givers[anyText(id)], draft.Speaker{Key: s.Key, Name: draft.Shorten(s.Name)})
			}
		}
	}
	if s.Biography != "" {
		p.schedule.Biographies[s.Key] = s.Biography
	}
}

// addSpeakers adds who gives the event: its authors, if it names no speakers,
// else those who name the event.
func (p *parser) addSpeakers(e *draft.Event, o *object) {
	for _, people := range o.all(fieldPeople) {
		p.addPeople(e, people)
	}
	if len(e.Speakers) == 0 {
		p.addPeople(e, o.value(fieldAuthors))
	}
	if len(e.Speakers) == 0 {
		e.Speakers = append(e.Speakers, p.givers[draft.First(e.Text[draft.ID], e.Text[draft.GUID], e.Text[draft.Code])]...)
	}
	if len(e.Speakers) == 0 && o.tells(draft.Title) && o.ranks[fieldBiography] > 0 {
		e.Speakers = append(e.Speakers, draft.Speaker{Name: o.text(fieldName)})
	}
	if len(e.Speakers) == 1 && e.Speakers[0].Biography == "" {
		e.Speakers[0].Biography = o.text(fieldBiography)
	}
	p.nameSpeakers(e)
}

// addPeople adds those whom a value names: a list of people, one of them, or a
// text.
func (p *parser) addPeople(e *draft.Event, n tree.Node) {
	switch n.Kind() {
	case tree.Text:
		for _, name := range splitNames(n.Text()) {
			addSpeaker(e, draft.Speaker{Key: name, Name: name})
		}
	case tree.Object:
		p.addPerson(e, n)
	}
	for person := range n.Items() {
		p.addPerson(e, person)
	}
}

// addPerson adds a person who speaks; one who only coordinates does not.
func (p *parser) addPerson(e *draft.Event, n tree.Node) {
	if len(e.Speakers) > draft.MaxSpeakers || n.IsEmpty() || anyText(n.Get("event_role")) == "coordinator" {
		return
	}
	o := p.words.object(n)
	if p.words.tree.Damaged && o.isTalk() {
		return // the end of the list of people is missing
	}
	addSpeaker(e, newSpeaker(&o))
}

func addSpeaker(e *draft.Event, s draft.Speaker) {
	if len(e.Speakers) <= draft.MaxSpeakers && !slices.Contains(e.Speakers, s) {
		e.Speakers = append(e.Speakers, s)
	}
}

// splitNames splits "Ada Lovelace, Bob Sample", if each part looks like a name
// of its own: "Lovelace, Ada" and "Ada Lovelace, PhD" are one.
func splitNames(s string) []string {
	names := strings.Split(s, ",")
	for i, name := range names {
		if names[i] = strings.TrimSpace(name); !strings.Contains(names[i], " ") {
			return []string{strings.TrimSpace(s)}
		}
	}
	return names
}

// nameSpeakers gives speakers who are named by a key alone the name that goes with
// it. Who has none is left out.
func (p *parser) nameSpeakers(e *draft.Event) {
	named := len(e.Speakers)
	for i, s := range e.Speakers {
		if s.Name == s.Key {
			e.Speakers[i].Name = draft.First(p.people[s.Key], s.Name)
		}
	}
	e.Speakers = slices.DeleteFunc(e.Speakers, func(s draft.Speaker) bool {
		return s.Name == s.Key && (isID(s.Name) || isCode(s.Name) && isCode(e.Text[draft.Code]))
	})
	if len(e.Speakers) < named {
		p.strangers.Add(e.Line)
	}
}

// isID reports whether a text is a number or a string of hexadecimal digits, as
// no name is.
func isID(s string) bool {
	return strings.ContainsAny(s, "0123456789") && strings.Trim(s, "0123456789abcdefABCDEF-") == ""
}

// isCode reports whether a text looks like one of pretalx's codes, "ABCDE7". So
// do some names, but not those of talks that have a code too.
func isCode(s string) bool {
	return len(s) >= 5 && len(s) <= 8 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == ""
}
