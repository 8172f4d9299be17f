package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"sync"
	"testing"
)

// build is the program as its users get it, built when a test first asks.
var build struct {
	once      sync.Once
	dir, path string
	err       error
}

// builtProgram returns the file name of the built program, which watches for data
// races when the test does.
func builtProgram(t *testing.T) string {
	t.Helper()
	build.once.Do(func() { build.err = buildProgram() })
	if build.err != nil {
		t.Fatal(build.err)
	}
	return build.path
}

func buildProgram() error {
	dir, err := os.MkdirTemp("", "talks")
	if err != nil {
		return err
	}
	build.dir, build.path = dir, filepath.Join(dir, "talks")
	args := []string{"build", "-o", build.path}
	if watchesRaces() {
		args = append(args, "-race")
	}
	if out, err := exec.Command("go", append(args, ".")...).CombinedOutput(); err != nil {
		return fmt.Errorf("the program does not build: %w\n%s", err, out)
	}
	return nil
}

// watchesRaces says that the test itself was built with -race.
func watchesRaces() bool {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return false
	}
	for _, s := range info.Settings {
		if s.Key == "-race" {
			return s.Value == "true"
		}
	}
	return false
}
