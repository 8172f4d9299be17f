//go:build !unix

package screen

import "io"

// onResize does nothing: Windows reports a change among the keys.
func onResize(func()) (stop func()) { return func() {} }

// forBubbleTea shows the terminal to Bubble Tea, which sets it up.
func (s *output) forBubbleTea() io.Writer { return s }
