package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"talks/tui"
)

// browserPatience is how long a command may take to fail. One that runs longer
// has become the browser itself, or waits for it.
const browserPatience = 2 * time.Second

// followURL shows a web address in the user's browser: without a display in that of
// $BROWSER, which needs the screen. It fails if there is neither, or if the command
// that opens it soon fails.
func followURL(url string) error {
	if text := textBrowser(runtime.GOOS, os.Getenv, exec.LookPath, url); text != nil {
		return tui.NeedsScreen{Show: func() error { return runOnTerminal(text) }}
	}
	command, err := browserCommand(runtime.GOOS, os.Getenv, exec.LookPath)
	if err != nil {
		return err
	}
	return startBrowser(append(command, url))
}

// browserCommand returns the command that opens an address, which is to be its
// last argument. No shell ever sees the address.
func browserCommand(goos string, getenv func(string) string, lookPath func(string) (string, error)) ([]string, error) {
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
		command := strings.Fields(name)
		if len(command) == 0 {
			continue
		}
		if _, err := lookPath(command[0]); err != nil {
			continue
		}
		if !strings.Contains(name, "%s") {
			return append(command, url)
		}
		for i := range command {
			command[i] = strings.ReplaceAll(command[i], "%s", url)
		}
		return command
	}
	return nil
}

// runOnTerminal runs a command that takes the terminal until it ends.
func runOnTerminal(command []string) error {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if !isTerminal(os.Stdin) { // talks came from there
		tty, err := os.Open("/dev/tty")
		if err != nil {
			return err
		}
		defer tty.Close()
		cmd.Stdin = tty
	}
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", command[0], err)
	}
	return nil
}

// startBrowser starts a command that has no part in the screen and the
// keyboard, and gives it some time to fail.
func startBrowser(command []string) error {
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
	case <-time.After(browserPatience):
	}
	return nil
}
