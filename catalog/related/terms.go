package related

import (
	"math"
	"slices"
	"strings"

	"talks/catalog"
	"talks/catalog/search/words"
)

// A termReader reads the terms of talks: the stems of their words, but for stop
// words, numbers and single letters. A part of a word is a term too, so that
// KubeEdge has something of Kubernetes' Kube, and cross-cluster of cluster.
type termReader struct{ splitter words.Splitter }

func newTermReader() *termReader { return &termReader{} }

// read calls do for each word of a talk: with its stem, as it is written, and
// whether it stands in the title.
func (r *termReader) read(t *catalog.Talk, do func(stem, written string, title bool)) {
	for i, text := range [...]string{t.Title, t.Subtitle, t.Abstract, t.Description} {
		r.splitter.Split(text, func(token words.Token) {
			if w := string(token.Word); len(w) > 1 && !words.Stop.Has(w) && !words.German.Has(w) && strings.Trim(w, "0123456789") != "" {
				do(words.Stem(w), text[token.Start:token.End], i == 0)
			}
		})
	}
}

// A tally tells how often a talk has a term.
type tally struct {
	count int
	title bool // the title has it too
}

// A matrix is sparse: of row i it has the entries from start[i] to start[i+1],
// each with its column, in order, and its weight.
type matrix struct {
	start  []int32
	column []int32
	weight []float32
}

// row returns the columns of a row that are not zero, and their weights.
func (m *matrix) row(i int) ([]int32, []float32) {
	from, to := m.start[i], m.start[i+1]
	return m.column[from:to], m.weight[from:to]
}

// titleWeight is how much more a word counts that the title has.
const titleWeight = 1.5

// addRow adds the terms of a talk.
func (m *matrix) addRow(tallies map[int32]tally) {
	if m.start == nil {
		m.start = []int32{0}
	}
	from := len(m.column)
	for term := range tallies {
		m.column = append(m.column, term)
	}
	slices.Sort(m.column[from:])
	for _, term := range m.column[from:] {
		weight := 1 + math.Log(float64(tallies[term].count))
		if tallies[term].title {
			weight *= titleWeight
		}
		m.weight = append(m.weight, float32(weight))
	}
	m.start = append(m.start, int32(len(m.column)))
}

// weigh multiplies each weight by how rare its column is, and makes the length of
// each row 1. A column that only one row has counts nothing.
func (m *matrix) weigh(columns int) {
	rows := len(m.start) - 1
	having := make([]int, columns)
	for _, c := range m.column {
		having[c]++
	}
	for i := range rows {
		columns, weights := m.row(i)
		for k, c := range columns {
			if having[c] == 1 {
				weights[k] = 0
			}
			weights[k] *= float32(math.Log(float64(rows) / float64(having[c])))
		}
		normalise(weights)
	}
}

// transposed returns the matrix with a row for each of its columns.
func (m *matrix) transposed(columns int) matrix {
	t := matrix{start: make([]int32, columns+1), column: make([]int32, len(m.column)), weight: make([]float32, len(m.column))}
	for _, c := range m.column {
		t.start[c+1]++
	}
	for c := range columns {
		t.start[c+1] += t.start[c]
	}
	next := slices.Clone(t.start)
	for i := range len(m.start) - 1 {
		columns, weights := m.row(i)
		for k, c := range columns {
			t.column[next[c]], t.weight[next[c]] = int32(i), weights[k]
			next[c]++
		}
	}
	return t
}
