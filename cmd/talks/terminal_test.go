//go:build unix

package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// longEnough is how long a test waits for what must come. It is no measure of
// speed: a busy machine may need most of it.
const longEnough = 20 * time.Second

// A setup says where a program is started. The zero value is a dark terminal
// of 80 by 24 cells that is also the standard input.
type setup struct {
	width, height int
	window        *pty.Winsize // what the program is told of the size; nil: width and height
	env           []string     // NAME=value; HOME, PATH, TERM and LANG are there
	stdin         io.Reader    // nil: the terminal
	dir           string       // working directory; "": that of the test
	light         bool         // a light background
	mute          bool         // answers no query
	command       []string     // another program than talks
}

// A terminal is a program in a pseudo terminal of its own, and the hands and
// eyes of a person in front of it.
type terminal struct {
	t        *testing.T
	cmd      *exec.Cmd
	tty      *os.File // the program's side, kept to read its settings
	ttyUse   sync.Mutex
	pty      *os.File   // ours
	blocked  sync.Mutex // held while nothing is to be read
	emulator *emulator
	input    chan []byte // keys and answers, in order

	closing chan struct{} // the test is over
	exited  chan struct{} // the program has ended; after is set
	drained chan struct{} // all of its output has been read
	pumps   sync.WaitGroup

	before, after string // settings of the terminal, as stty -g
	races         string // folder for what the race detector finds
}

// startTerminal runs talks with args in a new terminal. The program ends with
// the test, at the latest.
func startTerminal(t *testing.T, s setup, args ...string) *terminal {
	t.Helper()
	command := s.command
	if command == nil {
		command = append([]string{"talks"}, args...)
	}
	ours, theirs := openPty(t)
	width, height := cmp.Or(s.width, 80), cmp.Or(s.height, 24)
	tt := &terminal{
		t: t, tty: theirs, pty: ours,
		emulator: newEmulator(width, height, s.light),
		input:    make(chan []byte, 1024),
		closing:  make(chan struct{}), exited: make(chan struct{}), drained: make(chan struct{}),
		before: stty(theirs), races: t.TempDir(),
	}
	if err := pty.Setsize(theirs, cmp.Or(s.window, winsize(width, height))); err != nil {
		t.Fatal(err)
	}
	tt.cmd = exec.Command(command[0], command[1:]...)
	tt.cmd.Dir = s.dir
	tt.cmd.Env = append([]string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + t.TempDir(), "LANG=C.UTF-8", "TERM=xterm-256color", "COLORTERM=truecolor",
		"GORACE=exitcode=66 log_path=" + filepath.Join(tt.races, "race"),
	}, s.env...)
	tt.cmd.Stdin, tt.cmd.Stdout, tt.cmd.Stderr = theirs, theirs, theirs
	if s.stdin != nil {
		tt.cmd.Stdin = s.stdin
		tt.cmd.WaitDelay = time.Second
	}
	tt.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1}
	if err := tt.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(tt.close)
	go tt.reap()
	go tt.read()
	tt.pumps.Go(func() { tt.answer(s.mute) })
	tt.pumps.Go(tt.write)
	return tt
}

// openPty opens a pseudo terminal. Our side is made non-blocking, or closing it
// would wait for the end of a Read.
func openPty(t *testing.T) (ours, theirs *os.File) {
	t.Helper()
	blocking, theirs, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer blocking.Close()
	syscall.ForkLock.RLock() // no program may be started with this descriptor
	fd, err := syscall.Dup(int(blocking.Fd()))
	if err == nil {
		syscall.CloseOnExec(fd)
	}
	syscall.ForkLock.RUnlock()
	if err == nil {
		err = syscall.SetNonblock(fd, true)
	}
	if err != nil {
		t.Fatal(err)
	}
	return os.NewFile(uintptr(fd), blocking.Name()), theirs
}

func winsize(width, height int) *pty.Winsize {
	return &pty.Winsize{Cols: uint16(width), Rows: uint16(height)}
}

// stty returns the modes of a terminal: raw, echo and the rest.
func stty(tty *os.File) string {
	cmd := exec.Command("stty", "-g")
	cmd.Stdin = tty
	out, err := cmd.CombinedOutput()
	if err != nil {
		return err.Error()
	}
	return string(out)
}

