package seedtext

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Any text is a title, a blank line and more. What tells a list of talks from a
// manual, a program or a log of changes stands here.

// areTalks reports whether a document is a list of talks: most of its blocks are
// a title and prose, or a title at least. A document of one block is a talk if
// its paragraphs are lines, as no manual is written.
func (p *parser) areTalks() bool {
	others := p.blocks - p.talks - p.titles
	return p.talks > 0 && 2*p.talks >= p.blocks && 4*others <= p.blocks && (p.blocks > 1 || p.unwrapped)
}

var (
	// ofManuals matches titles that no talk has: a name with a version, a long
	// sentence.
	ofManuals = regexp.MustCompile(`^(\S+ )?v?\d+\.\d\S*$|^(\S+ ){12,}\S+\.$`)
	// ofOthers matches how a text begins that is no prose: a section's number, a
	// cell of a table, a statement of a program, a licence.
	ofOthers = regexp.MustCompile(`^(\d+(\.\d|  )|(import|package|func|type|def|class|const|let|var) |Copyright \()`)
)

// isTitle reports whether a line may be the title of a talk.
func isTitle(line string) bool {
	return isProse(line) && !strings.ContainsAny(line[len(line)-1:], ":,;{}=\\") &&
		!(strings.Contains(line, ".") && ofManuals.MatchString(line))
}

// isProse reports whether a text begins as prose does: not indented, and not with
// a mark of a list or of markup.
func isProse(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	isLetter := 'a' <= c|' ' && c|' ' <= 'z'
	return (isLetter || '0' <= c && c <= '9' || c >= utf8.RuneSelf || strings.ContainsRune(`"'([&`, c) || strings.HasPrefix(text, ".NET")) &&
		!ofOthers.MatchString(text)
}

// areLines reports whether each paragraph of a text is prose on a line of its own.
func areLines(text string) bool {
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		if strings.Contains(paragraph, "\n") || !isProse(paragraph) || strings.ContainsAny(paragraph[len(paragraph)-1:], ";{}=") {
			return false
		}
	}
	return true
}
