package index

import (
	"runtime"
	"slices"
	"strings"
	"unicode"

	"talks/catalog"
	"talks/catalog/search/abbrev"
	"talks/catalog/search/words"
)

// leastShare is the fewest talks for which a worker of its own is worth while.
const leastShare = 512

// Build indexes talks, which must not change afterwards. It uses all cores.
func Build(talks []*catalog.Talk) *Index { return build(talks, HiddenField) }

// BuildTitles indexes the titles alone: quick to make, to search while Build is
// at work.
func BuildTitles(talks []*catalog.Talk) *Index { return build(talks, catalog.Title) }

// build indexes the fields up to last.
func build(talks []*catalog.Talk, last catalog.Field) *Index {
	ix := &Index{Talks: talks}
	workers := make([]*worker, min(runtime.GOMAXPROCS(0), len(talks)/leastShare+1))
	parallel(len(workers), func(i int) {
		w := &worker{from: i * len(talks) / len(workers), to: (i + 1) * len(talks) / len(workers), ids: make(map[string]uint32)}
		w.read(talks[w.from:w.to], last)
		workers[i] = w
	})
	ix.Vocabulary = newVocabulary(merge(workers))
	ix.addAbbreviations(workers)
	ix.addRows(workers)
	ix.addPostings(workers)
	ix.addHeads()
	ix.addTitles()
	return ix
}

// A worker reads a share of the talks. Until all words are known it numbers
// them as it meets them.
type worker struct {
	from, to int // its share of the talks
	ids      map[string]uint32
	words    []string // by the worker's own numbers
	plain    []int32  // by word: how much oftener it stands in lower case than with capitals
	text     string   // of the current field
	end      int      // of the word before, in bytes; 0 before the first
	rows     []Entry  // with the worker's own numbers
	starts   []uint32 // by talk: where its row begins; one more at the end

	abbreviations []abbrev.Pair // that its texts explain
}

func (w *worker) read(talks []*catalog.Talk, last catalog.Field) {
	var split words.Splitter
	for _, t := range talks {
		w.starts = append(w.starts, uint32(len(w.rows)))
		for f := range last + 1 {
			mark := len(w.rows)
			w.rows = append(w.rows, fieldMark|Entry(f))
			w.text, w.end = Text(t, f), 0
			split.Split(w.text, w.add)
			if explains(f) {
				w.abbreviations = append(w.abbreviations, abbrev.Find(w.text)...)
			}
			if len(w.rows) == mark+1 {
				w.rows = w.rows[:mark]
			}
		}
	}
	w.starts = append(w.starts, uint32(len(w.rows)))
}

func (w *worker) add(t words.Token) {
	id, ok := w.ids[string(t.Word)]
	if !ok {
		word := string(t.Word)
		id = uint32(len(w.words))
		w.ids[word] = id
		w.words = append(w.words, word)
		w.plain = append(w.plain, 0)
	}
	if w.text[t.Start:t.End] == string(t.Word) {
		w.plain[id]++
	} else {
		w.plain[id]--
	}
	if t.Part {
		id |= partBit
	} else {
		if w.end > 0 && w.end < t.Start && hasStop(w.text[w.end:t.Start]) {
			id |= stopBit
		}
		w.end = t.End
	}
	w.rows = append(w.rows, Entry(id))
}

// hasStop reports whether a text between two words parts them: it has more than
// blanks, hyphens and apostrophes.
func hasStop(between string) bool {
	return strings.ContainsFunc(between, func(r rune) bool {
		return !unicode.IsSpace(r) && !unicode.Is(unicode.Pd, r) && r != '_' && r != '\'' && r != '’'
	})
}

// merge returns the words of all workers, sorted, each once.
func merge(workers []*worker) []string {
	var all []string
	for i, w := range workers {
		for _, word := range w.words {
			if !slices.ContainsFunc(workers[:i], func(before *worker) bool { return before.has(word) }) {
				all = append(all, word)
			}
		}
	}
	slices.Sort(all)
	return all
}

// has reports whether the worker has met a word.
func (w *worker) has(word string) bool {
	_, ok := w.ids[word]
	return ok
}

