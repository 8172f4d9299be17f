package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestScript runs every story in testdata/script. A story starts in a folder
// of its own, with an environment that holds nothing of the tester's but PATH:
// no TALKS_PATH, no NO_COLOR, and $HOME an empty folder. Its standard input is
// empty and none of its streams is a terminal.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			home := env.WorkDir + "/.home"
			env.Setenv("HOME", home)
			env.Setenv("LANG", "C.UTF-8")
			env.Setenv("TERM", "xterm-256color")
			return os.Mkdir(home, 0o755)
		},
	})
}
