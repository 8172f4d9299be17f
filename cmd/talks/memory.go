package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
)

// How much memory a catalog may take before the garbage collector works
// harder: what the program takes by itself, and a multiple of the files.
// Text, talks and index of 100,000 generated talks (105 MiB) are 249 MiB when
// all is loaded, 2.4 times the files. Left alone, the collector lets the heap
// grow to 434 MiB on the way; with this limit it was 305 MiB, and loading took
// no longer (2026-11-23, 2 cores).
const (
	memoryFloor  = 40 << 20
	memoryFactor = 2.25
)

// limitMemory sets the collector's limit for files of these names. It is a
// soft one: what does not fit is still loaded.
func limitMemory(names []string) {
	debug.SetMemoryLimit(memoryFloor + int64(memoryFactor*float64(sizeOf(names))))
}

// sizeOf is the size of the named files and of those in the named folders, in
// bytes. What cannot be seen counts nothing: to read it fails, or is told later.
func sizeOf(names []string) (bytes int64) {
	for _, name := range names {
		_ = filepath.WalkDir(name, func(path string, _ fs.DirEntry, err error) error {
			if err != nil {
				return fs.SkipAll
			}
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				bytes += info.Size()
			}
			return nil
		})
	}
	return bytes
}
