package search

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"talks/catalog"
	"talks/catalog/search/abbrev"
	"talks/catalog/search/facts"
	"talks/catalog/search/index"
	"talks/catalog/search/literal"
	"talks/catalog/search/match"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// A truth tells slowly which talks match a query: by reading every word of
// every talk, without index, masks or ranges. It shares with the engine what a
// word is worth to another one (package match), and knows nothing of the order
// of hits.
type truth struct {
	talks     []*catalog.Talk
	rows      [][]trueWord       // by talk
	words     map[string]int     // how many talks have each word
	known     map[string]meaning // what words of conditions stand for
	explained []explained
	where     map[string]uint32 // the fields in which any talk has it, as a posting has them
}

type trueWord struct {
	text  string
	field catalog.Field
	part  bool
}

func newTruth(talks []*catalog.Talk) *truth {
	tr := &truth{talks: talks, words: make(map[string]int), where: make(map[string]uint32), known: make(map[string]meaning)}
	var split words.Splitter
	for _, t := range talks {
		var row []trueWord
		seen := make(map[string]bool)
		for f := range index.HiddenField + 1 {
			split.Split(index.Text(t, f), func(tok words.Token) {
				row = append(row, trueWord{string(tok.Word), f, tok.Part})
				seen[string(tok.Word)] = true
				tr.where[string(tok.Word)] |= 1 << f
				if !tok.Part {
					tr.where[string(tok.Word)] |= index.ByItself
				}
			})
		}
		tr.rows = append(tr.rows, row)
		for w := range seen {
			tr.words[w]++
		}
	}
	for talk := range talks {
		tr.explain(talks[talk])
	}
	for talk := range talks {
		tr.addShort(talk)
	}
	return tr
}

// An explained word is the short form of others in a row.
type explained struct {
	short string
	long  []string // their stems
}

// explain notes what the texts of a talk explain.
func (tr *truth) explain(t *catalog.Talk) {
	for _, f := range []catalog.Field{catalog.Title, catalog.Subtitle, catalog.Abstract, catalog.Description} {
		for _, p := range abbrev.Find(t.Text(f)) {
			e := explained{}
			var split words.Splitter
			n := 0
			split.Split(strings.TrimSuffix(p.Short, "s"), func(tok words.Token) {
				if !tok.Part {
					e.short = string(tok.Word)
					n++
				}
			})
			split.Split(p.Long, func(tok words.Token) {
				if !tok.Part {
					e.long = append(e.long, words.Stem(string(tok.Word)))
				}
			})
			if n == 1 && len(e.long) > 1 && tr.words[e.short] > 0 && !words.Stop.Has(e.short) {
				tr.explained = append(tr.explained, e)
			}
		}
	}
}

// addShort adds short forms, as parts, to a talk that has the long ones.
func (tr *truth) addShort(talk int) {
	for f := range index.HiddenField + 1 {
		var said []string
		for _, w := range tr.rows[talk] {
			if w.field == f && !w.part {
				said = append(said, words.Stem(w.text))
			}
		}
		for _, e := range tr.explained {
			for i := range len(said) - len(e.long) + 1 {
				if slices.Equal(said[i:i+len(e.long)], e.long) {
					tr.rows[talk] = append(tr.rows[talk], trueWord{e.short, f, true})
					tr.where[e.short] |= 1 << f
				}
			}
		}
	}
}

// addShortForms adds to a term the short form of it and its neighbours.
func (tr *truth) addShortForms(terms []term, i int, m *meaning) {
	for _, e := range tr.explained {
		for first := max(0, i-len(e.long)+1); first <= i && first+len(e.long) <= len(terms); first++ {
			isLong := true
			for k, stem := range e.long {
				word := terms[first+k].Word
				isLong = isLong && words.Stem(word) == stem && tr.words[word] > 0
			}
			for _, w := range [...]string{e.short, e.short + "s"} {
				if isLong && tr.words[w] > 0 {
					m.words[w], m.gated = true, true
				}
			}
		}
	}
}

