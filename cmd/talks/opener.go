package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"time"
)

// openerPatience is how long an opener may take to fail. One that runs longer
// has become the browser itself, or waits for it.
const openerPatience = 2 * time.Second

// openURL shows a web address in the reader's browser. It fails where there is
// no browser to be seen, or where the opener says so soon.
func openURL(url string) error {
	command, err := openerCommand(runtime.GOOS, os.Getenv, exec.LookPath)
	if err != nil {
		return err
	}
	return startOpener(append(command, url))
}

// openerCommand is the command that opens an address, which is to be its last
// argument. No shell ever sees it.
func openerCommand(goos string, getenv func(string) string, lookPath func(string) (string, error)) ([]string, error) {
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

// startOpener starts a command on its own, away from the screen and the
// keyboard, and gives it some time to fail.
func startOpener(command []string) error {
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
	case <-time.After(openerPatience):
	}
	return nil
}
