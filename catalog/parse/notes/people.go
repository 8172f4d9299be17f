package notes

import (
	"regexp"
	"strings"

	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
)

// A line of names stands below a heading: in italics or in bold as a whole, or
// behind a word that says so.
var (
	emphasised = regexp.MustCompile(`^(?:\*\*(.+)\*\*|__(.+)__|\*(.+)\*|_(.+)_)$`)
	labelled   = regexp.MustCompile(`(?i)^[*_]*(?:speakers?|presenters?|authors?|by|with)(?: ?\(s\))?[*_]*:[*_]*\s+(\S.*)$|^[*_]*[Bb]y\s+(\p{Lu}.*?)[*_]*$`)
	separator  = regexp.MustCompile(`\s*[,;&]\s+|\s+and\s+`)
)

// takeSpeakers moves the names from below each heading to the speakers, and
// returns how many events have them. Lines in italics count as names if at
// least half of the texts start with one that looks like names.
func takeSpeakers(events []draft.Event) (named int) {
	texts, lines := 0, 0
	for i := range events {
		line, _ := cutFirstLine(events[i].Text[draft.Abstract])
		if line != "" {
			texts++
		}
		if looksLikeNames(inner(emphasised, line)) {
			lines++
		}
	}
	for i := range events {
		e := &events[i]
		line, rest := cutFirstLine(e.Text[draft.Abstract])
		names := inner(labelled, line)
		if italics := inner(emphasised, line); names == "" && 2*lines >= texts && looksLikeNames(italics) {
			names = italics
		}
		if names == "" {
			continue
		}
		named++
		e.Text[draft.Abstract] = rest
		for _, name := range separator.Split(names, draft.MaxSpeakers) {
			e.Speakers = append(e.Speakers, draft.Speaker{Name: strings.Trim(name, "*_ ")})
		}
	}
	return named
}

// cutFirstLine splits off the first line that is not blank.
func cutFirstLine(text string) (line, rest string) {
	for rest = text; rest != "" && line == ""; {
		line, rest = clean.CutLine(rest)
		line = strings.TrimSpace(line)
	}
	return line, rest
}

// inner is what the first group of an expression that matches has matched, or
// "".
func inner(e *regexp.Regexp, line string) string {
	const most = 4 << 10 // bytes of a line of names
	if len(line) > most {
		return ""
	}
	for i, group := range e.FindStringSubmatch(line) {
		if i > 0 && group != "" {
			return group
		}
	}
	return ""
}

// looksLikeNames reports whether a text is a list of names: each of one to six
// words, one at least in upper case, without the marks of a sentence.
func looksLikeNames(text string) bool {
	if text == "" || strings.ContainsAny(text, "!?:*_`<>") || strings.HasSuffix(text, ".") {
		return false
	}
	for _, name := range separator.Split(text, -1) {
		words := strings.Fields(name)
		if len(words) == 0 || len(words) > 6 || strings.ToLower(name) == name {
			return false
		}
	}
	return true
}
