package main

import (
	"cmp"
	"os"
	"strings"

	"talks/cmd/talks/tty"
)

// editor returns what lets the user edit a text with $VISUAL or $EDITOR, nil if
// neither is set. The editor has the terminal until it ends.
func editor(getenv func(string) string) func(text string) (string, error) {
	command := strings.Fields(cmp.Or(getenv("VISUAL"), getenv("EDITOR")))
	if len(command) == 0 {
		return nil
	}
	return func(text string) (string, error) {
		file, err := os.CreateTemp("", "talks-note-*.txt")
		if err != nil {
			return "", err
		}
		defer func() { _ = os.Remove(file.Name()) }()
		if text != "" {
			text += "\n" // as editors end a file
		}
		if _, err := file.WriteString(text); err != nil {
			return "", err
		}
		if err := file.Close(); err != nil {
			return "", err
		}
		if err := tty.Run(append(command[:len(command):len(command)], file.Name())); err != nil {
			return "", err
		}
		edited, err := os.ReadFile(file.Name())
		return string(edited), err
	}
}
