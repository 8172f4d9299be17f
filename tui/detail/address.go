package detail

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"talks/tui/text"
)

// longAddress is how many bytes of an address, without its scheme, are shown
// whole in a text.
const longAddress = 40

// A mention is a web address in a text: where it stands, and what is shown of
// it before its number. Of one in brackets nothing is.
type mention struct {
	text.Range            // of the address
	cut, shown text.Range // what the number takes the place of, but for what is shown
}

// mentions finds the web addresses of a text, in order.
func mentions(s string) []mention {
	var found []mention
	for at := 0; ; {
		next := strings.Index(s[at:], "http")
		if next < 0 {
			return found
		}
		at += next
		n := addressLength(s[at:])
		if n == 0 || at > 0 && s[at-1] < utf8.RuneSelf && (isLetterOrDigit(rune(s[at-1])) || s[at-1] == '+') { // git+https:
			at += len("http")
			continue
		}
		found = append(found, newMention(s, text.Range{Start: at, End: at + n}))
		at += n
	}
}

func newMention(s string, at text.Range) mention {
	m := mention{Range: at, cut: at}
	before := strings.TrimRight(s[:at.Start], " ")
	if blanks := len(s[at.End:]) - len(strings.TrimLeft(s[at.End:], " ")); strings.HasSuffix(before, "(") && strings.HasPrefix(s[at.End+blanks:], ")") {
		m.cut = text.Range{Start: len(strings.TrimRight(before[:len(before)-1], " ")), End: at.End + blanks + 1}
		m.shown = text.Range{Start: at.Start, End: at.Start}
		return m
	}
	m.shown = shortened(s, at)
	if m.shown.End-m.shown.Start > longAddress {
		host, _, _ := strings.Cut(s[m.shown.Start:m.shown.End], "/")
		m.shown.End = m.shown.Start + len(host)
	}
	return m
}

// addressLength is the length of the web address that a text begins with, 0 if
// it begins with none. What ends a sentence around an address, or closes a bracket
// that is not opened in it, is no part of it.
func addressLength(s string) int {
	scheme := schemeLength(s)
	if scheme == 0 {
		return 0
	}
	rest := s[scheme:]
	var round, square int // brackets that are open
	end := strings.IndexFunc(rest, func(r rune) bool {
		switch r {
		case '(':
			round++
		case ')':
			round--
		case '[':
			square++
		case ']':
			square--
		}
		return round < 0 || square < 0 || endsAddress(r)
	})
	if end < 0 {
		end = len(rest)
	}
	rest = strings.TrimRight(rest[:end], ".,;:!?'*_([")
	if strings.Trim(rest, "/") == "" {
		return 0
	}
	return scheme + len(rest)
}

// schemeLength is the length of the scheme of a web address, with the slashes.
func schemeLength(s string) int {
	for _, scheme := range []string{"https://", "http://"} {
		if strings.HasPrefix(s, scheme) {
			return len(scheme)
		}
	}
	return 0
}

// endsAddress reports whether a web address in a text cannot go on with r. It
// may have letters, but East Asian ones are those of the sentence.
func endsAddress(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || strings.ContainsRune("<>\"`|\\^{}", r)
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// shortened is what of an address tells it from others: not the scheme of the web,
// nor a slash at its end.
func shortened(s string, at text.Range) text.Range {
	at.Start += schemeLength(s[at.Start:at.End])
	at.End = at.Start + len(strings.TrimRight(s[at.Start:at.End], "/"))
	return at
}

// WebAddress is a URL in its canonical form if it leads to the web. What follows
// the link may hand it to a shell (wslview does): nothing but ASCII letters, digits
// and urlSigns stays as it is, the rest is percent-encoded.
func WebAddress(link string) (address string, ok bool) {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || strings.ContainsFunc(u.Host, notInHost) {
		return "", false
	}
	return encoded(u), true
}

// hyperlink is the address that a terminal may lead to: of the web, of a mailbox,
// or of a place on Earth; "" of others.
func hyperlink(link string) string {
	if address, ok := WebAddress(link); ok {
		return address
	}
	if u, err := url.Parse(strings.TrimSpace(link)); err == nil && (u.Scheme == "mailto" || u.Scheme == "geo") && u.Opaque != "" {
		return encoded(u)
	}
	return ""
}

func encoded(u *url.URL) string {
	var b strings.Builder
	for _, c := range []byte(u.String()) {
		if c < utf8.RuneSelf && (isLetterOrDigit(rune(c)) || strings.IndexByte(urlSigns, c) >= 0) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// urlSigns are the signs of a URL that mean something in it and, within quotation
// marks, nothing to a shell.
const urlSigns = "-._~%:/?#[]@&;=+,*"

// notInHost reports whether no name or number of a host has r in it (RFC 3986,
// 3.2.2, without the sub-delims, which no host uses).
func notInHost(r rune) bool { return !isLetterOrDigit(r) && !strings.ContainsRune("-._~%:[]", r) }

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
