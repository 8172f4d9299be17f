package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Range is a half-open range of bytes [Start, End) of some text.
type Range struct{ Start, End int }

// A Line is a range of a text that stands on a line of its own, Indent cells
// to the right of the others.
type Line struct {
	Range
	Indent int
}

// Wrap breaks s into lines of at most width cells, indents included. Lines end
// at line feeds, else after blanks or beside a wide character (Han, Kana,
// Hangul), else, in a word longer than the line, after a slash, else between two
// clusters. The blanks at which a line breaks belong to no line; nor do line
// feeds. The continuation of an indented line, or of an item of a list, is
// indented as deep as its text.
func Wrap(s string, width int, m Method) []Line {
	width = max(width, 1)
	lines := make([]Line, 0, len(s)/width+1) // about as many
	for start := 0; start <= len(s); {
		end := len(s)
		if n := strings.IndexByte(s[start:], '\n'); n >= 0 {
			end = start + n
		}
		lines = WrapLine(lines, s, Range{start, end}, width, hanging(s[start:end]), m)
		start = end + 1
	}
	return lines
}

// WrapLine appends the lines of a piece of s that has no line feed, all but the
// first indented by hang cells. See Wrap.
func WrapLine(lines []Line, s string, piece Range, width, hang int, m Method) []Line {
	width = max(width, 1)
	if hang > width/2 {
		hang = 0
	}
	var (
		indent = 0           // of the current line
		start  = piece.Start // of the current line
		cells  = 0           // that it takes so far
		cut    = -1          // where it may end: the start of the blanks there, …
		resume = -1          // … and where the next line would begin
		from   = 0           // cells up to resume
		slash  = -1          // the end of the last slash in it, …
		upTo   = 0           // … and the cells up to there
		before character
	)
	for at := start; at < piece.End; {
		size, _, c := next(s[at:piece.End], m)
		r, _ := utf8.DecodeRuneInString(s[at:])
		now := character{r, c, r == ' ' && size == 1} // without an accent on the blank
		switch {
		case now.blank:
			if !before.blank {
				cut = at
			}
			resume, from = at+size, cells+c
		case at > start && !before.blank && breaksBetween(before, now):
			cut, resume, from = at, at, cells
		}
		for indent+cells+c > width && at > start && !now.blank {
			switch {
			case cut > start && (indent > 0 || from > hang): // after the last word that fits
				lines = append(lines, Line{Range{start, cut}, indent})
				start, cells, indent = resume, cells-from, hang
				upTo -= from
			case cut == start: // only blanks so far: the word needs their room
				start, cells, hang = resume, cells-from, 0
				upTo -= from
			case slash > start: // an address longer than the line
				lines = append(lines, Line{Range{start, slash}, indent})
				start, cells, indent, slash = slash, cells-upTo, hang, -1
			default: // a word longer than the line, maybe after a bullet
				lines = append(lines, Line{Range{start, at}, indent})
				start, cells, indent = at, 0, hang
			}
			cut, resume, from = -1, -1, 0
		}
		cells += c
		before = now
		at += size
		if r == '/' && size == 1 {
			slash, upTo = at, cells
		}
	}
	end := start + len(strings.TrimRight(s[start:piece.End], " "))
	return append(lines, Line{Range{start, end}, indent})
}

// hanging is the column, in cells, where the text of a line begins: after its
// blanks and the bullet, or number of a few digits, of an item of a list: "1. ",
// "1) " or "[1] ".
func hanging(line string) int {
	rest := strings.TrimLeft(line, " ")
	blanks := len(line) - len(rest)
	for _, bullet := range []string{"- ", "* ", "+ ", "• ", "– "} {
		if strings.HasPrefix(rest, bullet) {
			return blanks + 2
		}
	}
	number, bracket := strings.CutPrefix(rest, "[")
	digits := len(number) - len(strings.TrimLeft(number, "0123456789"))
	switch end := number[digits:]; {
	case digits == 0 || digits > 3:
	case bracket && strings.HasPrefix(end, "] "):
		return blanks + digits + 3
	case !bracket && (strings.HasPrefix(end, ". ") || strings.HasPrefix(end, ") ")):
		return blanks + digits + 2
	}
	return blanks
}

// A character is a cluster as far as wrapping looks at it.
type character struct {
	first rune
	cells int
	blank bool
}

// neverFirst are the letters that, as closing punctuation does, stand at no start of
// a line in Japanese: small kana, and marks that lengthen or repeat what is before
// them (JIS X 4051, "line-start prohibited characters").
const neverFirst = "ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ々〻ゝゞヽヾ〜～゠ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"

// breaksBetween reports whether a line may end between two characters that no
// blank parts: beside a wide one, as East Asian scripts are written without
// blanks, but not before closing or after opening punctuation.
func breaksBetween(before, after character) bool {
	if before.cells < 2 && after.cells < 2 {
		return false
	}
	if strings.ContainsRune(neverFirst, after.first) || unicode.In(after.first, unicode.Pe, unicode.Pf, unicode.Po) {
		return false
	}
	return !unicode.In(before.first, unicode.Ps, unicode.Pi)
}
