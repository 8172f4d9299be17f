package tree

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"talks/catalog"
	"talks/catalog/parse/clean"
)

// What a hostile table can cost has these bounds.
const (
	maxRow     = 1 << 20  // bytes of a line
	maxDamaged = 64 << 10 // bytes of a row with a quote that is none
	maxRescans = 32 << 20 // bytes that are read again after faults
)

// Columns tell what the columns of a table are, which only those know who know
// what a table is about.
type Columns struct {
	// Names are the names of members that the headings of a table stand for; ""
	// leaves a column out. The function may not keep the slice.
	Names func(headings []string) []string
	// IsList reports whether the cells under a name, which may be that of several
	// columns, have any number of values, which Split gives of each cell.
	IsList func(name string) bool
	Split  func(cell string) []string
	// MaxRows is how many rows are wanted. One more is read at most, from which
	// one knows that there are more.
	MaxRows int
}

// Headings are the cells of the first row of a table, or none.
func Headings(data []byte) []string {
	_, data = cutSeparatorLine(data[:min(len(data), maxRow)])
	headings, _ := newTable(data).Read() // a quote of the next row may be cut off
	return headings
}

// cutSeparatorLine cuts the line by which Excel is told the separator:
// "sep=;".
func cutSeparatorLine(data []byte) (line, rest []byte) {
	if first, rest := clean.CutLine(data); len(first) == len("sep=;") && bytes.HasPrefix(bytes.ToLower(first), []byte("sep=")) {
		return first, rest
	}
	return nil, data
}

// newTable starts to read the rows of a table. The separator is the one of
// which the first line has most.
func newTable(data []byte) *csv.Reader {
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord, r.ReuseRecord = -1, true
	first, _ := clean.CutLine(bytes.TrimLeft(data, "\r\n"))
	most := 0
	for _, c := range ",;\t|" {
		if n := bytes.Count(first, []byte(string(c))); n > most {
			r.Comma, most = c, n
		}
	}
	return r
}

// A csvReader makes a tree of a table: a list of objects, whose members have
// the headings as names.
type csvReader struct {
	into    *builder
	problem func(line int, what, hint string)
	columns Columns
	data    []byte
	pos     int // byte offset of the next row
	line    int // its line, counted from 1
	comma   rune
	names   []string
	rows    int
	faults  int
	rescans int // bytes that are read again

	short, firstShort int // how many rows have fewer cells than there are headings, and the line of the first
	lastShort         int // the last row's line, if it is one of them, or 0
}

// CSV makes a list of objects of a table whose first row has headings, its cells
// parted by commas, semicolons, tabs or bars (RFC 4180). It reads the rows one
// by one with encoding/csv. A row with a quote that is none is read as well as
// may be.
func CSV(data []byte, problem func(line int, what, hint string), columns Columns) *Tree {
	b := newBuilder(min(len(data)/16, maxValues), len(data))
	r := &csvReader{into: b, problem: problem, columns: columns, data: data, line: 1}
	if line, rest := cutSeparatorLine(data); len(line) > 0 {
		r.pos, r.line = len(data)-len(rest), 2
	}
	r.data = r.untilLongLine()
	r.comma = newTable(r.data[r.pos:]).Comma
	b.begin(List, 1)
	for r.pos < len(r.data) && !r.isFull() {
		r.readRows()
	}
	r.tellShort()
	if r.pos < len(r.data) && r.rows <= r.columns.MaxRows {
		b.Damaged = true
		problem(r.line, "too large or too damaged, the rest is left out", "")
	}
	return b.finish()
}

// tellShort reports rows that have lost cells, as where a piece of the file or
// its end is missing. Some programs leave out the last cells if they are empty.
func (r *csvReader) tellShort() {
	const what, hint = "a row with fewer cells than there are headings", "a piece of the file may be missing"
	switch others := r.short - min(1, r.lastShort); {
	case others > 0 && r.short*10 <= r.rows:
		r.problem(r.firstShort, what+", "+catalog.Count(r.short, "row", "rows")+" in all", hint)
	case others == 0 && r.lastShort > 0:
		r.problem(r.lastShort, what, hint)
	}
}

// isFull reports whether no more rows are to be read.
func (r *csvReader) isFull() bool {
	return r.rows > r.columns.MaxRows || r.faults > maxFaults || r.rescans > maxRescans || len(r.into.values) > maxValues
}

