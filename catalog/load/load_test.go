package load

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"talks/catalog"
	"talks/catalog/parse"
)

// folderOf writes files into a folder for the test, by their names.
func folderOf(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func schedule(id int, title string) string {
	return fmt.Sprintf("<schedule><event id='%d'><title>%s</title></event></schedule>", id, title)
}

func titles(c *catalog.Catalog) string {
	var list []string
	for _, t := range c.Talks {
		list = append(list, t.Title)
	}
	return strings.Join(list, " ")
}

func TestOrder(t *testing.T) {
	files := make(map[string]string)
	var want []string
	for i := range 40 {
		title := fmt.Sprint("T", i)
		files[fmt.Sprintf("%02d/f.xml", i)] = schedule(i, title)
		want = append(want, title)
	}
	files["bad.xml"] = "\x00\x01"
	files[".hidden.xml"] = schedule(99, "hidden")
	dir := folderOf(t, files)
	c, err := Catalog([]string{dir, Stdin}, strings.NewReader(schedule(50, "last")))
	if err != nil {
		t.Fatal(err)
	}
	if got := titles(c); got != strings.Join(want, " ")+" last" {
		t.Errorf("got %s", got)
	}
	if len(c.Problems) != 1 || filepath.Base(c.Problems[0].File) != "bad.xml" {
		t.Errorf("problems %v", c.Problems)
	}
}

func TestStream(t *testing.T) {
	dir := folderOf(t, map[string]string{"a.xml": schedule(1, "A"), "c.xml": schedule(3, "C"), "empty": ""})
	in, out := io.Pipe()
	var seen []string
	wrote := false
	err := Stream(t.Context(), []string{filepath.Join(dir, "a.xml"), Stdin, dir + "/c.xml"}, in, func(p Progress) {
		seen = append(seen, fmt.Sprintf("%s %d/%d %v", titles(p.Catalog), p.Read, p.Files, p.Done()))
		if !wrote { // the first is told while the second cannot be read
			wrote = true
			go func() {
				_, err := io.WriteString(out, schedule(2, "B"))
				out.CloseWithError(err) // nil: the end
			}()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if first, last := seen[0], seen[len(seen)-1]; first != "A 1/3 false" || last != "A B C 3/3 true" || len(seen) > 3 {
		t.Errorf("told %q", seen)
	}
}

func TestStreamEnds(t *testing.T) {
	in, out := io.Pipe()
	defer out.Close()
	ctx, cancel := context.WithCancel(t.Context())
	dir := folderOf(t, map[string]string{"a.xml": schedule(1, "A")})
	told := 0
	err := Stream(ctx, []string{dir, Stdin}, in, func(Progress) { told++; cancel() })
	if !errors.Is(err, context.Canceled) || told != 1 {
		t.Errorf("error %v after %d", err, told)
	}
}

func TestStreamNothing(t *testing.T) {
	dir := folderOf(t, map[string]string{"a.txt": "prose", "b/c.bin": "\x00\x00"})
	var unreadable *Error
	err := Stream(t.Context(), []string{dir, "nope"}, nil, func(Progress) { t.Error("told of nothing") })
	if !errors.As(err, &unreadable) {
		t.Fatalf("error %v", err)
	}
	var what []string
	for _, p := range unreadable.Problems {
		what = append(what, p.What)
	}
	want := []string{"no talks found", "a binary file", "no talks in this folder", "no such file"}
	if !slices.Equal(what, want) {
		t.Errorf("problems %q", what)
	}
}

// TestDocumentsStop holds that a caller may stop early.
func TestDocumentsStop(t *testing.T) {
	dir := folderOf(t, map[string]string{"a.xml": schedule(1, "A"), "b.xml": schedule(2, "B"), "c.xml": schedule(3, "C")})
	for doc := range Documents(t.Context(), []string{dir}, nil) {
		if doc.Talks[0].Title != "A" {
			t.Errorf("first %+v", doc.Talks[0])
		}
		break
	}
}

// TestPanic holds that a fault of ours costs one file, not the program.
func TestPanic(t *testing.T) {
	document := func(title string) func(*preview, *budget) catalog.Document {
		return func(*preview, *budget) catalog.Document { return parse.Document(title, []byte(schedule(1, title))) }
	}
	p := startPool(t.Context(), []source{
		{name: "a", read: document("A")},
		{name: "dir/bad", read: func(*preview, *budget) catalog.Document { panic("out of\x1b range") }},
		{name: "c", read: document("C")},
	}, newBudget(maxText), false)
	defer p.stop()
	var got []string
	for doc := range p.documents(t.Context(), func() {}, nil) {
		for _, talk := range doc.Talks {
			got = append(got, talk.Title)
		}
		for _, p := range doc.Problems {
			got = append(got, p.String())
		}
	}
	want := []string{"A", "dir/bad: talks cannot read it, a bug: out of\ufffd range", "C"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestNames(t *testing.T) {
	dir := folderOf(t, map[string]string{
		"one.txt": "A\n\nb\n", "two.txt": "B\n\nb\n", "three.txt": "C\n\nb\n",
		"conf.xml": "<schedule><conference><title>Conf</title></conference>" + schedule(4, "D")[len("<schedule>"):],
		"bad.bin":  "\x00\x01",
	})
	for _, test := range []struct{ files, want string }{
		{"one.txt", "one.txt"},
		{"conf.xml bad.bin conf.xml", "Conf"},
		{"two.txt conf.xml one.txt two.txt", "two.txt, Conf, one.txt"},
		{"one.txt - conf.xml", "one.txt, standard input, Conf"},
		{"one.txt two.txt three.txt -", "4 sources"},
	} {
		var names []string
		for name := range strings.FieldsSeq(test.files) {
			if name != Stdin {
				name = filepath.Join(dir, name)
			}
			names = append(names, name)
		}
		c, err := Catalog(names, strings.NewReader("E\n\ne\n"))
		if err != nil {
			t.Fatal(err)
		}
		if c.Name != test.want {
			t.Errorf("%s: name %q, want %q", test.files, c.Name, test.want)
		}
	}
}

// TestPipeNameIsClean holds that a hint shows a file's name as text.
func TestPipeNameIsClean(t *testing.T) {
	const name = "a\x1b[2Jb"
	info, err := fs.Stat(fstest.MapFS{name: {Mode: fs.ModeNamedPipe}}, name)
	if err != nil {
		t.Fatal(err)
	}
	if p := readFile(name, info, true, nil, newBudget(maxText)).Problems[0]; strings.Contains(p.String()+p.Hint, "\x1b") {
		t.Errorf("problem %q, hint %q", p, p.Hint)
	}
}
