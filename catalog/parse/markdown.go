package parse

import (
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

	// maxSpent bounds what all the texts of one document may take together,
	// in bytes times brackets: two thousand abstracts of 2 KiB with ten links
	// each take 45 million.
	maxSpent = 200_000_000
)

// A budget is what the Markdown of one document has taken so far.
type budget struct{ spent int }

// markdown reads Markdown the way pretalx does: tables, struck text and bare
// addresses count, a line feed is a line break. Tags are let through, because
// what reads them drops what is harmful.
var markdown = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify),
		goldmark.WithRendererOptions(html.WithHardWraps(), html.WithUnsafe()),
	)
})

// markdownHTML renders Markdown to HTML.
func (b *budget) markdownHTML(s string) string {
	var out strings.Builder
	b.spent += len(s) * (1 + strings.Count(s, "["))
	if !isModest(s) || b.spent > maxSpent || markdown().Convert([]byte(s), &out) != nil {
		return plainHTML(s)
	}
	return out.String()
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

// plainHTML wraps a plain text so that its line feeds stay.
func plainHTML(s string) string {
	return "<pre>" + strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(s) + "</pre>"
}
