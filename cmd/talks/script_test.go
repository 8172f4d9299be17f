package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the stories in testdata/script run the program: the test
// binary, started under the name talks, is the program. With modelEnv set it is
// a program whose model misbehaves.
func TestMain(m *testing.M) {
	if name := os.Getenv(modelEnv); name != "" {
		os.Exit(runBadModel(name))
	}
	testscript.Main(tidy{m}, map[string]func(){"talks": main})
}

// tidy runs the tests and takes away what they build.
type tidy struct{ *testing.M }

func (m tidy) Run() int {
	defer func() { os.RemoveAll(build.dir) }()
	return m.M.Run()
}

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
