package records

import (
	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/markup"
)

// A lateSlot is when and where the talk of that id is given.
type lateSlot struct {
	id   string
	slot catalog.Slot
}

// timetable reads a day of Hoverboard's timetable, which names the sessions of
// each slot by their ids, room by room: {"date": …, "timeslots": [{"startTime":
// …, "endTime": …, "sessions": [{"items": [id, …]}, …]}], "tracks": [{"title":
// …}, …]}. The rooms are called tracks.
func (r *jsonReader) timetable(raw []byte, line int) {
	var date string
	var slots []byte
	var rooms []string
	for key, value := range fields(raw) {
		switch key {
		case "date":
			date = anyText(value)
		case "timeslots":
			slots = value
		case "tracks":
			for room := range items(value) {
				rooms = append(rooms, markup.Line(draft.Shorten(anyText(room))))
			}
		}
	}
	for slot := range items(slots) {
		e := draft.Event{Line: line}
		e.Text[draft.Day] = date
		var sessions []byte
		for key, value := range fields(slot) {
			switch key {
			case "starttime":
				e.Text[draft.Start] = anyText(value)
			case "endtime":
				e.Text[draft.End] = anyText(value)
			case "sessions":
				sessions = value
			}
		}
		if date != "" && e.Text[draft.Start] != "" && sessions != nil {
			r.CutLong(&e)
			r.takeSlot(r.Slot(&e), sessions, rooms)
		}
	}
}

// takeSlot notes the slot of the sessions in each room.
func (r *jsonReader) takeSlot(slot catalog.Slot, sessions []byte, rooms []string) {
	room := 0
	for session := range items(sessions) {
		slot.Room = ""
		if room < len(rooms) {
			slot.Room = rooms[room]
		}
		room++
		for key, value := range fields(session) {
			if key != "items" {
				continue
			}
			for id := range items(value) {
				if len(r.slots) <= draft.MaxTalks {
					r.slots = append(r.slots, lateSlot{id: clean.Line(anyText(id)), slot: slot})
				}
			}
		}
	}
}

// timed gives talks without a time the slots that a timetable has for them.
func (r *jsonReader) timed() {
	if len(r.slots) == 0 {
		return
	}
	talks := make(map[string]*catalog.Talk)
	for i := range r.Doc.Talks {
		talks[r.Doc.Talks[i].ID] = &r.Doc.Talks[i]
	}
	for _, late := range r.slots {
		t := talks[late.id]
		if t == nil || !t.Slot.Start.IsZero() {
			continue
		}
		late.slot.Track = t.Slot.Track
		if t.Slot.Room != "" {
			late.slot.Room = t.Slot.Room
		}
		t.Slot = late.slot
	}
}
