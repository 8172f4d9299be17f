//go:build unix

package marks

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// nobody is a user without a right to anything, for tests that root runs.
const nobody = 65534

// limitedChild tries to mark a talk under a limit of the system, and prints how
// that ended, then tries again without it.
func limitedChild(do, path string) {
	s, err := Open(path, clock)
	if err != nil {
		fmt.Println(err)
	}
	c := several(3)
	s.Bind(c)
	s.Set(c.Talks[1], Mark{State: Maybe, Note: strings.Repeat("long ", 1000)})
	switch do {
	case "full":
		signal.Ignore(syscall.SIGXFSZ)
		limitFiles(512)
		fmt.Println(s.Save(context.Background()))
		limitFiles(1 << 30)
	case "folder":
		if err := syscall.Setuid(nobody); err != nil && os.Getuid() == 0 {
			fmt.Println(err)
		}
		fmt.Println(s.Save(context.Background()))
		return
	}
	fmt.Println(s.Unsaved(), s.Save(context.Background()), s.Unsaved())
}

// limitFiles sets how long a file may be that this process writes.
func limitFiles(bytes uint64) {
	limit := syscall.Rlimit{Max: 1 << 30}
	set(&limit.Cur, bytes)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		fmt.Println(err)
	}
}

// set sets a number, whose type is not the same in every system.
func set[T int64 | uint64](number *T, to uint64) { *number = T(to) }

// run runs this binary as a child, and returns what it printed.
func run(t *testing.T, do, path string) string {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childEnv+"="+do, fileEnv+"="+path)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}

// A disk that is full takes nothing of the old file.
func TestFull(t *testing.T) {
	path, c := filepath.Join(t.TempDir(), "marks.toml"), several(3)
	s := open(t, path, c, clock)
	s.Set(c.Talks[0], Mark{State: Going})
	save(t, s)
	got := run(t, "full", path)
	if want := path + ": file too large; marks are kept in memory\n1 <nil> 0\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	again := open(t, path, c, clock)
	if again.Of(c.Talks[0]).State != Going || again.Of(c.Talks[1]).State != Maybe {
		t.Errorf("got\n%s", content(t, path))
	}
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 2 {
		t.Errorf("more than the file and its lock: %v", files)
	}
}

// A folder that must not be written to.
func TestFolder(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "marks.toml")
	os.WriteFile(path, []byte("[[talk]]\nid = 'x'\nstate = 'going'\n"), 0o666)
	if err := os.Chmod(folder, 0o555); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Chmod(folder, 0o755) }()
	if got, want := run(t, "folder", path), path+": permission denied; marks are kept in memory\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := content(t, path); got != "[[talk]]\nid = 'x'\nstate = 'going'\n" {
		t.Errorf("overwritten with %q", got)
	}
}
