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
func (p *parser) moment(n node) string {
	if n.kind() != kindObject {
		return unixMoment(strings.TrimSpace(n.anyText()))
	}
	date, clock, whole := n.get("date").anyText(), n.get("time").anyText(), n.get("datetime").anyText()
	if whole == "" && clock != "" {
		whole = date + "T" + clock
	}
	if whole == "" {
		return date
	}
	if zone := p.schedule.Named(n.get("tz", "timezone").anyText()); zone != nil {
		if t, err := when.Moment(whole, zone); err == nil {
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