// A meaning is what a term may stand for.
type meaning struct {
	heads map[string]bool // words that do not count in texts
	words map[string]bool
	pairs []truePair
	title func(title []string) bool // for letters over a title; nil: none
	gated bool
}

// A truePair is two neighbours; the second may go on if it is open.
type truePair struct {
	a, b string
	open bool
}

// search returns the talks that have all of a query, and those that satisfy its
// conditions and have any of its words, in catalog order; if none has any, those
// that satisfy the conditions, unless these only exclude.
func (tr *truth) search(q query.Query) (all, some []int) {
	var left []int // the talks that satisfy the conditions
	for talk := range tr.talks {
		if tr.satisfies(q, talk) {
			left = append(left, talk)
		}
	}
	terms := termsOf(q)
	meanings := tr.meanings(terms)
	required := 0
	for i := range terms {
		if !terms[i].isOptional() {
			required++
		}
	}
	having := func(least int) []int {
		var found []int
		for _, talk := range left {
			n := 0
			for i := range terms {
				if !terms[i].isOptional() && tr.has(talk, meanings[i]) {
					n++
				}
			}
			if n >= least {
				found = append(found, talk)
			}
		}
		return found
	}
	all = having(required)
	if required > 1 {
		tr.respell(terms, meanings)
	}
	if some = having(min(1, required)); len(some) == 0 && slices.ContainsFunc(q.Groups, tr.isWanted) {
		some = left
	}
	return all, some
}

// isWanted reports whether a group is a condition that asks for something.
func (tr *truth) isWanted(g query.Group) bool {
	isAsked := func(a query.Atom) bool { return !a.IsHalfTyped() || tr.holdsAnywhere(a) }
	return !g.IsFree() && !g.Atoms[0].Not && slices.ContainsFunc(g.Atoms, isAsked)
}

func (tr *truth) has(talk int, m meaning) bool {
	var title []string
	for i, w := range tr.rows[talk] {
		if m.words[w.text] && (!m.heads[w.text] || index.HeadFields>>w.field&1 != 0) {
			return true
		}
		if w.field == catalog.Title && !w.part {
			title = append(title, w.text)
		}
		for _, p := range m.pairs {
			if p.isAt(tr.rows[talk][i:]) {
				return true
			}
		}
	}
	return m.title != nil && len(title) > 0 && m.title(title[:min(len(title), index.MaxTitleWords)])
}

// isAt reports whether the row begins with the pair; parts are passed over.
func (p truePair) isAt(row []trueWord) bool {
	if row[0].part || row[0].text != p.a {
		return false
	}
	for _, w := range row[1:] {
		if w.field != row[0].field {
			return false
		}
		if !w.part {
			return w.text == p.b || p.open && strings.HasPrefix(w.text, p.b)
		}
	}
	return false
}

func (tr *truth) meanings(terms []term) []meaning {
	list := make([]meaning, len(terms))
	far := 0
	for i := range terms {
		term, m := &terms[i], &list[i]
		best := tr.near(&term.Term, allFields, m)
		if len(term.Runes) == 1 {
			m.heads = maps.Clone(m.words)
			delete(m.heads, term.Word)
		}
		if !term.Stop {
			tr.addJoined(terms, i, m)
			tr.addShortForms(terms, i, m)
			tr.addPairs(term, m)
		}
		m.gated = m.gated || term.Stop || len(m.pairs) > 0
		if !m.gated && far < maxFar {
			far++
			best = tr.far(&term.Term, allFields, best, m)
			if len(m.words) == 0 && term.Typing && len(term.Runes) >= 2 {
				for w := range tr.words {
					if term.Loose([]rune(w)) > 0 && tr.where[w]&(1<<catalog.Title|1<<catalog.Speakers) != 0 {
						m.words[w] = true
					}
				}
			}
		}
		if word := term.Word; len(terms) == 1 && len(word) >= 2 && len(word) == len(term.Runes) {
			letters := !m.gated && len(word) >= 4 && best < lettersBelow
			m.title = func(title []string) bool {
				return hasInitials(title, word) || letters && match.Lay(word, title) > 0
			}
		}
	}
	return list
}

