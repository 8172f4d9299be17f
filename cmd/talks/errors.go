package main

import (
	"errors"
	"fmt"
	"io"
	"syscall"

	"talks/catalog"
	"talks/catalog/export"
	"talks/catalog/load"
	"talks/catalog/parse/clean"
	"talks/cmd/talks/hint"
	"talks/cmd/talks/screen"
)

// The exit codes.
const (
	exitFound       = 0
	exitNothing     = 1
	exitError       = 2
	exitSignal      = 128 // and the number of the signal
	exitInterrupted = exitSignal + int(syscall.SIGINT)
)

// exitCode is an error that only sets the exit code: what there is to say has
// been said.
type exitCode int

func (exitCode) Error() string { return "" }

// finish prints an error and returns the exit code for it.
func finish(err error, stderr io.Writer) int {
	var code exitCode
	var signal screen.EndedBy
	var unread *load.Error
	var h hint.Error
	switch {
	case err == nil:
		return exitFound
	case errors.As(err, &code):
		return int(code)
	case errors.As(err, &signal):
		return exitSignal + int(signal)
	case errors.Is(err, screen.ErrBug):
		sayBug(stderr)
	case errors.As(err, &unread):
		printProblems(stderr, unread.Problems)
	default:
		errors.As(err, &h)
		say(stderr, err.Error(), h.Hint)
	}
	return exitError
}

// mostProblems is how many problems are printed beside an answer, or instead of
// one; more would hide it.
const mostProblems = 50

func printProblems(stderr io.Writer, problems []catalog.Problem) {
	for _, p := range problems[:min(len(problems), mostProblems)] {
		say(stderr, p.String(), p.Hint)
	}
	if more := len(problems) - mostProblems; more > 0 {
		say(stderr, fmt.Sprintf("and %d more", more), "talks check shows them all")
	}
}

// say prints a message and a hint, each as one line of clean text: what a user
// typed or a file says must not move the cursor.
func say(stderr io.Writer, what, hint string) {
	fmt.Fprintf(stderr, "talks: %s\n", clean.Line(what))
	if hint != "" {
		fmt.Fprintf(stderr, "talks: hint: %s\n", clean.Line(hint))
	}
}

// sayBug says what the report of a panic means.
func sayBug(stderr io.Writer) {
	say(stderr, screen.ErrBug.Error(), "nothing of yours is lost")
}

// sayCandidates says which talks may be meant.
func sayCandidates(s streams, typed string, candidates *export.Selection) error {
	what := "several talks may be meant by: "
	if candidates.Total == 0 {
		what = "no talk is meant by: "
	}
	say(s.err, what+typed, "")
	const most = 20
	for i := range min(candidates.Total, most) {
		fmt.Fprintln(s.err, "  "+candidates.Talks[i].ID+"\t"+candidates.Talks[i].Title)
	}
	if more := candidates.Total - most; more > 0 {
		fmt.Fprintf(s.err, "  and %d more\n", more)
	}
	return exitCode(exitNothing)
}
