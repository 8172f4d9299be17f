package marks

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/gofrs/flock"

	"talks/catalog"
	"talks/catalog/diff"
)

// longestWait is how long Save waits for another program that writes.
const longestWait = 10 * time.Second

// mostBeside is how many files beside one that cannot be understood are tried.
const mostBeside = 99

// Open reads the marks of a file, which need not exist. The store can be used
// whatever the error says: a file that cannot be read stays as it is, and what is
// marked is kept in memory until a Save succeeds. An empty path is no file, and
// Save does nothing. Now is the clock.
func Open(path string, now func() time.Time) (*Store, error) {
	s := &Store{now: now, opened: path, path: path, changed: make(map[string]*entry), since: make(map[*catalog.Talk]string), skipped: make(map[*catalog.Talk]bool), notes: make(map[*catalog.Talk]string)}
	err := s.use(func(path string) error {
		c, err := read(path)
		if err == nil {
			s.written = c
		}
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	})
	return s, err
}

// use calls a function with the store's file or, as long as that one cannot be
// understood, with files beside it: "marks-2.toml". The error tells that, too.
func (s *Store) use(do func(path string) error) error {
	path := s.Path()
	var first *BesideError
	for n := 2; ; n++ {
		err := do(path)
		var odd *garbled
		switch {
		case errors.As(err, &odd) && n <= mostBeside:
			if first == nil {
				first = &BesideError{path: path, err: err}
			}
			path = beside(s.opened, n)
			continue
		case err != nil:
			return unkept(path, err)
		case first == nil:
			return nil
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		s.path, first.kept = path, path
		return first
	}
}

// A BesideError says that a file cannot be understood and stays as it is, and in
// which file beside it the marks are kept.
type BesideError struct {
	path, kept string
	err        error
}

func (e *BesideError) Error() string {
	return fmt.Sprintf("%s: %v; left as it is, marks are kept in %s", e.path, e.err, e.kept)
}

func (e *BesideError) Unwrap() error { return e.err }

// unkept is the error of a file that could not be read or written.
func unkept(path string, err error) error {
	var at *fs.PathError
	var link *os.LinkError
	switch { // both name a temporary file
	case errors.As(err, &at):
		err = at.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return fmt.Errorf("%s: %w; marks are kept in memory", path, err)
}

// Save writes what has changed since the last Save, if anything, and takes over
// what others have written meanwhile. When it returns nil, the file is safe on the
// disk. After an error the changes stay, and the next Save tries again; they are
// written, but to another file, if the file cannot be understood any more: see
// Path.
func (s *Store) Save(ctx context.Context) error {
	if s.opened == "" {
		return nil
	}
	s.saving.Lock()
	defer s.saving.Unlock()
	ctx, cancel := context.WithTimeout(ctx, longestWait)
	defer cancel()
	return s.use(func(path string) error {
		path = target(path)
		elsewhere := path != target(s.Path())
		w := s.begin(elsewhere)
		if elsewhere || len(w.ours) > 0 || w.hidden != nil {
			return s.write(ctx, path, w)
		}
		theirs, err := read(path)
		if err == nil {
			s.finish(w, theirs)
		}
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	})
}

// write merges changes into a file.
func (s *Store) write(ctx context.Context, path string, w writing) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	if _, err := os.Stat(lockOf(path)); err != nil { // nobody has written it: is it ours to write?
		if err := writable(path); err != nil {
			return err
		}
	}
	unlock, err := lock(ctx, path)
	if err != nil {
		return err
	}
	defer unlock()
	theirs, err := read(path)
	missing := errors.Is(err, fs.ErrNotExist)
	if err != nil && !missing {
		return err
	}
	if missing { // nobody has unmarked all that
		theirs = w.before
		theirs.entries = maps.Clone(theirs.entries)
	}
	w.mergeInto(&theirs)
	data, err := theirs.encode()
	if err != nil {
		return err
	}
	if err := replace(path, data); err != nil {
		return err
	}
	s.finish(w, theirs)
	return nil
}

// A writing is what one Save writes.
type writing struct {
	before contents // what the file had before the changes
	ours   map[string]*entry
	hidden *Hidden
}

// begin takes what is to be written. To another file, that is everything.
func (s *Store) begin(elsewhere bool) writing {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !elsewhere {
		return writing{before: s.written, ours: maps.Clone(s.changed), hidden: s.hidden}
	}
	w := writing{before: contents{other: s.written.other}, ours: make(map[string]*entry), hidden: cmp.Or(s.hidden, &s.written.hidden)}
	maps.Copy(w.ours, s.written.entries)
	maps.Copy(w.ours, s.changed)
	return w
}

// mergeInto merges what is to be written into what the file has.
func (w *writing) mergeInto(c *contents) {
	if c.entries == nil {
		c.entries = make(map[string]*entry)
	}
	for key, ours := range w.ours {
		c.entries[key] = merge(w.before.entries[key], ours, c.entries[key])
	}
	maps.DeleteFunc(c.entries, func(_ string, e *entry) bool { return e.isEmpty() })
	if w.hidden != nil {
		c.hidden = mergeHidden(w.before.hidden, *w.hidden, c.hidden)
	}
}

// finish takes over what the file has, and keeps what was changed meanwhile for the
// next Save.
func (s *Store) finish(w writing, c contents) {
	s.adopt(w, c)
	had := func(key string) Mark { return cmp.Or(w.ours[key], w.before.entries[key], &entry{}).mark }
	for key, e := range c.entries {
		if e.mark != had(key) { // another program's
			s.Bind(s.bound())
			return
		}
	}
	for key := range w.before.entries {
		if c.entries[key] == nil && had(key) != (Mark{}) {
			s.Bind(s.bound())
			return
		}
	}
}

func (s *Store) adopt(w writing, c contents) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, t := range s.binding.gone { // which may be on the screen
		key := s.binding.keys[t]
		if e := c.entries[key]; e != nil && diff.Changes(t, e.talk) == nil {
			kept := *e
			kept.talk = t
			c.entries[key] = &kept
		}
	}
	for key, now := range s.changed {
		if w.ours[key] == now {
			delete(s.changed, key)
			continue
		}
		s.changed[key] = merge(cmp.Or(w.ours[key], s.written.entries[key]), now, c.entries[key])
	}
	switch {
	case s.hidden == w.hidden:
		s.hidden = nil
	case s.hidden != nil:
		merged := mergeHidden(*cmp.Or(w.hidden, &s.written.hidden), *s.hidden, c.hidden)
		s.hidden = &merged
	}
	s.written = c
	s.version++
}

