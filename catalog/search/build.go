package search

import (
	"runtime"
	"slices"

	"talks/catalog"
	"talks/catalog/search/words"
)

// blockTalks is how many talks a worker reads before it hands the block on.
const blockTalks = 512

// A reader turns its share of the talks into rows of word ids of its own.
type reader struct {
	ids    map[string]uint32
	words  []string
	blocks []block
	final  []uint32 // own id -> id of the index
	split  words.Splitter
	rows   []uint16
}

// readFields are what is indexed: the searched fields, and the facts.
var readFields = [...]catalog.Field{catalog.Title, catalog.Subtitle, catalog.Speakers, catalog.Track, catalog.Room, catalog.Abstract, catalog.Description, facts}

// Build indexes talks, which must not change afterwards. It uses all cores.
func Build(talks []*catalog.Talk) *Index { return build(talks, readFields[:]) }

// BuildTitles indexes the titles alone: quick to make, to search while Build
// is at work.
func BuildTitles(talks []*catalog.Talk) *Index { return build(talks, readFields[:1]) }

func build(talks []*catalog.Talk, fields []catalog.Field) *Index {
	ix := &Index{talks: talks}
	readers := make([]*reader, min(runtime.GOMAXPROCS(0), len(talks)/blockTalks+1))
	share := (len(talks)/len(readers)/blockTalks + 1) * blockTalks
	parallel(len(readers), func(i int) {
		from := min(i*share, len(talks))
		to := min(from+share, len(talks))
		if i == len(readers)-1 {
			to = len(talks)
		}
		readers[i] = &reader{ids: make(map[string]uint32)}
		readers[i].read(talks[from:to], fields)
	})
	ix.vocabulary = newVocabulary(merge(readers))
	parallel(len(readers), func(i int) { readers[i].renumber(&ix.vocabulary) })
	ix.post(readers)
	ix.extractBriefs()
	for _, r := range readers {
		ix.blocks = append(ix.blocks, r.blocks...)
	}
	ix.headTitles()
	ix.pool.New = func() any { return newScratch(len(ix.talks), ix.vocabulary.size()) }
	return ix
}

func (r *reader) read(talks []*catalog.Talk, fields []catalog.Field) {
	for len(talks) > 0 {
		n := min(blockTalks, len(talks))
		r.readBlock(talks[:n], fields)
		talks = talks[n:]
	}
}

func (r *reader) readBlock(talks []*catalog.Talk, fields []catalog.Field) {
	r.rows = r.rows[:0]
	b := block{starts: make([]uint32, 0, len(talks)+1)}
	add := func(t words.Token) {
		id, ok := r.ids[string(t.Word)]
		if !ok {
			w := string(t.Word)
			id = uint32(len(r.words))
			r.ids[w] = id
			r.words = append(r.words, w)
		}
		r.rows = appendWord(r.rows, id, t.Part)
	}
	for _, t := range talks {
		b.starts = append(b.starts, uint32(len(r.rows)))
		for _, f := range fields {
			before := len(r.rows)
			r.rows = appendField(r.rows, f)
			empty := len(r.rows)
			r.split.Split(indexedText(t, f), add)
			if len(r.rows) == empty {
				r.rows = r.rows[:before]
			}
		}
	}
	b.starts = append(b.starts, uint32(len(r.rows)))
	b.rows = slices.Clone(r.rows)
	r.blocks = append(r.blocks, b)
}

// merge gives the words of all readers, sorted, each once.
func merge(readers []*reader) []string {
	var all []string
	for i, r := range readers {
		for _, w := range r.words {
			known := false
			for _, before := range readers[:i] {
				if _, known = before.ids[w]; known {
					break
				}
			}
			if !known {
				all = append(all, w)
			}
		}
	}
	slices.Sort(all)
	return all
}

// renumber maps the reader's own ids to those of the vocabulary.
func (r *reader) renumber(v *vocabulary) {
	r.final = make([]uint32, len(r.words))
	for own, w := range r.words {
		r.final[own], _ = v.id(w)
	}
	r.ids, r.words, r.rows = nil, nil, nil
	for i := range r.blocks {
		r.blocks[i].ids = r.final
	}
}

// post fills the postings: each reader counts its own, then each writes where
// the counts of the readers before it end.
func (ix *Index) post(readers []*reader) {
	size := ix.vocabulary.size()
	next := make([][]uint32, len(readers)) // by reader and word: where to write
	parallel(len(readers), func(i int) {
		next[i] = make([]uint32, size)
		readers[i].distinct(size, func(_ int, id, _ uint32) { next[i][id]++ })
	})
	ix.starts = make([]uint32, size+1)
	total := uint32(0)
	for id := range size {
		ix.starts[id] = total
		for i := range readers {
			n := next[i][id]
			next[i][id] = total
			total += n
		}
	}
	ix.starts[size] = total
	ix.postings = make([]posting, total)
	first := make([]int, len(readers))
	for i := 1; i < len(readers); i++ {
		first[i] = first[i-1] + readers[i-1].talks()
	}
	parallel(len(readers), func(i int) {
		readers[i].distinct(size, func(talk int, id, where uint32) {
			ix.postings[next[i][id]] = newPosting(first[i]+talk, where)
			next[i][id]++
		})
	})
}

func (r *reader) talks() int {
	n := 0
	for _, b := range r.blocks {
		n += len(b.starts) - 1
	}
	return n
}

// distinct calls yield once for each word of each talk, in the order of talks;
// where tells the fields the word stands in.
func (r *reader) distinct(size int, yield func(talk int, id, where uint32)) {
	seen := make([]uint32, size) // per word, in the talk at hand: its fields
	var row, words []uint32
	talk := 0
	for _, b := range r.blocks {
		for i := range len(b.starts) - 1 {
			words = words[:0]
			field := uint32(0)
			row = b.row(i, facts, row[:0])
			for _, w := range row {
				if w&^0xff == fieldMark {
					field = 1 << (w & 0xff)
					continue
				}
				id := w &^ partBit
				if seen[id] == 0 {
					words = append(words, id)
				}
				seen[id] |= field
				if w&partBit == 0 {
					seen[id] |= wholeBit
				}
			}
			for _, id := range words {
				yield(talk, id, seen[id])
				seen[id] = 0
			}
			talk++
		}
	}
}
