//go:build unix

package main

import (
	"os/exec"
	"syscall"
)

// detach puts a command into a process group of its own: a browser is neither
// suspended nor hung up together with talks.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }
