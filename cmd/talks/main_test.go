package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestHelpFitsAScreen(t *testing.T) {
	var out, errs bytes.Buffer
	if code := run([]string{"--help"}, streams{strings.NewReader(""), &out, &errs}); code != exitFound {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
	if n := strings.Count(out.String(), "\n"); n > 24 {
		t.Errorf("%d lines:\n%s", n, out.String())
	}
}

// What is said of a name is text, whatever the name says.
func TestErrorsAreClean(t *testing.T) {
	for _, name := range []string{"no\x1b[2J", "no\u202egnp", "no\u009b2J", "no\nsuch", "no\x00", "--no\u202egnp"} {
		var out, errs bytes.Buffer
		if code := run([]string{"list", name}, streams{strings.NewReader(""), &out, &errs}); code != exitError {
			t.Errorf("%q: exit code %d", name, code)
		}
		said := errs.String()
		if !strings.HasPrefix(said, "talks: ") || strings.Count(said, "no") == 0 || strings.ContainsAny(said, "\x1b\u202e\u009b\x00") || strings.Contains(said, "no\n") {
			t.Errorf("of %q is said %q", name, said)
		}
	}
}
