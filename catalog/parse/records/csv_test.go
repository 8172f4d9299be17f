package records

import (
	"slices"
	"strings"
	"testing"

	"talks/catalog/parse/parsetest"
)

// TestCSVShapes reads tables as conferences, services and office programs save
// them.
func TestCSVShapes(t *testing.T) {
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"frab", "Room,Date,Day,Start,Duration,Title,ID,Abstract,Description,Language,Speakers,File URL\nHall,2011-06-23,1,19:00,1:30,What to hack,1,\"Hack, hack\",\"x\n\n\"\"y\"\"\",de,10:Ada Example|11:Bob Sample,https://example.org/v\n",
			[]string{`1 What to hack @Ada Example @Bob Sample room:Hall lang:de 2011-06-23T19:00 1h30m0s abstract:Hack, hack description:x//"y"`}},
		{"papercall", "name,email,bio,talk_format,title,abstract,description,audience_level,tags\nAda Example,a@example.org,Wrote it.,Talk,A,x,y,All,\"a, b\"\n",
			[]string{` A @Ada Example ~Wrote it. track:a, b type:Talk abstract:x description:y`}},
		{"a sheet of a form", "Timestamp,Email Address,Speaker name(s),Talk title,Talk abstract,Start time,End time,Date\n1/2/2025 10:00:00,a@example.org,\"Ada Example, Bob Sample\",A,x,10:00,10:30,2025-05-01\n",
			[]string{` A @Ada Example @Bob Sample 2025-05-01T10:00 30m0s abstract:x`}},
		{"excel in Germany", "sep=;\r\nTitel;Referent;Raum;Beginn;Datum\r\nGr\xfc\xdfe;J\xf6rg M\xfcller;H\xf6rsaal;9:30;2025-05-01\r\n",
			[]string{` Grüße @Jörg Müller room:Hörsaal 2025-05-01T09:30`}},
		{"the second speaker alone", "Title,Speaker 1,Speaker 2,Abstract\nA,,Bob Sample,x\n", []string{` A @Bob Sample abstract:x`}},
		{"tabs, quotes in a text", "Title\tSpeaker 1\tSpeaker 2\tAbstract\nA \"b\" c\tAda\tBob Sample\tx\nD\tEve\t\ty\n",
			[]string{` A "b" c @Ada @Bob Sample abstract:x`, ` D @Eve abstract:y`}},
		{"headings in words", "\"Status\n- YES\",Track,Title of the talk,Abstract of the talk ,Session format\nYES,T,A,\"x\ny\",Talk\n",
			[]string{` A track:T type:Talk abstract:x/y`}},
		{"blank rows, a row too long", "Title,Speaker,Track\nA,Ada,T,,\n,,\nB,Bob,T,oh\n",
			[]string{` A @Ada track:T`, ` B @Bob track:T`, `:4: a row with more cells than there are headings`}},
		{"cut off", "Title,Speaker,Track\nA,Ada,T\nB,Bo",
			[]string{` A @Ada track:T`, ` B @Bo`, `:3: a row with fewer cells than there are headings`}},
		{"a piece missing", "Title,Speaker,Track\nA,Bob\n" + strings.Repeat("B,Bob,T\n", 9),
			append(append([]string{` A @Bob`}, slices.Repeat([]string{` B @Bob track:T`}, 9)...), `:2: a row with fewer cells than there are headings, 1 row in all`)},
		{"the last cells are left out", "Title,Speaker,Track\nA,Ada\nB,Bob\n", []string{` A @Ada`, ` B @Bob`}},
		{"a quote that does not end", "Title,Speaker,Abstract\nA,Ada,\"x\nB,Bob,\"y\"\nC,Eve,z\n",
			[]string{` A @Ada abstract:x`, ` B @Bob abstract:y`, ` C @Eve abstract:z`, `:2: a quote that neither begins nor ends a cell`}},
		{"one byte is not UTF-8", "Title,Speaker\nÄöü,Ada\nB\xff,Bob\n",
			[]string{` Äöü @Ada`, " B\ufffd @Bob", `:3: invalid utf-8 in 1 line, replaced`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if !IsCSV([]byte(test.doc)) {
				t.Error("not taken for a table of talks")
			}
			doc := parsetest.Document(ParseCSV, test.doc)
			parsetest.Sound(t, &doc)
			parsetest.Same(t, parsetest.Told(&doc), test.want)
		})
	}
}

func TestCSVOfOthers(t *testing.T) {
	for name, doc := range map[string]string{
		"an account": "Date,Description,Amount,Currency\n2025-01-02,Rent,-800,EUR\n",
		"numbers":    "1,2,3\n4,5,6\n",
		"films":      "show_id,type,title,director,release_year,rating,duration,listed_in,description\ns1,Movie,A,B,2020,PG,90 min,Drama,x\n",
		"people":     "name,title,email\nAda,Dr,a@example.org\n",
		"prose":      "A talk, with a title\n\nand an abstract, too\n",
	} {
		if IsCSV([]byte(doc)) {
			t.Errorf("%s: taken for a table of talks", name)
		}
	}
}

// TestLinesOfCSV holds that a talk knows its line, whatever stands before it.
func TestLinesOfCSV(t *testing.T) {
	doc := parsetest.Document(ParseCSV, "Title,Abstract,Speaker\nA,\"x\ny\",Ada\nB \"b\",z,Bob\n\nC,z,Eve\n")
	want := []string{`2  "A"`, `4  "B \"b\""`, `6  "C"`}
	if got := parsetest.Outline(&doc); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestLongLinesOfCSV holds that a line that is longer than any row ends the
// table with a message.
func TestLongLinesOfCSV(t *testing.T) {
	doc := parsetest.Document(ParseCSV, "Title,Abstract,Speaker\nA,x,Ada\nB,"+strings.Repeat("y,", 10<<20)+"\n")
	want := []string{`2  "A"`, `:3: a line of more than 1 MiB, the rest is left out`}
	if got := parsetest.Outline(&doc); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// table has most of what a table of talks may have.
const table = "sep=,\nTitle,Speakers,Abstract,Start,Date\n\"A, \"\"a\"\"\",1:Ada|2:Bob,\"x\r\n\r\ny\",10:00,2025-05-01\nB \"b\",Bob;Eve,\"\",,\n\xff,\"c,,\n"

func TestTruncatedCSV(t *testing.T) {
	for n := range table {
		doc := parsetest.Document(ParseCSV, table[:n])
		parsetest.Sound(t, &doc)
	}
}

func FuzzCSV(f *testing.F) {
	f.Add(table)
	parsetest.Fuzz(f, ParseCSV)
}

func BenchmarkCSV(b *testing.B) {
	row := "A talk,Ada Example,\"" + strings.Repeat(strings.Repeat("Some words of an abstract. ", 3)+"\n", 8) + "\",10:00,2025-05-01\n"
	parsetest.Measure(b, ParseCSV, "Title,Speakers,Abstract,Start,Date\n"+row, "A talk", "05-01\n", "")
}
