//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What is marked is there tomorrow, in the file that was named.
func TestMarksStay(t *testing.T) {
	talks, home := conferenceFile(t), t.TempDir()
	named := filepath.Join(t.TempDir(), "mine", "marks.toml")
	for path, s := range map[string]struct{ env, args []string }{
		named:                           {nil, []string{"--marks", named}},
		filepath.Join(home, "env.toml"): {[]string{"TALKS_MARKS=" + filepath.Join(home, "env.toml")}, nil},
		filepath.Join(home, "talks", "marks.toml"):           {[]string{"XDG_DATA_HOME=" + home}, nil},
		filepath.Join(home, ".local/share/talks/marks.toml"): {[]string{"HOME=" + home}, nil},
	} {
		start := func() *terminal {
			tt := startTerminal(t, setup{width: 120, height: 36, env: s.env}, append(s.args, talks)...)
			tt.wait("1 of 3")
			return tt
		}
		tt := start()
		settle(tt)
		tt.send("s")
		tt.wait("1 marked")
		tt.wait("★┃ ")
		settle(tt)
		tt.send("q")
		checkEnd(tt, exitFound)
		data, err := os.ReadFile(path)
		if err != nil || !strings.Contains(string(data), "going") {
			t.Errorf("%s has %q, %v", path, data, err)
		}
		tt = start()
		tt.wait("1 marked")
		settle(tt)
		tt.send("q")
		checkEnd(tt, exitFound)
	}
}

// Marks that cannot be written are no reason not to browse, nor to be silent.
func TestMarksAreLost(t *testing.T) {
	tt := startTerminal(t, setup{width: 120, height: 36, env: []string{"TALKS_MARKS=/dev/null/marks.toml"}}, conferenceFile(t))
	tt.wait("^ /dev/null/marks.toml: not a directory; marks are kept in memory")
	settle(tt)
	tt.send("s")
	tt.wait("1 marked")
	settle(tt)
	tt.send("q")
	if got := tt.exit(); got != exitError {
		t.Errorf("exit code %d", got)
	}
	if raw := string(tt.raw()); !strings.Contains(raw, "talks: /dev/null/marks.toml: not a directory; 1 mark is lost") {
		t.Errorf("it ends with %q", raw[max(0, len(raw)-300):])
	}
}

// A note is written with the user's own editor, which has the terminal meanwhile.
func TestNotesAreWrittenInTheEditor(t *testing.T) {
	dir := t.TempDir()
	edit := filepath.Join(dir, "edit")
	write(t, edit, "#!/bin/sh\ncat \"$2\"; printf 'what about it? '\nread -r line\nprintf '%s\\n' \"$line\" >>\"$2\"\n")
	if err := os.Chmod(edit, 0o700); err != nil {
		t.Fatal(err)
	}
	tt := startTerminal(t, setup{width: 120, height: 36, env: []string{"EDITOR=" + edit + " --wait"}}, conferenceFile(t))
	tt.wait("1 of 3")
	settle(tt)
	tt.send("e")
	tt.wait("what about it")
	tt.send("a", "s", "k", "ctrl+j")
	tt.wait("note: ask")
	tt.wait("1 marked")
	settle(tt)
	tt.send("e")
	tt.wait("ask\\s+what about it")
	tt.send("m", "o", "r", "e", "ctrl+j")
	tt.wait("note: ask *\n.*more")
	settle(tt)
	tt.send("q")
	checkEnd(tt, exitFound)
}
