package records

import (
	"talks/catalog"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/records/tree"
)

// ParseLabels reads talks written as lines of "Title: …", "Speaker: …" and
// "Abstract: …", as in mails, into talks and problems. A text goes on to the
// next label; the label that comes first begins each talk.
func ParseLabels(doc *catalog.Document, data []byte) {
	parse(doc, data, func(data []byte, _ func(line int, what, hint string)) *tree.Tree {
		return tree.Labels(data, labelName)
	})
}

// IsLabels reports whether a document is of such lines: the first is, two
// different ones of a talk are there, one of them that of a title, and it is no
// YAML, which has each name once and nothing without a name.
func IsLabels(data []byte) bool {
	names, isYAML := tree.LabelNames(data, labelName)
	seen := make(map[field]int)
	for _, name := range names {
		seen[keyOf(name).field]++
	}
	return seen[draft.Title] > 0 && len(seen) > 1 && (!isYAML || seen[draft.Title] > 1)
}

// labelName is the name of a field of a talk that a label stands for, or "".
func labelName(label string) string {
	name := headingName(label)
	switch k := keyOf(name); {
	case k.rank == 0, k.rank >= commonRank, k.field >= draft.Fields && k.field != fieldPeople && k.field != fieldAuthors && k.field != fieldBiography:
		return ""
	}
	return name
}
