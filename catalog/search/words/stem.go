package words

import (
	"strings"
	"unicode/utf8"
)

// Stem returns a folded word without its plain endings: words with the same stem
// are forms of one word. It is crude on purpose: forms rank below the word itself.
func Stem(word string) string {
	if len(word) < 4 || word[len(word)-1] >= utf8.RuneSelf {
		return word
	}
	w := word
	w = american(cutPlural(w))
	for _, e := range [...]string{"ations", "ation", "ings", "ing", "ions", "ion", "ers", "er", "ors", "or", "ed", "ly"} {
		if s, ok := strings.CutSuffix(w, e); ok && len(s) >= 4 || ok && len(s) == 3 && (e == "ing" || e == "ed") && hasVowel(s) {
			w = s
			if n := len(w); n > 3 && w[n-1] == w[n-2] && w[n-1] != 's' && w[n-1] != 'l' {
				w = w[:n-1]
			}
			break
		}
	}
	if s, ok := strings.CutSuffix(w, "at"); ok && len(s) >= 4 && len(w) < len(word) {
		w = s
	}
	if s, ok := strings.CutSuffix(w, "ate"); ok && len(s) >= 5 {
		w = s
	}
	if n := len(w); n > 3 && w[n-1] == 'e' {
		w = w[:n-1]
	}
	if n := len(w); n > 3 && w[n-1] == 'i' {
		w = w[:n-1] + "y"
	}
	if s, ok := strings.CutSuffix(w, "is"); ok && len(s) >= 4 && len(w) < len(word) {
		w = s + "iz" // organised, organized
	}
	if s, ok := strings.CutSuffix(w, "ys"); ok && len(s) >= 4 && len(w) < len(word) {
		w = s + "yz" // analyser, analyzer
	}
	return w
}

// American returns a word in American spelling: decentralised as decentralized,
// colours as colors. It knows no exceptions (advertize): what it returns is for
// comparing alone.
func American(word string) string {
	w := strings.TrimSuffix(word, "s")
	for _, e := range [...]string{"e", "ed", "er", "ing", "ation"} {
		s, ok := strings.CutSuffix(w, e)
		if n := len(s); ok && n > 4 && s[n-1] == 's' && (s[n-2] == 'i' || s[n-2] == 'y') {
			return s[:n-1] + "z" + e + word[len(w):]
		}
	}
	return american(w) + word[len(w):]
}

// british holds British endings, each with the American one.
var british = [...][2]string{{"our", "or"}, {"tre", "ter"}, {"ence", "ense"}, {"ogue", "og"}}

// american returns a word in one spelling: colour and color, licence and license.
func american(w string) string {
	for _, e := range british {
		if s, ok := strings.CutSuffix(w, e[0]); ok && len(s) >= 3 {
			return s + e[1]
		}
	}
	return w
}

func cutPlural(w string) string {
	n := len(w)
	switch {
	case w[n-1] != 's' || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-3] + "y"
	case n > 4 && (strings.HasSuffix(w, "ses") || strings.HasSuffix(w, "xes") || strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "shes")):
		return w[:n-2]
	}
	return w[:n-1]
}

func hasVowel(w string) bool { return strings.ContainsAny(w, "aeiouy") }
