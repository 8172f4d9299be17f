// Package words splits texts into words and makes words comparable: it folds
// case and accents and knows stems and stop words. Texts of talks and queries go
// through the same code, so that they meet.
package words

import "unicode/utf8"

// A Token is one word of a text. Start and End count bytes of the text; Word is
// folded and valid only until the next token. A part stands at the place of the
// word before it: a piece of a CamelCase word, hyphenated words written as one, a
// name with its umlaut spelled out.
type Token struct {
	Word       []byte
	Start, End int
	Part       bool
}

// MaxLen is how many folded bytes of a word are kept: what is longer is a key or
// an address that nobody types.
const MaxLen = 64

// maxChain is how many words a hyphen may join: end-to-end, not a whole URL.
const maxChain = 4

// A Splitter splits texts into words: runs of letters, digits and marks, and
// overlapping pairs of Han and kana characters. The zero value is ready for use;
// a splitter is reused to save allocations.
type Splitter struct {
	emit  func(Token)
	Query bool // of a query: no parts, and no lone last character of Han

	word   []byte // the current word, folded
	spelt  []byte // the same with umlauts spelled out
	humps  []int  // bytes of the text where a CamelCase piece starts
	pieces []byte
	chain  []int // where the words joined by hyphens so far start
}

// Split calls emit for every word of text, in order.
func (s *Splitter) Split(text string, emit func(Token)) {
	s.emit = emit
	s.chain = s.chain[:0]
	for at := 0; at < len(text); {
		r, size := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		switch ClassOf(r) {
		case Gap:
			if len(s.chain) > 0 && !s.joins(text, at, size) {
				s.chain = s.chain[:0]
			}
			at += size
		case Han:
			s.chain = s.chain[:0]
			at = s.han(text, at)
		case Letter:
			at = s.letters(text, at)
		}
	}
}

// joins reports whether the rune at a byte is a hyphen or an apostrophe between
// two words.
func (s *Splitter) joins(text string, at, size int) bool {
	switch text[at : at+size] {
	case "-", "_", "'", "’", "‐", "‑":
	default:
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+size:])
	return ClassOf(before) == Letter && ClassOf(after) == Letter
}

// han emits a run of Han or kana as pairs. Each character begins a word, so that
// one character alone finds them too. The last of several is a part: it is in the
// pair before it already.
func (s *Splitter) han(text string, at int) int {
	first := true
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if ClassOf(r) != Han {
			break
		}
		end := at + size
		s.word = FoldRune(s.word[:0], r)
		next, nextSize := utf8.DecodeRuneInString(text[end:])
		if ClassOf(next) == Han {
			s.word = FoldRune(s.word, next)
			s.emit(Token{Word: s.word, Start: at, End: end + nextSize})
		} else if first || !s.Query {
			s.emit(Token{Word: s.word, Start: at, End: end, Part: !first})
		}
		first = false
		at = end
	}
	return at
}

