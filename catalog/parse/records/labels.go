package records

import (
	"bytes"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
)

// ParseLabels reads talks written as lines of "Title: …", "Speaker: …" and
// "Abstract: …", as in mails, into talks and problems. A text goes on to the
// next label; the label that comes first begins each talk.
func ParseLabels(doc *catalog.Document, data []byte) { parse(doc, data, readLabels) }

// IsLabels reports whether a document is of such lines: the first is, two
// different ones of a talk are there, one of them that of a title, and it is no
// YAML, which has each name once and nothing without a name.
func IsLabels(data []byte) bool {
	const most = 64 << 10 // bytes that are looked at
	start := yamlBlock{text: data[:min(len(data), most)]}
	seen := make(map[field]int)
	first, isFree := true, false
	for line := range start.lines() {
		name, _, ok := cutLabel(line.text)
		if first && !ok {
			return false
		}
		first = false
		if ok {
			seen[keyOf(name).field]++
		} else if c := line.text[0]; c != ' ' && c != '\t' && c != '-' && c != '#' {
			isFree = isFree || !startsMember(line.text)
		}
	}
	return seen[draft.Title] > 0 && len(seen) > 1 && (isFree || seen[draft.Title] > 1)
}

// cutLabel cuts a label from its text, be the label in bold ("**Title:** A"). It
// has the name of a field of a talk, with a capital letter.
func cutLabel(line []byte) (name string, text []byte, ok bool) {
	const most = 40 // bytes of a label
	label, text, ok := bytes.Cut(line, []byte(":"))
	label = bytes.Trim(label, "*_ ")
	if !ok || len(label) == 0 || len(label) > most || label[0] < 'A' || label[0] > 'Z' {
		return "", nil, false
	}
	name = headingName(string(label))
	switch k := keyOf(name); {
	case k.rank == 0, k.rank >= commonRank, k.field >= draft.Fields && k.field != fieldPeople && k.field != fieldAuthors && k.field != fieldBiography:
		return "", nil, false
	}
	return name, bytes.TrimLeft(text, "*_ \t"), true
}

// readLabels makes a list of objects.
func readLabels(data []byte, _ func(line int, what, hint string)) *tree {
	b := newBuilder(min(len(data)/32, maxValues), len(data))
	b.call([]byte("talks"))
	b.begin(kindList, 1)
	first, name, text, from := "", "", []byte(nil), 0
	flush := func() {
		if name != "" {
			b.call([]byte(name))
			b.add(kindText, bytes.TrimRight(text, " \t\r\n-=*_#"), from)
		}
	}
	for number := 1; len(data) > 0 && len(b.values) < maxValues; number++ {
		var line []byte
		line, data = clean.CutLine(data)
		label, rest, ok := cutLabel(line)
		if !ok {
			text = append(append(text, '\n'), line...)
			continue
		}
		flush()
		if first == "" {
			first = label
		}
		if label == first {
			if name != "" {
				b.end()
			}
			b.begin(kindObject, number)
		}
		name, text, from = label, bytes.Clone(rest), number
	}
	flush()
	return b.finish()
}
