package records

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
)

// What a hostile table can cost has these bounds.
const (
	maxRow     = 1 << 20  // bytes of a line
	maxDamaged = 64 << 10 // bytes of a row with a quote that is none
	maxRescans = 32 << 20 // bytes that are read again after faults
)

// ParseCSV reads a table whose first row has headings, its cells parted by
// commas, semicolons, tabs or bars (RFC 4180), into talks and problems. One
// that is not UTF-8 is what Excel saves in Europe, Windows-1252, unless most of
// its characters beyond ASCII are well formed.
func ParseCSV(doc *catalog.Document, data []byte) {
	var invalid draft.LineCount
	if well, faults, first := readUTF8(data); well > faults && faults > 0 {
		invalid.Add(1 + bytes.Count(data[:first], []byte("\n")))
	} else if faults > 0 {
		data, doc.Encoding = clean.Decode(data, "windows-1252")
	}
	parse(doc, data, readCSV)
	invalid.ReportInvalid(doc, "utf-8")
}

// IsCSV reports whether a document is a table of talks: one of its headings is
// that of a title, and another that of who, when, where or what about, in words
// that other tables do not use.
func IsCSV(data []byte) bool {
	_, data = cutSeparatorLine(data[:min(len(data), maxRow)])
	headings, _ := newTable(data).Read() // a quote of the next row may be cut off
	if len(headings) == 0 {
		return false
	}
	isNamed, isTitled, isTimed, isTold := false, false, false, false
	for _, name := range headingNames(headings) {
		k := keyOf(name)
		switch isOwn := k.rank > 0 && k.rank < commonRank; {
		case !isOwn:
		case k.field == draft.Title:
			isTitled = true
		case k.field == fieldName:
			isNamed = true
		case k.field == draft.Start:
			isTimed = true
		case k.field == draft.Abstract, k.field == draft.Room, k.field == draft.Track, k.field == fieldPeople:
			isTold = true
		}
	}
	return isTitled && (isTimed || isTold) || isNamed && isTimed && isTold
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
	data    []byte
	pos     int // byte offset of the next row
	line    int // its line, counted from 1
	comma   rune
	names   []string
	rows    int
	faults  int
	rescans int // bytes that are read again

	short     draft.LineCount // rows with fewer cells than there are headings
	lastShort int             // the last row's line, if it is one of them, or 0
}

// readCSV reads the rows one by one with encoding/csv. A row with a quote that
// is none is read as well as may be.
func readCSV(data []byte, problem func(line int, what, hint string)) *tree {
	b := newBuilder(min(len(data)/16, maxValues), len(data))
	r := &csvReader{into: b, problem: problem, data: data, line: 1}
	if line, rest := cutSeparatorLine(data); len(line) > 0 {
		r.pos, r.line = len(data)-len(rest), 2
	}
	r.data = r.untilLongLine()
	r.comma = newTable(r.data[r.pos:]).Comma
	b.begin(kindList, 1)
	for r.pos < len(r.data) && !r.isFull() {
		r.readRows()
	}
	r.tellShort()
	if r.pos < len(r.data) && r.rows <= draft.MaxTalks {
		b.damaged = true
		problem(r.line, "too large or too damaged, the rest is left out", "")
	}
	return b.finish()
}

// tellShort reports rows that have lost cells, as where a piece of the file or
// its end is missing. Some programs leave out the last cells if they are empty.
func (r *csvReader) tellShort() {
	const what, hint = "a row with fewer cells than there are headings", "a piece of the file may be missing"
	switch others := r.short.Lines - min(1, r.lastShort); {
	case others > 0 && r.short.Lines*10 <= r.rows:
		r.problem(r.short.First, what+", "+catalog.Count(r.short.Lines, "row", "rows")+" in all", hint)
	case others == 0 && r.lastShort > 0:
		r.problem(r.lastShort, what, hint)
	}
}

