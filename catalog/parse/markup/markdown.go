package markup

import (
	"bufio"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// The most that is given to the Markdown parser, whose time grows with the
// square of what a text opens and never closes: 32 KiB of "[a](" take it 1.3
// seconds (2026-11-23). No abstract comes near these; a text past them is
// taken as plain.
const (
	maxMarkdown = 32 << 10 // bytes
	maxBrackets = 256      // "["
	maxEmphasis = 2048     // "*", "_" and "~"
	maxQuotes   = 16       // ">" at the start of one line

	// maxSpent bounds what the texts of one document may take together, in
	// units of 50 nanoseconds (2026-11-23). A page of prose with some links
	// takes 4,000: ten times FOSDEM stays below.
	maxSpent = 10_000_000
)

// A Budget is what the Markdown of one document has taken so far.
type Budget struct {
	spent  int
	Unread int           // texts that were too much
	out    *bufio.Writer // what goldmark would make for each text
}

// cost estimates what a text takes, in the units of maxSpent: a letter one,
// what may mean something twenty, with something for the parser as such. Each
// bracket may be held against all that follows.
func cost(s string) int {
	units := 500
	before := byte('\n')
	for i := range len(s) {
		c := s[i]
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c >= 0x80:
			units++
		case c == ' ' && before != ' ' && before != '\n':
			units++
		default:
			units += 20
		}
		before = c
	}
	return units + strings.Count(s, "[")*len(s)/32
}

// markdown reads Markdown the way pretalx does: tables, struck text and bare
// addresses count, a line feed is a line break. Tags are let through, because
// what reads them drops what is harmful.
var markdown = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify),
		goldmark.WithRendererOptions(html.WithHardWraps(), html.WithUnsafe()),
	)
})

// markdownHTML renders Markdown to HTML, unless that would take too much.
func (b *Budget) markdownHTML(s string) (html string, ok bool) {
	modest := isModest(s)
	if modest {
		b.spent += cost(s)
	}
	if !modest || b.spent > maxSpent {
		b.Unread++
		return "", false
	}
	var out strings.Builder
	if b.out == nil {
		b.out = bufio.NewWriter(nil)
	}
	b.out.Reset(&out)
	if markdown().Convert([]byte(s), b.out) != nil { // it flushes
		b.Unread++
		return "", false
	}
	return out.String(), true
}

// isModest says that a text stays below what Markdown is read for.
func isModest(s string) bool {
	if len(s) > maxMarkdown || strings.Count(s, "[") > maxBrackets ||
		strings.Count(s, "*")+strings.Count(s, "_")+strings.Count(s, "~") > maxEmphasis {
		return false
	}
	for line := range strings.Lines(s) {
		start := line[:len(line)-len(strings.TrimLeft(line, "> \t-*+0123456789.)"))]
		if strings.Count(start, ">") > maxQuotes {
			return false
		}
	}
	return true
}
