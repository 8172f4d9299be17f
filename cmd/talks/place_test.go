//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What was asked and which talk was chosen is there tomorrow, for each file its own.
func TestPlaceStays(t *testing.T) {
	talks, home := conferenceFile(t), t.TempDir()
	state := filepath.Join(home, "places.json", "..", "talks", "places.json")
	start := func(want string, args ...string) *terminal {
		t.Helper()
		tt := startTerminal(t, setup{width: 120, height: 36, env: []string{"XDG_STATE_HOME=" + home}}, args...)
		tt.wait(want)
		settle(tt)
		return tt
	}
	end := func(tt *terminal, key string, code int) {
		t.Helper()
		tt.send(key)
		checkEnd(tt, code)
	}
	tt := start("1 of 3", talks)
	tt.send("/", "d", "a", "y", ":", "2", "enter")
	tt.wait("1 of 1")
	settle(tt)
	end(tt, "ctrl+c", exitInterrupted)
	tt = start("esc goes to the list", talks)
	tt.send("esc")
	tt.wait("1 of 1")
	settle(tt)
	end(tt, "q", exitFound)

	tt = start("as you left it", talks)
	tt.send("esc")
	tt.wait("of 3")
	tt.send("/", "up")
	tt.wait("/ day:2")
	settle(tt)
	end(tt, "ctrl+c", exitInterrupted)
	end(start("1 of 19"), "q", exitFound)
	end(start("1 of 3", "--fresh", talks), "q", exitFound)
	data, err := os.ReadFile(state)
	if err != nil || !strings.Contains(string(data), `"day:2"`) || strings.Contains(string(data), `"query"`) {
		t.Errorf("got %s, %v", data, err)
	}
	// No place for it is no reason to fail.
	if err := os.RemoveAll(filepath.Join(home, "talks")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(home, "talks"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	end(start("1 of 3", "-q", "a", talks), "q", exitFound)
}