func hasInitials(title []string, word string) bool {
	all, plain := "", ""
	for _, w := range title {
		all += w[:1]
		if !words.Stop.Has(w) {
			plain += w[:1]
		}
	}
	return strings.Contains(all, word) || strings.Contains(plain, word)
}

// near adds the words of some fields that are near a term, and returns the
// quality of the best.
func (tr *truth) near(t *match.Term, fields uint32, m *meaning) (best float64) {
	m.words = make(map[string]bool)
	standing := tr.where[t.Word]
	t.Exists = standing&fields != 0 && standing&index.ByItself != 0
	m.gated = t.Exists
	for w := range tr.words {
		q := t.Near(w)
		if q == 0 || t.Stop && w != t.Word || tr.where[w]&fields == 0 {
			continue
		}
		m.words[w] = true
		m.gated = m.gated || strings.HasPrefix(w, t.Word)
		best = max(best, float64(float32(q)))
	}
	return best
}

// far adds the words of some fields that a term stands for with a slip or with
// letters left out, unless they are far behind the best.
func (tr *truth) far(t *match.Term, fields uint32, best float64, m *meaning) float64 {
	if len(t.Runes) < 3 {
		return 0
	}
	qualities := make(map[string]float64)
	for w := range tr.words {
		if words.Stop.Has(w) || tr.where[w]&fields == 0 {
			continue
		}
		q, _ := t.Letters([]rune(w))
		if len(t.Runes) >= 4 {
			far, _ := t.Far(w, []rune(w))
			q = max(q, far)
		}
		if q > 0 {
			qualities[w], best = q, max(best, q)
		}
	}
	if best < match.Alike && len(t.Runes) >= 3 && len(words.Sound(t.Word)) >= leastSound {
		for w := range tr.words {
			if words.Sound(w) == words.Sound(t.Word) && !words.Stop.Has(w) && tr.where[w]&fields != 0 {
				qualities[w], best = match.Alike, match.Alike
			}
		}
	}
	for w, q := range qualities {
		if float64(float32(q)) >= best*match.GateShare {
			m.words[w] = true
		}
	}
	return best
}

func (tr *truth) addJoined(terms []term, i int, m *meaning) {
	for first := max(0, i-1); first <= i && first+1 < len(terms); first++ {
		a, b := &terms[first], &terms[first+1]
		one := a.Word + b.Word
		if a.Stop || b.Stop || len(one) > words.MaxLen || len(one) < 4 {
			continue
		}
		for w := range tr.words {
			if w == one || strings.HasPrefix(w, one) && b.Typing && len(a.Word) >= 2 && len(b.Word) >= 2 {
				m.words[w] = true
				delete(m.heads, w)
				m.gated = true
			}
		}
	}
}

func (tr *truth) addPairs(term *term, m *meaning) {
	for at := 1; at < len(term.Word); at++ {
		p := truePair{term.Word[:at], term.Word[at:], term.Typing && len(term.Word)-at >= 4}
		if !canSplit(term.Word, at) || words.Stop.Has(p.a) || words.Stop.Has(p.b) {
			continue
		}
		for _, row := range tr.rows {
			if slices.ContainsFunc(slices.Collect(tails(row)), p.isAt) {
				m.pairs = append(m.pairs, p)
				break
			}
		}
	}
}

func tails(row []trueWord) func(yield func([]trueWord) bool) {
	return func(yield func([]trueWord) bool) {
		for i := range row {
			if !yield(row[i:]) {
				return
			}
		}
	}
}

// respell adds words that are a slip away from words that exist.
func (tr *truth) respell(terms []term, meanings []meaning) {
	for i := range terms[:min(len(terms), maxFar)] {
		term := &terms[i]
		for w := range tr.words {
			if !term.isOptional() && meanings[i].gated && len(term.Runes) >= 4 && !words.Stop.Has(w) && term.Respelt([]rune(w)) > 0 {
				m := &meanings[i]
				if m.heads == nil {
					m.heads = make(map[string]bool)
				}
				if !m.words[w] {
					m.words[w], m.heads[w] = true, true
				}
			}
		}
	}
}

