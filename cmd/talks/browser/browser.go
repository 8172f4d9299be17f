// Package browser shows an address in the browser of the user.
package browser

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"talks/cmd/talks/tty"
	"talks/tui"
)

// patience is how long a command may take to fail. One that runs longer
// has become the browser itself, or waits for it.
const patience = 2 * time.Second

// Follow shows a web address in the user's browser: without a display in that of
// $BROWSER, which needs the screen. It fails if there is neither, or if the command
// that opens it soon fails.
func Follow(url string) error {
	if text := textBrowser(runtime.GOOS, os.Getenv, exec.LookPath, url); text != nil {
		return tui.NeedsScreen{Show: func() error { return tty.Run(text) }}
	}
	opener, err := command(runtime.GOOS, os.Getenv, exec.LookPath)
	if err != nil {
		return err
	}
	return start(append(opener, url))
}

// command returns the command that opens an address, which is to be its
// last argument. No shell ever sees the address.
func command(goos string, getenv func(string) string, lookPath func(string) (string, error)) ([]string, error) {
	var names []string
	var args []string
	switch wsl := getenv("WSL_DISTRO_NAME") != ""; {
	case goos == "windows":
		names, args = []string{"rundll32"}, []string{"url.dll,FileProtocolHandler"}
	case goos == "darwin":
		names = []string{"open"}
	case goos == "linux" && wsl:
		names = []string{"wslview", "xdg-open"}
	case goos == "linux" && !hasDisplay(getenv):
		return nil, errors.New("no display")
	default:
		names = []string{"xdg-open"}
	}
	for _, name := range names {
		if path, err := lookPath(name); err == nil {
			return append([]string{path}, args...), nil
		}
	}
	return nil, fmt.Errorf("no %s", names[len(names)-1])
}

func hasDisplay(getenv func(string) string) bool {
	return getenv("DISPLAY") != "" || getenv("WAYLAND_DISPLAY") != ""
}

// textBrowser returns the command of $BROWSER that shows an address where there is
// no display, nil if there is one or $BROWSER names nothing that is installed. As
// for xdg-open, $BROWSER is commands parted by colons, and %s is the address. No
// shell ever sees it.
func textBrowser(goos string, getenv func(string) string, lookPath func(string) (string, error), url string) []string {
	if goos == "windows" || goos == "darwin" || getenv("WSL_DISTRO_NAME") != "" || hasDisplay(getenv) {
		return nil
	}
	for _, name := range filepath.SplitList(getenv("BROWSER")) {
		words := strings.Fields(name)
		if len(words) == 0 {
			continue
		}
		if _, err := lookPath(words[0]); err != nil {
			continue
		}
		if !strings.Contains(name, "%s") {
			return append(words, url)
		}
		for i := range words {
			words[i] = strings.ReplaceAll(words[i], "%s", url)
		}
		return words
	}
	return nil
}

// start starts a command that has no part in the screen and the
// keyboard, and gives it some time to fail.
func start(command []string) error {
	cmd := exec.Command(command[0], command[1:]...)
	detach(cmd)
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return fmt.Errorf("%s: %w", command[0], err)
		}
	case <-time.After(patience):
	}
	return nil
}
