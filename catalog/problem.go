package catalog

import "strconv"

// A Problem is something in a file that could not be read, or was read with a
// repair. It never stops a load. What and Hint are lower case sentences
// without a full stop; What is clean text, safe to print.
type Problem struct {
	File string
	Line int // counted from 1; 0: the whole file
	What string
	Hint string // what the reader can do about it; may be empty
}

// String gives "FILE:LINE: what", without the hint.
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
