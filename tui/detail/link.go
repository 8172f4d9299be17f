package detail

import (
	"fmt"
	"strings"

	"talks/catalog"
	"talks/tui/text"
)

// A hiddenAddress is what is left out of an address within a text. It is found
// in the list of links instead.
type hiddenAddress struct {
	number int // of the link
	field  catalog.Field
	at     text.Range // in the field
	from   int        // offset in the shortened address
}

// prose writes a text of a field in which numbers stand for web addresses.
func (w *contentWriter) prose(f catalog.Field, s string) {
	w.add(body, "")
	at := 0
	for _, m := range mentions(s) {
		w.piece(f, s, text.Range{Start: at, End: m.cut.Start})
		w.piece(f, s, m.shown)
		n := w.number(catalog.Link{URL: s[m.Start:m.End]})
		start := w.b.Len()
		fmt.Fprintf(&w.b, "[%d]", n)
		w.made.marks = append(w.made.marks, Lead{Range: text.Range{Start: start, End: w.b.Len()}, Link: n})
		address := shortened(s, m.Range)
		hidden := text.Range{Start: max(m.shown.End, address.Start), End: address.End}
		w.hidden = append(w.hidden, hiddenAddress{n, f, hidden, hidden.Start - address.Start})
		at = m.cut.End
	}
	w.piece(f, s, text.Range{Start: at, End: len(s)})
}

// piece writes a part of a text of a field.
func (w *contentWriter) piece(f catalog.Field, s string, r text.Range) {
	start := w.b.Len()
	w.b.WriteString(s[r.Start:r.End])
	w.made.fields = append(w.made.fields, fieldRange{field: f, Range: text.Range{Start: start, End: w.b.Len()}, from: r.Start})
}

// number is the number of a link; one that is not known yet gets the next.
func (w *contentWriter) number(l catalog.Link) int {
	address := shortened(l.URL, text.Range{End: len(l.URL)})
	key := l.URL[address.Start:address.End]
	n, known := w.numbers[key]
	if !known {
		w.made.Links = append(w.made.Links, l)
		n = len(w.made.Links)
		w.numbers[key] = n
	} else if l.Title != "" || l.Kind != catalog.LinkPage {
		w.made.Links[n-1].Title, w.made.Links[n-1].Kind = l.Title, l.Kind
	}
	return n
}

// links writes where the talk leads to: the addresses of the texts, then those
// that the file gives besides.
func (w *contentWriter) links(t *catalog.Talk) {
	for _, l := range t.Links {
		w.number(l)
	}
	if len(w.made.Links) == 0 {
		return
	}
	w.heading("Links")
	start := w.b.Len()
	if w.b.WriteString("  o"); len(w.made.Links) > 1 {
		w.b.WriteString(", or o and the number")
	}
	w.made.faint = append(w.made.faint, text.Range{Start: start, End: w.b.Len()})
	starts := make([]int, len(w.made.Links)) // of the addresses
	for i, l := range w.made.Links {
		start := w.add(body, fmt.Sprintf("[%d]", i+1))
		w.made.marks = append(w.made.marks, Lead{Range: text.Range{Start: start, End: w.b.Len()}, Link: i + 1})
		w.b.WriteByte(' ')
		if label := LinkLabel(l); label != "" {
			w.b.WriteString(label + "  ")
		}
		starts[i] = w.b.Len()
		w.b.WriteString(ShortAddress(l.URL))
		w.made.faint = append(w.made.faint, text.Range{Start: starts[i], End: w.b.Len()})
		w.made.leads = append(w.made.leads, Lead{Range: text.Range{Start: start, End: w.b.Len()}, Link: i + 1})
	}
	for _, h := range w.hidden {
		r := shift(h.at, starts[h.number-1]+h.from-h.at.Start)
		w.made.fields = append(w.made.fields, fieldRange{field: h.field, Range: r, from: h.at.Start})
	}
}

// ShortAddress is an address without the scheme of the web.
func ShortAddress(url string) string {
	r := shortened(url, text.Range{End: len(url)})
	return url[r.Start:r.End]
}

// LinkLabel is what a link is called: its title, with its kind unless that goes
// without saying.
func LinkLabel(l catalog.Link) string {
	kind := kindName(l.Kind)
	switch {
	case l.Title == "" || l.Title == l.URL:
		return kind
	case kind == "" || strings.Contains(strings.ToLower(l.Title), kind):
		return l.Title
	}
	return kind + ": " + l.Title
}

// kindName is what a kind of link is called, "" if it is any page.
func kindName(k catalog.LinkKind) string {
	switch k {
	case catalog.LinkSlides:
		return "slides"
	case catalog.LinkRecording:
		return "recording"
	case catalog.LinkFeedback:
		return "feedback"
	}
	return ""
}
