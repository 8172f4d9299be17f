package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"talks/catalog/search"
	"talks/tui/text"
)

// dead says that the query found nothing, or near misses only, in all there is.
func (m *Model) dead() bool {
	return !m.unfinished() && m.results != nil && !m.results.Query.Empty() && (m.results.Len() == 0 || m.results.Weak)
}

// verdict is what the reader should know about the query: what of it does not
// count and, if it is dead, what no talk has and what to ask instead.
func (m *Model) verdict() []string {
	var lines []string
	if remark := m.remark(); remark != "" {
		lines = append(lines, remark)
	}
	if !m.dead() {
		return lines
	}
	explains := func(r search.Remark) bool { return r.Explains }
	if n := len(lines) - 1; slices.ContainsFunc(m.remarks, explains) {
		lines[n] = m.fitted("", lines[n], m.closest())
	} else {
		lines = append(lines, m.lack())
	}
	return append(lines, m.offer())
}

// remark is what is to be said about the query, "" while there is more to
// search.
func (m *Model) remark() string {
	if m.unfinished() {
		return ""
	}
	said := ""
	for _, r := range m.remarks {
		said = join(said, join(r.What, r.Hint, m.glyphs.Dot), m.glyphs.Dot)
	}
	return said
}

// lack is what no talk has, and which word is to blame.
func (m *Model) lack() string {
	words := m.results.Query.Terms()
	if len(words) == 1 {
		return m.fitted("no talk has: ", words[0], m.closest())
	}
	blame := ""
	if missing := m.results.Missing; len(missing) > 0 && len(missing) < len(words) {
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
func (m *Model) roomBeside(s string) int { return m.width - indent - 1 - text.Width(s, m.method) }

// fitted is a line of which the middle is truncated where the window is too
// narrow for all, but not much too narrow.
func (m *Model) fitted(head, middle, tail string) string {
	room := m.roomBeside(head + tail)
	if text.Width(middle, m.method) <= room || room < leastList {
		return head + middle + tail
	}
	end, _ := text.Cut(middle, room-text.Width(m.glyphs.Ellipsis, m.method), m.method)
	return head + middle[:end] + m.glyphs.Ellipsis + tail
}

// offer is what to ask instead; tab takes the first of it.
func (m *Model) offer() string {
	if len(m.advice) == 0 {
		if m.hits() > 0 {
			return ""
		}
		return [...]string{onPrompt: "^u", onList: "esc", onDetail: "esc twice"}[m.focus] + " empties the query"
	}
	offers := make([]string, len(m.advice))
	for i := range m.advice {
		offers[i] = m.offered(i)
	}
	if m.focus == onDetail {
		return strings.Replace(offerStart, "tab: ", "     ", 1) + strings.Join(offers, offerDot) + "?"
	}
	return offerStart + strings.Join(offers, offerDot) + "?"
}

// How offers are written.
const (
	offerStart = "tab: did you mean "
	offerDot   = ", "
)

func (m *Model) offered(i int) string {
	return fmt.Sprintf("%s (%d)", m.advice[i].Query, m.advice[i].Count)
}

// offerAt is the offer at a cell of the window, -1 where there is none.
func (m *Model) offerAt(x, y int) int {
	if !m.dead() || y != promptRow+len(m.verdict()) || m.layout().list.y <= y {
		return -1
	}
	from := indent + len(offerStart)
	for i := range m.advice {
		to := from + text.Width(m.offered(i), m.method)
		if x >= from && x < to {
			return i
		}
		from = to + len(offerDot)
	}
	return -1
}

// takeFirst asks the first of what was offered instead.
func (m *Model) takeFirst() tea.Cmd { return m.take(0) }

func (m *Model) take(offer int) tea.Cmd {
	before := m.query()
	m.prompt.Set(m.advice[offer].Query)
	m.advice = nil
	m.chosen = false
	return m.requery(before)
}

func (m *Model) verdictRows() []string {
	lines := m.verdict()
	rows := make([]string, 0, len(lines))
	for i, line := range lines {
		paint := m.theme.Notice
		if m.dead() && i == len(lines)-1 { // the offer
			paint = m.theme.Plain
		}
		row := text.NewRow(m.width, m.method)
		row.Blank(indent).AddTruncated(line, row.Left()-1, m.glyphs.Ellipsis, paint, nil)
		rows = append(rows, row.String())
	}
	return rows
}