// addRows gathers the rows of the workers, with the ids of the vocabulary.
func (ix *Index) addRows(workers []*worker) {
	parallel(len(workers), func(i int) { ix.translate(workers[i]) })
	size := 0
	first := make([]int, len(workers)) // where the rows of each worker begin
	for i, w := range workers {
		first[i] = size
		size += len(w.rows)
	}
	ix.rows = make([]Entry, size)
	ix.rowStarts = make([]uint32, len(ix.Talks)+1)
	ix.rowStarts[len(ix.Talks)] = uint32(size)
	parallel(len(workers), func(i int) {
		w := workers[i]
		copy(ix.rows[first[i]:], w.rows)
		for talk, start := range w.starts[:w.to-w.from] {
			ix.rowStarts[w.from+talk] = uint32(first[i]) + start
		}
		*w = worker{from: w.from, to: w.to} // the memory is needed for the postings
	})
}

// translate gives the rows of a worker the ids of the vocabulary, and adds short
// forms where the long ones stand.
func (ix *Index) translate(w *worker) {
	ids := make([]uint32, len(w.words))
	for own, word := range w.words {
		ids[own], _ = ix.ID(word)
	}
	rows := make([]Entry, 0, len(w.rows)+len(w.rows)/100)
	var said []uint32 // the words of the field so far
	talk := 0
	for at, e := range w.rows {
		for w.starts[talk] == uint32(at) && talk < w.to-w.from {
			w.starts[talk] = uint32(len(rows))
			talk++
		}
		if _, ok := e.Field(); ok {
			rows, said = append(rows, e), said[:0]
			continue
		}
		id := ids[e.Word()]
		rows = append(rows, Entry(id)|e&(partBit|stopBit))
		if !e.IsPart() {
			said = append(said, id)
			ix.ShortForms(said, func(short uint32, _ int) { rows = append(rows, Entry(short)|partBit) })
		}
	}
	for ; talk <= w.to-w.from; talk++ {
		w.starts[talk] = uint32(len(rows))
	}
	w.rows = rows
}

// addPostings fills the postings: each worker counts those of its talks, then
// each writes where the counts of the workers before it end.
func (ix *Index) addPostings(workers []*worker) {
	next := make([][]uint32, len(workers)) // by worker and word: where to write
	parallel(len(workers), func(i int) {
		next[i] = make([]uint32, ix.Size())
		ix.eachWord(workers[i], func(_ int, word, _ uint32) { next[i][word]++ })
	})
	ix.starts = make([]uint32, ix.Size()+1)
	total := uint32(0)
	for word := range ix.Size() {
		ix.starts[word] = total
		for i := range workers {
			n := next[i][word]
			next[i][word] = total
			total += n
		}
	}
	ix.starts[ix.Size()] = total
	ix.postings = make([]Posting, total)
	parallel(len(workers), func(i int) {
		ix.eachWord(workers[i], func(talk int, word, where uint32) {
			ix.postings[next[i][word]] = newPosting(talk, where)
			next[i][word]++
		})
	})
}

// addHeads copies the postings that are in HeadFields.
func (ix *Index) addHeads() {
	n := 0
	for _, p := range ix.postings {
		if p.Where()&HeadFields != 0 {
			n++
		}
	}
	ix.heads, ix.headStarts = make([]Posting, 0, n), make([]uint32, ix.Size()+1)
	for word := range ix.Size() {
		for _, p := range ix.Postings(uint32(word)) {
			if p.Where()&HeadFields != 0 {
				ix.heads = append(ix.heads, p)
			}
		}
		ix.headStarts[word+1] = uint32(len(ix.heads))
	}
}

// eachWord calls yield once for each word of each talk of a worker, in the
// order of talks; where has the bits of a posting.
func (ix *Index) eachWord(w *worker, yield func(talk int, word, where uint32)) {
	wheres := make([]uint32, ix.Size()) // by word, of the current talk
	var distinct []uint32
	for talk := w.from; talk < w.to; talk++ {
		field := uint32(0)
		for _, e := range ix.Row(uint32(talk)) {
			if f, ok := e.Field(); ok {
				field = 1 << f
				continue
			}
			word := e.Word()
			if wheres[word] == 0 {
				distinct = append(distinct, word)
			}
			wheres[word] |= field
			if !e.IsPart() {
				wheres[word] |= ByItself
			}
		}
		for _, word := range distinct {
			yield(talk, word, wheres[word])
			wheres[word] = 0
		}
		distinct = distinct[:0]
	}
}
