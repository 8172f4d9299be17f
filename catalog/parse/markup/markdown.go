package markup

import (
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// The most of a text that is given to the Markdown parser, whose time grows
// with the square of what a text opens and never closes. No abstract comes
// near these; a text past them is taken as plain. Below them 256 KiB take at
// most half a second (2026-11-24).
const (
	maxBrackets = 256  // "["
	maxEmphasis = 2048 // "*", "_" and "~"
	maxQuotes   = 16   // ">" at the start of one line
)

// markdown reads Markdown the way pretalx does: tables, struck text and bare
// addresses count, a line feed is a line break. Tags are let through, because
// what reads them drops what is harmful.
var markdown = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify),
		goldmark.WithRendererOptions(html.WithHardWraps(), html.WithUnsafe()),
	)
})

// markdownText is the text of Markdown, unless to read it would take too much.
func (c *Converter) markdownText(s string) (text string, ok bool) {
	if !isModest(s) || !c.affords(s) {
		return "", false
	}
	var rendered strings.Builder
	if markdown().Convert([]byte(s), &rendered) != nil {
		return "", false
	}
	return c.htmlText(rendered.String())
}

// isModest reports whether a text stays below what Markdown is read for.
func isModest(s string) bool {
	if strings.Count(s, "[") > maxBrackets || strings.Count(s, "*")+strings.Count(s, "_")+strings.Count(s, "~") > maxEmphasis {
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