// reap waits for the program to end.
func (tt *terminal) reap() {
	tt.cmd.Wait() // the error is the exit code, which is asked for later
	code := tt.cmd.ProcessState.ExitCode()
	crashed := code == exitError || code < 0 // another process sets the terminal back then
	for range 100 {
		if tt.after = stty(tt.tty); tt.after == tt.before || !crashed {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	tt.ttyUse.Lock()
	tt.tty.Close()
	tt.ttyUse.Unlock()
	close(tt.exited)
}

// read takes what the program writes, until nothing holds the terminal.
func (tt *terminal) read() {
	defer close(tt.drained)
	buf := make([]byte, 1<<16)
	for {
		tt.blocked.Lock()
		tt.blocked.Unlock() //nolint:staticcheck // it only waits
		n, err := tt.pty.Read(buf)
		tt.emulator.write(buf[:n])
		if err != nil {
			tt.emulator.flush()
			return
		}
	}
}

// answer passes the emulator's answers on to the program, or drops them.
func (tt *terminal) answer(mute bool) {
	buf := make([]byte, 1<<10)
	for {
		n, err := tt.emulator.vt.Read(buf)
		if err != nil {
			return
		}
		if mute {
			continue
		}
		select {
		case tt.input <- bytes.Clone(buf[:n]):
		case <-tt.closing:
		}
	}
}

// write is the only writer to the program, which may be slow to read.
func (tt *terminal) write() {
	for {
		select {
		case p := <-tt.input:
			tt.pty.Write(p) // fails once the program is gone
		case <-tt.closing:
			return
		}
	}
}

// close ends the program, if it still runs, and everything that watched it.
func (tt *terminal) close() {
	close(tt.closing)
	tt.hangUp()
	syscall.Kill(-tt.cmd.Process.Pid, syscall.SIGKILL)
	<-tt.exited
	<-tt.drained
	tt.emulator.close()
	tt.pumps.Wait()
	reports, _ := filepath.Glob(filepath.Join(tt.races, "race*"))
	for _, name := range reports {
		report, _ := os.ReadFile(name)
		tt.t.Errorf("the program has a data race:\n%s", report)
	}
}

// block makes the terminal take no more output, as after ^s or over a dead
// connection, until unblock is called.
func (tt *terminal) block() (unblock func()) {
	tt.t.Helper()
	tt.blocked.Lock()
	fd, err := syscall.Open(tt.tty.Name(), syscall.O_WRONLY|syscall.O_NOCTTY|syscall.O_NONBLOCK, 0)
	if err != nil {
		tt.t.Fatal(err)
	}
	defer syscall.Close(fd)
	for full := 0; full < 3; { // one read may still go on
		if _, err := syscall.Write(fd, make([]byte, 1<<10)); err != nil {
			full++
			time.Sleep(20 * time.Millisecond)
		}
	}
	return tt.blocked.Unlock
}

// hangUp closes the terminal, as when its window is closed.
func (tt *terminal) hangUp() { tt.pty.Close() }

// resize gives the window another size.
func (tt *terminal) resize(width, height int) {
	tt.t.Helper()
	tt.emulator.resize(width, height)
	tt.ttyUse.Lock()
	defer tt.ttyUse.Unlock()
	if err := pty.Setsize(tt.tty, winsize(width, height)); err != nil {
		tt.t.Fatal(err)
	}
}

// signal sends the program a signal, as kill does.
func (tt *terminal) signal(sig os.Signal) {
	tt.t.Helper()
	if err := tt.cmd.Process.Signal(sig); err != nil {
		tt.t.Fatal(err)
	}
}

// exit waits for the program to end and returns its exit code: 128+n if signal
// n killed it.
func (tt *terminal) exit() int {
	tt.t.Helper()
	select {
	case <-tt.exited:
	case <-time.After(longEnough):
		tt.fail("the program has not ended")
	}
	select {
	case <-tt.drained:
	case <-time.After(longEnough):
		tt.fail("the program has ended, but something it started still holds the terminal")
	}
	status := tt.cmd.ProcessState.Sys().(syscall.WaitStatus)
	if status.Signaled() {
		return 128 + int(status.Signal())
	}
	return status.ExitStatus()
}

// left waits for the program to end and lists what it did not put back: modes,
// the cursor, the settings of the terminal.
func (tt *terminal) left() []string {
	tt.t.Helper()
	tt.exit()
	list := tt.emulator.left()
	if tt.before != tt.after {
		list = append(list, fmt.Sprintf("terminal settings are %s, were %s",
			strings.TrimSpace(tt.after), strings.TrimSpace(tt.before)))
	}
	return list
}
