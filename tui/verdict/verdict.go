// Package verdict says what is wrong with a query, and what to ask instead, in lines
// as wide as the window.
package verdict

import (
	"strings"

	"talks/catalog/search"
	"talks/tui/style"
	"talks/tui/text"
)

// A Verdict is what the user should know about a query. The zero Verdict is for one
// with which nothing is wrong, or that has not been judged.
type Verdict struct {
	Dead      bool     // it found nothing, or near misses only, in all there is
	Instead   string   // what tab asks in its place, "" for nothing
	remark    string   // what of the query does not count, "" if all does
	explained bool     // the remark says why it is dead
	clauses   []string // of the query
	missing   []string // those to blame
}

// Of is the verdict on the query of some results; gone is said of marks before
// anything else, "" for nothing, dot parts two remarks.
func Of(r *search.Results, remarks []search.Remark, missing []string, gone, dot string) Verdict {
	v := Verdict{remark: gone, Dead: !r.Query.Empty() && (r.Len() == 0 || r.Weak), clauses: r.Query.Clauses(), missing: missing}
	for _, r := range remarks {
		if r.Instead != "" && v.Instead == "" && !v.Dead {
			v.Instead, r.What, r.Hint = r.Instead, r.Hint, r.What // the row may be short
		}
		v.remark = text.Join(v.remark, text.Join(r.What, r.Hint, dot), dot)
		v.explained = v.explained || v.Dead && r.Explains
	}
	return v
}

// A Setting is where a verdict is said.
type Setting struct {
	Width  int // of the line, in cells
	Method text.Method
	Glyphs *style.Glyphs
	Listed bool                // there are talks in the list
	Read   bool                // the detail has the focus: tab is for something else there
	Empty  string              // the key that empties the query
	Advice []search.Suggestion // what to ask instead of a dead query
}

func (s *Setting) cells(of string) int { return text.Width(of, s.Method) }

// Line says what is wrong with the query, "" if nothing is.
func (v *Verdict) Line(s Setting) string {
	switch {
	case v.explained:
		return s.fitted("", v.remark, s.closest())
	case v.Dead:
		return text.Join(v.remark, v.noMatchLine(s), s.Glyphs.Dot)
	case v.Instead != "" && !s.Read:
		return "tab: " + v.remark
	default:
		return v.remark
	}
}

// noMatchLine names the words that no talk has together, and those to blame.
func (v *Verdict) noMatchLine(s Setting) string {
	if len(v.clauses) == 1 {
		return s.fitted("no talk has: ", v.clauses[0], s.closest())
	}
	blame := ""
	if len(v.missing) > 0 && len(v.missing) < len(v.clauses) {
		blame = s.Glyphs.Dot + "to blame: " + strings.Join(v.missing, ", ")
	}
	const head = "no talk has all of: "
	if blame != "" && s.roomBeside(head+blame+s.closest()) < leastWords {
		return strings.TrimPrefix(blame, s.Glyphs.Dot) + s.closest() // the prompt has the rest
	}
	return s.fitted(head, strings.Join(v.clauses, ", "), blame+s.closest())
}

// closest announces near misses.
func (s *Setting) closest() string {
	if !s.Listed {
		return ""
	}
	return s.Glyphs.Dot + "closest:"
}

// leastWords is how many cells of a list of words are worth showing.
const leastWords = 8

// roomBeside is how many cells of a line are left beside a text.
func (s *Setting) roomBeside(line string) int { return s.Width - s.cells(line) }

// fitted is a line whose middle is truncated where the window is too narrow for
// all of it, but not much too narrow.
func (s *Setting) fitted(head, middle, tail string) string {
	room := s.roomBeside(head + tail)
	if s.cells(middle) <= room || room < leastWords {
		return head + middle + tail
	}
	end, _ := text.Cut(middle, room-s.cells(s.Glyphs.Ellipsis), s.Method)
	return head + middle[:end] + s.Glyphs.Ellipsis + tail
}
