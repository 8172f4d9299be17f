package main

import (
	"cmp"
	"context"
	"errors"
	"os"
	"runtime"
	"sync"
	"time"

	"talks/catalog"
	"talks/catalog/marks"
	"talks/cmd/talks/browser"
	"talks/cmd/talks/clipboard"
	"talks/cmd/talks/hint"
	"talks/cmd/talks/place"
	"talks/cmd/talks/screen"
	"talks/cmd/talks/tty"
	"talks/tui"
)

type browseOptions struct {
	query       string
	noMouse     bool
	light, dark bool
	zone        string
	now         string
	marks       string
	friends     []string
	walk        time.Duration
	fresh       bool
}

// browse opens the screen. If standard output is no terminal that can be drawn
// on, it prints the talks as list does or, with a query, as search does.
func browse(ctx context.Context, files []string, o browseOptions, s streams) error {
	zone, err := zoneOf(o.zone)
	if err != nil {
		return err
	}
	now, err := nowOf(o.now)
	if err != nil {
		return err
	}
	if err := checkWalk(o.walk); err != nil {
		return err
	}
	switch {
	case tty.Is(s.out) && tty.CanDraw(runtime.GOOS, os.Getenv):
	case o.query != "":
		return (&printer{now: o.now, marks: o.marks, friends: o.friends}).search(ctx, o.query, files, s)
	default:
		return new(printer).list(files, s)
	}
	if files, s, err = s.resolve(files); err != nil {
		return err
	}
	return o.show(ctx, files, zone, now, s)
}

// show opens the screen where the user left it, and keeps where they leave it now.
func (o browseOptions) show(ctx context.Context, files []string, zone *time.Location, now func([]*catalog.Talk) time.Time, s streams) error {
	friends, err := readFriends(o.friends, s)
	if err != nil {
		return err
	}
	done := sayIfSlow(s.err, readingLine(files))
	loading, err := startLoader(ctx, files, s.in)
	done()
	if err != nil {
		return err
	}
	first, _ := loading.next()
	store := sync.OnceValues(func() (*marks.Store, error) {
		store, err := openMarks(o.marks)
		store.SetFriends(friends)
		return store, err
	})
	state, here := place.Path(os.Getenv), place.Of(files)
	at, history := place.Read(state, here)
	if o.fresh {
		at = tui.Place{}
	}
	model := tui.New(tui.Options{
		Catalog:  first.Catalog,
		Progress: first.Progress,
		Next:     loading.next,
		Reload:   reloader(files),
		Query:    o.query,
		Place:    at,
		History:  history,
		NoMouse:  o.noMouse || os.Getenv("STY") != "", // GNU screen holds esc back while it waits for the mouse
		ASCII:    !tty.IsUTF8(os.Getenv),
		Light:    o.light,
		Dark:     o.dark,
		Zone:     zone,
		Clock:    now,
		Marks:    store,
		Walk:     o.walk,
		Edit:     editor(os.Getenv),
		Follow:   browser.Follow,

		Clipboard: clipboard.Copy,
	})
	err = screen.Run(model, screen.Options{
		AtOnce:          o.query+at.Query == "", // with a query, the first frame would show what it does not find
		BackgroundKnown: o.light || o.dark,
	})
	if errors.Is(err, screen.ErrBug) {
		return cmp.Or(err, saveMarks(store))
	}
	at, asked := model.Left()
	lost := saveMarks(store)
	_ = place.Write(state, here, at, asked) // if that fails, nothing of the user's is lost
	return cmp.Or(err, lost)
}

// zoneOf returns the zone that times are shown in: nil for the zone of each
// talk, the user's own, or a named one.
func zoneOf(name string) (*time.Location, error) {
	switch name {
	case "", "talk":
		return nil, nil
	case "local":
		return time.Local, nil
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, hint.New("unknown time zone "+name, "--tz takes local, talk, or a name as Europe/Brussels")
	}
	return zone, nil
}
