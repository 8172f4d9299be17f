package main

import (
	"errors"
	"fmt"
	"io"

	"talks/catalog"
	"talks/catalog/load"
	"talks/catalog/parse/clean"
)

// hinted is an error with a word on what to do about it.
type hinted struct {
	err  error
	hint string
}

func (h hinted) Error() string { return h.err.Error() }
func (h hinted) Unwrap() error { return h.err }

// complain says an error on stderr: what is wrong, then a hint.
func complain(stderr io.Writer, err error) {
	var unreadable *load.Error
	if errors.As(err, &unreadable) {
		complainOf(stderr, unreadable.Problems)
		return
	}
	var h hinted
	errors.As(err, &h)
	say(stderr, err.Error(), h.hint)
}

func complainOf(stderr io.Writer, problems []catalog.Problem) {
	for _, p := range problems {
		say(stderr, p.String(), p.Hint)
	}
}

// say writes both as clean lines: what a user typed, or a file says, does not
// move the cursor.
func say(stderr io.Writer, what, hint string) {
	fmt.Fprintf(stderr, "talks: %s\n", clean.Line(what))
	if hint != "" {
		fmt.Fprintf(stderr, "talks: hint: %s\n", clean.Line(hint))
	}
}
