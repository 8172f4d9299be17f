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

// ofManuals matches titles that no talk has: a name with a version, a long sentence.
var ofManuals = regexp.MustCompile(`^(\S+ )?v?\d+\.\d\S*$|^(\S+ ){12,}\S+\.$`)

// isOfOthers reports whether a text begins as no prose does: with a section's number,
// a cell of a table, a statement of a program, a licence.
func isOfOthers(text string) bool {
	for _, start := range []string{"import ", "package ", "func ", "type ", "def ", "class ", "const ", "let ", "var ", "Copyright ("} {
		if strings.HasPrefix(text, start) {
			return true
		}
	}
	rest := strings.TrimLeft(text, "0123456789")
	return rest != text && (strings.HasPrefix(rest, "  ") || len(rest) > 1 && rest[0] == '.' && '0' <= rest[1] && rest[1] <= '9')
}

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
	return text != "" && (isLetter || '0' <= c && c <= '9' || c >= utf8.RuneSelf || strings.ContainsRune(`"'([&`, c) || strings.HasPrefix(text, ".NET")) &&
		!isOfOthers(text)
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
