package load

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"talks/catalog"
)

// listOf returns a talk list of so many talks, of which some have the same title.
func listOf(talks int) string {
	var b strings.Builder
	for i := range talks {
		fmt.Fprintf(&b, "Talk %d\n\n%s\n\n\n", i/3, strings.Repeat("every word of it counts ", 40))
	}
	return b.String()
}

func scheduleOf(talks int) string {
	var b strings.Builder
	b.WriteString("<schedule><conference><title>Conf</title></conference>\n")
	for i := range talks {
		fmt.Fprintf(&b, "<event id='%d'><title>Talk %d</title><abstract>%s</abstract></event>\n", i, i/3, strings.Repeat("every word of it counts ", 40))
	}
	return b.String() + "</schedule>"
}

func ids(c *catalog.Catalog) []string {
	list := make([]string, len(c.Talks))
	for i, t := range c.Talks {
		list[i] = t.ID
	}
	return list
}

// A large file shows its first talks before the rest, and these keep their
// places and ids.
func TestLargeFileShowsItsStart(t *testing.T) {
	const talks = 3000 // 3 MB
	for name, text := range map[string]string{"list.txt": listOf(talks), "schedule.xml": scheduleOf(talks)} {
		dir := folderOf(t, map[string]string{name: text})
		var seen []Progress
		err := Stream(t.Context(), []string{dir}, nil, func(p Progress) { seen = append(seen, p) })
		if err != nil {
			t.Fatal(err)
		}
		whole := ids(seen[len(seen)-1].Catalog)
		if len(whole) != talks || !seen[len(seen)-1].Done() {
			t.Fatalf("%s: %d talks in the end", name, len(whole))
		}
		sizes := []int{}
		for _, p := range seen {
			part := ids(p.Catalog)
			sizes = append(sizes, len(part))
			if !slices.Equal(part, whole[:len(part)]) {
				t.Errorf("%s: the first %d talks are not those of the whole", name, len(part))
			}
			if len(p.Catalog.Problems) > 0 && !p.Done() {
				t.Errorf("%s: problems of a start are told: %v", name, p.Catalog.Problems[0])
			}
		}
		if !slices.ContainsFunc(sizes, func(n int) bool { return n > 1 && n < talks }) {
			t.Errorf("%s: sizes %v, without a start", name, sizes)
		}
	}
}

// What comes slowly is shown before it ends.
func TestSlowPipeShowsItsStart(t *testing.T) {
	in, out := io.Pipe()
	go io.WriteString(out, "Alpha\n\none\n\n\nBeta\n\ntwo\n\n\nGam")
	var seen []string
	err := Stream(t.Context(), []string{Stdin}, in, func(p Progress) {
		seen = append(seen, titles(p.Catalog))
		if len(seen) == 1 {
			go func() {
				_, err := io.WriteString(out, "ma\n\nthree\n")
				out.CloseWithError(err)
			}()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"Alpha", "Alpha Beta Gamma"}; !slices.Equal(seen, want) {
		t.Errorf("saw %q, want %q", seen, want)
	}
}

// A start that looked like talks may turn out to be none.
func TestStartThatWasNone(t *testing.T) {
	latest := make(chan catalog.Document)
	sources := []source{{name: "a", read: func(p *preview, b *budget) catalog.Document {
		p.show(catalog.Document{Talks: []catalog.Talk{{Title: "A"}}})
		return <-latest
	}}}
	var seen []string
	err := stream(t.Context(), sources, func(p Progress) {
		seen = append(seen, fmt.Sprintf("%q %v", titles(p.Catalog), p.Done()))
		if len(seen) == 1 {
			go func() { latest <- withProblem("a", "no talks found", "") }()
		}
	})
	if err == nil || !slices.Equal(seen, []string{`"A" false`, `"" true`}) {
		t.Errorf("saw %q, error %v", seen, err)
	}
}

// Every start of a document is read without a fault, and what is shown of it has
// no talk that the document lacks.
func TestEveryStart(t *testing.T) {
	for name, text := range map[string]string{"list.txt": listOf(4), "schedule.xml": scheduleOf(4)} {
		whole := newBudget(maxText).parse(name, []byte(text))
		p := preview{show: func(start catalog.Document) {
			for i, talk := range start.Talks {
				if talk.Title != whole.Talks[i].Title || talk.Abstract != whole.Talks[i].Abstract {
					t.Fatalf("%s: talk %d is %q", name, i, talk.Title)
				}
			}
		}}
		for n := range len(text) {
			p.showStart(name, []byte(text[:n]))
		}
	}
}

// Of what arrives all at once no piece is so large that parsing it costs more
// than an eighth of the whole.
func TestPiecesAreFew(t *testing.T) {
	text := listOf(2400)
	var pieces int
	p := preview{wanted: func() bool { return true }, show: func(catalog.Document) { pieces++ }}
	for _, size := range []int{0, 100, len(text)} { // unknown, wrong, right
		latest := make(chan arrival, 1)
		latest <- arrival{[]byte(text), io.EOF}
		pieces = 0
		data, err := p.follow("list.txt", latest, int64(size))
		if err != nil || len(data) != len(text) || pieces > 1 || size != 100 && pieces == 0 {
			t.Errorf("size %d: %d bytes of %d, %d pieces, error %v", size, len(data), len(text), pieces, err)
		}
	}
}

// A pipe that takes the place of a file between two looks at it does not hang.
func TestPipeBehindAFile(t *testing.T) {
	dir := folderOf(t, map[string]string{"a.txt": "Alpha\n\none\n"})
	file := filepath.Join(dir, "a.txt")
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	pipe := filepath.Join(dir, "pipe")
	if err := makePipe(pipe); err != nil {
		t.Skip(err)
	}
	done := make(chan catalog.Document, 1)
	go func() { done <- readFile(pipe, info, true, nil, newBudget(maxText)) }()
	select {
	case doc := <-done:
		if len(doc.Problems) != 1 || !strings.HasPrefix(doc.Problems[0].What, "a named pipe") {
			t.Errorf("problems %v", doc.Problems)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("it hangs")
	}
}
