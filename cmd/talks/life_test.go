//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// settle waits until Bubble Tea reads keys. The first frame is there before
// that; if the program ended then, the shell would get the terminal's answers.
func settle(tt *terminal) { tt.quiet(settled) }

const settled = 200 * time.Millisecond

// checkEnd fails unless the program ends with a code and leaves nothing behind.
func checkEnd(tt *terminal, code int) {
	tt.t.Helper()
	if got := tt.exit(); got != code {
		tt.t.Errorf("exit code %d, want %d", got, code)
	}
	if left := tt.left(); len(left) > 0 {
		tt.t.Errorf("left behind: %q", left)
	}
}

// However the program ends, it leaves the terminal as it was, and its exit
// code says how it ended.
func TestEnds(t *testing.T) {
	tests := []struct {
		name string
		do   func(tt *terminal)
		code int
	}{
		{"q", func(tt *terminal) { tt.send("q") }, 0},
		{"q in the reader and in the list", func(tt *terminal) { tt.send("enter", "q", "q") }, 0},
		{"^c", func(tt *terminal) { tt.send("ctrl+c") }, 130},
		{"^c while typing", func(tt *terminal) { tt.send("/", "kube", "ctrl+c") }, 130},
		{"SIGINT", func(tt *terminal) { tt.signal(syscall.SIGINT) }, 130},
		{"SIGTERM", func(tt *terminal) { tt.signal(syscall.SIGTERM) }, 143},
		{"SIGHUP", func(tt *terminal) { tt.signal(syscall.SIGHUP) }, 129},
		{"SIGQUIT", func(tt *terminal) { tt.signal(syscall.SIGQUIT) }, 131},
		{"SIGKILL", func(tt *terminal) { tt.signal(syscall.SIGKILL) }, 137},
		{"SIGSEGV", func(tt *terminal) { tt.signal(syscall.SIGSEGV) }, 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tt := startTerminal(t, setup{})
			tt.wait("1 of 19")
			settle(tt)
			test.do(tt)
			checkEnd(tt, test.code)
		})
	}
}

func TestEndsWhenTheTerminalGoes(t *testing.T) {
	tt := startTerminal(t, setup{})
	tt.wait("1 of 19")
	tt.hangUp()
	if got := tt.exit(); got != 129 {
		t.Errorf("exit code %d, want 129", got)
	}
}

// A signal ends the program while its terminal takes no output, and the settings
// of the terminal are set back.
func TestEndsWhileTheTerminalIsBlocked(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			tt := startTerminal(t, setup{env: []string{
				"GORACE=report_bugs=0", // being killed, Bubble Tea closes its input while it is read (cancelreader 0.2.2)
			}})
			tt.wait("1 of 19")
			settle(tt)
			unblock := tt.block()
			defer unblock()
			tt.send("j")
			tt.signal(signal)
			select {
			case <-tt.exited:
			case <-time.After(longEnough):
				tt.fail("the program has not ended")
			}
			if got := tt.cmd.ProcessState.ExitCode(); got != 128+int(signal) {
				t.Errorf("exit code %d", got)
			}
			if tt.before != tt.after {
				t.Errorf("terminal settings are %s, were %s", tt.after, tt.before)
			}
		})
	}
}

func TestEndsAfterABug(t *testing.T) {
	tests := []struct {
		model string
		do    func(tt *terminal)
		code  int
		says  string
	}{
		{"panic", func(tt *terminal) { tt.send("x") }, 2, "a bug in talks"},
		{"command", func(tt *terminal) { tt.send("x") }, 2, "a bug in talks"},
		{"goroutine", func(tt *terminal) { tt.send("x") }, 2, "a bug in talks"},
		{"hang", func(tt *terminal) { tt.send("x"); tt.wait("it hangs"); tt.signal(syscall.SIGTERM) }, 143, ""},
		{"hang", func(tt *terminal) {
			tt.send("x")
			tt.wait("it hangs")
			tt.signal(syscall.SIGTERM)
			tt.signal(syscall.SIGTERM)
		}, 143, ""},
	}
	for _, test := range tests {
		t.Run(test.model, func(t *testing.T) {
			tt := startTerminal(t, setup{command: []string{"badmodel", test.model}, env: []string{
				"GORACE=report_bugs=0", // being killed, Bubble Tea closes its input while it is read (cancelreader 0.2.2)
			}})
			tt.wait("model ready")
			settle(tt)
			test.do(tt)
			checkEnd(tt, test.code)
			if screen := strings.Join(tt.screen(), "\n"); !strings.Contains(screen, test.says) {
				t.Errorf("does not say %q:\n%s", test.says, screen)
			}
		})
	}
}

