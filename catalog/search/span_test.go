package search

import (
	"context"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/search/query"
	"talks/catalog/search/words"
)

// lit is a text with its spans in brackets.
func lit(t *catalog.Talk, f catalog.Field, spans []Span) string {
	text := t.Text(f)
	var b strings.Builder
	at := 0
	for _, s := range spans {
		if s.Field == f {
			b.WriteString(text[at:s.Start] + "[" + text[s.Start:s.End] + "]")
			at = s.End
		}
	}
	return b.String() + text[at:]
}

func TestSpans(t *testing.T) {
	ix := build(fixture())
	for _, c := range []struct {
		query string
		field catalog.Field
		want  string
	}{
		{"mesh", catalog.Title, "Ambient [Mesh]: Present and Future"},
		{"private key", catalog.Title, "[Private] [key] protection"},
		{"kuberntes", catalog.Title, "How FinOps cuts the costs of [Kubernetes] clusters"},
		{"finps", catalog.Title, "How [FinOps] cuts the costs of Kubernetes clusters"},
		{"ambmsh", catalog.Title, "[Amb]ient [M]e[sh]: Present and Future"},
		{"pkp", catalog.Title, "[P]rivate [k]ey [p]rotection"},
		{"servicemesh", catalog.Abstract, "A [service mesh] without sidecars. Written in Rust."},
		{"mull", catalog.Speakers, "Jürgen [Müll]er, Zoë van Dyk"},
		{"微服务", catalog.Title, "云原生[微服务]实践"},
		{"'sidec", catalog.Abstract, "A service mesh without [sidec]ars. Written in Rust."},
		{"^jur", catalog.Speakers, "[Jür]gen Müller, Zoë van Dyk"},
		{`"private key"`, catalog.Title, "[Private key] protection"},
		{"track:go", catalog.Track, "[Go] devroom"},
		{"riscv", catalog.Abstract, "Keys in hardware. See C++ and [RISC-V] code."},
		{"clusters | zzz", catalog.Title, "How FinOps cuts the costs of Kubernetes [clusters]"},
	} {
		r := find(t, ix, c.query)
		if r.Len() == 0 {
			t.Errorf("%q finds nothing", c.query)
			continue
		}
		if h := r.Explain(0); lit(h.Talk, c.field, h.Spans) != c.want {
			t.Errorf("%q lights %q, want %q", c.query, lit(h.Talk, c.field, h.Spans), c.want)
		}
	}
}

func TestPassage(t *testing.T) {
	long := strings.Repeat("Nothing of note is said here. ", 6)
	talks := []*catalog.Talk{
		{Title: "One", Abstract: long + "Then the gateway balances the load of clusters.\n\nThe load is alone here."},
		{Title: "Gateway", Abstract: "First sentence. The gateway again."},
		{Title: "云", Abstract: "第一句。" + strings.Repeat("很多字", 30) + "网关很重要"},
		{Title: "No body gateway"},
	}
	ix := build(talks)
	for _, c := range []struct {
		query string
		talk  int
		width int
		want  string
	}{
		{"gateway load", 0, 60, "Then the gateway balances the load of clusters."},
		{"gateway load", 0, 30, "the gateway balances the load"},
		{"gateway", 1, 60, "First sentence."},
		{"gateway", 1, 7, "First"},
		{"", 1, 60, "First sentence."},
		{"gateway", 3, 60, ""},
		{"", 2, 4, "第一句。"},
	} {
		r := find(t, ix, c.query)
		for i := range r.Len() {
			if r.Talk(i) != talks[c.talk] {
				continue
			}
			s := r.Explain(i).Passage(c.width, utf8.RuneCountInString)
			if got := talks[c.talk].Text(s.Field)[s.Start:s.End]; got != c.want {
				t.Errorf("%q, %d cells: %q, want %q", c.query, c.width, got, c.want)
			}
		}
	}
}

