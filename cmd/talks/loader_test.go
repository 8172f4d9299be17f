//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// The user can browse the first files while talks still reads the others.
func TestBrowsesWhileLoading(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.txt"), "Alpha\n\nThe first talk.\n")
	late := filepath.Join(dir, "late")
	if err := syscall.Mkfifo(late, 0o600); err != nil {
		t.Fatal(err)
	}
	// A descriptor's name is trusted to have a writer, so the program waits.
	tt := startTerminal(t, setup{command: []string{"sh", "-c",
		fmt.Sprintf("exec 9<>%s; exec talks %s /dev/fd/9", late, filepath.Join(dir, "a.txt"))}})
	tt.wait("1 of 2 files")
	tt.wait("^ ┃ Alpha")
	tt.send("/", "first", "enter")
	tt.wait("The first talk")
	tt.send("q", "q") // out of the reader, out of the list
	if got := tt.exit(); got != 0 {
		t.Errorf("exit code %d", got)
	}
}

// talks says that it reads a slow pipe until there is something to show.
func TestSlowInputIsTold(t *testing.T) {
	in, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	defer out.Close()
	tt := startTerminal(t, setup{stdin: in}, "-")
	tt.wait("^talks: reading standard input")
	if _, err := out.WriteString("Alpha\n\nThe first talk.\n"); err != nil {
		t.Fatal(err)
	}
	out.Close()
	tt.wait("^ ┃ Alpha")
	settle(tt)
	tt.send("q")
	tt.exit()
	tt.waitGone("reading")
}

func TestZones(t *testing.T) {
	zone, err := zoneOf("talk")
	if zone != nil || err != nil {
		t.Errorf("talk: %v, %v", zone, err)
	}
	if zone, err = zoneOf("local"); zone == nil || err != nil {
		t.Errorf("local: %v, %v", zone, err)
	}
	if zone, err = zoneOf("Europe/Brussels"); err != nil || zone.String() != "Europe/Brussels" {
		t.Errorf("Brussels: %v, %v", zone, err)
	}
	if _, err = zoneOf("Nowhere/Here"); err == nil || !strings.Contains(err.Error(), "Nowhere") {
		t.Errorf("nowhere: %v", err)
	}
}

// What is piped in is shown before the pipe ends, and can be searched.
func TestBrowsesASlowPipe(t *testing.T) {
	in, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	defer out.Close()
	say := func(s string) {
		t.Helper()
		if _, err := out.WriteString(s); err != nil {
			t.Fatal(err)
		}
	}
	say("Alpha\n\nThe first talk.\n\n\nBeta\n\nThe second talk.\n\n\nGam")
	tt := startTerminal(t, setup{stdin: in})
	tt.wait("standard input.*still reading")
	tt.wait("^ ┃ Alpha")
	tt.send("/", "first")
	tt.wait("1 of 1")
	say("ma\n\nThe third, and the first of all.\n")
	out.Close()
	tt.wait("1 of 2")
	tt.waitGone("still reading")
	tt.send("ctrl+c")
	tt.exit()
}
