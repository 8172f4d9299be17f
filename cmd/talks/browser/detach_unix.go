//go:build unix

package browser

import (
	"os/exec"
	"syscall"
)

// detach puts a command into a process group of its own, so that the browser is
// not suspended or hung up together with talks.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }
