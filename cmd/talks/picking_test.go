//go:build unix

package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// conferenceFile returns the absolute name of a small schedule.
func conferenceFile(t *testing.T) string {
	t.Helper()
	name, err := filepath.Abs("testdata/conference.xml")
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func TestFiltersByFacets(t *testing.T) {
	tt := startTerminal(t, setup{width: 120, height: 36}, conferenceFile(t))
	tt.wait("1 of 3")
	tt.send("t")
	tt.wait(`│  \[ \] Go devroom +2 │`)
	tt.send("DEVROOM", "enter")
	tt.wait(`^ / track:"Go devroom"$`)
	tt.wait("1 of 2$")
	tt.send("t", "LOVE")
	tt.wait(`┃ \[ \] Ada Lovelace`)
	tt.send("enter")
	tt.wait(`^ / track:"Go devroom" speaker:"Ada Lovelace"$`)
	tt.wait("1 of 1$")
	tt.wait("^ ┃ Analytical engines")
	tt.send("esc")
	tt.wait("1 of 3$")
	tt.send("t")
	tt.wait("enter choose")
	tt.send("down")
	tt.wait(`┃ \[ \] Sunday 1 February 2026 +1 │`)
	tt.send("space")
	tt.wait(`┃ \[x\] Sunday`)
	tt.wait(`enter apply \(1 talk\)`)
	tt.send("enter")
	tt.wait(`^ / day:2026-02-01$`)
	tt.wait("^ ┃ Keynote")
	tt.send("q")
	if got := tt.exit(); got != 0 || len(tt.left()) > 0 {
		t.Errorf("exit code %d, left behind %q", got, tt.left())
	}
}

// A link is opened by the desktop's own program; its address is one argument,
// and no shell reads it.
func TestOpensLinks(t *testing.T) {
	dir := t.TempDir()
	writeOpener(t, dir, 0)
	env := []string{"PATH=" + dir + ":" + os.Getenv("PATH"), "DISPLAY=:0"}
	tt := startTerminal(t, setup{width: 120, height: 36, env: env, dir: dir}, conferenceFile(t))
	tt.wait("1 of 3")
	tt.send("o")
	tt.wait(`^ opened https://example\.org/a;b\?q=`)
	const address = "https://example.org/a;b?q=%24%28touch%20x%29;touch+x&%60touch+x%60"
	if got := openedURL(t, dir); got != "1 "+address {
		t.Errorf("the opener got %q", got)
	}
	if _, err := os.Stat(filepath.Join(dir, "x")); err == nil {
		t.Error("the address was run")
	}
	os.Remove(filepath.Join(dir, "opened"))
	tt.send("j", "enter", "o")
	tt.wait("links Compilers from scratch")
	tt.send("down")
	tt.wait("┃ .*https://example.org/video")
	tt.send("enter")
	tt.wait("^ opened https://example.org/video")
	if got := openedURL(t, dir); got != "1 https://example.org/video" {
		t.Errorf("the opener got %q", got)
	}
	tt.send("esc")
	tt.wait("^ enter open · / find")
	tt.send("G", "o")
	tt.wait("^ no links")
}

// Without a display, the browser of the terminal has the screen, and talks has it
// back.
func TestBrowsesOnTheTerminal(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "see"), "#!/bin/sh\nprintf 'this is %s, any key' \"$1\"\nread -r key\n")
	if err := os.Chmod(filepath.Join(dir, "see"), 0o700); err != nil {
		t.Fatal(err)
	}
	tt := startTerminal(t, setup{width: 120, height: 36, env: []string{"BROWSER=" + filepath.Join(dir, "see")}}, conferenceFile(t))
	tt.wait("1 of 3")
	tt.send("j", "o", "enter")
	tt.wait("this is https://example.org/slides.pdf, any key")
	tt.send("x", "ctrl+j")
	tt.wait("^ opened https://example.org/slides.pdf")
	tt.wait("2 of 3")
	tt.send("j")
	tt.wait("3 of 3")
	tt.send("q")
	checkEnd(tt, exitFound)
}

// Without a display, the address goes to the terminal's clipboard.
func TestCopiesLinksWithoutADisplay(t *testing.T) {
	dir := t.TempDir()
	writeOpener(t, dir, 0)
	tt := startTerminal(t, setup{width: 120, height: 36, env: []string{"PATH=" + dir + ":" + os.Getenv("PATH")}}, conferenceFile(t))
	tt.wait("1 of 3")
	tt.send("j", "o", "enter")
	tt.wait(`^ no display, sent to the terminal.s clipboard: https://example\.org/slides\.pdf`)
	want := "\x1b]52;c;" + base64.StdEncoding.EncodeToString([]byte("https://example.org/slides.pdf"))
	tt.waitFor(fmt.Sprintf("that the terminal gets %q", want), func([]string) bool { return bytes.Contains(tt.raw(), []byte(want)) })
	if _, err := os.Stat(filepath.Join(dir, "opened")); err == nil {
		t.Error("the opener was called")
	}
}

// writeOpener writes an opener that notes how many arguments it got and the
// first of them, and ends with a code.
func writeOpener(t *testing.T, dir string, code int) string {
	t.Helper()
	name := filepath.Join(dir, "xdg-open")
	script := "#!/bin/sh\nprintf '%s %s' \"$#\" \"$1\" >'" + dir + "/part'\nmv '" + dir + "/part' '" + dir + "/opened'\nexit " + string(rune('0'+code)) + "\n"
	write(t, name, script)
	if err := os.Chmod(name, 0o700); err != nil {
		t.Fatal(err)
	}
	return name
}

// openedURL waits for what the opener noted.
func openedURL(t *testing.T, dir string) string {
	t.Helper()
	for range 2000 {
		if data, err := os.ReadFile(filepath.Join(dir, "opened")); err == nil {
			return string(data)
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("nothing was opened")
	return ""
}