// target follows the links that a name leads through, so that they stay.
func target(path string) string {
	const most = 40
	for range most {
		link, err := os.Readlink(path)
		if err != nil {
			break
		}
		if !filepath.IsAbs(link) {
			link = filepath.Join(filepath.Dir(path), link)
		}
		path = link
	}
	return path
}

// writable returns why a file is not to be written, if it is there.
func writable(path string) error {
	_, err := read(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if info, statErr := os.Stat(path); err == nil && statErr == nil && info.Mode().Perm()&0o200 == 0 {
		return errReadOnly
	}
	return err
}

var errReadOnly = errors.New("is read-only")

// lockOf is the file that is locked while another is written.
func lockOf(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
}

// lock keeps other programs from writing a file. The lock's own file stays, as
// others may wait for it.
func lock(ctx context.Context, path string) (unlock func(), err error) {
	l := flock.New(lockOf(path))
	_, err = l.TryLockContext(ctx, 5*time.Millisecond)
	switch {
	case errors.Is(err, errors.ErrUnsupported): // by this file system
		return func() {}, nil
	case errors.Is(err, context.DeadlineExceeded):
		return nil, errors.New("another program writes it and does not end")
	case err != nil:
		return nil, err
	}
	return func() { _ = l.Close() }, nil
}

// replace writes a file so that it is the old one or the new one at any moment,
// whole. The packages for this either are not for Windows or hide the cause of an
// error, and none writes the folder to the disk.
func replace(path string, data []byte) (err error) {
	mode := fs.FileMode(0o600)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	if mode&0o200 == 0 {
		return errReadOnly
	}
	temporary := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".new")
	if err := os.Remove(temporary); err != nil && !errors.Is(err, fs.ErrNotExist) { // of a program that was killed
		return err
	}
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_, _ = f.Close(), os.Remove(temporary)
		}
	}()
	if _, err := f.Write(data); err != nil {
		return err
	}
	if err := f.Chmod(mode); err != nil && runtime.GOOS != "windows" {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := os.Rename(temporary, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// syncFolder writes to the disk which files a folder has; Windows does that by
// itself.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	defer folder.Close()
	return folder.Sync()
}
