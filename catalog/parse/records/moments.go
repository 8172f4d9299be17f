package records

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"talks/catalog/parse/draft"
	"talks/catalog/parse/records/tree"
	"talks/catalog/parse/when"
)

// moment is when something starts or ends, as a text that when.Moment or
// when.Clock reads: a text as it stands, seconds or milliseconds since 1970,
// or an object: {"date": …, "time": …, "tz": …} in Indico's export,
// {"dateTime": …} in Google Calendar's API, {"seconds": …} in Firestore's.
func (p *parser) moment(n tree.Node) string {
	if n.Kind() == tree.List { // a start and an end
		return joinTexts(n, " - ")
	}
	if n.Kind() != tree.Object {
		return unixMoment(strings.TrimSpace(anyText(n)))
	}
	if seconds := n.Get("seconds", "_seconds"); !seconds.IsEmpty() { // Firestore's
		return unixMoment(anyText(seconds))
	}
	date, clock, whole := anyText(n.Get("date")), anyText(n.Get("time")), anyText(n.Get("datetime"))
	if whole == "" && clock != "" {
		whole = date + "T" + clock
	}
	if whole == "" {
		return date
	}
	if zone := p.schedule.Named(anyText(n.Get("tz", "timezone"))); zone != nil {
		if t, err := when.Moment(whole, zone); err == nil {
			return t.Format(time.RFC3339)
		}
	}
	return whole
}

// dashed writes the date that a text starts with, the year first, with dashes
// for slashes.
func dashed(s string) string {
	const month, day = len("2006"), len("2006-01")
	if len(s) > day && s[month] == '/' && s[day] == '/' {
		return s[:month] + "-" + s[month+1:day] + "-" + s[day+1:]
	}
	return s
}

// unixMoment writes a count of seconds or milliseconds since 1970 as RFC 3339
// does, and a date with dashes; any other text stays.
func unixMoment(s string) string {
	const seconds, milliseconds = 10, 13 // digits, from 2001 to 2286
	if len(s) != seconds && len(s) != milliseconds {
		return dashed(s)
	}
	n, err := strconv.ParseInt(s, 10, 64)
	switch {
	case err != nil || n < 0:
		return dashed(s)
	case len(s) == seconds:
		return time.Unix(n, 0).UTC().Format(time.RFC3339)
	}
	return time.UnixMilli(n).UTC().Format(time.RFC3339)
}

// ranges are the signs between two times of day.
var ranges = regexp.MustCompile(`\s*(?:[-–—~〜]|\bto\b)\s*`)

// splitRange splits a start that tells the end as well, as in "10:40 - 11:20".
// The half of the day may be told once for both.
func splitRange(text *draft.Texts) {
	if _, isClock := when.Clock(text[draft.Start]); isClock || text[draft.End] != "" || dateOf(text[draft.Start]) != "" {
		return
	}
	parts := ranges.Split(text[draft.Start], 3)
	if len(parts) != 2 {
		return
	}
	start, starts := when.Clock(parts[0])
	end, ends := when.Clock(parts[1])
	if !starts || !ends {
		return
	}
	text[draft.Start], text[draft.End] = parts[0], parts[1]
	const noon = 12 * time.Hour
	if half := parts[1][len(parts[1])-1:]; strings.EqualFold(half, "m") && end >= noon && start+noon <= end {
		text[draft.Start] += "pm" // "1:00 - 1:30pm"
	}
}
