package clean

import "strconv"

// CutLine splits off the first line, whichever way it ends: LF, CRLF or CR.
func CutLine[T string | []byte](text T) (line, rest T) {
	at := 0
	for at < len(text) && text[at] != '\n' && text[at] != '\r' {
		at++
	}
	line, rest = text[:at], text[at:]
	switch {
	case at+1 < len(text) && text[at] == '\r' && text[at+1] == '\n':
		return line, rest[2:]
	case at < len(text):
		return line, rest[1:]
	}
	return line, rest
}

// Quote shows the start of a piece of a document in a message.
func Quote(s string) string {
	const most = 40 // runes
	if s = Line(s); len([]rune(s)) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	return strconv.Quote(s)
}
