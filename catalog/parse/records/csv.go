package records

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/draft"
	"talks/catalog/parse/records/tree"
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
	parse(doc, data, func(data []byte, problem func(line int, what, hint string)) *tree.Tree {
		return tree.CSV(data, problem, tree.Columns{Names: headingNames, IsList: isPeopleHeading, Split: splitPeople, MaxRows: draft.MaxTalks})
	})
	invalid.ReportInvalid(doc, "utf-8")
}

// IsCSV reports whether a document is a table of talks: one of its headings is
// that of a title, and another that of who, when, where or what about, in words
// that other tables do not use.
func IsCSV(data []byte) bool {
	isNamed, isTitled, isTimed, isTold := false, false, false, false
	for _, name := range headingNames(tree.Headings(data)) {
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

// severalPeople parts names in a cell, with the ids that frab puts before them:
// "12:Ada Example|13:Bob Sample".
var severalPeople = regexp.MustCompile(`(?:^|[|;\n])\s*(?:\d+:)?`)

// splitPeople are the names in a cell; one may be several, with commas.
func splitPeople(cell string) []string {
	return slices.DeleteFunc(severalPeople.Split(cell, -1), func(name string) bool { return strings.TrimSpace(name) == "" })
}

// isPeopleHeading reports whether a column of that name has people.
func isPeopleHeading(name string) bool { return keyOf(name).field == fieldPeople }

// headingNames are the names of members that headings stand for: "Talk Title"
// is "talk_title", as in JSON. A heading that comes twice counts once, but for
// people: "Speaker 1", "Speaker 2".
func headingNames(headings []string) []string {
	names := make([]string, len(headings))
	for i, heading := range headings {
		name := headingName(heading)
		if slices.Contains(names[:i], name) && !isPeopleHeading(name) {
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
