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

// maxFiles is how many files and folders below a named folder are looked at.
const maxFiles = 10_000

// standardInput is the name of the document that standard input gives.
const standardInput = "standard input"

// find turns names into sources without reading any, in the order of the
// names and, within a folder, of its files.
func find(names []string, stdin io.Reader) []source {
	var sources []source
	for _, name := range names {
		if name == Stdin {
			sources = append(sources, source{name: standardInput, read: func(p *preview, b *budget) catalog.Document { return read(standardInput, stdin, 0, p, b) }})
			continue
		}
		info, err := os.Stat(name)
		switch {
		case err != nil && isURL(name):
			sources = append(sources, finished(name, refuseURL(name)))
		case err != nil:
			sources = append(sources, finished(name, unreadable(name, err)))
		case info.IsDir():
			sources = append(sources, findBelow(name)...)
		default:
			sources = append(sources, source{name: name, read: func(p *preview, b *budget) catalog.Document { return readFile(name, info, true, p, b) }})
		}
	}
	return sources
}

// findBelow finds every file below a folder, in the order of their names, at
// least one source in all. Names that start with a dot are left out, as in a
// listing. Links are followed, but not back to a folder above.
func findBelow(folder string) []source {
	w := walk{folder: folder, left: maxFiles}
	w.enter(folder, nil)
	if w.left < 0 { // said before what else is wrong, which may be much
		w.report(folder, fmt.Sprintf("more than %d files, the rest is left out", maxFiles), "name the files, or a folder with fewer")
		w.sources = append(w.sources[len(w.sources)-1:], w.sources[:len(w.sources)-1]...)
	}
	if len(w.sources) == 0 {
		return []source{finished(folder, noTalks(folder))}
	}
	w.sources[len(w.sources)-1].last = true
	return w.sources
}

// A walk gathers the files below a folder.
type walk struct {
	folder  string
	sources []source
	left    int // how many more files and folders may be looked at; negative: there were more
}

func (w *walk) add(s source) {
	s.folder = w.folder
	w.sources = append(w.sources, s)
}

func (w *walk) report(name, what, hint string) { w.add(finished(name, withProblem(name, what, hint))) }

func (w *walk) reportError(name string, err error) { w.add(finished(name, unreadable(name, err))) }

// enter adds the files below a folder; above are the folders it lies in.
func (w *walk) enter(folder string, above []fs.FileInfo) {
	if w.left--; w.left < 0 {
		return
	}
	here, err := os.Stat(folder)
	if err != nil {
		w.reportError(folder, err)
		return
	}
	for _, a := range above {
		if os.SameFile(a, here) {
			w.report(folder, "a link back to a folder above it, not followed", "")
			return
		}
	}
	if isPseudo(folder) {
		w.report(folder, "holds the state of the system, left out", "")
		return
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		w.reportError(folder, err)
		return
	}
	above = append(above[:len(above):len(above)], here)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		name := filepath.Join(folder, e.Name())
		info, err := os.Stat(name) // follows a link, as e.Info would not
		if err == nil && info.IsDir() {
			w.enter(name, above)
			continue
		}
		if w.left--; w.left < 0 {
			return
		}
		if err != nil {
			w.reportError(name, err)
			continue
		}
		w.add(source{name: name, read: func(p *preview, b *budget) catalog.Document { return readFile(name, info, false, p, b) }})
	}
}
