package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"talks/catalog/load"
)

// How much memory a catalog may take before the garbage collector works
// harder: what the program takes by itself, and a multiple of the files.
// Text, talks and index of 100,000 generated talks (105 MiB) are 249 MiB when
// all is loaded, 2.4 times the files. Left alone, the collector lets the heap
// grow to 434 MiB on the way; with this limit it was 305 MiB, and loading took
// no longer (2026-11-23, 2 cores).
const (
	memoryFloor  = 30 << 20
	memoryFactor = 2.4
)

// limitMemory sets the collector's limit for files of these names, unless the
// user has set one. It is a soft one: what does not fit is still loaded.
func limitMemory(names []string) {
	if size, known := sizeOf(names); known && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryFloor + int64(memoryFactor*float64(size)))
	}
}

// sizeOf is the size of the named files and of those in the named folders, in
// bytes. It is not known of what comes through a pipe, is packed, or lies in a
// folder of too many files.
func sizeOf(names []string) (bytes int64, known bool) {
	files := 0
	for _, name := range names {
		err := filepath.WalkDir(name, func(path string, entry fs.DirEntry, err error) error {
			switch files++; {
			case err != nil:
				return fs.SkipDir // load will tell
			case files > load.MaxFiles || filepath.Ext(path) == ".gz":
				return fs.SkipAll
			case entry.IsDir() && path != name && strings.HasPrefix(entry.Name(), "."):
				return fs.SkipDir
			}
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				bytes += info.Size()
				known = true
			}
			return nil
		})
		if err != nil || name == load.Stdin || filepath.Ext(name) == ".gz" {
			return 0, false
		}
	}
	return bytes, known && files <= load.MaxFiles
}
