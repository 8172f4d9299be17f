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

// maxFile is how many bytes of one file or of standard input are read: enough
// for a hundred thousand talks with long abstracts, and little enough to be
// held in memory.
const maxFile = 256 << 20

// readFile reads a file that is no folder.
func readFile(name string, info fs.FileInfo) catalog.Document {
	switch mode := info.Mode(); {
	case mode&fs.ModeNamedPipe != 0 && !isDescriptor(name):
		return withProblem(name, "a named pipe, which may never end", "pass it on standard input: talks - < "+printable(name))
	case mode&fs.ModeSocket != 0:
		return withProblem(name, "a socket, not a file", "")
	case mode&fs.ModeDevice != 0 && !isDescriptor(name):
		return withProblem(name, "a device, not a file", "")
	case info.Size() > maxFile:
		return tooLarge(name)
	}
	f, err := os.Open(name)
	if err != nil {
		return unreadable(name, err)
	}
	defer f.Close()
	return read(name, f, info.Size())
}

// isDescriptor reports whether a name is one that a shell gives to the output
// of a command, as in talks <(curl …): a pipe with a writer, safe to read.
func isDescriptor(name string) bool {
	return strings.HasPrefix(name, "/dev/fd/") || strings.HasPrefix(name, "/proc/self/fd/")
}

// read reads one document to its end or to the limit. size is the number of
// bytes to expect; the buffer starts with room for them.
func read(name string, r io.Reader, size int64) catalog.Document {
	var b bytes.Buffer
	b.Grow(int(min(size, maxFile)) + bytes.MinRead)
	_, err := b.ReadFrom(io.LimitReader(r, maxFile+1))
	data := b.Bytes()
	switch {
	case err != nil:
		return unreadable(name, err)
	case len(data) > maxFile:
		return tooLarge(name)
	case len(data) == 0:
		return withProblem(name, "the file is empty", "")
	}
	doc := parse.Document(printable(name), data)
	if doc.Name == "" && len(doc.Talks) > 0 {
		doc.Name = filepath.Base(doc.File)
	}
	return doc
}

// unreadable reports the error of a system call in the words of a user.
func unreadable(name string, err error) catalog.Document {
	switch {
	case name == "":
		return withProblem(`""`, "an empty file name", "")
	case errors.Is(err, fs.ErrNotExist):
		return withProblem(name, "no such file", "")
	case errors.Is(err, fs.ErrPermission):
		return withProblem(name, "no permission to read it", "")
	case errors.Is(err, syscall.ELOOP):
		return withProblem(name, "a link that leads back to itself", "")
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return withProblem(name, err.Error(), "")
}

func tooLarge(name string) catalog.Document {
	return withProblem(name, fmt.Sprintf("larger than %d MiB", maxFile>>20), "split it, or leave out what is no schedule")
}

func noTalks(folder string) catalog.Document {
	return withProblem(folder, "no talks in this folder", "name a schedule file, or a folder that has some")
}

// withProblem returns a document without talks and with one problem.
func withProblem(name, what, hint string) catalog.Document {
	name = printable(name)
	return catalog.Document{File: name, Problems: []catalog.Problem{{File: name, What: what, Hint: hint}}}
}

// printable returns a file's name as it may be printed.
func printable(name string) string { return clean.Line(filepath.Clean(name)) }
