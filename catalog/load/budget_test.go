package load

import (
	"bytes"
	"compress/gzip"
	"io"
	"slices"
	"strings"
	"testing"

	"talks/catalog/parse"
)

func packed(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.WriteString(z, text); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The files that go beyond the budget are left out, each with a word. What is
// packed counts unpacked; what has no talks does not count.
func TestBudget(t *testing.T) {
	long := strings.Repeat("long ", 400)
	files := []struct{ name, text, want string }{
		{"1.xml", schedule(1, "One"), "One"},
		{"2.txt", "prose\n" + long, "no talks found"},
		{"3.xml.gz", packed(t, schedule(3, "Three"+strings.Repeat(" ", 1500))), "Three"},
		{"4.xml.gz", packed(t, schedule(4, "Four"+strings.Repeat(" ", 1500))), "left out: no more than 512 MiB of text are read at once"},
		{"5.xml", schedule(5, "Five"), "left out: no more than 512 MiB of text are read at once"},
	}
	b := newBudget(3000)
	for _, file := range files {
		dir := folderOf(t, map[string]string{file.name: file.text})
		p := startPool(t.Context(), find([]string{dir + "/" + file.name}, nil), b, false)
		for doc := range p.documents(t.Context(), func() {}, nil) {
			var got []string
			for _, talk := range doc.Talks {
				got = append(got, talk.Title)
			}
			for _, p := range doc.Problems {
				got = append(got, p.What)
			}
			if want := []string{file.want}; !slices.Equal(got, want) {
				t.Errorf("%s: got %q, want %q", file.name, got, want)
			}
		}
		p.stop()
	}
}

// endless gives a byte for ever.
type endless struct {
	char byte
	read int
}

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = e.char
	}
	e.read += len(p)
	return len(p), nil
}

// Of a binary file no more is read than shows what it is.
func TestBinaryIsNotReadWhole(t *testing.T) {
	for _, p := range []*preview{nil, {wanted: func() bool { return true }}} {
		for _, size := range []int64{0, maxFile} {
			zeros := &endless{}
			doc := read("zeros", zeros, size, p, newBudget(maxText))
			if len(doc.Problems) != 1 || doc.Problems[0].What != "a binary file" {
				t.Errorf("size %d: problems %v", size, doc.Problems)
			}
			if zeros.read > parse.Head {
				t.Errorf("size %d: %d bytes read", size, zeros.read)
			}
		}
	}
}

// The largest files are read one after the other; small ones pass only while there
// is room, and packed ones count as what they may unpack to.
func TestLargeFilesWait(t *testing.T) {
	b := newBudget(maxText)
	end := b.begin(maxFile - 100)
	b.begin(100)()
	began := make(chan struct{})
	go func() {
		b.begin(10 * maxFile)()
		close(began)
	}()
	select {
	case <-began:
		t.Error("a second large file is read beside the first")
	default:
	}
	end()
	<-began
	for text, want := range map[string]int64{
		"abc": 3, "": 0, "\x1f\x8b\x08" + strings.Repeat("x", 997): 1000 * 1032,
		"\x1f\x8b\x08" + strings.Repeat("x", 1<<20): 64 << 20 / 1032 * 1032,
	} {
		if got := textSize(strings.NewReader(text), int64(len(text))); got != want {
			t.Errorf("%d bytes may hold %d of text, want %d", len(text), got, want)
		}
	}
}
