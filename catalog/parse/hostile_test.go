package parse

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"talks/catalog/parse/draft"
	"talks/catalog/parse/parsetest"
)

// samples are the documents of testdata, here and of the formats, by name.
func samples(t testing.TB) map[string][]byte {
	found := make(map[string][]byte)
	for _, pattern := range []string{"testdata/*.*", "*/testdata/*.*"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			found[name] = []byte(parsetest.File(t, name))
		}
	}
	return found
}

func TestTruncation(t *testing.T) {
	for name, data := range samples(t) {
		whole := Document(name, data)
		for n := range data {
			doc := Document(name, data[:n])
			parsetest.Sound(t, &doc)
			if len(doc.Talks) > len(whole.Talks)+1 {
				t.Errorf("%s: the first %d bytes give %d talks, the whole %d", name, n, len(doc.Talks), len(whole.Talks))
			}
		}
	}
}

func TestHostile(t *testing.T) {
	laughs := `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">`
	for i := range 9 {
		laughs += fmt.Sprintf(`<!ENTITY lol%d "%s">`, i, strings.Repeat("&lol;", 10))
	}
	laughs += `<!ENTITY file SYSTEM "file:///etc/passwd">]><schedule><event><title>&lol8;&file;</title></event></schedule>`
	event := func(field, text string) string {
		return "<schedule><event><title>A</title><" + field + ">" + text + "</" + field + "></event></schedule>"
	}
	for name, test := range map[string]struct {
		doc   string
		title string
	}{
		"a billion laughs":    {laughs, "&lol8;&file;"},
		"10,000 nested tags":  {event("abstract", strings.Repeat("&lt;ul&gt;&lt;li&gt;", 10_000)), "A"},
		"10,000 nested tags'": {event("abstract", strings.Repeat("<div>", 10_000)), "A"},
		"10,000 elements":     {strings.Repeat("<room>", 10_000) + event("abstract", "x"), "A"},
		"nested schedules":    {"<schedule>" + strings.Repeat("<x>", 10_000) + event("abstract", "x"), "A"},
		"nested lists":        {`{"schedule":` + strings.Repeat(`[`, 10_000), ""},
		"nested objects":      {strings.Repeat(`{"schedule":`, 10_000), ""},
		"a nested event":      {`[{"title":"A","abstract":` + strings.Repeat(`{"en":`, 9_000) + `1` + strings.Repeat(`}`, 9_000) + `}]`, "A"},
		"nested components":   {"BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:X\n", 10_000) + "BEGIN:VEVENT\nSUMMARY:A\n", "A"},
		"nested markdown":     {"# A\nby Ada\n\n" + strings.Repeat("> ", 10_000) + "x" + strings.Repeat("[a](", 10_000), "A"},
		"swapped encoding":    {"\ufeff<?xml version='1.0' encoding='utf-16'?><schedule><event><title>Ä</title></event></schedule>", "Ä"},
		"an unknown encoding": {"<?xml version='1.0' encoding='klingon'?><schedule><event><title>\xff</title></event></schedule>", "\ufffd"},
		"utf-8 called latin1": {"<?xml version='1.0' encoding='iso-8859-1'?><schedule><event><title>Ä</title></event></schedule>", "Ä"},
	} {
		t.Run(name, func(t *testing.T) {
			doc := Document(name, []byte(test.doc))
			parsetest.Sound(t, &doc)
			title := ""
			if len(doc.Talks) > 0 {
				title = doc.Talks[0].Title
			}
			if title != test.title {
				t.Errorf("title %.80q, want %q; problems %v", title, test.title, doc.Problems)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	utf16 := func(s string, order ...int) []byte {
		var b []byte
		for _, r := range s {
			pair := [2]byte{byte(r), byte(r >> 8)}
			b = append(b, pair[order[0]], pair[order[1]])
		}
		return b
	}
	const text = "<?xml version='1.0' encoding='utf-16'?><schedule><event><title>Grüße</title></event></schedule>"
	for encoding, data := range map[string][][]byte{
		"utf-8":        {[]byte(strings.Replace(text, "utf-16", "utf-8", 1)), []byte("\ufeff" + text)},
		"utf-16le":     {utf16("\ufeff"+text, 0, 1), utf16(text, 0, 1)},
		"utf-16be":     {utf16("\ufeff"+text, 1, 0), utf16(text, 1, 0)},
		"windows-1252": {[]byte("<?xml version='1.0' encoding='ISO-8859-1'?><schedule><event><title>Gr\xfc\xdfe</title></event></schedule>")},
		"gbk":          {[]byte("<?xml version='1.0' encoding=\"GB2312\"?><schedule><event><title>Gr\xa8\xb9\xdf\xdfe</title></event></schedule>")},
	} {
		for i, data := range data {
			doc := Document("", data)
			if doc.Encoding != encoding || len(doc.Talks) != 1 || encoding != "gbk" && doc.Talks[0].Title != "Grüße" {
				t.Errorf("%s %d: got %s, %+v", encoding, i, doc.Encoding, doc.Talks)
			}
		}
	}
	if doc := sample(t, "latin1.xml"); doc.Talks[0].Title != "Über alles" || doc.Talks[0].Slot.Room != "Sääl" || doc.Name != "Café" {
		t.Errorf("latin-1: %+v", doc)
	}
}

func pack(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGzip(t *testing.T) {
	data := sampleBytes(t, "three.xml")
	packed := pack(t, data)
	doc := Document("three.xml", packed)
	plain := sample(t, "three.xml")
	if doc.Encoding != "utf-8, gzip" || !slices.Equal(parsetest.Outline(&doc), parsetest.Outline(&plain)) {
		t.Errorf("%s: %q", doc.Encoding, parsetest.Outline(&doc))
	}
	cut := Document("", packed[:len(packed)*3/4])
	if len(cut.Talks) == 0 || len(cut.Problems) == 0 || cut.Problems[0].What != "the gzip data ends in the middle" {
		t.Errorf("cut off: %q", parsetest.Outline(&cut))
	}
	bomb := Document("", pack(t, make([]byte, maxInflated+1)))
	if len(bomb.Problems) != 1 || bomb.Problems[0].What != "unpacks to more than 64 MiB" {
		t.Errorf("bomb: %v", bomb.Problems)
	}
	if twice := Document("", pack(t, packed)); len(twice.Talks) != 0 {
		t.Errorf("packed twice: %q", parsetest.Outline(&twice))
	}
}

// FuzzDocument feeds every format: whatever comes is told from its content.
func FuzzDocument(f *testing.F) {
	for _, data := range samples(f) {
		f.Add(data)
		f.Add(pack(f, data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc := Document("f", data)
		parsetest.Sound(t, &doc)
	})
}

// TestLongNamesOfMany refers to a name that is far too long. Were it kept as a
// whole, each of many talks would take as long to read as the file.
func TestLongNamesOfMany(t *testing.T) {
	long := strings.Repeat("a", 3*draft.MaxLine)
	for name, doc := range map[string]string{
		"a room":     `{"talks": [{"title": "A", "abstract": "x", "room": 1}], "rooms": [{"id": 1, "name": "` + long + `"}]}`,
		"a speaker":  `{"talks": [{"title": "A", "speakers": ["k"]}], "speakers": [{"id": "k", "name": "` + long + `"}]}`,
		"a category": `{"categories": [{"title": "Track", "items": [{"id": 1, "name": "` + long + `"}]}], "sessions": [{"title": "A", "abstract": "x", "categoryItems": [1]}]}`,
		"a timetable": `{"schedule": {"d": {"date": "2025-06-30", "timeslots": [{"startTime": "10:10", "endTime": "11:00", "sessions": [{"items": ["k"]}]}], "tracks": [{"title": "` + long + `"}]}},
"sessions": {"k": {"title": "A", "description": "x"}}}`,
		"a conference": `{"conference": {"title": "` + long + `"}, "talks": [{"title": "A", "abstract": "x"}]}`,
		"a calendar":   "BEGIN:VCALENDAR\nX-WR-CALNAME:" + long + "\nBEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR\n",
	} {
		t.Run(name, func(t *testing.T) {
			doc := Document("f", []byte(doc))
			if len(doc.Talks) != 1 {
				t.Fatalf("%d talks", len(doc.Talks))
			}
			talk := &doc.Talks[0]
			named := talk.Conference + talk.Slot.Room + talk.Slot.Track
			for _, p := range talk.Speakers {
				named += p.Name
			}
			if len(named) == 0 || len(named) > draft.MaxLine {
				t.Errorf("the name has %d bytes, at most %d are kept", len(named), draft.MaxLine)
			}
		})
	}
}
