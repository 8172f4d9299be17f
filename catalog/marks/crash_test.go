package marks

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The environment of this test binary as the child of a test: what it does, and
// to which file.
const (
	childEnv = "TALKS_MARKS_CHILD"
	fileEnv  = "TALKS_MARKS_FILE"
)

func TestMain(m *testing.M) {
	if do := os.Getenv(childEnv); do != "" {
		child(do, os.Getenv(fileEnv))
		return
	}
	os.Exit(m.Run())
}

// child is a test in a process of its own.
func child(do, path string) {
	if first, err := strconv.Atoi(do); err == nil {
		mark(path, first, os.Stdout, nil)
		return
	}
	limitedChild(do, path)
}

// mark marks one talk after the other until it is killed or stopped, each with its
// number in the note, and says of each that it will be set, and that it was saved.
func mark(path string, first int, out io.Writer, stop <-chan struct{}) {
	say := func(what ...any) { _, _ = fmt.Fprintln(out, what...) }
	s, err := Open(path, clock)
	if err != nil {
		say("failed", err)
	}
	for n := first; ; n++ {
		select {
		case <-stop:
			return
		default:
		}
		talk := numbered(n)
		talk.FileID = talk.ID
		say("set", n)
		s.Set(&talk, Mark{State: Going, Note: noteOf(n)})
		if err := s.Save(context.Background()); err != nil {
			say("failed", err)
		}
		say("saved", n)
		time.Sleep(time.Millisecond) // so that the other one may lock the file
	}
}

// noteOf is a note with a number in it, of a length that takes time to write.
func noteOf(n int) string { return strings.TrimSpace(strings.Repeat(fmt.Sprint(n, " "), 50)) }

// A program that is killed at any moment leaves the old file or the new one. In
// $TALKS_CRASHES it is told how often to try.
func TestCrash(t *testing.T) {
	rounds := 20
	if more := os.Getenv("TALKS_CRASHES"); more != "" {
		rounds, _ = strconv.Atoi(more)
	}
	path := filepath.Join(t.TempDir(), "marks.toml")
	const other = 10_000_000 // the first number of the second writer
	set, saved := make(map[int]bool), make(map[int]bool)
	lines := func(r io.Reader) {
		for in := bufio.NewScanner(r); in.Scan(); {
			what, rest, _ := strings.Cut(in.Text(), " ")
			n, err := strconv.Atoi(rest)
			switch {
			case err != nil:
				t.Error(in.Text())
			case what == "set":
				set[n] = true
			case what == "saved":
				saved[n] = true
			}
		}
	}
	stop, told := make(chan struct{}), make(chan string)
	go func() {
		var out strings.Builder
		mark(path, other, &out, stop)
		told <- out.String()
	}()
	random := rand.New(rand.NewPCG(14, uint64(rounds)))
	for round := range rounds {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), fmt.Sprint(childEnv, "=", round*10_000), fileEnv+"="+path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.AfterFunc(time.Duration(10+random.IntN(150))*time.Millisecond, func() { cmd.Process.Kill() })
		lines(out)
		cmd.Wait()
		checkCrashed(t, path, other, set, saved)
	}
	close(stop)
	lines(strings.NewReader(<-told))
	checkCrashed(t, path, 2*other, set, saved)
	t.Log(len(saved), "of", len(set), "marks were saved")
	files, _ := os.ReadDir(filepath.Dir(path))
	if len(files) > 3 {
		t.Errorf("more than the file, its lock and one temporary file: %v", files)
	}
}

// checkCrashed checks that the file has each mark below a number that was saved,
// and none that was not set.
func checkCrashed(t *testing.T, path string, below int, set, saved map[int]bool) {
	t.Helper()
	s, err := Open(path, clock)
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[int]bool)
	for key, e := range s.written.entries {
		n, err := strconv.Atoi(e.talk.FileID)
		if err != nil || e.mark.Note != noteOf(n) || n < below && !set[n] {
			t.Errorf("%s: a mark that nobody set: %+v", key, e.mark)
		}
		found[n] = true
	}
	for n := range saved {
		if !found[n] {
			t.Errorf("%d is lost", n)
		}
	}
}
