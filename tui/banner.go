package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talks/tui/kept"
	"talks/tui/layout"
	"talks/tui/row"
	"talks/tui/text"
)

// A verdict is what the user should know about a query. The banner says it
// above the list.
type verdict struct {
	remark    string   // what of the query does not count, "" if all does
	dead      bool     // it found nothing, or near misses only, in all there is
	explained bool     // the remark says why it is dead
	missing   []string // words to blame
	instead   string   // what tab asks in its place, "" for nothing
}

// judge is the verdict on a query. There is none while there is more to search.
func (m *Model) judge(msg foundMsg) verdict {
	r := msg.results
	if r == nil || m.unfinished() {
		return verdict{}
	}
	v := verdict{remark: kept.GoneLine(r.Query, m.store), dead: !r.Query.Empty() && (r.Len() == 0 || r.Weak), missing: msg.missing}
	for _, r := range msg.remarks {
		if r.Instead != "" && v.instead == "" && !v.dead {
			v.instead, r.What, r.Hint = r.Instead, r.Hint, r.What // the row may be short
		}
		v.remark = join(v.remark, join(r.What, r.Hint, m.glyphs.Dot), m.glyphs.Dot)
		v.explained = v.explained || v.dead && r.Explains
	}
	return v
}

// gap is the number of rows between the prompt and the list. No verdict moves the
// list: it has one row, or where there is no list as many as it needs; what does
// not fit there is in the status line.
func (m *Model) gap() int {
	switch {
	case m.hits() == 0 && m.verdict.dead:
		return 2
	case m.height >= layout.Airy:
		return 1
	}
	return 0
}

// banner says what of the query does not count and, if it is dead, what no talk
// has and, if there is no hit at all, what to ask instead.
func (m *Model) banner() []string {
	var rows []string
	add := func(line string, paint text.Paint) {
		to := m.newRow().Blank(row.Indent)
		rows = append(rows, to.AddTruncated(line, to.Left()-1, m.glyphs.Ellipsis, paint, nil).String())
	}
	if line := m.verdictLine(); line != "" {
		add(line, m.theme.Notice)
	}
	if m.verdict.dead && m.hits() == 0 {
		add(m.adviceLine(), m.theme.Plain)
	}
	return rows
}

// verdictLine says what is wrong with the query, "" if nothing is.
func (m *Model) verdictLine() string {
	switch v := &m.verdict; {
	case v.explained:
		return m.fitted("", v.remark, m.closest())
	case v.dead:
		return join(v.remark, m.noMatchLine(), m.glyphs.Dot)
	case v.instead != "" && m.focus != onDetail:
		return "tab: " + v.remark
	default:
		return v.remark
	}
}

// verdictStatus is what the status line says of the query: what to ask instead or,
// where no row below the prompt says it, what is wrong; "" for nothing.
func (m *Model) verdictStatus() string {
	switch {
	case m.hits() == 0:
		return ""
	case m.verdict.dead && len(m.advice) > 0:
		return m.adviceLine()
	case m.gap() == 0:
		return m.verdictLine()
	}
	return ""
}

// noMatchLine names the words that no talk has together, and those to blame.
func (m *Model) noMatchLine() string {
	words := m.results.Query.Clauses()
	if len(words) == 1 {
		return m.fitted("no talk has: ", words[0], m.closest())
	}
	blame := ""
	if missing := m.verdict.missing; len(missing) > 0 && len(missing) < len(words) {
		blame = m.glyphs.Dot + "to blame: " + strings.Join(missing, ", ")
	}
	const head = "no talk has all of: "
	if blame != "" && m.roomBeside(head+blame+m.closest()) < row.LeastWords {
		return strings.TrimPrefix(blame, m.glyphs.Dot) + m.closest() // the prompt has the rest
	}
	return m.fitted(head, strings.Join(words, ", "), blame+m.closest())
}

// closest announces near misses.
func (m *Model) closest() string {
	if m.hits() == 0 {
		return ""
	}
	return m.glyphs.Dot + "closest:"
}

// roomBeside is how many cells of a line are left beside a text.
func (m *Model) roomBeside(s string) int { return m.width - row.Indent - 1 - m.cells(s) }

// fitted is a line whose middle is truncated where the window is too narrow for
// all of it, but not much too narrow.
func (m *Model) fitted(head, middle, tail string) string {
	room := m.roomBeside(head + tail)
	if m.cells(middle) <= room || room < row.LeastWords {
		return head + middle + tail
	}
	end, _ := text.Cut(middle, room-m.cells(m.glyphs.Ellipsis), m.method)
	return head + middle[:end] + m.glyphs.Ellipsis + tail
}

// How advice is written.
const (
	adviceStart = "did you mean "
	adviceComma = ", "
)

// adviceLine is what to ask instead; tab takes the first of it.
func (m *Model) adviceLine() string {
	switch {
	case len(m.advice) == 0 && m.hits() > 0:
		return ""
	case len(m.advice) == 0:
		return [...]string{onPrompt: "^u", onList: "esc", onDetail: "esc twice"}[m.focus] + " empties the query"
	}
	suggestions := make([]string, len(m.advice))
	for i := range m.advice {
		suggestions[i] = m.suggestion(i)
	}
	return m.adviceKeys() + adviceStart + strings.Join(suggestions, adviceComma) + "?"
}

// adviceKeys are the keys that take the first suggestion: tab, but not in the
// detail, and enter where there is no talk to open.
func (m *Model) adviceKeys() string {
	switch inDetail := m.focus == onDetail; {
	case m.hits() == 0 && inDetail:
		return "enter: "
	case m.hits() == 0:
		return "enter, tab: "
	case inDetail:
		return ""
	}
	return "tab: "
}

// suggestion is what is offered at an index of the advice, and how much it finds.
func (m *Model) suggestion(i int) string {
	return fmt.Sprintf("%s (%d)", m.advice[i].Query, m.advice[i].Count)
}

// suggestionAt is the index of the suggestion at a cell of the window, -1 where there is none.
func (m *Model) suggestionAt(x, y int) int {
	at, from := promptRow+2, row.Indent
	if m.hits() > 0 {
		at, from = m.height-1, 1
	}
	if !m.verdict.dead || y != at {
		return -1
	}
	from += len(m.adviceKeys() + adviceStart)
	for i := range m.advice {
		to := from + m.cells(m.suggestion(i))
		if x >= from && x < to {
			return i
		}
		from = to + len(adviceComma)
	}
	return -1
}

// takeSuggestion asks what was suggested in place of the query.
func (m *Model) takeSuggestion(i int) tea.Cmd {
	m.chosen = nil
	return m.ask(m.advice[i].Query)
}
