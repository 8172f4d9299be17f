//go:build unix

package screen

import (
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime/debug"
	"slices"
	"sync"
	"syscall"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

// A guard is a second process that sets the terminal back if this one cannot:
// after a panic in a goroutine that nobody recovers, a fatal error of the runtime,
// SIGKILL. It waits for the end of a pipe, into which this process writes only the
// report of a crash. It is killed when there is nothing to guard any more.
type guard struct {
	before *term.State // of the terminal

	mu   sync.Mutex
	cmd  *exec.Cmd
	pipe *os.File
}

// guardEnv is the environment variable that makes the program a guard. It holds
// the state of the terminal to go back to.
const guardEnv = "TALKS_GUARD"

// start starts the guard in the background; stop waits until it has. Without a
// guard, all else works.
func (g *guard) start() {
	g.mu.Lock()
	go func() {
		defer g.mu.Unlock()
		g.launch()
	}()
}

// launch starts the guard while g.mu is held.
func (g *guard) launch() {
	path, err := os.Executable()
	if err != nil {
		return
	}
	before, err := json.Marshal(g.before)
	if err != nil {
		return
	}
	reader, writer, err := os.Pipe()
	if err != nil {
		return
	}
	defer reader.Close()
	cmd := &exec.Cmd{
		Path: path, Args: os.Args[:1], Env: []string{guardEnv + "=" + string(before)},
		Stdin: reader, Stdout: os.Stdout, Stderr: os.Stderr,
		SysProcAttr: &syscall.SysProcAttr{Setpgid: true}, // no key and no stop of a job is meant for it
	}
	if cmd.Start() != nil {
		_ = writer.Close()
		return
	}
	g.cmd, g.pipe = cmd, writer
	_ = debug.SetCrashOutput(writer, debug.CrashOptions{})
}

// stop ends the guard.
func (g *guard) stop() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.cmd == nil {
		return
	}
	_ = g.cmd.Process.Kill()
	_ = g.cmd.Wait()
	_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
	_ = g.pipe.Close()
	g.cmd = nil
}

// WasGuard reports whether the process was to be a guard (see Run); it then has
// been one. After the report of a crash, it calls sayBug.
func WasGuard(sayBug func(stderr io.Writer)) bool {
	said := os.Getenv(guardEnv)
	if said == "" {
		return false
	}
	var before term.State
	if json.Unmarshal([]byte(said), &before) != nil {
		return true
	}
	signal.Ignore(syscall.SIGTTOU) // it would stop a process in the background that sets the terminal
	first := make([]byte, 1<<10)
	n, _ := os.Stdin.Read(first)
	if now, err := term.GetState(os.Stdout.Fd()); err == nil && now.Lflag&(unix.ICANON|unix.ISIG) == 0 { // no shell has set it meanwhile
		_ = term.Restore(os.Stdout.Fd(), &before)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		_, _ = os.Stdout.WriteString(leaving)
		rest, _ := io.ReadAll(os.Stdin)
		if report := slices.Concat(first[:n], rest); len(report) > 0 && term.IsTerminal(os.Stderr.Fd()) {
			_, _ = os.Stderr.Write(report)
			sayBug(os.Stderr)
		}
	}()
	select {
	case <-done:
	case <-time.After(2 * time.Second): // the terminal takes no output
	}
	return true
}

// leaving undoes what Bubble Tea sets in a terminal, as it would itself, and what
// saveTitle does.
const leaving = ansi.ResetModeSynchronizedOutput + ansi.ResetModifyOtherKeys + "\x1b[<1u" + // the keyboard of kitty
	ansi.ResetStyle + "\x1b[0 q" + ansi.SetModeTextCursorEnable + ansi.ResetModeBracketedPaste + ansi.ResetModeFocusEvent +
	ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseAnyEvent + ansi.ResetModeMouseExtSgr +
	ansi.ResetModeUnicodeCore + ansi.ResetModeAltScreenSaveCursor + "\x1b[23;2t"
