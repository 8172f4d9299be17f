package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"talks/catalog/load"
)

// How closely the garbage collector follows a large catalog: it lets the heap
// grow by so many percent. Everything is loaded once and then stays, so what it
// could let grow is all garbage: 100,000 talks of FOSDEM's texts (85 MiB) took
// 440 MiB at the collector's own 100 percent, and 256 with this. Loading took
// 1.7 seconds instead of 1.3. A limit of the memory brought as little, but the
// keys then took twice as long (2026-11-23, 2 cores).
const (
	largeFiles     = 64 << 20 // bytes; what is smaller may as well take twice that
	garbagePercent = 15
)

// limitGarbage keeps the collector close if the files of these names are
// large, unless the user has said how close.
func limitGarbage(names []string) {
	if size, known := sizeOf(names); known && size >= largeFiles && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbagePercent)
	}
}

// sizeOf is the size of the named files and of those in the named folders, in
// bytes, as they lie there: packed or not. It is not known of what comes through
// a pipe, and of a folder of too many files.
func sizeOf(names []string) (bytes int64, known bool) {
	files := 0
	for _, name := range names {
		err := filepath.WalkDir(name, func(path string, entry fs.DirEntry, err error) error {
			switch files++; {
			case err != nil:
				return fs.SkipDir // load will tell
			case files > load.MaxFiles:
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
		if err != nil || name == load.Stdin {
			return 0, false
		}
	}
	return bytes, known && files <= load.MaxFiles
}