// satisfies reports whether a talk satisfies the conditions of a query.
func (tr *truth) satisfies(q query.Query, talk int) bool {
	for _, g := range q.Groups {
		if g.IsFree() {
			continue
		}
		asked, holds := false, false
		for _, a := range g.Atoms {
			if a.IsHalfTyped() && !tr.holdsAnywhere(a) {
				continue
			}
			asked = true
			holds = holds || tr.holds(a, talk) != a.Not
		}
		if asked && !holds {
			return false
		}
	}
	return true
}

func (tr *truth) holdsAnywhere(a query.Atom) bool {
	for talk := range tr.talks {
		if tr.holds(a, talk) {
			return true
		}
	}
	return false
}

// holds reports whether an atom holds in a talk, as if it had no Not.
func (tr *truth) holds(a query.Atom, talk int) bool {
	switch {
	case query.IsFact(a.Key):
		return facts.Of(&catalog.Catalog{Talks: tr.talks}).Condition(a).Holds(tr.talks[talk])
	case a.Kind == query.Word:
		for _, t := range atomTerms(a) {
			if !tr.hasNear(t, a, talk) {
				return false
			}
		}
		return len(atomTerms(a)) > 0
	case a.Kind == query.Phrase:
		isWhole := func(i int) bool {
			return tr.hasPhrase(a, i) && isWhole(tr.talks[i], a.Key, words.Fold(a.Text))
		}
		for i := range tr.talks {
			if a.WantsWhole() && isWhole(i) {
				return isWhole(talk)
			}
		}
		return tr.hasPhrase(a, talk)
	}
	return hasLiteral(literal.New(a.Kind, a.Text), tr.talks[talk], a.Fields())
}

func hasLiteral(l *literal.Literal, t *catalog.Talk, fields uint32) bool {
	var texts literal.Texts
	texts.Next(t)
	return l.Fields(&texts, fields) != 0
}

// hasNear reports whether a talk has what a word of a condition stands for.
func (tr *truth) hasNear(t match.Term, a query.Atom, talk int) bool {
	key := fmt.Sprint(t.Word, t.Typing, a.Key, a.Not)
	m, known := tr.known[key]
	if !known {
		m = tr.nearest(t, a)
		tr.known[key] = m
	}
	return slices.ContainsFunc(tr.rows[talk], func(w trueWord) bool { return m.words[w.text] && a.Fields()>>w.field&1 != 0 })
}

// nearest returns what a word of a condition stands for: near words, else the
// best of the far ones.
func (tr *truth) nearest(t match.Term, a query.Atom) (m meaning) {
	best := tr.near(&t, a.Fields(), &m)
	for w := range m.words {
		if t.Exists && a.Key != "" && w != t.Word && !t.Inflects(w) {
			delete(m.words, w)
		}
	}
	if len(m.words) == 0 && !a.Not {
		tr.far(&t, a.Fields(), best, &m)
	}
	return m
}

// hasPhrase reports whether a talk has the words in a row, written as typed if
// the phrase has an upper-case letter.
func (tr *truth) hasPhrase(a query.Atom, talk int) bool {
	var phrase []string
	for _, t := range atomTerms(a) {
		phrase = append(phrase, t.Word)
	}
	quoted := literal.New(query.Exact, a.Text)
	if len(phrase) == 0 {
		return hasLiteral(quoted, tr.talks[talk], a.Fields())
	}
	for f := range index.HiddenField + 1 {
		var row []string
		for _, w := range tr.rows[talk] {
			if w.field == f && !w.part {
				row = append(row, w.text)
			}
		}
		for at := range len(row) - len(phrase) + 1 {
			got := slices.Clone(row[at : at+len(phrase)])
			last := len(phrase) - 1
			if a.Open && strings.HasPrefix(got[last], phrase[last]) {
				got[last] = phrase[last]
			}
			if slices.Equal(got, phrase) && a.Fields()>>f&1 != 0 &&
				(!strings.ContainsFunc(a.Text, unicode.IsUpper) || hasLiteral(quoted, tr.talks[talk], 1<<f)) {
				return true
			}
		}
	}
	return false
}

