package jobs

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"talks/catalog"
	"talks/catalog/related"
)

// RelatedMsg brings the talks that are near to one, and the index that found them.
type RelatedMsg struct {
	Stamp   int
	Catalog *catalog.Catalog
	Index   *related.Index
	Found   []related.Talk
}

// Relate looks for up to n talks that are near to t and are not hidden. Without an
// index of the catalog it first builds one. What is cancelled has no answer.
func Relate(ctx context.Context, c *catalog.Catalog, index *related.Index, t *catalog.Talk, n int, hidden func(*catalog.Talk) bool, stamp int) tea.Cmd {
	return func() tea.Msg {
		if index == nil {
			var err error
			if index, err = related.Build(ctx, c.Talks); err != nil {
				return nil
			}
		}
		msg := RelatedMsg{Stamp: stamp, Catalog: c, Index: index}
		for _, r := range index.To(t, 4*n) {
			if len(msg.Found) < n && !hidden(r.Talk) {
				msg.Found = append(msg.Found, r)
			}
		}
		return msg
	}
}
