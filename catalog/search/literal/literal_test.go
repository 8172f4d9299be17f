package literal

import (
	"strings"
	"testing"
)

// A letter with an accent is folded wherever it stands between ASCII.
func TestFold(t *testing.T) {
	for n := range 20 {
		ascii := strings.Repeat("aB-", 7)[:n]
		if got, want := string(fold(nil, ascii+"É"+ascii+"ß", false)), strings.ToLower(ascii+"e"+ascii+"ss"); got != want {
			t.Errorf("without case: %q, want %q", got, want)
		}
		if got, want := string(fold(nil, ascii+"É"+ascii, true)), ascii+"E"+ascii; got != want {
			t.Errorf("with case: %q, want %q", got, want)
		}
	}
}
