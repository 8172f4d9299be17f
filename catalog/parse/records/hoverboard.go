package records

import (
	"slices"

	"talks/catalog/parse/draft"
	"talks/catalog/parse/records/tree"
)

// A timeslot is when and where a talk is given, as a timetable has it.
type timeslot struct{ day, start, end, room string }

// timetable reads a day of Hoverboard's timetable, which names the sessions of
// each slot by their ids, room by room: {"date": …, "timeslots": [{"startTime":
// …, "endTime": …, "sessions": [{"items": [id, …]}, …]}], "tracks": [{"title":
// …}, …]}. The rooms are called tracks.
func (p *parser) timetable(day, slots tree.Node) {
	date := anyText(day.Get("date"))
	var rooms []string
	for room := range day.Get("tracks").Items() {
		rooms = append(rooms, draft.Shorten(anyText(room)))
	}
	for n := range slots.Items() {
		slot := timeslot{day: date, start: anyText(n.Get("starttime")), end: anyText(n.Get("endtime"))}
		for column, session := range slices.Collect(n.Get("sessions").Items()) {
			slot.room = ""
			if column < len(rooms) {
				slot.room = rooms[column]
			}
			for id := range session.Get("items").Items() {
				if _, known := p.timeslots[anyText(id)]; !known && len(p.timeslots) <= draft.MaxTalks {
					p.timeslots[anyText(id)] = slot
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
