package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// A document is a selection as one document of JSON.
type document struct {
	Query *string `json:"query,omitempty"`
	Total int     `json:"total"`
	Weak  *bool   `json:"weak,omitempty"`
	Talks []Talk  `json:"talks"`
}

// WriteDocument writes a selection as one document of JSON.
func WriteDocument(w io.Writer, s *Selection) error { return WriteJSON(w, s.document(), "  ") }

// WriteDocumentLine is WriteDocument on one line.
func WriteDocumentLine(w io.Writer, s *Selection) error { return WriteJSON(w, s.document(), "") }

func (s *Selection) document() document {
	return document{Query: s.Query, Total: s.Total, Weak: s.Weak, Talks: s.Talks}
}

// WriteJSONLines writes each talk as a line of JSON.
func WriteJSONLines(w io.Writer, s *Selection) error { return writeEach(w, s, "") }

// WriteObjects writes each talk as an object of JSON.
func WriteObjects(w io.Writer, s *Selection) error { return writeEach(w, s, "  ") }

func writeEach(w io.Writer, s *Selection, indent string) error {
	for _, t := range s.Talks {
		if err := WriteJSON(w, t, indent); err != nil {
			return err
		}
	}
	return nil
}

// WriteJSON writes a value as JSON and a line feed. It escapes every character that
// is not seen, but for joiners: package json leaves DEL, the control characters above
// it and those that turn the direction of a text, and a query may hold them.
func WriteJSON(w io.Writer, value any, indent string) error {
	var plain bytes.Buffer
	enc := json.NewEncoder(&plain)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(value); err != nil {
		return err
	}
	escaped := make([]byte, 0, plain.Len())
	for _, r := range plain.String() {
		if unicode.IsGraphic(r) || r == '\n' || r == '\u200c' || r == '\u200d' {
			escaped = utf8.AppendRune(escaped, r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			escaped = fmt.Appendf(escaped, `\u%04x`, unit)
		}
	}
	_, err := w.Write(escaped)
	return err
}