// A window that changes while the program starts is seen as it is then.
func TestResizedAtTheStart(t *testing.T) {
	tt := startTerminal(t, setup{command: []string{"badmodel", "slow"}})
	tt.wait("it starts")
	tt.resize(60, 20)
	tt.wait("width 60")
}

func TestSuspends(t *testing.T) {
	tt := startTerminal(t, setup{command: []string{"sh", "-i"}, env: []string{"PS1=$ ", "ENV="}})
	tt.wait(`^\$`)
	tt.send("talks", "enter")
	tt.wait("1 of 19")
	settle(tt)
	tt.send("j", "ctrl+z")
	tt.wait("Stopped")
	settle(tt) // an answer of the terminal may still be on its way
	tt.send("fg", "enter")
	tt.wait("2 of 19")
	tt.send("j")
	tt.wait("3 of 19")
	tt.send("q")
	tt.waitGone("3 of 19")
	settle(tt)
	tt.send("echo code $?", "enter")
	tt.wait("code 0$")
}

// Where no shell can resume the program, ^z says so.
func TestDoesNotSuspendForGood(t *testing.T) {
	for name, suspend := range map[string]func(*terminal){
		"^z":      func(tt *terminal) { tt.send("ctrl+z") },
		"SIGTSTP": func(tt *terminal) { tt.signal(syscall.SIGTSTP) },
	} {
		t.Run(name, func(t *testing.T) {
			tt := startTerminal(t, setup{})
			tt.wait("1 of 19")
			settle(tt)
			suspend(tt)
			tt.wait("^ not suspended: there is no shell")
			tt.send("j")
			tt.wait("2 of 19")
			tt.send("q")
			checkEnd(tt, exitFound)
		})
	}
}

// Stopped by another process, the program leaves the terminal to the shell if it
// can, and takes it back when the shell resumes it.
func TestStoppedFromOutside(t *testing.T) {
	for _, stop := range []syscall.Signal{syscall.SIGTSTP, syscall.SIGSTOP} {
		t.Run(stop.String(), func(t *testing.T) {
			tt := startTerminal(t, setup{command: []string{"sh", "-i"}, env: []string{"PS1=$ ", "ENV="}, dir: t.TempDir()})
			tt.wait(`^\$`)
			tt.send("sh -c 'echo $$ >pid; exec talks'", "enter")
			tt.wait("1 of 19")
			settle(tt)
			said, err := os.ReadFile(filepath.Join(tt.cmd.Dir, "pid"))
			if err != nil {
				t.Fatal(err)
			}
			pid, err := strconv.Atoi(strings.TrimSpace(string(said)))
			if err != nil {
				t.Fatal(err)
			}
			if err := syscall.Kill(pid, stop); err != nil {
				t.Fatal(err)
			}
			tt.wait("Stopped")
			if stop == syscall.SIGTSTP {
				tt.waitGone("of 19")
				if left := tt.emulator.left(); len(left) > 0 {
					t.Errorf("left to the shell: %q", left)
				}
			}
			tt.send("stty sane; fg", "ctrl+j") // bash sets the terminal back itself, dash does not
			tt.waitGone("Stopped")
			tt.wait("1 of 19")
			settle(tt)
			tt.send("j")
			tt.wait("2 of 19")
			tt.send("q")
			tt.wait(`^\$$`) // the shell has set the terminal
			tt.send("echo code $?", "enter")
			tt.wait("code 0$")
		})
	}
}

// A window that changes while the program is suspended is seen as it is then.
func TestResizedWhileSuspended(t *testing.T) {
	tt := startTerminal(t, setup{command: []string{"sh", "-i"}, env: []string{"PS1=$ ", "ENV="}})
	tt.wait(`^\$`)
	tt.send("talks", "enter")
	tt.wait("^─{80}$")
	settle(tt)
	tt.send("ctrl+z")
	tt.wait("Stopped")
	tt.resize(60, 20)
	tt.send("fg", "enter")
	tt.wait("^.{20,53}1 of 19$")
}

// While the user does nothing, talks writes nothing.
func TestIdle(t *testing.T) {
	tt := startTerminal(t, setup{})
	tt.wait("1 of 19")
	tt.quiet(time.Second) // the index is built, too
	before := len(tt.raw())
	time.Sleep(2 * time.Second)
	if more := len(tt.raw()) - before; more != 0 {
		t.Errorf("%d bytes in two idle seconds: %q", more, tt.raw()[before:])
	}
}