// agrees fails unless the hits are the talks that have all of a query and, in
// the first ten places, talks that have a part of it: all of these if there are
// no more than ten.
func agrees(t *testing.T, e *Engine, tr *truth, text string) {
	t.Helper()
	q := query.Parse(text)
	r, err := e.Search(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	var whole, every []int
	for i := range r.Len() {
		talk := slices.Index(tr.talks, r.Talk(i))
		if every = append(every, talk); !r.IsNear(i) {
			whole = append(whole, talk)
		} else if i >= mostNear {
			t.Fatalf("%q over %q: hit %d lacks a word", text, titles(tr.talks), i)
		}
	}
	slices.Sort(whole)
	slices.Sort(every)
	all, some := tr.search(q)
	complete := slices.Equal(every, some)
	if len(some) > mostNear {
		complete = len(every) >= mostNear && !slices.ContainsFunc(every, func(talk int) bool { return !slices.Contains(some, talk) })
	}
	if !slices.Equal(whole, all) || !complete {
		t.Fatalf("%q over %q:\nengine %v of %v\ntruth  %v of %v", text, titles(tr.talks), whole, every, all, some)
	}
}

func titles(talks []*catalog.Talk) string {
	var list []string
	for _, t := range talks {
		list = append(list, t.Title+"|"+t.Abstract)
	}
	return strings.Join(list, "\n")
}

// Every query of up to five letters of a small alphabet, and of up to four
// letters and signs, over talks of such words.
func TestEngineIsTrueOnSmallAlphabet(t *testing.T) {
	texts := [][2]string{
		{"a b", "ab ba"}, {"abba", "baba ebb"}, {"AbBe", "a-b be"}, {"bee abe", ""}, {"ebbe bea", "eba abe"}, {"ab", "aaab"},
	}
	var talks []*catalog.Talk
	for _, x := range texts {
		talks = append(talks, &catalog.Talk{Title: x[0], Abstract: x[1]})
	}
	e, tr := build(talks), newTruth(talks)
	var text [5]byte
	var try func(alphabet string, n, most int)
	try = func(alphabet string, n, most int) {
		agrees(t, e, tr, string(text[:n]))
		for i := 0; n < most && i < len(alphabet); i++ {
			text[n] = alphabet[i]
			try(alphabet, n+1, most)
		}
	}
	try("abe ", 0, 5)
	try("abe !|'\"^$-\\", 0, 4)
}

func TestEngineIsTrueOnWords(t *testing.T) {
	talks := generate(60)
	e, tr := build(talks), newTruth(talks)
	random := rand.New(rand.NewPCG(3, 3))
	keys := typed(talks, 40)
	for range 400 {
		agrees(t, e, tr, keys[random.IntN(len(keys))])
	}
	for range 100 {
		a, b := strings.Fields(talks[random.IntN(60)].Title), strings.Fields(talks[random.IntN(60)].Abstract)
		agrees(t, e, tr, "how "+a[0]+" the "+b[0]+" "+b[1])
		agrees(t, e, tr, a[0]+a[1])
		agrees(t, e, tr, slip(random, b[2])+" "+slip(random, a[1]))
	}
	for i := range 30 {
		title := strings.Fields(talks[random.IntN(len(talks))].Title)
		at := random.IntN(len(title) - 1)
		a, b := title[at], title[at+1]
		switch i % 3 {
		case 1:
			b = b[:1+len(b)/2]
		case 2:
			a = slip(random, a)
		}
		for _, text := range conditional(a, b) {
			agrees(t, e, tr, text)
		}
	}
}

func slip(r *rand.Rand, w string) string {
	at := r.IntN(len(w))
	return w[:at] + "x" + w[at+r.IntN(2):]
}

// conditional are queries made of a word and the one after it, with every kind
// of operator.
func conditional(a, b string) []string {
	return []string{
		fmt.Sprintf(`"%s %s"`, a, b), fmt.Sprintf(`"%s %s`, a, b[:1]), fmt.Sprintf(`!"%s %s"`, a, b),
		fmt.Sprintf(`title:%s`, a), fmt.Sprintf(`abstract:%s`, b), fmt.Sprintf(`speaker:%s`, a), fmt.Sprintf(`!title:%s`, a),
		fmt.Sprintf(`title:"%s %s"`, a, b), fmt.Sprintf(`abstract:"%s %s`, a, b),
		fmt.Sprintf(`%s | %s`, a, b), fmt.Sprintf(`%s | title:%s | '%s`, a[:1], b, a), fmt.Sprintf(`"%s %s" | !%s`, a, b, a),
		fmt.Sprintf(`'%s !%s`, a, b), fmt.Sprintf(`^%s | %s$`, a, b), fmt.Sprintf(`!'%s`, a), fmt.Sprintf(`'%s' title:%s-%s`, a, a, b),
		fmt.Sprintf(`day:m | title:%s`, a), fmt.Sprintf(`!day:20 lang:e "%s"`, b),
		fmt.Sprintf(`is:slides | track:%s`, a), fmt.Sprintf(`!has:abstract %s | %s`, a, b),
		fmt.Sprintf(`title:%s %s`, a, b), fmt.Sprintf(`!%s %s`, a, b), fmt.Sprintf(`%s '%s`, b, a), fmt.Sprintf(`"%s %s" the %s of %s`, a, b, b, a),
		fmt.Sprintf(`%s %s | title:%s`, a, b, b), fmt.Sprintf(`abstract:%s %s %s zzz`, a, b, a),
	}
}

func FuzzTruth(f *testing.F) {
	f.Add("kube cost", "Kubernetes costs", "KubeEdge at the edge", "finops")
	f.Add("servicemesh", "A service mesh", "mesh of services", "")
	f.Add("muler", "Müller", "Mueller und Møller", "x")
	f.Add("ambmsh", "Istio Ambient Mesh", "ambush", "下载 PPT")
	f.Add("0 0 S", "0", " ", "0") // a field without words
	f.Add("how does it w", "how it works", "what it was", "c++ and c#")
	f.Add("ab act", "act bills (AB)", "acts bill act", "AB abs")
	f.Add("act bill", "act bills (ABs)", "acts bill", "AB abs")
	f.Add("gefy", "gephi", "jefy", "x")
	f.Add("'side", "sidecar-less Side", "Linux's it's", "RISC-V")
	f.Add("'s", "Linux's", "s", "x")
	f.Add("'riscv", "RISC-V", "riscv", "Müller")
	f.Add("^c++", "C++ and c#", "ａｂｃ", "微服务")
	f.Add("b$", "ab", "a-b!", "ʼs")
	f.Add("'a b'", "a b", "a  b", "xa b")
	f.Add(`title:clusters | "下载 PPT"`, "Cluster", "clusters 下载 PPT", "clustering")
	f.Add("!\u07f0", "0", "0", "0") // an accent without a letter
	f.Add(`"Go go" | speaker:a-b`, "Go go go", "go Go", "a b ab")
	for _, text := range conditional("kube", "cost") {
		f.Add(text, "Kube costs, kube cost", "KubeEdge: cost of a cube", "the cost")
	}
	f.Fuzz(func(t *testing.T, text, a, b, c string) {
		if len(text)+len(a)+len(b)+len(c) > 200 {
			return
		}
		valid := func(s string) string { return strings.ToValidUTF8(s, "?") }
		talks := []*catalog.Talk{
			{Title: valid(a), Abstract: valid(b), Slot: catalog.Slot{Track: valid(c)}},
			{Title: valid(b), Abstract: valid(c), Slides: true},
			{Title: valid(c), Speakers: []catalog.Person{{Name: valid(a)}}},
		}
		agrees(t, build(talks), newTruth(talks), text)
	})
}
