//go:build unix

package main

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// wait waits until the screen shows a match of a regular expression, in which
// ^ and $ are the ends of a row, and . does not leave it.
func (tt *terminal) wait(pattern string) {
	tt.t.Helper()
	re := regexp.MustCompile("(?m)" + pattern)
	tt.waitFor("a match of "+pattern, func(rows []string) bool { return re.MatchString(strings.Join(rows, "\n")) })
}

// waitGone waits until nothing on the screen matches.
func (tt *terminal) waitGone(pattern string) {
	tt.t.Helper()
	re := regexp.MustCompile("(?m)" + pattern)
	tt.waitFor("no match of "+pattern, func(rows []string) bool { return !re.MatchString(strings.Join(rows, "\n")) })
}

// waitFor waits until the rows of the screen satisfy ok; what names that.
func (tt *terminal) waitFor(what string, ok func(rows []string) bool) {
	tt.t.Helper()
	for end := time.Now().Add(longEnough); ; time.Sleep(5 * time.Millisecond) {
		over := time.Now().After(end)
		select {
		case <-tt.drained:
			over = true
		default:
		}
		if ok(tt.screen()) {
			return
		}
		if over {
			tt.fail("the screen never shows " + what)
		}
	}
}

// quiet waits until the program has written nothing for d.
func (tt *terminal) quiet(d time.Duration) {
	tt.t.Helper()
	end := time.Now().Add(longEnough)
	for written, since := -1, time.Now(); time.Since(since) < d; time.Sleep(min(d, 5*time.Millisecond)) {
		if n := len(tt.raw()); n != written {
			written, since = n, time.Now()
		}
		if time.Now().After(end) {
			tt.fail(fmt.Sprintf("the program is never quiet for %v", d))
		}
	}
}

// fail ends the test and shows the screen.
func (tt *terminal) fail(why string) {
	tt.t.Helper()
	rows := strings.TrimRight(strings.Join(tt.screen(), "\n  | "), "\n |")
	state := "the program runs"
	select {
	case <-tt.exited:
		state = "the program has ended: " + tt.cmd.ProcessState.String()
	default:
	}
	tt.t.Fatalf("%s\n%s\n  | %s", why, state, rows)
}

// raw returns every byte the program has written.
func (tt *terminal) raw() []byte { return tt.emulator.raw() }

// screen returns the rows of the screen without trailing blanks.
func (tt *terminal) screen() []string { return tt.emulator.frame().rows() }

// row returns row y, counted from 0.
func (tt *terminal) row(y int) string { return tt.screen()[y] }

// rowOf waits for a row that contains text and returns its number.
func (tt *terminal) rowOf(text string) int {
	tt.t.Helper()
	found := -1
	tt.waitFor(fmt.Sprintf("%q", text), func(rows []string) bool {
		for y, row := range rows {
			if strings.Contains(row, text) {
				found = y
				return true
			}
		}
		return false
	})
	return found
}

// lit returns the pieces of row y that stand out by colour, weight, reverse
// video or underline.
func (tt *terminal) lit(y int) []string { return tt.emulator.frame().lit(y) }
