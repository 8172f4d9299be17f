package icalendar

import (
	"io"
	"mime/quotedprintable"
	"strings"

	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
)

// quotedPrintable undoes the encoding of vCalendar 1.0, iCalendar's
// forerunner, whose values may be quoted-printable (RFC 2045 §6.7) and then go
// on where a line ends with "=". What is not well formed stays.
func (r *icalReader) quotedPrintable(p *icalProperty) {
	if !strings.EqualFold(p.parameter("ENCODING"), "QUOTED-PRINTABLE") {
		return
	}
	var b strings.Builder
	value := p.value
	for strings.HasSuffix(value, "=") && b.Len() < draft.MaxText && !r.lines.ends() {
		b.WriteString(value[:len(value)-1])
		value = string(r.lines.physical())
	}
	b.WriteString(value)
	text, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(b.String())))
	if p.value = b.String(); err != nil {
		return
	}
	if charset := p.parameter("CHARSET"); charset != "" {
		text, _ = clean.Decode(text, strings.ToLower(charset))
	}
	p.value = string(text)
}

// googleMark parts a text from what Google Calendar puts below it: how to join
// the call, and a request to leave it alone.
const googleMark = "-::~:~::~"

// ownText is a description without what Google Calendar adds to it.
func ownText(s string) string {
	for _, tag := range []string{"<html-blob>", "</html-blob>"} {
		s = strings.ReplaceAll(s, tag, "")
	}
	at := strings.Index(s, googleMark)
	if at < 0 {
		return s
	}
	rest := s[strings.LastIndex(s, googleMark):]
	if end := strings.IndexByte(rest, '\n'); end >= 0 {
		return s[:at] + rest[end:]
	}
	return s[:at]
}
