//go:build unix

package screen

import (
	"io"
	"os"
	"os/signal"
	"syscall"
)

// onResize calls changed after each change of the window's size, until stop is
// called.
func onResize(changed func()) (stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGWINCH)
	go func() {
		for range signals {
			changed()
		}
	}()
	return func() {
		signal.Stop(signals)
		close(signals)
	}
}

// forBubbleTea hides from Bubble Tea that it writes to a terminal: it would
// measure the window itself, and make room for one of any size.
func (s *output) forBubbleTea() io.Writer { return struct{ io.Writer }{s} }
