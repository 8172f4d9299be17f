package load

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"talks/catalog"
	"talks/catalog/parse"
	"talks/catalog/parse/clean"
)

// file reads one file that is no folder.
func file(name string, info fs.FileInfo) catalog.Document {
	switch mode := info.Mode(); {
	case mode&fs.ModeNamedPipe != 0 && !isDescriptor(name):
		return problem(name, "a named pipe, which may never end", "pass it on standard input: talks - < "+name)
	case mode&fs.ModeSocket != 0:
		return problem(name, "a socket, not a file", "")
	case mode&fs.ModeDevice != 0 && !isDescriptor(name):
		return problem(name, "a device, not a file", "")
	case info.Size() > MaxFile:
		return tooLarge(name)
	}
	f, err := os.Open(name)
	if err != nil {
		return failed(name, err)
	}
	defer f.Close()
	return read(name, f, info.Size())
}

// isDescriptor tells the names a shell gives to the output of a command,
// talks <(curl …): pipes with a writer, safe to read.
func isDescriptor(name string) bool {
	return strings.HasPrefix(name, "/dev/fd/") || strings.HasPrefix(name, "/proc/self/fd/")
}

// read reads one document to its end, or to the limit. The size in bytes is
// what it is expected to have, so that it is not copied while it grows.
func read(name string, r io.Reader, size int64) catalog.Document {
	var b bytes.Buffer
	b.Grow(int(min(size, MaxFile)) + bytes.MinRead)
	_, err := b.ReadFrom(io.LimitReader(r, MaxFile+1))
	data := b.Bytes()
	switch {
	case err != nil:
		return failed(name, err)
	case len(data) > MaxFile:
		return tooLarge(name)
	case len(data) == 0:
		return problem(name, "the file is empty", "")
	}
	doc := parse.Document(shown(name), data)
	if doc.Name == "" && len(doc.Talks) > 0 {
		doc.Name = filepath.Base(doc.File)
	}
	return doc
}

// failed words the error of a system call the way a reader would.
func failed(name string, err error) catalog.Document {
	switch {
	case name == "":
		return problem(`""`, "an empty file name", "")
	case errors.Is(err, fs.ErrNotExist):
		return problem(name, "no such file", "")
	case errors.Is(err, fs.ErrPermission):
		return problem(name, "no permission to read it", "")
	case errors.Is(err, syscall.ELOOP):
		return problem(name, "a link that leads back to itself", "")
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return problem(name, err.Error(), "")
}

func tooLarge(name string) catalog.Document {
	return problem(name, fmt.Sprintf("larger than %d MiB", MaxFile>>20), "split it, or leave out what is no schedule")
}

func problem(name, what, hint string) catalog.Document {
	name = shown(name)
	return catalog.Document{File: name, Problems: []catalog.Problem{{File: name, What: what, Hint: hint}}}
}

// shown is a file's name as it may be printed.
func shown(name string) string { return clean.Line(filepath.Clean(name)) }
