package records

import (
	"strconv"
	"strings"
	"time"

	"talks/catalog/parse/when"
)

// moment is when something starts or ends, as a text that when.Moment or
// when.Clock reads: a text as it stands, seconds or milliseconds since 1970,
// or an object: {"date": …, "time": …, "tz": …} in Indico's export,
// {"dateTime": …} in Google Calendar's API.
func (r *jsonReader) moment(raw []byte) string {
	if len(raw) == 0 {
		return ""
	}
	if raw[0] != '{' {
		return unixMoment(strings.TrimSpace(anyText(raw)))
	}
	var date, clock, zone, whole string
	for key, value := range fields(raw) {
		switch key {
		case "date":
			date = anyText(value)
		case "time":
			clock = anyText(value)
		case "tz", "timezone":
			zone = anyText(value)
		case "datetime":
			whole = anyText(value)
		}
	}
	if whole == "" && clock != "" {
		whole = date + "T" + clock
	}
	if whole == "" {
		return date
	}
	if place := r.Zones.Named(zone); place != nil {
		if t, err := when.Moment(whole, place); err == nil {
			return t.Format(time.RFC3339)
		}
	}
	return whole
}

// unixMoment writes a count of seconds or milliseconds since 1970 as RFC 3339
// does; any other text stays.
func unixMoment(s string) string {
	const seconds, milliseconds = 10, 13 // digits, from 2001 to 2286
	n, err := strconv.ParseInt(s, 10, 64)
	switch {
	case err != nil || n < 0:
		return s
	case len(s) == seconds:
		return time.Unix(n, 0).UTC().Format(time.RFC3339)
	case len(s) == milliseconds:
		return time.UnixMilli(n).UTC().Format(time.RFC3339)
	}
	return s
}
