//go:build unix

package main

import (
	"strings"
	"testing"
	"time"
)

// Sequences with more parameters than Bubble Tea can take do no harm.
func TestManyParameters(t *testing.T) {
	many := strings.Repeat("1;", 40)
	for _, sent := range []string{"\x1b[" + many + "m", "\x1b[?" + many, "\x1bP" + many + "q\x1b\\", "\x9b" + many + "m", "/\x1b[200~\x1b[" + many + "\x1b[201~"} {
		tt := startTerminal(t, setup{})
		tt.wait("1 of 19")
		settle(tt)
		tt.send(sent)
		settle(tt)
		tt.send("ctrl+c")
		checkEnd(tt, exitInterrupted)
	}
}

func TestEndsInAnUnclosedPaste(t *testing.T) {
	tt := startTerminal(t, setup{})
	tt.wait("1 of 19")
	settle(tt)
	tt.send("\x1b[200~text")
	for range 5 { // on a busy machine, the program may see less of a pause than there was
		time.Sleep(time.Second + settled)
		tt.send("ctrl+c")
	}
	checkEnd(tt, exitInterrupted)
}
