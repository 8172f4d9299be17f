package records

import (
	"strings"

	"talks/catalog/parse/draft"
	"talks/catalog/parse/records/tree"
)

// anyText reads whatever stands where a text is expected: a text, a number, or
// an object that gives the text in several languages ({"en": …, "de": …}) or
// under "name" or "title". Anything else has no text, which is not an error: one odd
// field must not cost the event.
func anyText(n tree.Node) string { return anyTextWithin(n, 2) }

// anyTextWithin is anyText, in at most depth objects within one another.
func anyTextWithin(n tree.Node, depth int) string {
	k := n.Kind()
	if k == tree.Text || k == tree.Number {
		return n.Text()
	}
	if k != tree.Object || depth == 0 {
		return ""
	}
	if s := anyTextWithin(n.Get("en", "name", "title", "public_name"), depth-1); s != "" {
		return s
	}
	local, language := "", "" // the first language, in the order of their codes
	for m := range n.Members() {
		if code := m.Name().Lower; isLanguage(code) && (local == "" || code < language) {
			if s := anyTextWithin(m, depth-1); s != "" {
				local, language = s, code
			}
		}
	}
	return local
}

// isLanguage reports whether a name looks like the code of a language: "de",
// "de-AT".
func isLanguage(name string) bool { return len(name) == 2 || len(name) > 2 && name[2] == '-' }

// firstText is the text of the first of some nodes that has any.
func firstText(nodes ...tree.Node) string {
	for _, n := range nodes {
		if s := strings.TrimSpace(anyText(n)); s != "" {
			return s
		}
	}
	return ""
}

// joinTexts joins the texts of a list.
func joinTexts(n tree.Node, between string) string {
	var texts []string
	for item := range n.Items() {
		if s := strings.TrimSpace(anyText(item)); s != "" && len(texts) < draft.MaxLinks {
			texts = append(texts, s)
		}
	}
	return strings.Join(texts, between)
}
