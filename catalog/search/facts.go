package search

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"talks/catalog"
)

func isFactKey(key string) bool {
	switch key {
	case "day", "lang", "type", "conference", "source", "is", "has":
		return true
	}
	return false
}

// possessions are what is: and has: may ask for, each with its plain name.
var possessions = [...]struct{ name, what string }{
	{"abstract", "abstract"}, {"links", "links"}, {"slides", "slides"}, {"video", "video"}, {"recording", "video"},
}

// known says that a value can be asked of a field word. A half-typed is: or
// has: asks for nothing yet.
func known(key, value string) bool {
	if key != "is" && key != "has" {
		return true
	}
	return possession(value) != ""
}

// possession completes a half-typed value of is: or has:.
func possession(value string) string {
	value = strings.ToLower(value)
	for _, p := range possessions {
		if value != "" && strings.HasPrefix(p.name, value) {
			return p.what
		}
	}
	return ""
}

// A factTest answers one field word for one talk after the other.
type factTest struct {
	key, value string // value folded
	whole      bool   // quoted: the whole word, not its start
	days       map[string][]string
}

func newFactTest(a atom, talks []*catalog.Talk) *factTest {
	f := &factTest{key: a.key, value: folded(a.text), whole: a.kind == kindPhrase && !a.open}
	switch {
	case a.key == "is" || a.key == "has":
		f.value = possession(f.value)
	case a.key == "day" && len(f.value) <= 2:
		if _, err := strconv.Atoi(f.value); err == nil {
			f.days = conferenceDays(talks)
		}
	}
	return f
}

func (f *factTest) holds(t *catalog.Talk) bool {
	switch f.key {
	case "day":
		return !t.Slot.Start.IsZero() && f.onDay(t)
	case "lang":
		return f.starts(t.Language)
	case "type":
		return f.starts(t.Type)
	case "conference":
		return strings.Contains(folded(t.Conference), f.value)
	case "source":
		return strings.Contains(folded(t.Source.File), f.value)
	}
	return possesses(t, f.value)
}

func (f *factTest) starts(text string) bool {
	text = folded(text)
	return text == f.value || !f.whole && strings.HasPrefix(text, f.value)
}

func (f *factTest) onDay(t *catalog.Talk) bool {
	date := t.Slot.Start.Format(time.DateOnly)
	if f.days != nil {
		n, _ := strconv.Atoi(f.value)
		dates := f.days[t.Conference]
		return n >= 1 && n <= len(dates) && dates[n-1] == date
	}
	return f.starts(date) || f.starts(t.Slot.Start.Weekday().String())
}

func possesses(t *catalog.Talk, what string) bool {
	kind := catalog.LinkPage
	switch what {
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

// conferenceDays is the dates of each conference, in order.
func conferenceDays(talks []*catalog.Talk) map[string][]string {
	days := make(map[string][]string)
	for _, t := range talks {
		if t.Slot.Start.IsZero() {
			continue
		}
		date := t.Slot.Start.Format(time.DateOnly)
		at, known := slices.BinarySearch(days[t.Conference], date)
		if !known {
			days[t.Conference] = slices.Insert(days[t.Conference], at, date)
		}
	}
	return days
}
