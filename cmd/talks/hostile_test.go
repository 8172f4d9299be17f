//go:build unix

package main

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// hostile returns a file that means harm. It has sequences that take over the
// clipboard, the title, the screen or a reply, some of them unterminated; C1
// codes, raw and encoded; overrides; a line of megabytes; a tower of marks.
func hostile() string {
	attacks := []string{
		"\x1b]52;c;aGFja2Vk\x07", "\x1b[2J", "\x1b[31mred", "\x1b]0;owned\x07", "\x1bP+q544e\x1b\\", "\x1b_Gf=100;\x1b\\",
		"\x1b]8;;http://evil\x1b\\link", "\x9b2J", "\u009b2J", "\u0090x", "\u202eoverride", "\x00\x07\x08\x7f", "\ttab", "\x1b]unterminated", "\xff\xfe",
	}
	var b strings.Builder
	for _, a := range attacks {
		b.WriteString("Talk " + a + " title\n\nText " + a + " abstract\n\n\n")
	}
	b.WriteString("Marks e" + strings.Repeat("\u0301", 50) + "\n\nz" + strings.Repeat("\u0301", 5000) + "\n\n\n")
	b.WriteString("Long line\n\n" + strings.Repeat("x", 10_000_000) + "\n\n\n")
	b.WriteString("Last\n\nThe end.\n")
	return b.String()
}

// sequence matches what a terminal takes for more than text.
var sequence = regexp.MustCompile(`\x1b(\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(\x07|\x1b\\)?|.)`)

// ours matches the sequences that the program uses: moving, erasing, colours,
// modes, keyboards, the title of the window, the colour of the background.
var ours = regexp.MustCompile(`^\x1b(\[[?>=<]?[0-9;:]*\$?[ABCDEFGHIJKLMPSTXZ@bdfghlmnpqrstuW]|\[[0-6] q|\]2;(talks)?\x07?|\]11;\?\x07?|[=>78M])$`)

func TestHostileFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "hostile.txt")
	write(t, name, hostile())
	tt := startTerminal(t, setup{width: 120, height: 36}, name)
	tt.wait("1 of 18")
	checkBorder(tt)
	for range 17 {
		tt.send("j")
	}
	tt.wait("18 of 18")
	checkBorder(tt)
	tt.send("k", "enter")
	tt.wait("^ +x{80}$")
	tt.send("G")
	tt.wait("100%")
	tt.send("esc")
	tt.wait("^ enter open · / find")
	tt.send("/", "title")
	tt.wait("of 15$")
	tt.quiet(100 * time.Millisecond)
	tt.send("ctrl+c")
	tt.exit()
	if left := tt.left(); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
	for _, s := range sequence.FindAllString(string(tt.raw()), -1) {
		if !ours.MatchString(s) {
			t.Errorf("wrote %q", s)
		}
		if strings.Contains(s, "[2J") && strings.Count(string(tt.raw()), s) > 4 {
			t.Errorf("clears the screen again and again")
		}
	}
	for _, c1 := range []string{"\u009b", "\u0090", "\u202e"} {
		if strings.Contains(string(tt.raw()), c1) {
			t.Errorf("wrote %q", c1)
		}
	}
}

// checkBorder fails if the line between list and detail is not straight.
func checkBorder(tt *terminal) {
	tt.t.Helper()
	tt.quiet(100 * time.Millisecond) // the frame is whole
	for y, row := range tt.screen() {
		if y < 3 || y > 34 {
			continue
		}
		cells := []rune(row)
		marks := strings.Count(row, "\u0301")
		if at := strings.IndexRune(row, '│'); at < 0 || len([]rune(row[:at])) != 48+marksBefore(row, at) {
			tt.t.Errorf("row %d: the border is not in column 48 (%d cells, %d marks): %q", y, len(cells), marks, row)
		}
	}
}

func marksBefore(row string, at int) int { return strings.Count(row[:at], "\u0301") }
