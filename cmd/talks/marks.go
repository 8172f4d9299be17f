package main

import (
	"cmp"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"talks/catalog/marks"
)

// addMarksFlag gives a command the flag that names the file of marks.
func addMarksFlag(c *cobra.Command, file *string) {
	c.Flags().StringVar(file, "marks", "", "the `FILE` of marks, instead of $TALKS_MARKS")
}

// openMarks opens the file of marks; an empty name is that of $TALKS_MARKS or,
// without that, the one under $XDG_DATA_HOME. The store can be used whatever the
// error.
func openMarks(file string) (*marks.Store, error) {
	if file = cmp.Or(file, os.Getenv("TALKS_MARKS")); file == "" {
		home, _ := os.UserHomeDir() // the XDG specification: a relative folder is to be ignored
		data := os.Getenv("XDG_DATA_HOME")
		if !filepath.IsAbs(data) {
			data = filepath.Join(home, ".local", "share")
		}
		file = filepath.Join(data, "talks", "marks.toml")
	}
	return marks.Open(file, time.Now)
}
