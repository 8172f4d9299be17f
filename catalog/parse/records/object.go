package records

import (
	"slices"

	"talks/catalog/parse/draft"
)

// An object is one of the document, which may be an event or a person, with its
// values sorted by the field that they tell.
type object struct {
	node       node
	values     [fields]int32 // the nodes' indexes in the tree, 0 without one
	ranks      [fields]uint8 // of the name of each value, 0 without one
	holdsTalks bool          // a list or an object within it does
	repeated   node          // a value under a name that came before
}

// newObject sorts the members of an object. An object for one language, as in
// {"en": {"title": …}, "zh": …}, tells what the object itself does not.
func newObject(n node) object {
	o := object{node: n}
	for m := range n.members() {
		name := m.name()
		if name.locale == 0 || m.kind() != kindObject {
			o.take(name.key, m)
			continue
		}
		for local := range m.members() {
			if f := local.name().key.field; isTranslated(f) {
				o.take(key{f, name.locale}, local)
			}
		}
	}
	return o
}

// take keeps a value unless there is a better one.
func (o *object) take(k key, value node) {
	if k.field == fieldTalks && value.isOfSlots() {
		k = key{fieldSlots, commonRank - 1}
	}
	now := o.ranks[k.field]
	switch {
	case k.rank == 0:
		return
	case k.field == fieldTalks:
		o.holdsTalks = o.holdsTalks || value.holdsObjects()
		return
	case now == k.rank && k.rank < localRank:
		o.repeated = value
	}
	if now == 0 || !value.isEmpty() && (k.rank < now || o.value(k.field).isEmpty()) {
		o.values[k.field], o.ranks[k.field] = int32(value.at), k.rank
	}
}

// value is what the object has for a field, or the zero node.
func (o *object) value(f field) node {
	if o.values[f] == 0 {
		return node{}
	}
	return node{o.node.tree, int(o.values[f])}
}

// holdsObjects reports whether the first item of a list is an object, or the
// first member of an object is a list or an object.
func (n node) holdsObjects() bool {
	for first := range n.children(n.kind()) {
		return first.kind() == kindObject || first.kind() == kindList && n.kind() == kindObject
	}
	return false
}

// isOfSlots reports whether a list that may be one of talks is one of when and
// where a talk is given: its first item has a time and no title.
func (n node) isOfSlots() bool {
	hasTime := false
	for m := range firstItem(n).members() {
		switch k := m.name().key; {
		case k.rank == 0 || m.isEmpty():
		case k.field == draft.Title || k.field == fieldName || k.field == draft.Summary:
			return false
		case k.field == draft.Start:
			hasTime = hasTime || isTime(m)
		}
	}
	return hasTime && n.kind() == kindList
}

// all are the values of every name of a field.
func (o *object) all(f field) []node {
	var all []node
	for m := range o.node.members() {
		if key := m.name().key; key.rank > 0 && key.field == f {
			all = append(all, m)
		}
	}
	return all
}

// tells reports whether the object has one of some fields, if only as an empty
// list.
func (o *object) tells(fields ...field) bool {
	return slices.ContainsFunc(fields, func(f field) bool {
		return o.values[f] != 0 && (o.value(f).kind() == kindList || !o.value(f).isEmpty())
	})
}

// text is what a field says, or "".
func (o *object) text(f field) string { return o.value(f).anyText() }

// title is what the event is called. A name and a summary may be those of
// anything else: they are its title only if it has another field of an event.
func (o *object) title() string {
	if title := o.text(draft.Title); title != "" {
		return title
	}
	if !o.hasOwn(draft.Start, fieldPeople) && !o.tells(fieldStartDate, fieldSlots, draft.Abstract, draft.Duration) {
		return ""
	}
	return firstText(o.value(fieldName), o.value(draft.Summary))
}
