package near

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	tests := []struct{ typed, names, want string }{
		{"lst", "list search show", "list"},
		{"serach", "list search show", "search"},
		{"sho", "list search show", "show"},
		{"sh", "search show", "show"},
		{"s", "search show", ""},
		{"formatt", "format json", "format"},
		{"browse", "list search show", ""},
		{"ab", "aa bb", ""},
		{"nope", "now", ""},
		{"x", "y", ""},
		{"searhc", "search", "search"},
		{"", "list", ""},
		{"théme", "theme", "theme"},
	}
	for _, test := range tests {
		if got := Of(test.typed, strings.Fields(test.names)); got != test.want {
			t.Errorf("%q of %s: %q, want %q", test.typed, test.names, got, test.want)
		}
	}
}
