package records

import (
	"strings"
	"testing"

	"talks/catalog/parse/parsetest"
	"talks/catalog/parse/records/tree"
)

func TestXML(t *testing.T) {
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"papers in sessions", parsetest.File(t, "testdata/program.xml"), []string{
			`17 A review of arrays & gates @Ada Example @Bob Sample track:Invited 2026-05-16T10:45-07:00 18m0s abstract:Trends are reviewed,/and compared.`,
			`18 Latches @Bob Sample track:Invited 2026-05-16T11:03-07:00 abstract:Sturdy ones.//Small ones.`,
			`A2 Keynote @Chloé Beispiel room:Hall 2026-05-16T13:15-07:00 1h0m0s`,
		}},
		{"attributes", `<c name="C"><sessions><session id="1" track="Web"><title>One</title><start>2024-05-01T10:00:00Z</start><room id="r">Hall</room><speakers><speaker id="7"><name>Ada</name></speaker></speakers></session>
<session id="2"><title>Two</title><start>2024-05-01T11:00:00Z</start><speaker>Bob</speaker></session></sessions></c>`,
			[]string{`1 One @Ada track:Web room:Hall 2024-05-01T10:00Z`, `2 Two @Bob 2024-05-01T11:00Z`}},
		{"of one program", `<ArrayOfX><X><SessionName>Lunch</SessionName><SessionStart>2024-05-01T12:00:00Z</SessionStart><SpeakerName>-</SpeakerName></X>
<X><SessionName>Tests</SessionName><SessionStart>2024-05-01T13:00:00Z</SessionStart><SessionDescription>All of them.</SessionDescription><SpeakerName>Ada</SpeakerName><RoomName>R1</RoomName></X></ArrayOfX>`,
			[]string{` Lunch @- 2024-05-01T12:00Z`, ` Tests @Ada room:R1 2024-05-01T13:00Z description:All of them.`}},
		{"cut off", `<talks><talk><title>One</title><speaker>Ada</speaker></talk><talk><title>Two</title><speaker>Bo`,
			[]string{` One @Ada`, ` Two @Bo`, `:1: the file ends in the middle of "speaker"`}},
		{"ends missing and left over", `<talks><talk><title>One</title></x><speaker>Ada</talk><talk><title>Two</title><speaker>Bob</speaker></talk></talks>`,
			[]string{` One @Ada`, ` Two @Bob`, `:1: an end tag without its start tag, "x"`, `:1: a start tag without its end tag, "speaker"`}},
		{"a text between elements", `<talks><talk><title>One</title>x<speaker>Ada</speaker></talk><talk><title>Two</title><speaker>Bob</speaker></talk></talks>`,
			[]string{` One @Ada`, ` Two @Bob`, `:1: a text between the elements of "talk", passed over`}},
		{"a feed", `<?xml version="1.0"?><rss><channel><title>Blog</title><item><title>A post</title><description>Text</description><pubDate>Mon, 02 Jan 2006 15:04:05 GMT</pubDate></item>
<item><title>B</title><description>Text</description><pubDate>Mon, 02 Jan 2006 15:04:05 GMT</pubDate></item></channel></rss>`, []string{`: no schedule that talks knows, its first element is "rss"`}},
		{"a schema", `<?xml version="1.0"?><xs:schema><xs:element name="event"/></xs:schema>`, []string{`: no schedule that talks knows, its first element is "schema"`}},
		{"a project", `<?xml version="1.0"?><project><name>p</name><description>d</description><dependencies><dependency><name>a</name><version>1</version></dependency></dependencies></project>`, []string{`: no schedule that talks knows, its first element is "project"`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if !tree.IsXML([]byte(test.doc)) && test.name != "cut off" {
				t.Error("not taken for XML")
			}
			doc := parsetest.Document(ParseXML, test.doc)
			parsetest.Same(t, parsetest.Told(&doc), test.want)
		})
	}
}

// TestHostileXML holds that what is cheap to write is cheap to read.
func TestHostileXML(t *testing.T) {
	for name, doc := range map[string]string{
		"deep":        strings.Repeat("<a>", 100_000),
		"wide":        "<a>" + strings.Repeat("<b/>", 100_000) + "</a>",
		"many pieces": "<a>" + strings.Repeat("x<!-- -->", 100_000) + "</a>",
		"no ends":     strings.Repeat("<a>x</b>", 100_000),
	} {
		t.Run(name, func(t *testing.T) {
			got := parsetest.Document(ParseXML, doc)
			parsetest.Sound(t, &got)
		})
	}
}

func FuzzXML(f *testing.F) {
	parsetest.Fuzz(f, ParseXML, "testdata/program.xml")
}
