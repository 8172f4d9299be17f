package load

import (
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

// readFile reads a file that is no folder. named reports whether the user named
// it, rather than a folder it is in.
//
// A file is judged twice, by its name and once it is open: between the two,
// another may have taken its place. It is opened without waiting for the writer
// of a pipe.
func readFile(name string, info fs.FileInfo, named bool, p *preview, b *budget) catalog.Document {
	trusted := named && isDescriptor(name)
	if doc, refused := refuse(name, info, trusted); refused {
		return doc
	}
	f, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return unreadable(name, err)
	}
	defer f.Close()
	if info, err = f.Stat(); err != nil {
		return unreadable(name, err)
	}
	if doc, refused := refuse(name, info, trusted); refused {
		return doc
	}
	defer b.begin(textSize(f, info.Size()))()
	if !b.take(0) {
		return leftOut(name)
	}
	return read(name, f, info.Size(), p, b)
}

// textSize returns the most bytes of text that a file of this size holds.
func textSize(f io.ReaderAt, size int64) int64 {
	head := make([]byte, 3)
	if _, err := f.ReadAt(head, 0); err == nil && parse.IsPacked(head) {
		return parse.MaxUnpacked(size)
	}
	return size
}

// refuse refuses what may never end, is too large or is empty. A file of the
// kernel's (/proc/kmsg) says that it is empty, and may make its reader wait. A
// pipe is refused unless it is trusted to have a writer.
func refuse(name string, info fs.FileInfo, trusted bool) (doc catalog.Document, refused bool) {
	switch mode := info.Mode(); {
	case mode.IsRegular() && info.Size() > maxFile:
		return tooLarge(name), true
	case mode.IsRegular() && info.Size() == 0:
		return withProblem(name, "the file is empty", ""), true
	case mode.IsRegular(), mode&fs.ModeNamedPipe != 0 && trusted:
		return doc, false
	case mode&fs.ModeNamedPipe != 0:
		return withProblem(name, "a named pipe, which may never end", "pass it on standard input: talks - < "+printable(name)), true
	case mode&fs.ModeSocket != 0:
		return withProblem(name, "a socket, not a file", ""), true
	case mode&fs.ModeDevice != 0:
		return withProblem(name, "a device, not a file", ""), true
	}
	return withProblem(name, "not a file", ""), true
}

// isDescriptor reports whether a name is one that a shell gives to the output
// of a command, as in talks <(curl …): a pipe with a writer, safe to read.
func isDescriptor(name string) bool {
	return name == "/dev/stdin" || strings.HasPrefix(name, "/dev/fd/") || strings.HasPrefix(name, "/proc/self/fd/")
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
