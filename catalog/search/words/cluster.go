package words

import "github.com/charmbracelet/x/ansi"

// ClusterLen returns how many bytes the first grapheme cluster of a text has.
func ClusterLen(text string) int {
	cluster, _ := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
	return max(1, len(cluster))
}
