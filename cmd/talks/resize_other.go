//go:build !unix

package main

import "io"

// onResize does nothing: Windows reports a change among the keys.
func onResize(func()) (stop func()) { return func() {} }

// forBubbleTea shows the terminal to Bubble Tea, which sets it up.
func (s *screen) forBubbleTea() io.Writer { return s }
