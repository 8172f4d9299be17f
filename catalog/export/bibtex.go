package export

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// WriteBibTeX writes each talk as an entry of BibTeX, in UTF-8. No text can end its
// field: braces and the signs of TeX are written by their names.
func WriteBibTeX(w io.Writer, s *Selection) error {
	b := bufio.NewWriter(w)
	used := make(map[string]bool)
	for i := range s.Talks {
		if i > 0 {
			b.WriteString("\n")
		}
		writeEntry(b, &s.Talks[i], used)
	}
	return b.Flush()
}

func writeEntry(b *bufio.Writer, t *Talk, used map[string]bool) {
	fmt.Fprintf(b, "@misc{%s,\n", keyOf(t.ID, used))
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(b, "  %s = {%s},\n", name, value)
		}
	}
	var authors []string
	for _, name := range t.Speakers {
		authors = append(authors, authorOf(name))
	}
	field("author", strings.Join(authors, " and "))
	field("title", "{"+escapeTeX(t.Title)+"}") // in braces, so that its letters keep their case
	if t.Conference != "" {
		field("howpublished", "Talk at "+escapeTeX(t.Conference))
	}
	if day := t.of.Slot.Date(); !day.IsZero() {
		field("year", strconv.Itoa(day.Year()))
		fmt.Fprintf(b, "  month = %s,\n", strings.ToLower(day.Format("Jan"))) // a name that BibTeX knows
		field("day", strconv.Itoa(day.Day()))
		field("date", t.Day)
	}
	field("url", t.address())
	field("language", escapeTeX(t.Language))
	field("abstract", escapeTeX(t.Abstract))
	b.WriteString("}\n")
}

// authorOf is a name. One that BibTeX would take for several, or part at a comma, is
// in braces.
func authorOf(name string) string {
	escaped := escapeTeX(name)
	for word := range strings.FieldsSeq(name) {
		if strings.EqualFold(word, "and") || strings.EqualFold(word, "others") || strings.Contains(word, ",") {
			return "{" + escaped + "}"
		}
	}
	return escaped
}

// keyOf makes the key of an entry of an id: letters, digits and a few signs, not yet
// used.
func keyOf(id string, used map[string]bool) string {
	key := strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_.:", r)) {
			return r
		}
		return '-'
	}, id)
	if key = strings.Trim(key, "-"); key == "" {
		key = "talk"
	}
	next := key
	for n := 2; used[strings.ToLower(next)]; n++ { // BibTeX knows no capitals in a key
		next = key + "-" + strconv.Itoa(n)
	}
	used[strings.ToLower(next)] = true
	return next
}

var tex = strings.NewReplacer(
	`\`, `{\textbackslash}`, "{", `{\textbraceleft}`, "}", `{\textbraceright}`, "$", `\$`, "&", `\&`, "#", `\#`, "_", `\_`, "%", `\%`,
	"~", `{\textasciitilde}`, "^", `{\textasciicircum}`, "\n", " ",
)

// escapeTeX gives a text that TeX sets as it is.
func escapeTeX(text string) string { return strings.TrimSpace(tex.Replace(text)) }
