package catalog

import (
	"strings"
	"unicode"
)

// maxSlug is the length of a slug in runes: long enough to tell two talks
// apart, short enough to type.
const maxSlug = 40

// apostrophes are part of their word: "What's new" is "whats-new".
var apostrophes = strings.NewReplacer("'", "", "’", "")

// slug turns a title into lower-case words joined by hyphens, cut between
// words: "KubeSkoop: An automated …" gives "kubeskoop-an-automated-…".
func slug(title string) string {
	words := strings.FieldsFunc(apostrophes.Replace(strings.ToLower(title)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	var b strings.Builder
	length := 0
	for _, w := range words {
		runes := []rune(w)
		if length > 0 && length+1+len(runes) > maxSlug {
			break
		}
		if len(runes) > maxSlug {
			runes = runes[:maxSlug]
		}
		if length > 0 {
			b.WriteByte('-')
			length++
		}
		b.WriteString(string(runes))
		length += len(runes)
	}
	if length == 0 {
		return "talk"
	}
	return b.String()
}
