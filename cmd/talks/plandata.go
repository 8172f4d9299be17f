package main

import (
	"encoding/csv"
	"io"
	"strings"
	"time"

	"talks/catalog"
	"talks/catalog/export"
	"talks/catalog/plan"
)

// writePlanCSV writes the talks of a plan as a table with a heading. Clashes are
// ids.
func writePlanCSV(w io.Writer, p *plan.Plan) error {
	table := csv.NewWriter(w)
	rows := [][]string{{"id", "state", "day", "start", "end", "title", "speakers", "room", "track", "conference", "clashes", "note"}}
	add := func(i *plan.Item) {
		t, out := i.Talk, newItemJSON(i)
		day := ""
		if date := t.Slot.Date(); !date.IsZero() {
			day = date.Format(time.DateOnly)
		}
		var clashes []string
		for _, c := range out.Clashes {
			clashes = append(clashes, c.ID)
		}
		rows = append(rows, []string{t.ID, out.State, day, out.Start, out.End, t.Title, t.Text(catalog.Speakers), t.Slot.Room, t.Slot.Track, t.Conference, strings.Join(clashes, " "), out.Note})
	}
	for _, day := range p.Days {
		for _, l := range day.Lines {
			if l.Item != nil {
				add(l.Item)
			}
		}
	}
	for _, i := range p.Rest {
		add(i)
	}
	return table.WriteAll(rows)
}

// A planJSON is a plan as JSON.
type planJSON struct {
	Days []dayJSON  `json:"days"`
	Rest []itemJSON `json:"rest"` // whose day is not known
}

type dayJSON struct {
	Date  string     `json:"date"`
	Talks []itemJSON `json:"talks"`
	Gaps  []gapJSON  `json:"gaps"`
}

// An itemJSON is a talk of a plan.
type itemJSON struct {
	export.Talk
	State   string      `json:"state"`
	End     string      `json:"end,omitempty"` // as start; a guess where the file gives none
	Note    string      `json:"note,omitempty"`
	Clashes []clashJSON `json:"clashes,omitempty"`
}

// A clashJSON is another talk of the plan; walk is true if only the walk is too far.
type clashJSON struct {
	ID   string `json:"id"`
	Walk bool   `json:"walk,omitempty"`
}

type gapJSON struct {
	Start   string   `json:"start"`
	End     string   `json:"end"`
	Minutes int      `json:"minutes"`
	Fits    []string `json:"fits"` // ids
}

func newItemJSON(i *plan.Item) itemJSON {
	out := itemJSON{Talk: export.NewTalk(i.Talk), State: i.Mark.State.String(), End: export.Time(i.End), Note: i.Mark.Note}
	for _, other := range i.Clashes {
		out.Clashes = append(out.Clashes, clashJSON{other.Talk.ID, !i.Overlaps(other)})
	}
	return out
}

func writePlanJSON(w io.Writer, p *plan.Plan) error {
	out := planJSON{Days: []dayJSON{}, Rest: []itemJSON{}}
	for _, day := range p.Days {
		d := dayJSON{Date: day.Date.Format(time.DateOnly), Talks: []itemJSON{}, Gaps: []gapJSON{}}
		for _, l := range day.Lines {
			if l.Item != nil {
				d.Talks = append(d.Talks, newItemJSON(l.Item))
				continue
			}
			gap := gapJSON{export.Time(l.Gap.Start), export.Time(l.Gap.End), int(l.Gap.End.Sub(l.Gap.Start) / time.Minute), []string{}}
			for _, t := range l.Gap.Fits {
				gap.Fits = append(gap.Fits, t.ID)
			}
			d.Gaps = append(d.Gaps, gap)
		}
		out.Days = append(out.Days, d)
	}
	for _, i := range p.Rest {
		out.Rest = append(out.Rest, newItemJSON(i))
	}
	return export.WriteJSON(w, out, "  ")
}
