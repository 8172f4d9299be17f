package records

import (
	"slices"

	"talks/catalog/parse/draft"
	"talks/catalog/parse/records/tree"
)

// An object is one of the document, which may be an event or a person, with its
// values sorted by the field that they tell.
type object struct {
	words      *vocabulary
	node       tree.Node
	values     [fields]int32 // the nodes' indexes in the tree, 0 without one
	ranks      [fields]uint8 // of the name of each value, 0 without one
	holdsTalks bool          // a list or an object within it does
	repeated   tree.Node     // a value under a name that came before
}

// object sorts the members of an object. An object for one language, as in
// {"en": {"title": …}, "zh": …}, tells what the object itself does not.
func (w *vocabulary) object(n tree.Node) object {
	o := object{words: w, node: n}
	for m := range n.Members() {
		name := w.of(m)
		if name.locale == 0 || m.Kind() != tree.Object {
			o.take(name.key, m)
			continue
		}
		for local := range m.Members() {
			if f := w.key(local).field; isTranslated(f) {
				o.take(key{f, name.locale}, local)
			}
		}
	}
	return o
}

// take keeps a value unless there is a better one.
func (o *object) take(k key, value tree.Node) {
	if k.field == fieldTalks && o.words.isOfSlots(value) {
		k = key{fieldSlots, commonRank - 1}
	}
	now := o.ranks[k.field]
	switch {
	case k.rank == 0:
		return
	case k.field == fieldTalks:
		o.holdsTalks = o.holdsTalks || holdsObjects(value)
		return
	case now == k.rank && k.rank < localRank:
		o.repeated = value
	}
	if now == 0 || !value.IsEmpty() && (k.rank < now || o.value(k.field).IsEmpty()) {
		o.values[k.field], o.ranks[k.field] = int32(value.Index()), k.rank
	}
}

// value is what the object has for a field, or the zero node.
func (o *object) value(f field) tree.Node {
	if o.values[f] == 0 {
		return tree.Node{}
	}
	return o.words.tree.Node(int(o.values[f]))
}

// holdsObjects reports whether the first item of a list is an object, or the
// first member of an object is a list or an object.
func holdsObjects(n tree.Node) bool {
	for first := range n.Children() {
		return first.Kind() == tree.Object || first.Kind() == tree.List && n.Kind() == tree.Object
	}
	return false
}

// isOfSlots reports whether a list that may be one of talks is one of when and
// where a talk is given: its first item has a time and no title.
func (w *vocabulary) isOfSlots(n tree.Node) bool {
	hasTime := false
	for m := range firstItem(n).Members() {
		switch k := w.key(m); {
		case k.rank == 0 || m.IsEmpty():
		case k.field == draft.Title || k.field == fieldName || k.field == draft.Summary:
			return false
		case k.field == draft.Start:
			hasTime = hasTime || isTime(m)
		}
	}
	return hasTime && n.Kind() == tree.List
}

// all are the values of every name of a field.
func (o *object) all(f field) []tree.Node {
	var all []tree.Node
	for m := range o.node.Members() {
		if key := o.words.key(m); key.rank > 0 && key.field == f {
			all = append(all, m)
		}
	}
	return all
}

// repeatedMember is a member with a name that one before has, or the zero node.
// Of an object with many members the first are looked at.
func repeatedMember(n tree.Node) tree.Node {
	const most = 64
	names := make([]int, 0, most)
	for m := range n.Members() {
		name := m.NameIndex()
		if slices.Contains(names, name) {
			return m
		}
		if names = append(names, name); len(names) == most {
			break
		}
	}
	return tree.Node{}
}

// tells reports whether the object has one of some fields, if only as an empty
// list.
func (o *object) tells(fields ...field) bool {
	return slices.ContainsFunc(fields, func(f field) bool {
		return o.values[f] != 0 && (o.value(f).Kind() == tree.List || !o.value(f).IsEmpty())
	})
}

// text is what a field says, or "".
func (o *object) text(f field) string { return anyText(o.value(f)) }

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
