package notes

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"talks/catalog/parse/draft"
)

// Most documents with headings are the manual of a program, not a list of
// talks. What tells them apart stands here.
var (
	// ofTalks are words in the heading above all others of what holds talks.
	ofTalks = regexp.MustCompile(`(?i)\b(talks?|abstracts?|sessions?|lectures?|papers?|speakers?|programme?|schedule|agenda|conf|conference|congress|meet-?ups?|summit|symposium|workshops?|seminars?|camp|vorträge|treffen)\b|\w(conf|con|camp|day|days)\b`)
	// ofManuals are headings that no talk has: versions, and parts of a manual.
	ofManuals = regexp.MustCompile(`(?i)^\W*v?\d+\.\d|^\S+ v?\d+\.\d[\w.]*$|^\W*(unreleased|change ?log|install\w*|usage|licen[cs]\w+|contribut\w+|getting started|introduction|overview|configuration|features|examples?)\W*$`)
	// ofCode is what a manual shows and an abstract does not: code, badges,
	// tables, boxes to tick, the targets of links.
	ofCode = regexp.MustCompile("(?m)^ {0,3}(```|~~~|\\[?!\\[|\\[[^\\]\\n]+\\]: |[*-] \\[[ x]\\]|<[a-zA-Z!/]|\\|.*\\|)|^(import|def|class|func|package) \\w|^from \\S+ import |^[A-Za-z_]+ ?=|^(    |\t)\\s*(\\$|go|import|func|npm|pip) ")
)

// areComments reports whether the headings are the comments of a program: most
// stand below other text, or below each other.
func areComments(notes []note) bool {
	apart := 0
	for _, n := range notes {
		if n.apart {
			apart++
		}
	}
	return 2*apart < len(notes)
}

// areTalks reports whether the headings are the titles of talks: half of them
// name people, or the heading above them says so, in words that are no code;
// without one above, there are several, all with the same level, and nothing
// looks like a manual.
func areTalks(name string, events []draft.Event, named int) bool {
	if len(events) == 0 {
		return false
	}
	texts, code, prose := 0, 0, 0
	for i := range events {
		text := events[i].Text[draft.Abstract]
		if strings.TrimSpace(text) != "" || len(events[i].Speakers) > 0 {
			texts++
		}
		if isProse(text) {
			prose++
		}
		if ofCode.MatchString(text) {
			code++
		}
		if named == 0 && ofManuals.MatchString(events[i].Text[draft.Title]) {
			return false
		}
	}
	switch {
	case named > 0 && 2*named >= texts:
		return true
	case name != "":
		return ofTalks.MatchString(name) && !strings.Contains(name, "`") && 2*code <= len(events)
	}
	return len(events) > 1 && 2*prose >= len(events) && code == 0
}

// isProse reports whether a text begins as a sentence does, and not as a command,
// a key or a list.
func isProse(text string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(strings.TrimSpace(text), "\"'*_("))
	return unicode.IsLetter(first) && !unicode.IsLower(first)
}
