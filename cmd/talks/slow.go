package main

import (
	"io"
	"os"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"talks/catalog/load"
)

// slow is how long a load may take before somebody who waits wants to know
// what for.
const slow = time.Second

// readingWords say what is read.
func readingWords(files []string) string {
	what := "reading"
	if slices.Contains(named(files), load.Stdin) {
		what += " standard input"
	}
	if isUTF8(os.Getenv) {
		return "talks: " + what + "…"
	}
	return "talks: " + what + "..."
}

// sayIfSlow writes a line to a terminal if done is not called soon; done takes
// it off again.
func sayIfSlow(w io.Writer, line string) (done func()) {
	out, ok := w.(*os.File)
	if !ok || !isTerminal(out) {
		return func() {}
	}
	said := make(chan struct{})
	timer := time.AfterFunc(slow, func() {
		_, _ = out.WriteString(line)
		close(said)
	})
	return func() {
		if !timer.Stop() {
			<-said
			_, _ = out.WriteString("\r" + strings.Repeat(" ", utf8.RuneCountInString(line)) + "\r")
		}
	}
}
