package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// A light is a span that is lit, the slot that it answers and how well. Lights
// of conditions have the slot condition.
type light struct {
	Span
	slot    uint8
	quality float64
}

const condition = 0xff

// worthLighting is the share of a slot's best quality in a talk below which a
// match is noise: next to "go" itself nobody looks for the go in google.
const worthLighting = 0.8

// maxLit is how much of a field, in bytes, is looked through for what to light:
// all that a person writes, and no more of a text of megabytes than takes 5 ms
// (2026-11-23), since the rows of the list wait for it.
const maxLit = 128 << 10

// litText is what of a field is looked through, cut behind a blank if need be.
func litText(t *catalog.Talk, f catalog.Field) string {
	text := t.Text(f)
	if len(text) <= maxLit {
		return text
	}
	if at := strings.LastIndexAny(text[:maxLit], " \n"); at > 0 {
		return text[:at]
	}
	at := maxLit
	for !utf8.RuneStart(text[at]) {
		at--
	}
	return text[:at]
}

// lights finds why the hit at place i is one.
func (r *Results) lights(i int) []light {
	t := r.Talk(i)
	var found []light
	var split words.Splitter
	for f := range catalog.FieldCount {
		text := litText(t, f)
		if text == "" {
			continue
		}
		before, beforeStart := "", 0
		split.Split(text, func(tok words.Token) {
			w := string(tok.Word)
			for k := range r.slots {
				if r.slots[k].isBrief(w) && briefFields>>f&1 == 0 {
					continue
				}
				if q := r.quality(k, w); q > 0 {
					found = r.lightWord(found, k, text, f, tok, w, q)
				}
			}
			if tok.Part {
				return
			}
			for _, p := range r.pairs {
				if before != "" && r.isPair(p, before, w) {
					found = append(found, light{Span: Span{f, beforeStart, tok.End}, slot: p.slot, quality: qualitySplit})
				}
			}
			before, beforeStart = w, tok.Start
		})
		found = r.lightConditions(found, f, text)
	}
	found = r.onlyGood(found)
	if len(found) == 0 && len(r.slots) == 1 {
		found = r.lightTitle(t)
	}
	return found
}

// quality is what a word is worth to a slot; 0 where it is no match.
func (r *Results) quality(k int, w string) float64 {
	sl := &r.slots[k]
	if sl.stop {
		return 0
	}
	if q := sl.near(w); q > 0 {
		return q
	}
	if k+1 < len(r.slots) && isJoined(w, sl.word, r.slots[k+1].word) || k > 0 && isJoined(w, r.slots[k-1].word, sl.word) {
		return qualityJoined
	}
	if n := len(r.slots) - 1; n > 0 && k >= n-1 && strings.HasPrefix(w, r.slots[n-1].word+r.slots[n].word) {
		return joinedTyped
	}
	for _, f := range r.far {
		if int(f.slot) == k && f.word == w {
			return f.quality
		}
	}
	return 0
}

// isJoined says that w is the words a and b in one.
func isJoined(w, a, b string) bool {
	return len(w) == len(a)+len(b) && w[:len(a)] == a && w[len(a):] == b
}

func (r *Results) isPair(p pair, before, w string) bool {
	v := &r.index.vocabulary
	if before != v.word(p.a) {
		return false
	}
	id, known := v.id(w)
	return known && p.b <= id && id < p.c
}

// lightWord lights what of a word was matched: its typed start, the letters
// found in order, or all of it.
func (r *Results) lightWord(found []light, k int, text string, f catalog.Field, tok words.Token, w string, q float64) []light {
	sl := &r.slots[k]
	lit := light{Span: Span{f, tok.Start, tok.End}, slot: uint8(k), quality: q}
	switch {
	case w == sl.word:
	case strings.HasPrefix(w, sl.word):
		lit.End = tok.Start + words.UnfoldedLen(text[tok.Start:tok.End], len(sl.word))
	case q < qualityInflected && len(w) > len(sl.word)+1:
		if at := lettersIn(sl.word, w); at != nil {
			for _, n := range at {
				from := tok.Start + words.UnfoldedLen(text[tok.Start:tok.End], n)
				to := tok.Start + words.UnfoldedLen(text[tok.Start:tok.End], n+1)
				found = append(found, light{Span: Span{f, from, to}, slot: uint8(k), quality: q})
			}
			return found
		}
	}
	return append(found, lit)
}

// lettersIn gives the bytes of w that have the letters of a term in order, or
// nil.
func lettersIn(term, w string) []int {
	var at []int
	from := 0
	for i := range len(term) {
		n := strings.IndexByte(w[from:], term[i])
		if n < 0 {
			return nil
		}
		at = append(at, from+n)
		from += n + 1
	}
	return at
}

// onlyGood drops for each slot what is far behind its best match in the talk.
func (r *Results) onlyGood(found []light) []light {
	var best [query.MaxWords]float64
	for _, l := range found {
		if l.slot != condition {
			best[l.slot] = max(best[l.slot], l.quality)
		}
	}
	return slices.DeleteFunc(found, func(l light) bool {
		return l.slot != condition && l.quality < worthLighting*best[l.slot]
	})
}

// lightTitle lights initials, or letters laid over a title's words.
func (r *Results) lightTitle(t *catalog.Talk) []light {
	var title []words.Token
	var split words.Splitter
	split.Query = true
	split.Split(t.Title, func(tok words.Token) {
		tok.Word = slices.Clone(tok.Word)
		title = append(title, tok)
	})
	term := r.slots[0].word
	var found []light
	for _, at := range layLetters(title, term) {
		w := title[at[0]]
		text := t.Title[w.Start:w.End]
		from, to := words.UnfoldedLen(text, at[1]), words.UnfoldedLen(text, at[1]+1)
		found = append(found, light{Span: Span{catalog.Title, w.Start + from, w.Start + to}, quality: lettersOver})
	}
	return found
}

// layLetters places the letters of a term on words, each word's first letter
// first: pairs of word and byte. Longer runs of initials win.
func layLetters(title []words.Token, term string) [][2]int {
	var lay func(word, taken int) [][2]int
	lay = func(word, taken int) [][2]int {
		if taken == len(term) {
			return [][2]int{}
		}
		for w := word; w < len(title) && w < word+6; w++ {
			if title[w].Word[0] != term[taken] {
				continue
			}
			placed := [][2]int{{w, 0}}
			at := 1
			for n := taken + 1; ; n++ {
				if rest := lay(w+1, n); rest != nil {
					return append(placed, rest...)
				}
				if n == len(term) {
					break
				}
				next := strings.IndexByte(string(title[w].Word[at:]), term[n])
				if next < 0 {
					break
				}
				placed = append(placed, [2]int{w, at + next})
				at += next + 1
			}
		}
		return nil
	}
	if len(title) > mostTitleWords {
		title = title[:mostTitleWords]
	}
	for first := range title {
		if len(term) <= words.MaxLen/2 && title[first].Word[0] == term[0] {
			if placed := lay(first, 0); placed != nil {
				return placed
			}
		}
	}
	return nil
}

// lightConditions lights literals, phrases and the words of field words.
func (r *Results) lightConditions(found []light, f catalog.Field, text string) []light {
	for _, g := range r.Query.Groups {
		if g.IsFree() {
			continue
		}
		for _, a := range g.Atoms {
			if a.Not || query.IsFact(a.Key) || a.Fields()>>f&1 == 0 {
				continue
			}
			for _, s := range atomSpans(a, f, text) {
				found = append(found, light{Span: s, slot: condition, quality: 1})
			}
		}
	}
	return found
}
