package tree

import (
	"bytes"
	"regexp"
	"strings"

	"talks/catalog/parse/clean"
)

// IsPage reports whether a document is a page of Markdown with front matter, as
// Jekyll, Hugo and Astro have them: a mapping of YAML between two lines of
// "---" or one of TOML between two of "+++", then a text, which is no YAML.
func IsPage(data []byte) bool {
	front, body, ok := cutFrontMatter(data)
	return ok && IsYAML(front) && !IsYAML(body)
}

// cutFrontMatter parts a page. The front keeps its first line, so that lines
// count from the start of the file.
func cutFrontMatter(data []byte) (front, body []byte, ok bool) {
	first, rest := clean.CutLine(data)
	mark := strings.TrimRight(string(first), " ")
	if mark != "---" && mark != "+++" {
		return nil, nil, false
	}
	for len(rest) > 0 {
		line, after := clean.CutLine(rest)
		if strings.TrimRight(string(line), " ") == mark {
			front = data[:len(data)-len(rest)]
			if mark == "+++" {
				front = tomlLine.ReplaceAll(front, []byte("$1: "))
				front = tomlTable.ReplaceAll(front, []byte("#"))
			}
			return front, after, true
		}
		rest = after
	}
	return nil, nil, false
}

// Simple TOML (https://toml.io) is YAML but for these. The members of a table
// become those of the whole: Zola wants what it does not know in one.
var (
	tomlLine  = regexp.MustCompile(`(?m)^[ \t]*([\w-]+)[ \t]*=[ \t]*`)
	tomlTable = regexp.MustCompile(`(?m)^[ \t]*\[|^\+\+\+`)
)

// Page makes a list of the one object that a page is: its front matter, with the
// text as a member. What the member is called, bodyName tells of the tree of the
// front matter; if it is "", that tree is all.
func Page(data []byte, problem func(line int, what, hint string), bodyName func(front *Tree) string) *Tree {
	front, body, _ := cutFrontMatter(data)
	matter := YAML(front, problem)
	name := bodyName(matter)
	if name == "" {
		return matter
	}
	b := newBuilder(len(matter.values)+3, len(data))
	b.begin(List, 1)
	b.begin(Object, 1)
	for document := range matter.Top().Items() {
		for m := range document.Members() {
			b.copy(m)
		}
		break // front matter is one document
	}
	if text := bytes.TrimSpace(body); len(text) > 0 {
		b.call([]byte(name))
		b.add(Text, text, 1+bytes.Count(front, []byte("\n")))
	}
	return b.finish()
}
