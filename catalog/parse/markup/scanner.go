package markup

import (
	"strings"

	"golang.org/x/net/html"
)

// An htmlScanner is x/net's tokenizer over a fragment that is at hand as a
// whole: it knows where each token stands, so that most are not copied. The
// tokenizer's buffer of 4 KiB for each fragment is soon garbage: reading FOSDEM
// 2026, 883 talks, allocates 4.9 times the file, half of it these buffers, and
// while it is loaded the heap grows by 3.9 times the file (2026-11-23).
type htmlScanner struct {
	tokenizer  *html.Tokenizer
	source     string
	start, end int // of the token at hand, byte offsets in source

	name       []byte // of the tag at hand in lower case, until the next token
	attributed bool   // the tag at hand has attributes that are not read yet
}

func newHTMLScanner(s string) *htmlScanner {
	return &htmlScanner{tokenizer: html.NewTokenizer(strings.NewReader(s)), source: s}
}

// next gives the next token. A tag that never ends ends the fragment.
func (s *htmlScanner) next() html.TokenType {
	token := s.tokenizer.Next()
	s.start, s.end = s.end, s.end+len(s.tokenizer.Raw())
	switch token {
	case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
		s.name, s.attributed = s.tokenizer.TagName()
	}
	return token
}

// raw is the token at hand as it stands.
func (s *htmlScanner) raw() string { return s.source[s.start:s.end] }

// rest is what follows the token at hand.
func (s *htmlScanner) rest() string { return s.source[s.end:] }

// text is the text at hand, references replaced.
func (s *htmlScanner) text() string {
	if raw := s.raw(); strings.IndexByte(raw, '&') < 0 {
		return raw
	}
	return string(s.tokenizer.Text())
}

// attribute is the value of an attribute of the tag at hand, references
// replaced, or "". A tag can be asked once.
func (s *htmlScanner) attribute(name string) string {
	for s.attributed {
		var key, value []byte
		if key, value, s.attributed = s.tokenizer.TagAttr(); string(key) == name {
			return string(value)
		}
	}
	return ""
}

// plain says that what the start tag at hand holds is text and tags like any
// other, as it is not to the standard in a <title> or an <iframe>.
func (s *htmlScanner) plain() { s.tokenizer.NextIsNotRawText() }

// skipRaw passes over the text of the script or style whose start tag is at
// hand, and over its end tag.
func (s *htmlScanner) skipRaw() {
	for s.next() == html.TextToken {
	}
}
