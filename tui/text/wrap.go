package text

import (
	"context"
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
// at line feeds, else after blanks or beside a Han, Kana or Hangul character,
// else, in a word longer than the line, between two clusters. The blanks at
// which a line breaks belong to no line; nor do line feeds. What goes on from a
// line that was indented, or an item of a list, is indented as deep as its
// text.
func Wrap(s string, width int, m Method) []Line {
	lines, _ := WrapContext(context.Background(), s, width, m)
	return lines
}

// WrapContext is Wrap, given up within a line's time when ctx is done: then it
// returns the lines so far and the context's error.
func WrapContext(ctx context.Context, s string, width int, m Method) ([]Line, error) {
	width = max(width, 1)
	lines := make([]Line, 0, len(s)/width+1) // about as many
	for start := 0; start <= len(s) && ctx.Err() == nil; {
		end := strings.IndexByte(s[start:], '\n')
		if end < 0 {
			end = len(s)
		} else {
			end += start
		}
		lines = wrapLine(ctx, lines, s, Range{start, end}, width, m)
		start = end + 1
	}
	return lines, ctx.Err()
}

// wrapLine appends the lines of a piece of s that has no line feed.
func wrapLine(ctx context.Context, lines []Line, s string, piece Range, width int, m Method) []Line {
	hang := hanging(s[piece.Start:piece.End])
	if hang > width/2 {
		hang = 0
	}
	var (
		indent = 0           // of the line at hand
		start  = piece.Start // of the line at hand
		cells  = 0           // that it takes so far
		cut    = -1          // where it may end: the start of the blanks there, …
		resume = -1          // … and where the next would begin
		from   = 0           // cells up to resume
		before rune
		blank  bool // before was a blank
	)
	for at := start; at < piece.End; {
		size, _, c := next(s[at:piece.End], m)
		r, _ := utf8.DecodeRuneInString(s[at:])
		isBlank := r == ' ' && size == 1 // alone, without a mark on it
		switch {
		case isBlank:
			if !blank {
				cut = at
			}
			resume, from = at+size, cells+c
		case at > start && !blank && breaksBetween(before, r):
			cut, resume, from = at, at, cells
		}
		for indent+cells+c > width && at > start && !isBlank {
			switch {
			case cut > start && (indent > 0 || from > hang): // after the last word that fits
				lines = append(lines, Line{Range{start, cut}, indent})
				start, cells, indent = resume, cells-from, hang
			case cut == start: // only blanks so far: the word needs their room
				start, cells, hang = resume, cells-from, 0
			default: // a word longer than the line, maybe behind a bullet
				lines = append(lines, Line{Range{start, at}, indent})
				start, cells, indent = at, 0, hang
			}
			cut, resume, from = -1, -1, 0
			if ctx.Err() != nil {
				return lines
			}
		}
		cells += c
		before, blank = r, isBlank
		at += size
	}
	end := piece.End
	for end > start && s[end-1] == ' ' {
		end--
	}
	return append(lines, Line{Range{start, end}, indent})
}

// hanging is where the text of a line begins, in cells: behind its blanks and
// what marks it as an item of a list, a bullet or a number of a few digits.
func hanging(line string) int {
	rest := strings.TrimLeft(line, " ")
	blanks := len(line) - len(rest)
	for _, bullet := range []string{"- ", "* ", "+ ", "• ", "– "} {
		if strings.HasPrefix(rest, bullet) {
			return blanks + 2
		}
	}
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if end := rest[digits:]; digits > 0 && digits < 4 && (strings.HasPrefix(end, ". ") || strings.HasPrefix(end, ") ")) {
		return blanks + digits + 2
	}
	return blanks
}

// breaksBetween says that a line may end between two characters without a
// blank: beside an ideograph, but not before closing or after opening marks.
func breaksBetween(before, after rune) bool {
	if before < 0x1100 && after < 0x1100 {
		return false
	}
	if isUnified(before) && isUnified(after) {
		return true
	}
	if !isIdeograph(before) && !isIdeograph(after) {
		return false
	}
	if unicode.In(after, unicode.Pe, unicode.Pf, unicode.Po, unicode.Mn, unicode.Mc) || after == 'ー' {
		return false
	}
	return !unicode.In(before, unicode.Ps, unicode.Pi)
}

func isIdeograph(r rune) bool {
	return isUnified(r) || r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) ||
		r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
}

// isUnified says that r is one of the common ideographs, without the tables.
func isUnified(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }
