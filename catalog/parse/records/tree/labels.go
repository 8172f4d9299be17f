package tree

import (
	"bytes"

	"talks/catalog/parse/clean"
)

// LabelNames are the names of the lines with labels ("Title: A") in the first 64
// KiB of a document, in their order; there are none if its first line is no such
// line. isYAML reports whether every other line may be one of YAML. Of a text
// before a colon, nameOf tells the name for which it is the label, or "".
func LabelNames(data []byte, nameOf func(label string) string) (names []string, isYAML bool) {
	const most = 64 << 10 // bytes that are looked at
	start := yamlBlock{text: data[:min(len(data), most)]}
	isYAML = true
	for line := range start.lines() {
		name, _, ok := cutLabel(line.text, nameOf)
		if ok {
			names = append(names, name)
		} else if len(names) == 0 {
			return nil, false
		} else if c := line.text[0]; c != ' ' && c != '\t' && c != '-' && c != '#' {
			isYAML = isYAML && startsMember(line.text)
		}
	}
	return names, isYAML
}

// cutLabel cuts a label from its text, be the label in bold ("**Title:** A"). It
// starts with a capital letter.
func cutLabel(line []byte, nameOf func(label string) string) (name string, text []byte, ok bool) {
	const most = 40 // bytes of a label
	label, text, ok := bytes.Cut(line, []byte(":"))
	label = bytes.Trim(label, "*_ ")
	if !ok || len(label) == 0 || len(label) > most || label[0] < 'A' || label[0] > 'Z' {
		return "", nil, false
	}
	name = nameOf(string(label))
	return name, bytes.TrimLeft(text, "*_ \t"), name != ""
}

// Labels makes a list of the objects in lines with labels. A text goes on
// to the next label; the label that comes first begins each object. Of a text
// before a colon, nameOf tells the name for which it is the label, or "".
func Labels(data []byte, nameOf func(label string) string) *Tree {
	b := newBuilder(min(len(data)/32, maxValues), len(data))
	b.begin(List, 1)
	first, name, text, from := "", "", []byte(nil), 0
	flush := func() {
		if name != "" {
			b.call([]byte(name))
			b.add(Text, bytes.TrimRight(text, " \t\r\n-=*_#"), from)
		}
	}
	for number := 1; len(data) > 0 && len(b.values) < maxValues; number++ {
		var line []byte
		line, data = clean.CutLine(data)
		label, rest, ok := cutLabel(line, nameOf)
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
			b.begin(Object, number)
		}
		name, text, from = label, bytes.Clone(rest), number
	}
	flush()
	return b.finish()
}
