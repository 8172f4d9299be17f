package index

import (
	"cmp"
	"slices"
	"strings"

	"talks/catalog"
	"talks/catalog/search/abbrev"
	"talks/catalog/search/words"
)

// An abbreviation is a word that some text explains by several in a row: llm,
// large language model.
type abbreviation struct {
	short uint32
	long  []uint32 // the lemmas of its words
}

// Abbreviations are those that the texts of a catalog explain. A text that has
// the long form has the short one too, as a part of its last word.
type Abbreviations struct {
	lemmas []uint32         // by word: the number that all forms of a word of a long form share; 0 for others
	byLast [][]abbreviation // by the lemma of the last word
	shorts map[uint32]bool
}

// IsShort reports whether a word is the short form of several others.
func (a *Abbreviations) IsShort(word uint32) bool { return a.shorts[word] }

// explains reports whether a field may explain an abbreviation.
func explains(f catalog.Field) bool {
	switch f {
	case catalog.Title, catalog.Subtitle, catalog.Abstract, catalog.Description:
		return true
	}
	return false
}

// addAbbreviations reads what the texts explain. Short forms of more than one
// word are left out, and those that the catalog mostly writes in lower case: the
// rest is no representational state transfer.
func (ix *Index) addAbbreviations(workers []*worker) {
	var pairs []abbrev.Pair
	for _, w := range workers {
		pairs = append(pairs, w.abbreviations...)
	}
	slices.SortFunc(pairs, func(a, b abbrev.Pair) int {
		return cmp.Or(strings.Compare(a.Short, b.Short), strings.Compare(a.Long, b.Long))
	})
	ix.lemmas, ix.byLast = make([]uint32, ix.Size()), make([][]abbreviation, 1)
	ix.shorts = make(map[uint32]bool)
	for _, p := range slices.Compact(pairs) {
		short, long := plainWords(strings.TrimSuffix(p.Short, "s")), plainWords(p.Long) // LLM of LLMs
		if len(short) != 1 || len(long) < 2 || words.Stop.Has(short[0]) || isPlain(short[0], workers) {
			continue
		}
		id, known := ix.ID(short[0])
		if !known {
			continue // no text has it but in the plural
		}
		ix.shorts[id] = true
		a := abbreviation{short: id}
		for _, word := range long {
			a.long = append(a.long, ix.addLemma(word))
		}
		last := a.long[len(a.long)-1]
		same := func(b abbreviation) bool { return b.short == a.short && slices.Equal(b.long, a.long) }
		if !slices.ContainsFunc(ix.byLast[last], same) {
			ix.byLast[last] = append(ix.byLast[last], a)
		}
	}
}

// isPlain reports whether a word stands more often in lower case than with
// capitals.
func isPlain(word string, workers []*worker) bool {
	n := int32(0)
	for _, w := range workers {
		if id, ok := w.ids[word]; ok {
			n += w.plain[id]
		}
	}
	return n > 0
}

// addLemma makes a word and its forms words of long forms, and returns their
// lemma.
func (ix *Index) addLemma(word string) uint32 {
	if id, _ := ix.ID(word); ix.lemmas[id] != 0 {
		return ix.lemmas[id]
	}
	lemma := uint32(len(ix.byLast))
	ix.byLast = append(ix.byLast, nil)
	for _, id := range ix.Inflections(word) {
		ix.lemmas[id] = lemma
	}
	return lemma
}

// plainWords returns the words of a text without parts.
func plainWords(text string) (list []string) {
	var split words.Splitter
	split.Split(text, func(t words.Token) {
		if !t.Part {
			list = append(list, string(t.Word))
		}
	})
	return list
}

// ShortForms calls yield for each short form whose long form ends with the last
// of some words, at least one: with the short form, and how many words the long one has.
func (a *Abbreviations) ShortForms(row []uint32, yield func(short uint32, length int)) {
	lemma := a.lemmas[row[len(row)-1]]
	if lemma == 0 {
		return // most words: this is called for every word of every text
	}
	for _, ab := range a.byLast[lemma] {
		n := len(ab.long)
		isLong := n <= len(row)
		for i := 0; isLong && i < n; i++ {
			isLong = a.lemmas[row[len(row)-n+i]] == ab.long[i]
		}
		if isLong {
			yield(ab.short, n)
		}
	}
}
