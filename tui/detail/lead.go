package detail

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"talks/catalog"
	"talks/catalog/search/query"
	"talks/tui/text"
)

// A Lead is a part of a content that leads elsewhere: to a link, to another talk,
// or to the talks that a query finds.
type Lead struct {
	text.Range
	Link  int // its number, 0 for none
	Talk  *catalog.Talk
	Query string
}

// leadsTo reports whether two leads lead to the same.
func (l Lead) leadsTo(other Lead) bool {
	same := l.Talk == other.Talk || l.Talk != nil && other.Talk != nil && l.Talk.ID == other.Talk.ID
	return same && l.Link == other.Link && l.Query == other.Query
}

// The most talks that are listed of each kind: what fits beside a text, and of
// a speaker enough for anybody but "TBA".
const (
	mostMeanwhile = 6
	mostOthers    = 20
)

// surroundings writes which talks there are besides: at the same time, and in the
// same room.
func (w *contentWriter) surroundings(t *catalog.Talk, s Setting) {
	if s.Around == nil {
		return
	}
	around := s.Around(t)
	w.meanwhile(t, around.Meanwhile, s)
	neighbours := slices.DeleteFunc([]*catalog.Talk{around.Before, around.After}, func(t *catalog.Talk) bool { return t == nil })
	w.talks("Before and after in "+t.Slot.Room, neighbours, s.time)
}

// others writes what else somebody gives.
func (w *contentWriter) others(t *catalog.Talk, name string, s Setting) {
	talks := without(s.TalksBy(name), t)
	facts := []func(*catalog.Talk) string{s.dayAndTime, room}
	if t.Conference != s.Shared.Conference {
		facts = []func(*catalog.Talk) string{conference}
	}
	w.talks("Also by "+name, talks[:min(len(talks), mostOthers)], facts...)
	if len(talks) > mostOthers {
		w.more(fmt.Sprintf("all %d", len(talks)+1), query.Clause("speaker", name))
	}
}

// meanwhile writes which talks run at the same time: those that begin nearest to
// this one, in order of time, and the way to all that run when it begins.
func (w *contentWriter) meanwhile(t *catalog.Talk, all []*catalog.Talk, s Setting) {
	byStart := func(a, b *catalog.Talk) int { return a.Slot.Start.Compare(b.Slot.Start) }
	away := func(o *catalog.Talk) time.Duration { return o.Slot.Start.Sub(t.Slot.Start).Abs() }
	nearest := slices.SortedStableFunc(slices.Values(all), func(a, b *catalog.Talk) int { return cmp.Compare(away(a), away(b)) })
	shown := nearest[:min(len(nearest), mostMeanwhile)]
	slices.SortStableFunc(shown, byStart)
	w.talks("At the same time", shown, s.time, room)
	running := 0 // besides this one
	for _, o := range nearest {
		if !o.Slot.Start.After(t.Slot.Start) {
			running++
		}
	}
	if running <= len(shown) {
		return
	}
	day := strings.ToLower(t.Slot.Date().Format("Mon"))
	if t.Conference != s.Shared.Conference { // it has its own Saturday
		day = t.Slot.Date().Format(time.DateOnly)
	}
	w.more(fmt.Sprintf("all %d at %s", running+1, s.time(t)), query.Clause("time", s.time(t))+" "+query.Clause("day", day))
}

// talks writes a heading and a line for each talk, with some facts in columns
// before the titles; nothing if there are no talks.
func (w *contentWriter) talks(head string, talks []*catalog.Talk, facts ...func(*catalog.Talk) string) {
	if len(talks) == 0 {
		return
	}
	w.heading(head)
	widths := make([]int, len(facts))
	for _, t := range talks {
		for i, fact := range facts {
			widths[i] = max(widths[i], text.Width(fact(t), text.WcWidth))
		}
	}
	const gap = 2
	for _, t := range talks {
		start, hang := w.add(body, ""), 0
		for i, fact := range facts {
			if widths[i] > 0 {
				s := fact(t)
				w.b.WriteString(s + strings.Repeat(" ", widths[i]-text.Width(s, text.WcWidth)+gap))
				hang += widths[i] + gap
			}
		}
		w.made.faint = append(w.made.faint, text.Range{Start: start, End: w.b.Len()})
		w.b.WriteString(t.Title)
		w.lead(Lead{Range: text.Range{Start: start, End: w.b.Len()}, Talk: t}, hang)
	}
}

// more writes a line that leads to the talks that a query finds.
func (w *contentWriter) more(what, query string) {
	start := w.add(body, what)
	w.lead(Lead{Range: text.Range{Start: start, End: w.b.Len()}, Query: query}, 0)
}

// lead has the last part lead elsewhere.
func (w *contentWriter) lead(l Lead, hang int) {
	w.made.leads = append(w.made.leads, l)
	w.made.parts[len(w.made.parts)-1].hang = hang
}

func without(talks []*catalog.Talk, t *catalog.Talk) []*catalog.Talk {
	return slices.DeleteFunc(slices.Clone(talks), func(o *catalog.Talk) bool { return o.ID == t.ID })
}

// time is when a talk begins on its day.
func (s Setting) time(t *catalog.Talk) string { return t.Slot.In(s.Zone).Format("15:04") }

// room is where a talk is, without what the room is called besides.
func room(t *catalog.Talk) string {
	name, _, _ := strings.Cut(t.Slot.Room, " (")
	return name
}

func conference(t *catalog.Talk) string { return t.Conference }

func (s Setting) dayAndTime(t *catalog.Talk) string { return When(&t.Slot, s.Zone, false, true) }
