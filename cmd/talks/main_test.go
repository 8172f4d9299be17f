package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestHelpFitsAScreen(t *testing.T) {
	var out, errs bytes.Buffer
	if code := run([]string{"--help"}, strings.NewReader(""), &out, &errs); code != exitFound {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
	if n := strings.Count(out.String(), "\n"); n > 24 {
		t.Errorf("%d lines:\n%s", n, out.String())
	}
}
