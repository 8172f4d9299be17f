package records

import (
	"slices"

	"talks/catalog/parse/draft"
)

// A record is an object that may be an event or a person: its values by what
// they tell.
type record struct {
	node       node
	values     [fields]int32 // the nodes' indexes in the tree, 0 without one
	ranks      [fields]uint8 // of the name of each value, 0 without one
	holdsTalks bool          // a list or an object within it does
	repeated   node          // a value under a name that came before
}

// newRecord looks at an object's members. An object for one language, as in
// {"en": {"title": …}, "zh": …}, tells what the object itself does not.
func newRecord(n node) record {
	r := record{node: n}
	for m := range n.members() {
		name := m.name()
		if name.locale == 0 || m.kind() != kindObject {
			r.take(name.key, m)
			continue
		}
		for local := range m.members() {
			if f := local.name().key.field; isTranslated(f) {
				r.take(key{f, name.locale}, local)
			}
		}
	}
	return r
}

// take keeps a value unless there is a better one.
func (r *record) take(k key, value node) {
	now := r.ranks[k.field]
	switch {
	case k.rank == 0:
		return
	case k.field == fieldTalks:
		r.holdsTalks = r.holdsTalks || value.holdsObjects()
		return
	case now == k.rank && k.rank < localRank:
		r.repeated = value
	}
	if now == 0 || !value.isEmpty() && (k.rank < now || r.value(k.field).isEmpty()) {
		r.values[k.field], r.ranks[k.field] = int32(value.at), k.rank
	}
}

// value is what the record has for a field, or the zero node.
func (r *record) value(f field) node {
	if r.values[f] == 0 {
		return node{}
	}
	return node{r.node.tree, int(r.values[f])}
}

// holdsObjects reports whether the first item of a list is an object, or the
// first member of an object is a list or an object.
func (n node) holdsObjects() bool {
	for first := range n.children(n.kind()) {
		return first.kind() == kindObject || first.kind() == kindList && n.kind() == kindObject
	}
	return false
}

// all are the values of every name of a field.
func (r *record) all(f field) []node {
	var all []node
	for m := range r.node.members() {
		if key := m.name().key; key.rank > 0 && key.field == f {
			all = append(all, m)
		}
	}
	return all
}

// tells reports whether the record has one of some fields, if only as an empty
// list.
func (r *record) tells(fields ...field) bool {
	return slices.ContainsFunc(fields, func(f field) bool {
		return r.values[f] != 0 && (r.value(f).kind() == kindList || !r.value(f).isEmpty())
	})
}

// text is what a field says, or "".
func (r *record) text(f field) string { return r.value(f).anyText() }

// title is what the event is called. A name and a summary may be those of
// anything else: they are its title only if it has another field of an event.
func (r *record) title() string {
	if title := r.text(draft.Title); title != "" {
		return title
	}
	if !r.tells(draft.Start, fieldStartDate, fieldSlots, fieldPeople, draft.Abstract, draft.Duration) {
		return ""
	}
	return firstText(r.value(fieldName), r.value(draft.Summary))
}

// isTalk reports whether the record is a talk, wherever it stands: it has a
// title and something else that only talks have.
func (r *record) isTalk() bool {
	if r.holdsTalks || r.isPerson() {
		return false
	}
	if r.text(draft.Title) != "" {
		return r.tells(draft.Abstract, fieldPeople, fieldSlots, draft.Start) ||
			r.tells(draft.Duration) && r.tells(draft.Description, fieldAuthors, draft.Room, draft.Track, draft.Kind)
	}
	return r.title() != "" && r.tells(draft.Start) && r.tells(fieldPeople, fieldAuthors, draft.Abstract, draft.Description, draft.Room)
}

// isPerson reports whether the record is a person: people have titles too. A
// talk that comes with its speaker's biography has a text as well.
func (r *record) isPerson() bool {
	if !r.tells(fieldFirstName, fieldFullName, fieldTagline, fieldBiography) || r.tells(draft.Title) && r.tells(draft.Description) {
		return false
	}
	return !r.tells(draft.Abstract, draft.Start, fieldSlots, fieldPeople, draft.Duration)
}

// isTitled reports whether the record has a title and a text, or a day and what
// one keeps of a talk.
func (r *record) isTitled() bool {
	return r.text(draft.Title) != "" && (r.tells(draft.Abstract, draft.Description) ||
		r.tells(draft.Date, fieldStartDate) && r.tells(fieldSlides, fieldRecording, draft.Room))
}
