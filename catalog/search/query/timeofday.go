package query

import (
	"strconv"
	"strings"
	"time"

	"talks/catalog/search/words"
)

// A TimeOfDay is what time:, after: and before: ask for. It counts minutes from
// midnight of a day of the conference, to which its night belongs: half past one
// in the night is 25:30.
type TimeOfDay struct {
	From, To int // without To; a moment if they are equal

	// Night reports whether the time of a clock is meant, which is also that of
	// the night: 01:30 is also 25:30.
	Night bool
}

const (
	hour    = 60
	day     = 24 * hour
	longest = 2 * day // a day with its night
)

// Parts returns what time: calls the parts of a day, in order.
func Parts() []string { return []string{"morning", "afternoon", "evening"} }

// partOfDay returns when a part of a day begins and ends. In another zone a talk of
// the day may start before its midnight: that is the morning, too.
func partOfDay(name string) TimeOfDay {
	switch name {
	case "morning":
		return TimeOfDay{From: -day, To: 12 * hour}
	case "afternoon":
		return TimeOfDay{From: 12 * hour, To: 18 * hour}
	}
	return TimeOfDay{From: 18 * hour, To: longest}
}

// PartOf returns the part of the day that a minute of it is in.
func PartOf(minute int) string {
	for _, part := range Parts() {
		if minute < partOfDay(part).To {
			return part
		}
	}
	return Parts()[2]
}

// IsTime reports whether a field word asks for a time of day.
func IsTime(key string) bool { return key == "time" || key == "after" || key == "before" }

// TimeOfDay reads 14:00, which is a moment, 14, which is an hour, or the name of a
// part of a day, which may be half typed. Ok is false if it is none of these.
func (a Atom) TimeOfDay() (t TimeOfDay, ok bool) {
	value := foldTime(a.Text)
	for _, part := range Parts() {
		if a.Key == "time" && strings.HasPrefix(part, value) {
			return partOfDay(part), true
		}
	}
	hours, minutes, _ := strings.Cut(value, ":")
	h, ok := number(hours, longest/hour-1)
	if t = (TimeOfDay{From: h * hour, To: (h + 1) * hour, Night: h*hour < day}); !ok || len(minutes) == 0 {
		return t, ok
	}
	if len(minutes) == 1 { // half typed
		_, ok = number(minutes, 5)
		return t, ok
	}
	m, ok := number(minutes, hour-1)
	t.From += m
	t.To = t.From
	return t, ok
}

// number reads one or two digits.
func number(s string, most int) (n int, ok bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && len(s) <= 2 && s[0] != '+' && n >= 0 && n <= most
}

func foldTime(value string) string { return strings.ReplaceAll(words.Fold(value), "：", ":") }

// isHalfTime reports whether more of a time may be typed.
func isHalfTime(value string) bool {
	_, minutes, found := strings.Cut(value, ":")
	return len(value) == 1 || found && len(minutes) < 2 || value[0] > '9' && len(value) < len("morning")
}

// What day: calls the days around now.
const (
	Today    = "today"
	Tomorrow = "tomorrow"
)

// days returns what day: calls days, folded.
func days() []string {
	list := []string{Today, Tomorrow}
	for d := time.Sunday; d <= time.Saturday; d++ {
		list = append(list, strings.ToLower(d.String()))
	}
	return list
}

// TimeClause returns the clause that a free word may be meant for that is a day
// of the week or a time of day: day:sat, time:14:00. Certain reports whether it
// can hardly be meant for anything else.
func (g Group) TimeClause() (clause string, certain bool) {
	if !g.IsFree() {
		return "", false
	}
	a := g.Atoms[0]
	word := foldTime(a.Text)
	for _, name := range days() {
		relative := name == Today || name == Tomorrow
		if word == name || !relative && len(word) >= 3 && strings.HasPrefix(name, word) {
			return "day:" + word, word == name && !relative
		}
	}
	for _, part := range Parts() {
		if word == part {
			return "time:" + word, false
		}
	}
	clock := Atom{Key: "time", Text: word}
	if t, ok := clock.TimeOfDay(); ok && t.From == t.To && strings.Contains(word, ":") {
		return "time:" + word, true
	}
	return "", false
}