// untilLongLine is the table up to a line that is longer than any row.
func (r *csvReader) untilLongLine() []byte {
	for at, number := r.pos, r.line; at < len(r.data); number++ {
		length := bytes.IndexByte(r.data[at:], '\n')
		if length < 0 {
			length = len(r.data) - at
		}
		if length > maxRow {
			r.problem(number, "a line of more than 1 MiB, the rest is left out", "")
			return r.data[:at]
		}
		at += length + 1
	}
	return r.data
}

// readRows reads rows until one is not well formed, and that one, too.
func (r *csvReader) readRows() {
	table := csv.NewReader(bytes.NewReader(r.data[r.pos:]))
	table.Comma, table.FieldsPerRecord, table.ReuseRecord = r.comma, -1, true
	from, first := r.pos, r.line
	for !r.isFull() {
		cells, err := table.Read()
		at := from + int(table.InputOffset())
		switch {
		case errors.Is(err, io.EOF):
			r.pos = len(r.data)
			return
		case err != nil:
			r.rescans += at - r.pos
			r.readDamaged(!errors.Is(err, csv.ErrBareQuote))
			return
		}
		line, _ := table.FieldPos(0)
		r.addRow(cells, first+line-1)
		r.line += bytes.Count(r.data[r.pos:at], []byte("\n"))
		r.pos = at
	}
}

// readDamaged reads a row with quotes that neither begin nor end a cell. One
// that would not end, or would be too long, is its first line alone.
func (r *csvReader) readDamaged(isReported bool) {
	rest := r.data[r.pos:]
	table := csv.NewReader(bytes.NewReader(rest[:min(len(rest), maxDamaged)]))
	table.Comma, table.FieldsPerRecord, table.LazyQuotes = r.comma, -1, true
	cells, err := table.Read()
	end := int(table.InputOffset())
	r.rescans += end
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	if quotes := bytes.Count(rest[:end], []byte(`"`)); err != nil || end > len(line)+1 && quotes%2 != 0 {
		cells = strings.Split(strings.TrimRight(string(line), "\r"), string(r.comma))
		for i, cell := range cells {
			cells[i] = strings.Trim(cell, `"`)
		}
		end = min(len(line)+1, len(rest))
	}
	if isReported {
		r.into.Damaged = true
		r.faults++
		r.problem(r.line, "a quote that neither begins nor ends a cell", "what stands near it may be lost")
	}
	r.addRow(cells, r.line)
	r.line += bytes.Count(rest[:end], []byte("\n"))
	r.pos += end
}

// addRow adds a row as an object; the first one gives the names.
func (r *csvReader) addRow(cells []string, line int) {
	if r.names == nil {
		r.names = r.columns.Names(cells)
		return
	}
	if strings.TrimSpace(strings.Join(cells, "")) == "" {
		return
	}
	if more := cells[min(len(cells), len(r.names)):]; strings.TrimSpace(strings.Join(more, "")) != "" {
		r.problem(line, "a row with more cells than there are headings", "a separator in a text wants the text in quotes")
	}
	r.rows++
	if r.lastShort = 0; len(cells) < len(r.names) {
		if r.short++; r.short == 1 {
			r.firstShort = line
		}
		r.lastShort = line
	}
	r.into.begin(Object, line)
	for i := range cells[:min(len(cells), len(r.names))] {
		if r.names[i] != "" && r.isFirst(cells, i) {
			r.into.call([]byte(r.names[i]))
			r.addCell(cells, i, line)
		}
	}
	r.into.end()
}

// isFirst reports whether a cell says something, and none of that name before it
// does.
func (r *csvReader) isFirst(cells []string, at int) bool {
	for i, cell := range cells[:at+1] {
		if r.names[i] == r.names[at] && strings.TrimSpace(cell) != "" {
			return i == at
		}
	}
	return false
}

// addCell adds a cell, or the values of all cells of that name.
func (r *csvReader) addCell(cells []string, at, line int) {
	if !r.columns.IsList(r.names[at]) {
		r.into.add(Text, []byte(cells[at]), line)
		return
	}
	var values []string
	for i, name := range r.names[:min(len(cells), len(r.names))] {
		if name == r.names[at] {
			values = append(values, r.columns.Split(cells[i])...)
		}
	}
	if len(values) == 1 { // perhaps more, in a way that Split does not know
		r.into.add(Text, []byte(values[0]), line)
		return
	}
	r.into.begin(List, line)
	for _, value := range values {
		r.into.add(Text, []byte(value), line)
	}
	r.into.end()
}
