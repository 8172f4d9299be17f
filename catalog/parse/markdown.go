package parse

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// maxMarkdown is the longest text in bytes that is read as Markdown; a longer
// one is taken as plain text. No abstract comes near it.
const maxMarkdown = 1 << 20

// markdownHTML renders Markdown the way pretalx does: tables, struck text and
// bare addresses count, a line feed is a line break. Tags are let through,
// because what reads them drops what is harmful.
func markdownHTML(s string) string {
	if len(s) > maxMarkdown {
		return plainHTML(s)
	}
	var b strings.Builder
	md := goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify),
		goldmark.WithRendererOptions(html.WithHardWraps(), html.WithUnsafe()),
	)
	if err := md.Convert([]byte(s), &b); err != nil {
		return plainHTML(s)
	}
	return b.String()
}

// plainHTML wraps a plain text so that its line feeds stay.
func plainHTML(s string) string {
	return "<pre>" + strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(s) + "</pre>"
}
