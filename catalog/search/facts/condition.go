package facts

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"talks/catalog"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// A Condition tells of one talk after the other whether a fact is true of it. It
// is for one goroutine.
type Condition struct {
	key, value string // value folded
	whole      bool   // quoted: the whole word, not its start
	days       map[catalog.Origin][]string
	test       func(*catalog.Talk) bool // of a time; nil: none is asked for
	day        time.Time                // the latest that was looked at
	isDay      bool                     // it is the one that is asked for
}

// Condition returns the test of an atom, one that asks for a fact.
func (x *Facts) Condition(a query.Atom) *Condition {
	f := &Condition{key: a.Key, value: words.Fold(a.Text), whole: a.Kind == query.Phrase && !a.Open}
	switch {
	case a.Key == "is" || a.Key == "has":
		f.value = a.Feature()
		if f.test = x.markTest(a); f.test == nil {
			f.test = x.nowTest(f.value)
		}
	case a.IsKept():
		f.test = x.markTest(a)
	case query.IsTime(a.Key):
		f.test = x.timeTest(a)
	case a.Key == "day" && len(f.value) > 2:
		f.test = x.dayTest(f)
	case a.Key == "day":
		if n, err := strconv.Atoi(f.value); err == nil {
			f.days = conferenceDays(x.catalog.Talks)
			if n >= 10 && !hasDay(f.days, n) {
				f.days = nil // 20 may become a date
			}
		}
	}
	return f
}

// hasDay reports whether some conference has so many days.
func hasDay(days map[catalog.Origin][]string, n int) bool {
	for _, dates := range days {
		if n <= len(dates) {
			return true
		}
	}
	return false
}

// Holds reports whether the fact is true of a talk.
func (f *Condition) Holds(t *catalog.Talk) bool {
	switch {
	case f.key == "day":
		return f.isOnDay(t)
	case f.test != nil:
		return f.test(t)
	}
	switch f.key {
	case "lang", "type":
		return f.starts(valueOf(t, f.key))
	case "conference", "source":
		return strings.Contains(words.Fold(valueOf(t, f.key)), f.value)
	}
	return hasFeature(t, f.value)
}

// valueOf returns the text that a fact is looked for in; days and features
// have none.
func valueOf(t *catalog.Talk, key string) string {
	switch key {
	case "lang":
		return t.Language
	case "type":
		return t.Type
	case "conference":
		return t.Conference
	case "source":
		return t.Source.File
	}
	return ""
}

// starts reports whether a text begins with the value, or is it if quoted.
func (f *Condition) starts(text string) bool {
	text = words.Fold(text)
	return text == f.value || !f.whole && strings.HasPrefix(text, f.value)
}

// isOnDay reports whether the day of a talk is the one that is asked for.
func (f *Condition) isOnDay(t *catalog.Talk) bool {
	day := t.Slot.Date()
	if day.IsZero() {
		return false
	}
	if f.days != nil {
		date := day.Format(time.DateOnly)
		n, _ := strconv.Atoi(f.value)
		dates := f.days[t.Origin()]
		return n >= 1 && n <= len(dates) && dates[n-1] == date
	}
	if !day.Equal(f.day) { // most talks are on the day of the one before
		f.day, f.isDay = day, f.starts(day.Format(time.DateOnly)) || f.starts(day.Weekday().String())
	}
	return f.isDay || f.test != nil && f.test(t)
}

func hasFeature(t *catalog.Talk, feature string) bool {
	kind := catalog.LinkPage
	switch feature {
	case "abstract":
		return t.Abstract != "" || t.Description != ""
	case "links":
		return len(t.Links) > 0
	case "slides":
		if t.Slides {
			return true
		}
		kind = catalog.LinkSlides
	case "video":
		kind = catalog.LinkRecording
	}
	return slices.ContainsFunc(t.Links, func(l catalog.Link) bool { return l.Kind == kind })
}

// conferenceDays returns the dates of each conference's days, in order.
func conferenceDays(talks []*catalog.Talk) map[catalog.Origin][]string {
	days := make(map[catalog.Origin][]string)
	for _, t := range talks {
		day := t.Slot.Date()
		if day.IsZero() {
			continue
		}
		date, c := day.Format(time.DateOnly), t.Origin()
		at, known := slices.BinarySearch(days[c], date)
		if !known {
			days[c] = slices.Insert(days[c], at, date)
		}
	}
	return days
}
