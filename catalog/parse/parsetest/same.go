package parsetest

import (
	"slices"
	"strings"
	"testing"
)

// Same fails a test whose lines are not the wanted ones.
func Same(t testing.TB, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}
