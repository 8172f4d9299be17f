package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"talks/catalog"
	"talks/catalog/marks"
	"talks/cmd/talks/manual"
)

// addMarksFlag gives a command the flag that names the file of marks.
func addMarksFlag(c *cobra.Command, file *string) {
	c.Flags().StringVar(file, "marks", "", "the `FILE` of marks, instead of $TALKS_MARKS")
}

// addKeepingFlags gives the screen its flags for what is kept from one day to another.
func addKeepingFlags(c *cobra.Command, o *browseOptions) {
	addMarksFlag(c, &o.marks)
	addFriendFlag(c, &o.friends)
	addWalkFlag(c, &o.walk)
	c.Flags().BoolVar(&o.fresh, "fresh", false, "do not begin where you were")
	for _, name := range []string{"marks", "friend", "walk", "fresh"} {
		_ = c.Flags().SetAnnotation(name, manual.Once, nil) // the help is to fit a screen
	}
}

// openMarks opens the file of marks; an empty name is that of $TALKS_MARKS or,
// without that, the one among the user's data. The store can be used whatever the
// error.
func openMarks(file string) (*marks.Store, error) {
	if file = cmp.Or(file, os.Getenv("TALKS_MARKS")); file == "" {
		folder, err := dataFolder(runtime.GOOS)
		if err != nil {
			store, _ := marks.Open("", time.Now)
			return store, fmt.Errorf("%w; marks are kept in memory", err)
		}
		file = filepath.Join(folder, "talks", "marks.toml")
	}
	return marks.Open(file, time.Now)
}

// readMarksOf is openMarks for what only prints. Marks that are kept beside a file which
// cannot be understood are as good as any; it says where they are.
func readMarksOf(file string, stderr io.Writer) (*marks.Store, error) {
	store, err := openMarks(file)
	var beside *marks.BesideError
	if _, missing := os.Stat(store.Path()); errors.As(err, &beside) && missing == nil {
		say(stderr, err.Error(), "")
		return store, nil
	}
	return store, err
}

// dataFolder returns the folder for the data of programs: that of the XDG
// specification, by which a relative one is to be ignored, or what macOS and
// Windows have instead.
func dataFolder(system string) (string, error) {
	if folder := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(folder) {
		return folder, nil
	}
	if system == "windows" || system == "darwin" {
		return os.UserConfigDir()
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share"), err
}

// longestSave is how long the program waits at its end until the marks are written.
const longestSave = 2 * time.Second

// saveMarks writes what has not been written yet, if anything.
func saveMarks(opened func() (*marks.Store, error)) error {
	saved := make(chan error, 1)
	go func() {
		store, _ := opened()
		if store.Unsaved() == 0 {
			saved <- nil
			return
		}
		err := store.Save(context.Background())
		if lost := store.Unsaved(); err != nil && lost > 0 {
			err = fmt.Errorf("%s: %w; %s lost", store.Path(), cmp.Or(errors.Unwrap(err), err), catalog.Count(lost, "mark is", "marks are"))
		}
		saved <- err
	}()
	select {
	case err := <-saved:
		return err
	case <-time.After(longestSave):
		return errors.New("the marks could not be written in time")
	}
}
