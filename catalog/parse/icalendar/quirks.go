package icalendar

import (
	"bytes"
	"io"
	"mime/quotedprintable"
	"strings"

	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
)

// undoQuotedPrintable undoes the encoding of vCalendar 1.0, iCalendar's
// forerunner, whose values may be quoted-printable (RFC 2045 §6.7) and then
// continue where a line ends with "=". What is not well formed stays.
func (l *lines) undoQuotedPrintable(p *property) {
	if p.parameters == "" || !strings.EqualFold(p.parameter("ENCODING"), "QUOTED-PRINTABLE") {
		return
	}
	var b strings.Builder
	value := p.value
	for strings.HasSuffix(value, "=") && b.Len() < draft.MaxText && !l.endsComponent() {
		b.WriteString(value[:len(value)-1])
		value = string(l.folded())
	}
	b.WriteString(value)
	p.value = b.String()
	text, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(p.value)))
	if err != nil {
		return
	}
	if charset := p.parameter("CHARSET"); charset != "" {
		text, _ = clean.Decode(text, strings.ToLower(charset))
	}
	p.value = string(text)
}

// endsComponent reports whether the next line starts or ends a component, or
// there is none.
func (l *lines) endsComponent() bool {
	rest := l.data[l.pos:]
	return len(rest) == 0 || bytes.HasPrefix(rest, []byte("BEGIN:")) || bytes.HasPrefix(rest, []byte("END:"))
}

// googleMark parts a text from what Google Calendar puts below it: how to join
// the call, and a request to leave it alone.
const googleMark = "-::~:~::~"

// withoutFooter is a description without what Google Calendar adds to it.
func withoutFooter(s string) string {
	for _, tag := range []string{"<html-blob>", "</html-blob>"} {
		s = strings.ReplaceAll(s, tag, "")
	}
	at := strings.Index(s, googleMark)
	if at < 0 {
		return s
	}
	_, rest, _ := strings.Cut(s[strings.LastIndex(s, googleMark):], "\n")
	return s[:at] + "\n" + rest
}
