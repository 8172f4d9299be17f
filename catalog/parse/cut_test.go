package parse

import (
	"strings"
	"testing"
)

// TestCut holds that a document that ends in the middle is told, and none that is
// whole but for the end of its last line.
func TestCut(t *testing.T) {
	for name, test := range map[string]struct{ doc, end, cut string }{
		"seed text": {"One\n\nA text.\n\n\nTwo\n\nA text.\n\n\nThree\n\nA text.\n\n\n", "Four\n\nA text.", "Four\n\nA te"},
		"notes":     {"# One\nby Ada\n\nX.\n\n# Two\nby Bob\n\nX.\n\n# Three\nby Eve\n\nX.\n\n", "# Four\nby Ada\n\nX.", "# Four"},
		"yaml":      {strings.Repeat("- title: A\n  speaker: Ada\n  description: A text.\n", 3), "- title: B\n  speaker: Ada\n  description: A text.", "- title: B\n  speaker: Ada\n  description: A te"},
		"csv":       {"title,speaker,abstract\nA,Ada,A text.\nB,Bob,A text.\nC,Eve,A text.\n", "D,Ada,A text.", "D,Ada,A t"},
	} {
		for end, want := range map[string]int{test.end: 0, test.cut: 1, test.cut + "\n": 0} {
			if doc := Document("f", []byte(test.doc+end)); len(doc.Problems) != want || len(doc.Talks) != 4 {
				t.Errorf("%s that ends with %q: %d talks, problems %q", name, end, len(doc.Talks), doc.Problems)
			}
		}
	}
}
