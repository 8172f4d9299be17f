//go:build !unix

package screen

import (
	"io"

	"github.com/charmbracelet/x/term"
)

// A guard does nothing: on Windows, the console goes with the program.
type guard struct{ before *term.State }

func (*guard) start() {}
func (*guard) stop()  {}

// WasGuard reports false: there are no guards here.
func WasGuard(func(io.Writer)) bool { return false }
