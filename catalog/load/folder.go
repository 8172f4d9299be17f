package load

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"talks/catalog"
)

// A source is a document that is yet to be read.
type source struct {
	name   string
	read   func() catalog.Document
	alone  bool   // named itself, not found in a folder
	lastOf string // the named folder whose last source it is, or ""
}

// find turns names into sources without reading any, in the order of the
// names and, in a folder, of its files.
func find(names []string, stdin io.Reader) []source {
	var sources []source
	for _, name := range names {
		if name == Stdin {
			sources = append(sources, source{name: standardInput, alone: true, read: func() catalog.Document { return read(standardInput, stdin, 0) }})
			continue
		}
		info, err := os.Stat(name)
		switch {
		case err != nil:
			sources = append(sources, source{name: name, alone: true, read: func() catalog.Document { return failed(name, err) }})
		case info.IsDir():
			sources = folder(name, sources)
		default:
			sources = append(sources, source{name: name, alone: true, read: func() catalog.Document { return file(name, info) }})
		}
	}
	return sources
}

// folder adds every file below a folder, in the order of their names. Names
// that start with a dot are left out, as in a listing. Links are followed,
// but not back to a folder above.
func folder(name string, sources []source) []source {
	w := walker{sources: sources, room: MaxFiles}
	w.walk(name, nil)
	if w.room < 0 {
		w.add(name, func() catalog.Document {
			return problem(name, fmt.Sprintf("more than %d files, the rest is left out", MaxFiles), "name the files, or a folder with fewer")
		})
	}
	if len(w.sources) == len(sources) {
		return append(w.sources, source{name: name, alone: true, read: func() catalog.Document { return noTalks(name) }})
	}
	w.sources[len(w.sources)-1].lastOf = name
	return w.sources
}

// A walker gathers the files below a folder.
type walker struct {
	sources []source
	room    int // how many more files and folders may be looked at; negative: some were not
}

func (w *walker) add(name string, read func() catalog.Document) {
	w.sources = append(w.sources, source{name: name, read: read})
}

// walk adds the files below a folder; above are the folders it lies in.
func (w *walker) walk(name string, above []fs.FileInfo) {
	if w.room--; w.room < 0 {
		return
	}
	here, err := os.Stat(name)
	if err != nil {
		w.add(name, func() catalog.Document { return failed(name, err) })
		return
	}
	for _, a := range above {
		if os.SameFile(a, here) {
			w.add(name, func() catalog.Document {
				return problem(name, "a link back to a folder above it, not followed", "")
			})
			return
		}
	}
	entries, err := os.ReadDir(name)
	if err != nil {
		w.add(name, func() catalog.Document { return failed(name, err) })
		return
	}
	above = append(above[:len(above):len(above)], here)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		path := filepath.Join(name, e.Name())
		info, err := os.Stat(path) // follows a link, as e.Info would not
		if err == nil && info.IsDir() {
			w.walk(path, above)
			continue
		}
		if w.room--; w.room < 0 {
			return
		}
		if err != nil {
			w.add(path, func() catalog.Document { return failed(path, err) })
			continue
		}
		w.add(path, func() catalog.Document { return file(path, info) })
	}
}