// letters emits the word that starts at a byte, and its parts.
func (s *Splitter) letters(text string, start int) int {
	s.word, s.humps = s.word[:0], s.humps[:0]
	umlaut := false
	at, lastAt := start, start
	var before, last byte // the cases of the two runes before
	for at < len(text) && text[at] < utf8.RuneSelf && ascii[text[at]] == lowerCase {
		at++
	}
	if at > start { // as most words are, from end to end
		s.word = append(s.word, text[start:min(at, start+MaxLen)]...)
		lastAt, last = at-1, lowerCase
	}
	for at < len(text) {
		if c := text[at]; c < utf8.RuneSelf {
			kind := ascii[c]
			if kind == 0 {
				break
			}
			if kind != last {
				s.hump(text, at, lastAt, before, last, kind)
			}
			if len(s.word) < MaxLen {
				s.word = append(s.word, Lower(c))
			}
			before, last, lastAt = last, kind, at
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if ClassOf(r) != Letter {
			break
		}
		umlaut = umlaut || spelledOut(r) != ""
		kind := caseOf(r)
		s.hump(text, at, lastAt, before, last, kind)
		if len(s.word) < MaxLen {
			s.word = FoldRune(s.word, r)
		}
		before, last, lastAt = last, kind, at
		at += size
	}
	if len(s.word) == 0 {
		return at // marks without a letter
	}
	bare := at
	at = s.suffix(text, start, at)
	s.emit(Token{Word: clip(s.word), Start: start, End: at})
	if s.Query {
		return skipPossessive(text, at)
	}
	s.emitParts(text, start, bare, at, umlaut)
	if len(s.chain) > 0 || at < len(text) && text[at] != ' ' {
		s.emitJoined(text, start, at)
	}
	if next := skipPossessive(text, at); next != at {
		s.chain = s.chain[:0]
		return next
	}
	return at
}

// emitParts emits the parts of the word that was emitted last; bare is where it
// ends without the ++ or # behind it.
func (s *Splitter) emitParts(text string, start, bare, at int, umlaut bool) {
	if at > bare {
		s.emit(Token{Word: s.word[:len(s.word)-(at-bare)], Start: start, End: bare, Part: true})
	}
	if isVersion(s.word) {
		s.emit(Token{Word: s.word[1:], Start: start + 1, End: at, Part: true})
	}
	if umlaut {
		s.emitSpelled(text, start, at)
	}
	if len(s.humps) > 0 {
		s.emitHumps(text, start, at)
	}
}

// isVersion reports whether a word is a number after a v: v18.
func isVersion(word []byte) bool {
	for i, c := range word {
		if i == 0 && c != 'v' || i > 0 && !IsDigit(c) {
			return false
		}
	}
	return len(word) > 1
}

// hump notes where a piece of a CamelCase word begins: at an upper-case letter
// after a lower-case one, or at the last of several upper-case letters if lower
// case follows.
func (s *Splitter) hump(text string, at, lastAt int, before, last, kind byte) {
	switch {
	case kind == upperCase && last == lowerCase:
		s.humps = append(s.humps, at)
	case kind == lowerCase && last == upperCase && before == upperCase && !pluralEnd(text[at:]):
		s.humps = append(s.humps, lastAt)
	}
}

// suffix reads c++, c# and f# as one word. It returns where the word ends.
func (s *Splitter) suffix(text string, start, at int) int {
	if at-start != 1 {
		return at
	}
	for _, end := range [...]string{"++", "#"} {
		if len(text)-at >= len(end) && text[at:at+len(end)] == end {
			s.word = append(s.word, end...)
			return at + len(end)
		}
	}
	return at
}

// skipPossessive returns where the text goes on after a word and its 's, if it
// has one.
func skipPossessive(text string, at int) int {
	if at == len(text) || text[at] != '\'' && text[at] != "’"[0] {
		return at
	}
	for _, end := range [...]string{"'s", "’s"} {
		if len(text)-at < len(end) || text[at:at+len(end)] != end {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(text[at+len(end):]); ClassOf(r) == Gap {
			return at + len(end)
		}
	}
	return at
}

// pluralEnd reports whether the word ends with this s, as in SBOMs.
func pluralEnd(text string) bool {
	if text[0] != 's' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[1:])
	return ClassOf(r) == Gap
}

func (s *Splitter) emitSpelled(text string, start, end int) {
	s.spelt = s.spelt[:0]
	for _, r := range text[start:end] {
		if out := spelledOut(r); out != "" {
			s.spelt = append(s.spelt, out...)
		} else {
			s.spelt = FoldRune(s.spelt, r)
		}
	}
	s.emit(Token{Word: clip(s.spelt), Start: start, End: end, Part: true})
}

func (s *Splitter) emitHumps(text string, start, end int) {
	from := start
	for i := 0; i <= len(s.humps); i++ {
		to := end
		if i < len(s.humps) {
			to = s.humps[i]
		}
		if s.pieces = appendFold(s.pieces[:0], text[from:to]); len(s.pieces) >= 2 {
			s.emit(Token{Word: clip(s.pieces), Start: from, End: to, Part: true})
		}
		from = to
	}
}

// emitJoined emits hyphenated words as one: each two neighbours, and the whole
// chain so far.
func (s *Splitter) emitJoined(text string, start, end int) {
	if len(s.chain) == maxChain {
		s.chain = s.chain[:0]
	}
	s.chain = append(s.chain, start)
	for i, from := range s.chain[:len(s.chain)-1] {
		if i > 0 && i < len(s.chain)-2 {
			continue
		}
		s.pieces = s.pieces[:0]
		for _, r := range text[from:end] {
			if ClassOf(r) == Letter {
				s.pieces = FoldRune(s.pieces, r)
			}
		}
		s.emit(Token{Word: clip(s.pieces), Start: from, End: end, Part: true})
	}
}

// clip cuts a word, between runes, to what is kept of it.
func clip(word []byte) []byte {
	if len(word) <= MaxLen {
		return word
	}
	n := MaxLen
	for n > 0 && !utf8.RuneStart(word[n]) {
		n--
	}
	return word[:n]
}
