// Package place keeps where the user was: for each catalog its query, its talk and
// the order of its list; for all of them the queries that were asked. It is all in
// one file of JSON. The user loses nothing with it, so that a file which cannot be
// read is written anew, and nobody is told.
package place

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"talks/catalog/load"
	"talks/catalog/parse/clean"
	"talks/tui"
)

// What is kept at most: more is forgotten, the oldest first.
const (
	mostPlaces  = 100
	mostQueries = 200
	longest     = 1000    // bytes of a query
	largest     = 8 << 20 // bytes of the file, or it is not ours
)

// longestWait is how long Write waits for another program that writes.
const longestWait = time.Second

// A file is what is kept.
type file struct {
	History []string `json:"history,omitempty"` // the latest last
	Places  []place  `json:"places,omitempty"`  // the same
}

// A place is where the user was in the catalog of some files; see Of.
type place struct {
	Files string `json:"files"`
	tui.Place
}

// Of names the catalog of some files, whose names may be relative, or of none: the
// built-in one. It is empty for what is read once: nobody can come back to a pipe.
func Of(files []string) string {
	if len(files) == 0 {
		return "built-in"
	}
	names := make([]string, len(files))
	for i, name := range files {
		info, err := os.Stat(name)
		if name == load.Stdin || err != nil || !info.IsDir() && !info.Mode().IsRegular() {
			return ""
		}
		if names[i], err = filepath.Abs(name); err != nil {
			return ""
		}
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), string(filepath.ListSeparator))
}

// Path returns the file for a user's places: the one in the folder that the XDG
// specification has for the state of programs, by which a relative one is to be
// ignored, or in what Windows has instead. It is empty if there is none.
func Path(getenv func(string) string) string {
	folder := getenv("XDG_STATE_HOME")
	if !filepath.IsAbs(folder) {
		var err error
		if runtime.GOOS == "windows" {
			folder, err = os.UserCacheDir()
		} else if folder, err = os.UserHomeDir(); err == nil {
			folder = filepath.Join(folder, ".local", "state")
		}
		if err != nil {
			return ""
		}
	}
	return filepath.Join(folder, "talks", "places.json")
}

// Read returns where the user was in a catalog, as Of names it, and what was asked in
// any catalog, the latest last.
func Read(path, files string) (at tui.Place, history []string) {
	kept := read(path)
	if i := kept.index(files); i >= 0 {
		at = kept.Places[i].Place
		at.Query = clean.Line(at.Query)
	}
	return at, kept.History
}

func read(path string) file {
	var kept file
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > largest {
		return kept
	}
	data, err := os.ReadFile(path)
	if err != nil || json.Unmarshal(data, &kept) != nil {
		return file{}
	}
	for i, query := range kept.History {
		kept.History[i] = clean.Line(query)
	}
	kept.History = slices.DeleteFunc(kept.History, func(query string) bool { return query == "" })
	return kept
}

// index returns where the place of a catalog is, -1 if it has none.
func (f *file) index(files string) int {
	return slices.IndexFunc(f.Places, func(p place) bool { return files != "" && p.Files == files })
}

// Write keeps where the user is in a catalog, and what was asked, the latest last. It
// leaves alone what other programs have written meanwhile of other catalogs, and what
// was asked there. A program that is killed leaves the old file or the new one.
func Write(path, files string, at tui.Place, asked []string) error {
	if path == "" {
		return nil
	}
	if known := read(path); at == (tui.Place{}) && len(asked) == 0 && known.index(files) < 0 {
		return nil
	}
	unlock, err := lock(path)
	if err != nil {
		return err
	}
	defer unlock()
	kept := read(path)
	kept.take(files, at, asked)
	data, err := json.MarshalIndent(kept, "", " ")
	if err != nil {
		return err
	}
	temporary := path + ".new"
	if err := os.WriteFile(temporary, data, 0o600); err != nil {
		_ = os.Remove(temporary)
		return err
	}
	return os.Rename(temporary, path)
}

// take puts the place of a catalog, and what was asked, behind all others.
func (f *file) take(files string, at tui.Place, asked []string) {
	for _, query := range asked {
		if len(query) <= longest {
			f.History = append(slices.DeleteFunc(f.History, func(q string) bool { return q == query }), query)
		}
	}
	f.History = f.History[max(0, len(f.History)-mostQueries):]
	if i := f.index(files); i >= 0 {
		f.Places = slices.Delete(f.Places, i, i+1)
	}
	if files != "" && at != (tui.Place{}) {
		f.Places = append(f.Places, place{files, at})
	}
	f.Places = f.Places[max(0, len(f.Places)-mostPlaces):]
}

// lock makes the folder, and keeps other programs from writing the file. One that does
// not end is not waited for.
func lock(path string) (unlock func(), err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), longestWait)
	defer cancel()
	l := flock.New(path + ".lock")
	_, _ = l.TryLockContext(ctx, 5*time.Millisecond)
	return func() { _ = l.Close() }, nil
}