// Up to a third of the row stands before the first match, more where the line
// ends behind it.
func TestPassageKeepsContext(t *testing.T) {
	long := strings.Repeat("one two three four five six ", 4)
	talks := []*catalog.Talk{
		{ID: "words", Title: "A", Abstract: long + "gateway " + long + "end"},
		{ID: "end", Title: "B", Abstract: long + "to a gatewax here"},
		{ID: "blankless", Title: "C", Abstract: strings.Repeat("abcd/efgh-", 20) + "gatewaz" + strings.Repeat("-ijkl/mnop", 20)},
		{ID: "accents", Title: "D", Abstract: strings.Repeat("e\u0301x\u0308", 60) + "-gatewau"},
		{ID: "one", Title: "E", Abstract: strings.Repeat("z", 500)},
		{ID: "signs", Title: "F", Abstract: strings.Repeat("很多字", 30) + "网关很重要" + strings.Repeat("很多字", 30)},
		{ID: "narrow", Title: "G", Abstract: "someone gatewayless"},
	}
	ix := build(talks)
	for _, c := range []struct {
		query, want string
		width       int
	}{
		{"gateway", "five six gateway one two three", 30},
		{"gatewax", "one two three four five six to a gatewax here", 46},
		{"gatewax", "five six to a gatewax here", 30},
		{"gatewaz", "abcd/efgh-gatewaz-ijkl/mnop-ij", 30},
		{"gatewau", strings.Repeat("e\u0301x\u0308", 10) + "-gatewau", 28},
		{"网关", "很多字很多字网关很重要很多字很多字很", 18},
		{"gatewayless", "gateway", 7},
		{strings.Repeat("z", 60), strings.Repeat("z", 20), 20},
	} {
		r := find(t, ix, c.query)
		if r.Len() == 0 {
			t.Errorf("%q finds nothing", c.query)
			continue
		}
		s := r.Explain(0).Passage(c.width, cellsOf)
		if got := r.Talk(0).Text(s.Field)[s.Start:s.End]; got != c.want {
			t.Errorf("%q, %d cells: %q, want %q", c.query, c.width, got, c.want)
		}
	}
}

// What is measured for a row does not grow with the text.
func TestPassageReadsNoMoreThanARow(t *testing.T) {
	measured := func(size int) (bytes int) {
		word := strings.Repeat("x", size)
		r := find(t, build([]*catalog.Talk{{Title: "A", Abstract: word + " gateway" + word}}), "gateway")
		r.Explain(0).Passage(40, func(text string) int {
			bytes += len(text)
			return len(text)
		})
		return bytes
	}
	if a, b := measured(1000), measured(100_000); b > a || a == 0 {
		t.Errorf("%d bytes are measured in a short text, %d in a long one", a, b)
	}
}

// cellsOf counts runes but marks.
func cellsOf(text string) int {
	return len([]rune(strings.Map(func(r rune) rune {
		if unicode.IsMark(r) {
			return -1
		}
		return r
	}, text)))
}

func FuzzSearch(f *testing.F) {
	f.Add("kube cost", "Kubernetes costs", "KubeEdge\n\nat the edge", uint8(20))
	f.Add("muler 'é ^x y$ !z", "Mu\u0308ller e\u0301", "👩‍👩‍👧 family c++", uint8(3))
	f.Add(`"a b" | title:x is:s`, "下载PPT 微服务", "ＡＢＣ ﬁ ß", uint8(0))
	f.Add("dnj", "de \u200dna\u0301 j\ufe0f", "ſ K İ", uint8(1))
	f.Fuzz(func(t *testing.T, text, title, abstract string, width uint8) {
		title, abstract = strings.ToValidUTF8(title, "?"), strings.ToValidUTF8(abstract, "?")
		talks := []*catalog.Talk{{Title: title, Abstract: abstract}, {Title: abstract, Speakers: []catalog.Person{{Name: title}, {Name: abstract}}}}
		r, err := build(talks).Search(context.Background(), query.Parse(text))
		if err != nil {
			t.Fatal(err)
		}
		for i := range r.Len() {
			h := r.Explain(i)
			checkSpans(t, h)
			p := r.Explain(i).Passage(int(width), utf8.RuneCountInString)
			text := h.Talk.Text(p.Field)
			if p.Start < 0 || p.End > len(text) || p.Start > p.End {
				t.Fatalf("passage %v of %q", p, text)
			}
			passage := text[p.Start:p.End]
			if strings.Contains(passage, "\n") || utf8.RuneCountInString(passage) > int(width) || !utf8.ValidString(passage) {
				t.Fatalf("passage %q for %d cells of %q", passage, width, text)
			}
		}
		r.Suggestions(context.Background())
	})
}

// checkSpans fails when spans lie outside their field, inside a cluster, out
// of order or over each other.
func checkSpans(t *testing.T, h Hit) {
	t.Helper()
	last := Span{}
	for _, s := range h.Spans {
		text := h.Talk.Text(s.Field)
		if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
			t.Fatalf("span %v of %q", s, text)
		}
		if s.Field < last.Field || s.Field == last.Field && s.Start < last.End {
			t.Fatalf("span %v after %v", s, last)
		}
		bounds := map[int]bool{0: true}
		for at := 0; at < len(text); {
			at += words.ClusterLen(text[at:])
			bounds[at] = true
		}
		if !bounds[s.Start] || !bounds[s.End] {
			t.Fatalf("span %v cuts a cluster of %q", s, text)
		}
		last = s
	}
}
