//go:build unix

package browser

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestCommand(t *testing.T) {
	tests := []struct {
		name, goos string
		env        map[string]string
		installed  string
		want       string // the command, or the error
	}{
		{"X11", "linux", map[string]string{"DISPLAY": ":0"}, "xdg-open", "/bin/xdg-open"},
		{"Wayland", "linux", map[string]string{"WAYLAND_DISPLAY": "wayland-0"}, "xdg-open", "/bin/xdg-open"},
		{"no display", "linux", nil, "xdg-open", "no display"},
		{"no opener", "linux", map[string]string{"DISPLAY": ":0"}, "", "no xdg-open"},
		{"WSL", "linux", map[string]string{"WSL_DISTRO_NAME": "Debian"}, "wslview xdg-open", "/bin/wslview"},
		{"WSL without wslu", "linux", map[string]string{"WSL_DISTRO_NAME": "Debian"}, "xdg-open", "/bin/xdg-open"},
		{"macOS", "darwin", nil, "open", "/bin/open"},
		{"Windows", "windows", nil, "rundll32", "/bin/rundll32 url.dll,FileProtocolHandler"},
		{"BSD", "freebsd", nil, "xdg-open", "/bin/xdg-open"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			lookPath := func(name string) (string, error) {
				for have := range strings.FieldsSeq(test.installed) {
					if have == name {
						return "/bin/" + name, nil
					}
				}
				return "", exec.ErrNotFound
			}
			words, err := command(test.goos, func(name string) string { return test.env[name] }, lookPath)
			got := strings.Join(words, " ")
			if err != nil {
				got = err.Error()
			}
			if got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// Where there is no display, $BROWSER shows the address on the terminal.
func TestTextBrowser(t *testing.T) {
	tests := []struct {
		goos, display, browser string
		want                   string
	}{
		{"linux", "", "w3m", "w3m https://x"},
		{"linux", "", "nosuch:lynx -vikeys %s:w3m", "lynx -vikeys https://x"},
		{"linux", "", "nosuch: ", ""},
		{"linux", "", "", ""},
		{"linux", ":0", "w3m", ""},
		{"darwin", "", "w3m", ""},
		{"freebsd", "", "w3m", "w3m https://x"},
	}
	for _, test := range tests {
		env := map[string]string{"DISPLAY": test.display, "BROWSER": test.browser}
		lookPath := func(name string) (string, error) {
			if name == "nosuch" {
				return "", exec.ErrNotFound
			}
			return name, nil
		}
		got := strings.Join(textBrowser(test.goos, func(name string) string { return env[name] }, lookPath, "https://x"), " ")
		if got != test.want {
			t.Errorf("%+v: %q", test, got)
		}
	}
}

// The address is one argument, whatever it has in it, and no shell reads it.
func TestGetsTheAddress(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	script := writeOpener(t, dir, 0)
	const url = "https://example.org/$(touch x);touch x|touch x&`touch x`' \"*"
	if err := start([]string{script, url}); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile("opened"); err != nil || string(got) != "1 "+url {
		t.Errorf("the opener got %q, %v", got, err)
	}
	if _, err := os.Stat("x"); err == nil {
		t.Error("the address was run")
	}
}

func TestFails(t *testing.T) {
	script := writeOpener(t, t.TempDir(), 3)
	var exit *exec.ExitError
	if err := start([]string{script, "https://example.org/"}); !errors.As(err, &exit) || exit.ExitCode() != 3 {
		t.Errorf("the error is %v", err)
	}
	if err := start([]string{filepath.Join(t.TempDir(), "missing"), "https://example.org/"}); err == nil {
		t.Error("an opener that is not there opens")
	}
}

// writeOpener writes an opener that notes how many arguments it got and the first of
// them, and ends with a code.
func writeOpener(t *testing.T, dir string, code int) string {
	t.Helper()
	name := filepath.Join(dir, "xdg-open")
	script := fmt.Sprintf("#!/bin/sh\nprintf '%%s %%s' \"$#\" \"$1\" >'%s/opened'\nexit %d\n", dir, code)
	if err := os.WriteFile(name, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	return name
}
