package load

import (
	"fmt"

	"talks/catalog"
	"talks/catalog/parse/clean"
)

// A source is a document that has yet to be read.
type source struct {
	name   string
	read   func(p *preview, b *budget) catalog.Document
	folder string // the named folder that it was found in; empty if it was named itself
	last   bool   // it is the last source of its folder
}

// finished returns a source of which all is known without reading it.
func finished(name string, doc catalog.Document) source {
	return source{name: name, read: func(*preview, *budget) catalog.Document { return doc }}
}

// document reads the source. A panic in a goroutine would end the program and
// leave the terminal as it is; here it costs one file.
func (s *source) document(p *preview, b *budget) (doc catalog.Document) {
	defer func() {
		if fault := recover(); fault != nil {
			doc = withProblem(s.name, "talks cannot read it, a bug: "+clean.Line(fmt.Sprint(fault)), "report it, with the file if you may")
		}
	}()
	return s.read(p, b)
}
