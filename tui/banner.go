package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talks/tui/text"
)

// A verdict is what the user should know about a query. The banner says it
// above the list.
type verdict struct {
	remark    string   // what of the query does not count, "" if all does
	dead      bool     // it found nothing, or near misses only, in all there is
	explained bool     // the remark says why it is dead
	missing   []string // words to blame
}

// judge is the verdict on a query. There is none while there is more to search.
func (m *Model) judge(msg foundMsg) verdict {
	r := msg.results
	if r == nil || m.unfinished() {
		return verdict{}
	}
	v := verdict{dead: !r.Query.Empty() && (r.Len() == 0 || r.Weak), missing: msg.missing}
	for _, r := range msg.remarks {
		v.remark = join(v.remark, join(r.What, r.Hint, m.glyphs.Dot), m.glyphs.Dot)
		v.explained = v.explained || v.dead && r.Explains
	}
	return v
}

// lines is the number of lines of the banner.
func (v verdict) lines() int {
	n := 0
	if v.remark != "" {
		n++
	}
	if v.dead && !v.explained {
		n++ // what no talk has
	}
	if v.dead {
		n++ // the advice
	}
	return n
}

// banner says what of the query does not count and, if it is dead, what no talk
// has and what to ask instead.
func (m *Model) banner() []string {
	v := m.verdict
	rows := make([]string, 0, v.lines())
	add := func(line string, paint text.Paint) {
		row := m.newRow().Blank(indent)
		rows = append(rows, row.AddTruncated(line, row.Left()-1, m.glyphs.Ellipsis, paint, nil).String())
	}
	switch {
	case v.explained:
		add(m.fitted("", v.remark, m.closest()), m.theme.Notice)
	case v.remark != "":
		add(v.remark, m.theme.Notice)
	}
	if v.dead && !v.explained {
		add(m.noMatchLine(), m.theme.Notice)
	}
	if v.dead {
		add(m.adviceLine(), m.theme.Plain)
	}
	return rows
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
	if blame != "" && m.roomBeside(head+blame+m.closest()) < leastList {
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

// leastList is how many cells of a list of words are worth showing.
const leastList = 8

// roomBeside is how many cells of a line are left beside a text.
func (m *Model) roomBeside(s string) int { return m.width - indent - 1 - m.cells(s) }

// fitted is a line whose middle is truncated where the window is too narrow for
// all of it, but not much too narrow.
func (m *Model) fitted(head, middle, tail string) string {
	room := m.roomBeside(head + tail)
	if m.cells(middle) <= room || room < leastList {
		return head + middle + tail
	}
	end, _ := text.Cut(middle, room-m.cells(m.glyphs.Ellipsis), m.method)
	return head + middle[:end] + m.glyphs.Ellipsis + tail
}

// How advice is written.
const (
	adviceKey   = "tab: "
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
	key := adviceKey
	if m.focus == onDetail { // where tab goes to the list
		key = strings.Repeat(" ", len(adviceKey))
	}
	return key + adviceStart + strings.Join(suggestions, adviceComma) + "?"
}

// suggestion is what is offered at an index of the advice, and how much it finds.
func (m *Model) suggestion(i int) string {
	return fmt.Sprintf("%s (%d)", m.advice[i].Query, m.advice[i].Count)
}

// suggestionAt is the index of the suggestion at a cell of the window, -1 where there is none.
func (m *Model) suggestionAt(x, y int) int {
	if !m.verdict.dead || y != promptRow+m.verdict.lines() || m.layout().list.y <= y {
		return -1
	}
	from := indent + len(adviceKey+adviceStart)
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
