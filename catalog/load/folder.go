package load

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"talks/catalog"
)

// folder reads every file below a folder, in the order of their names. Names
// that start with a dot are left out, as in a listing. Links are followed,
// but not back to a folder above.
func folder(name string) []catalog.Document {
	docs := walk(name, nil)
	for _, d := range docs {
		if len(d.Talks) > 0 {
			return docs
		}
	}
	return append(docs, problem(name, "no talks in this folder", "name a schedule file, or a folder that has some"))
}

// walk reads the files below a folder; above are the folders it lies in.
func walk(name string, above []fs.FileInfo) []catalog.Document {
	here, err := os.Stat(name)
	if err != nil {
		return []catalog.Document{failed(name, err)}
	}
	for _, a := range above {
		if os.SameFile(a, here) {
			return []catalog.Document{problem(name, "a link back to a folder above it, not followed", "")}
		}
	}
	entries, err := os.ReadDir(name)
	if err != nil {
		return []catalog.Document{failed(name, err)}
	}
	above = append(above[:len(above):len(above)], here)
	var docs []catalog.Document
	for _, e := range entries {
		path := filepath.Join(name, e.Name())
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		info, err := os.Stat(path) // follows a link, as e.Info would not
		switch {
		case err != nil:
			docs = append(docs, failed(path, err))
		case info.IsDir():
			docs = append(docs, walk(path, above)...)
		default:
			docs = append(docs, file(path, info))
		}
	}
	return docs
}
