package tui

import (
	"errors"
	"testing"

	"talks/catalog"
)

// again starts another browser where one has been left.
func (d *driver) again(o Options) *driver {
	d.t.Helper()
	o.Place, _ = d.m.Left()
	return drive(d.t, o, 120, 36)
}

// The query, the talk and the order are there tomorrow, and the reader where it was.
func TestPlace(t *testing.T) {
	o := Options{Catalog: twoDays()}
	d := drive(t, o, 120, 36)
	if at, asked := d.m.Left(); at != (Place{}) || asked != nil {
		t.Errorf("got %+v, %q", at, asked)
	}
	d.keys("S", "j", "j")
	d.shows("by title")
	title := d.selected()
	d = d.again(o)
	d.shows("by title", "3 of 20")
	d.selects(title)

	d.typed("/in")
	d.keys("esc", "j", "j", "S")
	title = d.selected()
	d.shows("by time")
	d = d.again(o)
	d.asks("in")
	d.isIn(inList)
	d.selects(title)
	d.shows("by time", "as you left it · esc empties the query")
	d.keys("esc")
	d.asks("")
	d.shows("by title", "20 talks")
	d.selects(title)

	// What is asked at the start has its own best hit, and the order of before.
	o.Query = "indexes"
	d = d.again(o)
	d.asks("indexes")
	d.selects("Indexes without tears")
	d.lacks("as you left it")
	o.Query = ""
	d.keys("esc")
	d.shows("by title")

	// The talk is gone, or nobody knows the order.
	o.Place = Place{Talk: "gone", Order: "beauty", Reading: true, Offset: 1 << 40}
	d = drive(t, o, 120, 36)
	d.isIn(inList)
	d.shows("1 of 20")
}

func TestPlaceInTheReader(t *testing.T) {
	o := Options{Catalog: seedCatalog(t), Query: "mesh"}
	d := drive(t, o, 60, 12)
	d.keys("j", "enter", "j", "j", "j")
	title, before := d.selected(), d.m.pager.Top()
	if before == 0 {
		t.Fatal("not scrolled")
	}
	o.Query = ""
	o.Place, _ = d.m.Left()
	d = drive(t, o, 60, 12)
	d.isIn(inReader)
	d.selects(title)
	if d.m.pager.Top() != before {
		t.Errorf("line %d, want %d", d.m.pager.Top(), before)
	}
	d.keys("esc")
	d.asks("mesh")
	// The talk comes later than a key.
	empty := o
	empty.Catalog = catalogOf(catalog.Talk{Title: "Mesh", Abstract: "Mesh."})
	d = drive(t, empty, 60, 12)
	d.isIn(inList)
	d.keys("g")
	d.send(LoadedMsg{Catalog: seedCatalog(t)})
	d.isIn(inList)
	d = drive(t, empty, 60, 12)
	d.send(LoadedMsg{Catalog: seedCatalog(t)})
	d.isIn(inReader)
	d.selects(title)
}

// What was asked comes back into an empty prompt, and can be chosen from a box.
func TestHistory(t *testing.T) {
	d := drive(t, Options{Catalog: seedCatalog(t), History: []string{"rust", "kube"}}, 120, 36)
	d.typed("/mesh")
	d.keys("ctrl+u", "up")
	d.asks("mesh")
	d.keys("up", "up", "up")
	d.asks("rust")
	d.shows("nothing was asked before that")
	d.keys("down", "down", "down")
	d.asks("")
	d.keys("down", "up") // in the list
	d.asks("")
	d.shows("1 of 19")
	d.keys("esc", "/", "up")
	d.asks("mesh")
	d.typed("x")
	d.keys("up") // in the list
	d.asks("meshx")
	d.keys("ctrl+u", "esc", "ctrl+r")
	d.shows("asked before", "meshx", "mesh", "kube", "rust")
	d.typed("ku")
	d.keys("enter")
	d.isIn(inList)
	d.asks("kube")
	if _, asked := d.m.Left(); len(asked) != 3 || asked[2] != "kube" {
		t.Errorf("asked %q", asked)
	}
	d = drive(t, Options{Catalog: seedCatalog(t)}, 120, 36)
	d.keys("/", "up", "down")
	d.asks("")
	d.keys("ctrl+r")
	d.shows("nothing was asked before")
}

// The files are read again: the place stays, the marks too, and what is new is said.
func TestReload(t *testing.T) {
	talks := func(room string, titles ...string) *catalog.Catalog {
		var list []catalog.Talk
		for _, title := range titles {
			list = append(list, catalog.Talk{Title: title, Abstract: "It is about " + title + ".", Conference: "C", Slot: catalog.Slot{Room: room}})
		}
		return catalogOf(list...)
	}
	next, err := talks("Janson", "Apples", "Bears", "Crows"), error(nil)
	d := drive(t, Options{Catalog: next, Reload: func() (*catalog.Catalog, error) { return next, err }}, 120, 36)
	d.keys("j", "j", "s")
	next = talks("H.1302", "Ants", "Apples", "Bears", "Crows")
	d.keys("R")
	d.shows("★┃ Crows", "4 of 4", "1 marked", "read again · 1 new, 0 gone, 3 changed, room 3", "since it was marked · room: H.1302")
	next, err = nil, errors.New("c.xml: no such file")
	d.keys("R")
	d.shows("★┃ Crows", "c.xml: no such file")
	next, err = talks("H.1302", "Ants", "Apples", "Bears"), nil
	d.typed("/is:marked | r")
	d.keys("esc", "R")
	d.asks("is:marked | r")
	d.shows("0 new, 1 gone, 0 changed", "not in this schedule: Crows")
	d.keys("esc", "enter", "R")
	d.isIn(inReader)
	d.shows("0 new, 0 gone, 0 changed")

	d = drive(t, Options{Catalog: next}, 120, 36)
	d.keys("R")
	d.shows("there is no file to read again")
}
