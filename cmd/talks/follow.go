package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"time"
)

// browserPatience is how long a command may take to fail. One that runs longer
// has become the browser itself, or waits for it.
const browserPatience = 2 * time.Second

// followURL shows a web address in the user's browser. It fails if there is no
// display to show one on, or if the command that opens it soon fails.
func followURL(url string) error {
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
	case goos == "linux" && getenv("DISPLAY") == "" && getenv("WAYLAND_DISPLAY") == "":
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
