package catalog

import "strconv"

// A Problem is something in a file that could not be read, or was read with a
// repair. It never stops a load. What and Hint are in lower case, without a
// full stop; both are clean text, safe to print.
type Problem struct {
	File string
	Line int // counted from 1; 0: the whole file
	What string
	Hint string // what the user can do about it; may be empty
}

// String returns "FILE:LINE: what", without the hint.
func (p Problem) String() string {
	where := p.File
	if p.Line > 0 {
		where += ":" + strconv.Itoa(p.Line)
	}
	if where == "" {
		return p.What
	}
	return where + ": " + p.What
}
