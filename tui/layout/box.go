package layout

// The window sizes below which a box takes all of it, in cells.
const (
	boxBelowWidth  = 60
	boxBelowHeight = 12
)

// leastBox is the number of rows that a box may take though little is in sight below
// it.
const leastBox = 10

// Box is the part of a window that a box over the list or the reader may take, all of
// a small one; else it has a frame. Above the list alone it leaves the talk beside it
// in sight.
func (l Layout) Box(w, h int, aboveList bool) (room Rect, framed bool) {
	if w < boxBelowWidth || h < boxBelowHeight {
		return Rect{W: w, H: h - 1}, false
	}
	room = Rect{Y: l.List.Y, W: w}
	switch reading := l.List.H == 0; {
	case reading:
		room.Y = l.Detail.Y
	case aboveList && w >= SideBySide:
		room.X, room.W = 1, l.Border.X // the frame stands on the border
	}
	below := h - 1 - room.Y
	room.H = max(below*3/4, min(below, leastBox))
	return room, true
}
