//go:build !unix

package main

import "os/exec"

// detach does nothing: there are no process groups to part from.
func detach(*exec.Cmd) {}
