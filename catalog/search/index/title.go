package index

import "talks/catalog/search/words"

// MaxTitleWords is how many words of a title initials and letters are looked
// for in.
const MaxTitleWords = 32

// A Title sums up the title of a talk, for the filters before a comparison of
// its letters.
type Title struct {
	Letters uint32 // mask of all letters, see words.LetterMask
	Firsts  uint32 // mask of the letters that begin a word

	start uint32 // where its initials begin; they end where the next begin
	plain uint32 // where those begin that leave out the stop words
}

// MayHave reports whether the masks do not rule out that a title has some letters
// and words that begin with others. One comparison of both is quick, since nearly
// all titles fail it.
func (t *Title) MayHave(letters, firsts uint32) bool {
	return letters&^t.Letters|firsts&^t.Firsts == 0
}

// Titles returns the summaries of all titles, in the order of talks.
func (ix *Index) Titles() []Title { return ix.titles[:len(ix.Talks)] }

// Initials returns the first bytes of the words of a talk's title: of all, and
// of those that are no stop words.
func (ix *Index) Initials(talk uint32) (all, plain []byte) {
	t := &ix.titles[talk]
	return ix.initials[t.start:t.plain], ix.initials[t.plain:ix.titles[talk+1].start]
}

// addTitles sums up all titles.
func (ix *Index) addTitles() {
	ix.titles = make([]Title, len(ix.Talks)+1)
	var title []string
	for talk := range ix.Talks {
		t := &ix.titles[talk]
		t.start = uint32(len(ix.initials))
		title = ix.AppendTitle(title[:0], uint32(talk))
		title = title[:min(len(title), MaxTitleWords)]
		for _, w := range title {
			t.Letters |= words.LetterMask(w)
			t.Firsts |= words.LetterBit(w[0])
			ix.initials = append(ix.initials, w[0])
		}
		t.plain = uint32(len(ix.initials))
		for _, w := range title {
			if !words.Stop.Has(w) {
				ix.initials = append(ix.initials, w[0])
			}
		}
	}
	ix.titles[len(ix.Talks)].start = uint32(len(ix.initials))
}
