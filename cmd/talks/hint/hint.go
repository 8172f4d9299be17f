// Package hint is an error that says what to do about it.
package hint

// An Error says what is wrong, and what to do about it. The hint may be empty.
type Error struct{ What, Hint string }

func (e Error) Error() string { return e.What }

// New makes an Error.
func New(what, hint string) error { return Error{what, hint} }
