package main

import (
	"strings"
	"time"

	"talks/catalog"
	"talks/cmd/talks/hint"
)

// nowUsage is what the help says of --now.
const nowUsage = "take it to be `TIME`: \"2026-01-31 14:00\" or \"sat 14:00\""

// nowOf reads what --now says. Without it that is the time it is. A time without
// an offset is that of the clock wherever a talk is given. A weekday is the first
// one still to come on which the catalog has a talk, else the last one that was.
func nowOf(text string) (func([]*catalog.Talk) time.Time, error) {
	if text == "" {
		return func([]*catalog.Talk) time.Time { return time.Now() }, nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02 15:04", "2006-01-02T15:04", "2006-01-02T15:04:05", time.DateOnly} {
		if t, err := time.ParseInLocation(layout, text, catalog.Wall()); err == nil {
			return func([]*catalog.Talk) time.Time { return t }, nil
		}
	}
	name, clock, _ := strings.Cut(text, " ")
	day, known := weekday(name)
	at, err := time.Parse("15:04", clock)
	if !known || err != nil {
		return nil, hint.New("--now "+text+": no time that can be read", `it takes 2026-01-31T14:00+01:00, "2026-01-31 14:00" or "sat 14:00"`)
	}
	return func(talks []*catalog.Talk) time.Time {
		date := dateOf(talks, day, catalog.DateOf(time.Now()))
		return catalog.OnWall(date.Add(time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute))
	}, nil
}

// weekday reads the name of a day, or its first three letters and more.
func weekday(name string) (day time.Weekday, known bool) {
	for day := time.Sunday; day <= time.Saturday; day++ {
		if len(name) >= 3 && strings.HasPrefix(strings.ToLower(day.String()), strings.ToLower(name)) {
			return day, true
		}
	}
	return 0, false
}

// dateOf is the date of a weekday: the first from today on that some talk is on,
// else the last before, else the first of all. A talk in the night is on two dates.
func dateOf(talks []*catalog.Talk, day time.Weekday, today time.Time) time.Time {
	var before, after time.Time
	for _, t := range talks {
		for _, date := range [...]time.Time{t.Slot.Date(), catalog.DateOf(t.Slot.Start)} {
			switch {
			case date.Year() == 1 || date.Weekday() != day:
			case date.Before(today):
				if date.After(before) {
					before = date
				}
			case after.IsZero() || date.Before(after):
				after = date
			}
		}
	}
	switch {
	case !after.IsZero():
		return after
	case !before.IsZero():
		return before
	}
	return today.AddDate(0, 0, (int(day)-int(today.Weekday())+7)%7)
}
