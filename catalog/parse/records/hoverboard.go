package records

import (
	"slices"

	"talks/catalog/parse/draft"
)

// A timeslot is when and where a talk is given, as a timetable has it.
type timeslot struct{ day, start, end, room string }

// timetable reads a day of Hoverboard's timetable, which names the sessions of
// each slot by their ids, room by room: {"date": …, "timeslots": [{"startTime":
// …, "endTime": …, "sessions": [{"items": [id, …]}, …]}], "tracks": [{"title":
// …}, …]}. The rooms are called tracks.
func (p *parser) timetable(day, slots node) {
	date := day.get("date").anyText()
	var rooms []string
	for room := range day.get("tracks").items() {
		rooms = append(rooms, draft.Shorten(room.anyText()))
	}
	for n := range slots.items() {
		slot := timeslot{day: date, start: n.get("starttime").anyText(), end: n.get("endtime").anyText()}
		for column, session := range slices.Collect(n.get("sessions").items()) {
			slot.room = ""
			if column < len(rooms) {
				slot.room = rooms[column]
			}
			for id := range session.get("items").items() {
				if _, known := p.timeslots[id.anyText()]; !known && len(p.timeslots) <= draft.MaxTalks {
					p.timeslots[id.anyText()] = slot
				}
			}
		}
	}
}

// addTimeslot gives a talk without a time the one that the timetable has for
// it.
func (p *parser) addTimeslot(e *draft.Event) {
	text := &e.Text
	slot := p.timeslots[draft.First(text[draft.ID], text[draft.GUID], text[draft.Code], text[draft.Slug])]
	if slot.day == "" || slot.start == "" || text[draft.Date] != "" || text[draft.Start] != "" {
		return
	}
	text[draft.Day], text[draft.Start], text[draft.End], text[draft.Duration] = slot.day, slot.start, slot.end, ""
	text[draft.Room] = draft.First(text[draft.Room], slot.room)
}
