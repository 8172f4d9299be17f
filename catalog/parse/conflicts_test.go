package parse

import (
	"testing"

	"talks/catalog/parse/parsetest"
)

// TestConflictWithinTalks reads a conflict that begins in one talk and ends in
// another. What both sides say alike is told once.
func TestConflictWithinTalks(t *testing.T) {
	doc := sample(t, "conflict.xml")
	want := []string{
		`5 1 "Opening" 2025-02-01T09:30`, `5 1 "Welcome and opening" 2025-02-01T09:30`,
		`10 2 "Größe matters" 2025-02-01T10:00`, `20 2 "Größe matters" 2025-02-01T11:30`,
		`25 3 "Lunch" 2025-02-01T12:00`,
		`:7: a merge conflict left in the file`,
	}
	parsetest.Same(t, parsetest.Outline(&doc), want)
}

// TestConflicts reads documents in which a merge left both sides.
func TestConflicts(t *testing.T) {
	const conflict = `a merge conflict left in the file`
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"xml", "<schedule>\n<<<<<<< HEAD\n<event id='1'><title>A</title></event>\n=======\n<event id='2'><title>B</title></event>\n>>>>>>> main\n</schedule>",
			[]string{`3 1 "A"`, `5 2 "B"`, `:2: ` + conflict}},
		{"in a title", "<schedule><event id='1'>\n<title>\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> main\n</title></event></schedule>",
			[]string{`1 1 "A"`, `1 1 "B"`, `:3: ` + conflict}},
		{"lines end with CRLF", "<schedule>\r\n<<<<<<< HEAD\r\n<event id='1'><title>A</title></event>\r\n=======\r\n>>>>>>> main\r\n</schedule>",
			[]string{`3 1 "A"`, `:2: ` + conflict}},
		{"the base is told", "<schedule>\n<<<<<<<\n<event id='1'><title>A</title></event>\n||||||| 1234567\n<event id='0'><title>Old</title></event>\n=======\n<event id='2'><title>B</title></event>\n>>>>>>>\n</schedule>",
			[]string{`3 1 "A"`, `7 2 "B"`, `:2: ` + conflict}},
		{"json", "[\n<<<<<<< HEAD\n{\"title\": \"A\", \"abstract\": \"x\"},\n=======\n{\"title\": \"B\", \"abstract\": \"x\"},\n>>>>>>> main\n{\"title\": \"C\", \"abstract\": \"x\"}]",
			[]string{`3  "A"`, `5  "B"`, `7  "C"`, `:2: ` + conflict}},
		{"calendar, two conflicts", "BEGIN:VCALENDAR\n<<<<<<< HEAD\nBEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\n=======\n>>>>>>> main\nBEGIN:VEVENT\n<<<<<<< HEAD\nSUMMARY:B\n=======\n>>>>>>> main\nEND:VEVENT\nEND:VCALENDAR\n",
			[]string{`3  "A"`, `8  "B"`, `:2: ` + conflict, `:9: ` + conflict}},
		{"within a talk", "[{\"title\": \"A\",\n<<<<<<< HEAD\n\"abstract\": \"x\"}\n=======\n\"abstract\": \"y\"}\n>>>>>>> main\n]",
			[]string{`1  "A"`, `1  "A"`, `:2: ` + conflict}},
		{"markdown", "# A\n\nX\n\n<<<<<<< HEAD\n# B\n\nY\n=======\n# C\n\nZ\n>>>>>>> main\n",
			[]string{`1  "A"`, `6  "B"`, `10  "C"`, `:5: ` + conflict}},
		{"seed text", "A\n\nx\n\n\n<<<<<<< HEAD\nB\n\ny\n=======\n\n\nC\n\nz\n>>>>>>> main\n",
			[]string{`1  "A"`, `7  "B"`, `13  "C"`, `:6: ` + conflict}},
		{"a heading underlined", "# A\nby Ada\n\n<<<<<<< is how a conflict begins.\n\nB\n=======\n\nx\n", []string{`1  "A"`}},
		{"the wrong order", "# A\nby Ada\n\n>>>>>>> b\n=======\n<<<<<<< a\n", []string{`1  "A"`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := Document("f", []byte(test.doc))
			parsetest.Same(t, parsetest.Outline(&doc), test.want)
		})
	}
}
