//go:build !unix

package main

import "github.com/charmbracelet/x/term"

// A guard does nothing: on Windows, the console goes with the program.
type guard struct{ before *term.State }

func (*guard) start() {}
func (*guard) stop()  {}

func isGuard() bool { return false }
