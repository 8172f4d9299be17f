package records

import (
	"talks/catalog/parse/draft"
	"talks/catalog/parse/markup"
	"talks/catalog/parse/records/tree"
)

// A talk is an object that is one, and its scope.
type talk struct {
	node  tree.Node
	scope scope
}

// A scope is where a value stands, and what holds for the talks in it.
type scope struct {
	name     string // of the value, or of the list whose item it is
	in       string // the name of what that lies in
	isTop    bool   // in nothing else
	isItem   bool   // in a list
	isListed bool   // in a list of talks, or in an object of talks by their ids
	isNamed  bool   // in an object of talks or of people, by their ids

	day, room, track string
	start, end       string // of talks that have no time of their own
}

// isWhole reports whether a list is all that there is in the document.
func (s *scope) isWhole() bool { return s.in == "" && s.name == "" }

// walkAll walks a whole document. Of several values at its top each is an item
// of a list.
func (p *parser) walkAll() {
	top := p.words.tree.Top()
	at := scope{isTop: true}
	if hasSeveral(top) {
		at = scope{isItem: true, isListed: p.words.listsTalks(top, scope{})}
	}
	for n := range top.Items() {
		p.walk(n, at)
	}
}

// hasSeveral reports whether a list has more than one item.
func hasSeveral(n tree.Node) bool {
	items := 0
	for range n.Items() {
		if items++; items > 1 {
			return true
		}
	}
	return false
}

// walk looks for talks in a value.
func (p *parser) walk(n tree.Node, at scope) {
	if len(p.talks) > draft.MaxTalks {
		return
	}
	switch n.Kind() {
	case tree.Object:
		p.walkObject(n, at)
	case tree.List:
		p.walkList(n, at)
	case tree.Text:
		p.learn(at.in, at.name, n.Text())
	}
}

// walkObject takes an event or a person, or looks in the members of what is
// neither.
func (p *parser) walkObject(n tree.Node, at scope) {
	o := p.words.object(n)
	isEvent, isPerson := o.isEvent(at), at.isNamed && isPeople(at.in)
	switch {
	case isEvent:
		p.talks = append(p.talks, talk{n, at})
	case isPerson:
		p.keepPerson(&o)
	}
	if (isEvent || isPerson) && !p.words.tree.Damaged { // damage may have put others into it
		return
	}
	p.enter(&o, &at)
	if slots := n.Get("timeslots"); slots.Kind() == tree.List {
		p.timetable(n, slots)
	}
	isMap := !at.isItem && holdsTalks(at.name)
	isListed := isMap && p.words.listsTalks(n, at)
	before := len(p.talks)
	for m := range n.Members() {
		name := m.Name()
		if name.Lower == "timeslots" && len(p.talks) > before {
			continue // Sessionize lists the sessions of the rooms once more
		}
		within := at
		within.in, within.name, within.isTop, within.isItem = at.name, name.Lower, false, false
		within.day = draft.First(dateOf(name.Written), at.day)
		within.isNamed, within.isListed = isMap || !at.isItem && isPeople(at.name), isListed
		if at.name == "rooms" && at.in == "days" {
			within.room = name.Written
		}
		p.walk(m, within)
	}
}

// isEvent reports whether the object is an event where it stands. In a list of
// talks all are but those that hold talks themselves; elsewhere those that
// have something that only talks have.
func (o *object) isEvent(at scope) bool {
	switch {
	case !at.isItem && (at.name == "conference" || at.name == "schedule"), o.holdsTalks, o.isPerson():
		return false
	case at.isTop: // a file may be a single talk, if it has a text
		return o.isTitled() && o.isTalkAlone()
	case at.isListed:
		return o.title() != "" || o.hasOwn(fieldPeople, draft.Start) || o.tells(draft.Abstract, fieldSlots) ||
			(at.in == "rooms" || holdsTalks(at.name)) && o.ranks != [fields]uint8{} && !o.tells(fieldName)
	case at.isItem:
		return o.isTalk()
	}
	return o.isTalkAlone()
}

// enter takes what an object says of the talks within it.
func (p *parser) enter(o *object, at *scope) {
	if at.isItem {
		at.day = draft.First(dateOf(o.text(draft.Date)), dateOf(o.text(fieldDay)), at.day)
	}
	if start := o.value(draft.Start); hasClock(start) && o.text(draft.Title) == "" { // a slot of a timetable
		at.start, at.end = p.moment(start), p.moment(o.value(draft.End))
	}
	isList := at.name == "results" || at.name == "rooms" || at.name == "tracks"
	if !at.isTop && !(isList && o.holdsTalks) {
		return
	}
	name := markup.Line(firstText(o.value(draft.Title), o.value(fieldName), o.value(draft.Summary)))
	switch at.name {
	case "rooms":
		at.room = name
	case "tracks":
		at.track = name
	default:
		p.label = draft.First(p.label, name)
	}
}

// walkList looks in the items of a list, which stand where their list does.
func (p *parser) walkList(n tree.Node, at scope) {
	at.isItem, at.isTop, at.isNamed = true, false, false
	at.isListed = p.words.listsTalks(n, at)
	for item := range n.Items() {
		if at.name == "events" && item.Kind() < tree.List {
			p.schedule.Entries++
			p.schedule.Problem(item.Line(), "an entry that is no object, left out", "")
		}
		if item.Kind() == tree.Object && p.keepItem(item, at.name) {
			continue
		}
		p.walk(item, at)
	}
}

// keepItem stores an item of a list of that name if talks refer to it. It
// reports whether the item holds no talks, as a room or a track may.
func (p *parser) keepItem(n tree.Node, list string) (done bool) {
	switch {
	case isPeople(list):
		o := p.words.object(n)
		p.keepPerson(&o)
		return !p.words.tree.Damaged
	case list == "categories":
		p.keepCategory(n)
		return true
	case list == "rooms", list == "locations":
		keepName(p.rooms, n)
	case list == "tracks":
		keepName(p.tracks, n)
	case list == "session_types" || list == "submission_types":
		keepName(p.types, n)
	}
	return false
}