// isFull reports whether no more rows are to be read.
func (r *csvReader) isFull() bool {
	return r.rows > draft.MaxTalks || r.faults > maxFaults || r.rescans > maxRescans || len(r.into.values) > maxValues
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
		r.into.damaged = true
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
		r.names = headingNames(cells)
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
		r.short.Add(line)
		r.lastShort = line
	}
	r.into.begin(kindObject, line)
	for i, cell := range cells[:min(len(cells), len(r.names))] {
		if name := r.names[i]; name != "" && strings.TrimSpace(cell) != "" && slices.Index(r.names, name) == i {
			r.into.call([]byte(name))
			r.addCell(cells, i, line)
		}
	}
	r.into.end()
}

// severalPeople parts names in a cell, with the ids that frab puts before them:
// "12:Ada Example|13:Bob Sample".
var severalPeople = regexp.MustCompile(`(?:^|[|;\n])\s*(?:\d+:)?`)

// addCell adds a cell, and of people those of all columns of that name.
func (r *csvReader) addCell(cells []string, at, line int) {
	if keyOf(r.names[at]).field != fieldPeople {
		r.into.add(kindText, []byte(cells[at]), line)
		return
	}
	var people []string
	for i, name := range r.names[:min(len(cells), len(r.names))] {
		if name == r.names[at] {
			people = append(people, severalPeople.Split(cells[i], -1)...)
		}
	}
	people = slices.DeleteFunc(people, func(name string) bool { return strings.TrimSpace(name) == "" })
	if len(people) == 1 { // perhaps more, with commas
		r.into.add(kindText, []byte(people[0]), line)
		return
	}
	r.into.begin(kindList, line)
	for _, name := range people {
		r.into.add(kindText, []byte(name), line)
	}
	r.into.end()
}

// headingNames are the names of members that headings stand for: "Talk Title"
// is "talk_title", as in JSON. A heading that comes twice counts once, but for
// people: "Speaker 1", "Speaker 2".
func headingNames(headings []string) []string {
	names := make([]string, len(headings))
	for i, heading := range headings {
		name := headingName(heading)
		if slices.Contains(names[:i], name) && keyOf(name).field != fieldPeople {
			name = ""
		}
		names[i] = name
	}
	return names
}

func headingName(heading string) string {
	heading, _, _ = strings.Cut(strings.TrimSpace(heading), "(") // "Speaker(s)", "Start (UTC)"
	words := strings.FieldsFunc(strings.ToLower(heading), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	if last := len(words) - 1; last > 0 && strings.Trim(words[last], "0123456789") == "" {
		words = words[:last]
	}
	if told := slices.DeleteFunc(slices.Clone(words), saysNothing); len(told) > 0 {
		words = told // "Title of the talk"
	}
	name := strings.Join(words, "_")
	if known := headingWords()[name]; known != "" {
		return known
	}
	return name
}

// saysNothing reports whether a word of a heading tells no more than that the
// table is one of talks.
func saysNothing(word string) bool {
	switch word {
	case "a", "of", "the", "your", "talk", "session", "proposal", "presentation", "submission", "paper":
		return true
	}
	return false
}

// headingWords are the names that headings stand for which people write and
// programs do not.
var headingWords = sync.OnceValue(func() map[string]string {
	words := make(map[string]string)
	for name, headings := range map[string]string{
		"title":       "talk titel vortrag titre título titolo",
		"speakers":    "speaker_name speaker_names speakers_name speakers_names presenter_name presenter_names referent referenten referentin vortragende sprecher intervenant intervenants orateur ponente relatore",
		"abstract":    "zusammenfassung kurzfassung résumé resumen",
		"description": "beschreibung",
		"room":        "raum saal salle sala",
		"date":        "datum fecha",
		"start":       "start_date_time scheduled_at beginn anfang uhrzeit début inicio",
		"end":         "end_date_time ende",
		"duration":    "scheduled_duration length dauer durée duración",
		"language":    "sprache langue idioma",
	} {
		for _, heading := range strings.Fields(headings) {
			words[heading] = name
		}
	}
	return words
})

// readUTF8 counts the characters beyond ASCII that are UTF-8, and the bytes that
// are not, and gives the byte offset of the first of those.
func readUTF8(data []byte) (well, invalid, first int) {
	for at := 0; at < len(data); {
		c, size := utf8.DecodeRune(data[at:])
		switch {
		case size > 1:
			well++
		case c == utf8.RuneError:
			if invalid++; invalid == 1 {
				first = at
			}
		}
		at += size
	}
	return well, invalid, first
}
