package pentabarf

import (
	"slices"
	"strings"
	"testing"

	"talks/catalog"
	"talks/catalog/parse/parsetest"
)

// TestOutlines reads small documents, most with a fault.
func TestOutlines(t *testing.T) {
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"day change", `<schedule><conference><city>Brussels</city><day_change>09:00:00</day_change></conference>
<day date="2018-02-03"><event id="1"><title>A</title><start>08:59</start></event></day></schedule>`,
			[]string{`2 1 "A" 2018-02-04T08:59+01:00 of 2018-02-03`}},
		{"no zone", `<schedule><day date="2018-02-03"><event id="1"><title>A</title><start>8:5</start></event></day></schedule>`,
			[]string{`1 1 "A" 2018-02-03T08:05`}},
		{"wafer's offset for want of a zone", `<schedule><day date="2017-08-05"><event id="1"><title>A</title><date>2017-08-05T10:00:00+00:00</date><start>10:00</start></event></day></schedule>`,
			[]string{`1 1 "A" 2017-08-05T10:00`}},
		{"UTC beside the venue's clock", `<schedule><day date="2017-08-05"><event id="1"><title>A</title><date>2017-08-05T10:00:00+00:00</date><start>12:00</start></event></day></schedule>`,
			[]string{`1 1 "A" 2017-08-05T10:00Z`}},
		{"UTC by its name", `<schedule><conference><time_zone_name>UTC</time_zone_name></conference><day date="2017-08-05"><event id="1"><title>A</title><date>2017-08-05T10:00:00+00:00</date><start>10:00</start></event></day></schedule>`,
			[]string{`1 1 "A" 2017-08-05T10:00Z`}},
		{"UTC by its day", `<schedule><day date="2017-08-05" start="2017-08-05T09:00:00+00:00"><event id="1"><title>A</title><date>2017-08-05T10:00:00+00:00</date><start>10:00</start></event></day></schedule>`,
			[]string{`1 1 "A" 2017-08-05T10:00Z`}},
		{"a zone by the city", `<schedule><conference><city>Berlin</city></conference><day date="2011-12-27"><event id="1"><title>A</title><start>10:00</start></event></day></schedule>`,
			[]string{`1 1 "A" 2011-12-27T10:00+01:00`}},
		{"nights", `<schedule><day date="2017-12-27" start="2017-12-27T10:00:00+01:00"><event id="1"><title>A</title><date>2017-12-28T00:30:00+01:00</date><start>00:30</start></event></day>
<day date="n/a"><event id="2"><title>B</title><date>2017-12-28T00:30:00+01:00</date></event></day></schedule>`,
			[]string{`1 1 "A" 2017-12-28T00:30+01:00 of 2017-12-27`, `2 2 "B" 2017-12-28T00:30+01:00`}},
		{"offset of the day", `<schedule><day start="2018-07-03T09:00:00+03:00"><event id="1"><title>A</title><start>10:00</start></event></day></schedule>`,
			[]string{`1 1 "A" 2018-07-03T10:00+03:00`}},
		{"unknown zone", `<schedule><conference><time_zone_name>../../etc</time_zone_name></conference><day date="2018-02-03"><event><title>A</title><start>10:00</start></event></day></schedule>`,
			[]string{`1  "A" 2018-02-03T10:00`, `: a time zone that is not known, "../../etc"`}},
		{"entries", `<schedule><day date="2014-07-21"><entry id="1"><category>Keynote</category><start>0930</start><duration>30</duration><title>A</title>
<speakers><speaker id="7"><name>Ada</name><description>Wrote it.</description></speaker></speakers></entry><entry id="2"><title>B</title></day></schedule>`,
			[]string{`1 1 "A" 2014-07-21T09:30 30m0s`, `2 2 "B"`, `:2: a start tag without its end tag, "entry"`}},
		{"year 0", `<schedule><event><title>A</title><date>0000-01-01T10:00:00Z</date></event></schedule>`,
			[]string{`1  "A"`, `:1: a date that cannot be read, "0000-01-01T10:00:00Z"`}},
		{"year 0 in its zone", `<schedule><conference><time_zone_name>UTC</time_zone_name></conference><event><title>A</title><date>0001-01-01T00:00:00+01:00</date></event></schedule>`,
			[]string{`1  "A"`, `:1: a date that cannot be read, "0001-01-01T00:00:00+01:00"`}},
		{"year 99999", `<schedule><day date="99999-01-01"><event><title>A</title><start>10:00</start><duration>1e9</duration></event></day></schedule>`,
			[]string{`1  "A"`, `:1: a date that cannot be read, "99999-01-0"`, `:1: a duration that cannot be read, "1e9"`}},
		{"unclosed", "<schedule>\n<event id='1'><title>A</title>\n<event id='2'><title>B<abstract>x</abstract></event>\n<event id='3'><title>C</tit",
			[]string{`2 1 "A"`, `3 2 "B"`, `4 3 "C"`, `:3: a start tag without its end tag, "title"`, `:4: a damaged tag, "</tit"`,
				`:4: the file ends in the middle of "title"`, `:2: a start tag without its end tag, "event"`}},
		{"tags in a field", `<schedule><event><title>A <b>b</b> &amp; c</title></event></schedule>`, []string{`1  "A b & c"`}},
		{"an address for a slug", `<schedule><event id="1"><title>A</title><slug>https://example.org/#a</slug><duration>013000</duration></event></schedule>`, []string{`1 1 "A" 1h30m0s`}},
		{"xcal", "<iCalendar xmlns:pentabarf='http://pentabarf.org'><vcalendar><x-wr-calname>C</x-wr-calname><vevent><uid>6@c</uid><pentabarf:event-id>6</pentabarf:event-id>\n" +
			"<pentabarf:title>A</pentabarf:title><dtstart>20250808T113000</dtstart><dtend>20250808T130000</dtend><duration>1.5H</duration><summary>A- B</summary><url>events/6.html</url></vevent>\n<vevent><uid>7@c</uid><summary>B</summary></vevent></vcalendar></iCalendar>",
			[]string{`1 6 "A" 2025-08-08T11:30 1h30m0s`, `3 7@c "B"`}},
		{"a web page", `<!DOCTYPE html><html><body>no</body></html>`, []string{`: a web page, not a schedule`}},
		{"nothing", `<?xml version="1.0"?><schedule/>`, []string{`: no talks found`}},
		{"a feed of events", `<?xml version="1.0"?><feed><event><title>A</title></event></feed>`, []string{`1  "A"`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := parsetest.Document(Parse, test.doc)
			parsetest.Same(t, parsetest.Outline(&doc), test.want)
		})
	}
}

// TestDamage holds that no talk is lost without a word.
func TestDamage(t *testing.T) {
	one, two, three := "<event id='1'><title>One</title><abstract>a</abstract></event>\n", "<event id='2'><title>Two</title><abstract>a</abstract></event>\n", "<event id='3'><title>Three</title></event>\n"
	const end = "</room></day></schedule>"
	for _, test := range []struct {
		name, events string
		want         []string
	}{
		{"a start tag, its name", one + strings.Replace(two, "<event", "<e~ent", 1) + three + end,
			[]string{`2 1 "One"`, `4 3 "Three"`, `:3: a damaged tag, "<e~ent id='2'>"`, `:3: an end tag without its start tag, "event"`, `:3: a start tag without its end tag, "e"`}},
		{"a start tag, another name", one + strings.Replace(two, "<event", "<evenu", 1) + three + end,
			[]string{`2 1 "One"`, `4 3 "Three"`, `:3: an end tag without its start tag, "event"`, `:3: a start tag without its end tag, "evenu"`}},
		{"no start tag", one + strings.Replace(two, "<event id='2'>", "", 1) + three + end,
			[]string{`2 1 "One"`, `4 3 "Three"`, `:3: an end tag without its start tag, "event"`}},
		{"an end tag", one + strings.Replace(two, "</event>", "</event<", 1) + three + end,
			[]string{`2 1 "One"`, `3 2 "Two"`, `4 3 "Three"`, `:3: a damaged tag, "</event"`}},
		{"a comment that never ends", one + "<!-- " + two + three + end,
			[]string{`2 1 "One"`, `3 2 "Two"`, `4 3 "Three"`, `:3: no end of what starts with "<!--"`}},
		{"a comment that ends where another does", one + "<!-- x -- >" + two + "<!-- y -->" + three + end,
			[]string{`2 1 "One"`, `3 2 "Two"`, `4 3 "Three"`, `:3: no end of what starts with "<!--"`}},
		{"CDATA that never ends", one + strings.Replace(two, "<abstract>", "<abstract><![CDATA[", 1) + three + end,
			[]string{`2 1 "One"`, `3 2 "Two"`, `4 3 "Three"`, `:3: no end of what starts with "<![CDATA["`}},
		{"cut off in a start tag", one + "<event id='2'", []string{`2 1 "One"`, `:3: a damaged tag, "<event id='2'"`, `:1: the file ends in the middle of "room"`}},
		{"cut off between events", one, []string{`2 1 "One"`, `:1: the file ends in the middle of "room"`}},
		{"two in one", one + strings.Replace(two, "</event>\n", "", 1) + strings.Replace(three, "<event id='3'>", "\n", 1) + end,
			[]string{`2 1 "One"`, `3 2 "Two"`, `:4: one event has twice a "title"`}},
		{"in upper case", strings.ToUpper(one) + two + end, []string{`2 1 "ONE"`, `3 2 "Two"`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := parsetest.Document(Parse, "<schedule><day date='2026-01-31'><room name='r'>\n"+test.events)
			parsetest.Same(t, parsetest.Outline(&doc), test.want)
		})
	}
}

func TestOldPentabarf(t *testing.T) {
	doc := parsetest.Document(Parse, parsetest.File(t, "testdata/old.xml"))
	want := []string{
		`9 7 "Ada on Rails" 2012-02-04T13:30+01:00 30m0s`,
		`26 7 "A night talk about nothing" 2012-02-05T00:30+01:00 of 2012-02-04 25m0s`,
		`:26: an event without a title, its first words stand in`,
		`:33: an event with neither a title nor a text, left out`,
	}
	if got := parsetest.Outline(&doc); !slices.Equal(got, want) {
		t.Errorf("got\n  %s", strings.Join(got, "\n  "))
	}
	ada := doc.Talks[0]
	if ada.Abstract != "Users' freedom\nnow." || ada.Slot.Room != "UD2.218A" || !ada.Slides {
		t.Errorf("abstract %q, room %q, slides %v", ada.Abstract, ada.Slot.Room, ada.Slides)
	}
	links := []catalog.Link{
		{Title: "Video recording", URL: "https://video.example.org/7.webm", Kind: catalog.LinkRecording},
		{Title: "Talk slides (slides)", URL: "https://example.org/7.pdf", Kind: catalog.LinkSlides},
		{URL: "https://example.org/7"},
		{Title: "Submit feedback", URL: "https://example.org/rate", Kind: catalog.LinkFeedback},
	}
	if !slices.Equal(ada.Links, links) {
		t.Errorf("links %v", ada.Links)
	}
}

// TestEntry reads an entry as EuroPython exports it.
func TestEntry(t *testing.T) {
	doc := parsetest.Document(Parse, `<schedule><day date="2014-07-22"><entry id="4"><category>Talk</category><audience>Novice</audience><topics><topic>Web</topic></topics>
<start>1100</start><duration>45</duration><room id="1">C01</room><title>A</title><speakers><speaker id="7"><name>Ada</name><description>Wrote it.</description><image>https://example.org/a.png</image></speaker></speakers></entry></day></schedule>`)
	want := []string{`4 A @Ada ~Wrote it. track:Web room:C01 type:Talk 2014-07-22T11:00 45m0s`}
	if got := parsetest.Told(&doc); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestBiographies(t *testing.T) {
	for name, doc := range map[string]string{
		"after the events":  `<schedule><event><title>A</title><persons><person id="1">Ada</person></persons></event><persons><person id="1"><name>Ada</name><biography>&lt;p&gt;Wrote it.&lt;/p&gt;</biography></person></persons></schedule>`,
		"before the events": `<schedule><persons><person id="1"><name>Ada</name><biography>Wrote it.</biography><extended_biography>Wrote it.</extended_biography></person></persons><event><title>A</title><persons><person id="1">Ada</person></persons></event></schedule>`,
	} {
		t.Run(name, func(t *testing.T) {
			got := parsetest.Document(Parse, doc)
			want := []catalog.Person{{Name: "Ada", Biography: "Wrote it."}}
			if len(got.Talks) != 1 || !slices.Equal(got.Talks[0].Speakers, want) {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func FuzzPentabarf(f *testing.F) {
	parsetest.Fuzz(f, Parse, "../testdata/three.xml", "../testdata/latin1.xml", "testdata/old.xml")
}

// BenchmarkPentabarf measures events like those of FOSDEM 2026, which have
// three kilobytes each, a third of them in tags.
func BenchmarkPentabarf(b *testing.B) {
	const text = "&lt;p&gt;The talk shows how a program reads &lt;a href=\"https://example.org/files\"&gt;files&lt;/a&gt; that others have written, " +
		"what it does where they are damaged, and why that is worth the time of those who keep it.&lt;/p&gt;\n\n"
	event := `
      <event guid="c4a1b7e2-0000-5000-8000-000000000001" id="1">
        <date>2026-01-31T10:30:00+01:00</date>
        <start>10:30</start>
        <duration>00:25</duration>
        <room>H.1302 (Depage)</room>
        <slug>example-reading-files</slug>
        <url>https://fosdem.org/2026/schedule/event/EXAMPL-reading-files/</url>
        <title>Reading the files of others</title>
        <subtitle/>
        <track slug="main">Main Track</track>
        <type>devroom</type>
        <language>en</language>
        <abstract>` + strings.Repeat(text, 5) + `</abstract>
        <feedback_url>https://pretalx.example.org/fosdem-2026/talk/EXAMPL/feedback/</feedback_url>
        <persons>
          <person id="11">Ada Example</person>
          <person id="12">Bob Sample</person>
        </persons>
        <attachments>
          <attachment type="slides" href="/2026/events/attachments/EXAMPL/slides/1/reading.pdf">Slides</attachment>
        </attachments>
        <links>
          <link href="https://video.fosdem.org/2026/h1302/EXAMPL-reading-files.av1.webm">Video recording (AV1/WebM) - 91.0 MB</link>
          <link href="https://example.org/code">Source code</link>
        </links>
      </event>`
	doc := `<?xml version="1.0"?><schedule><conference><title>C</title></conference><day date="2026-01-31"><room name="R">` + event + `</room></day></schedule>`
	parsetest.Measure(b, Parse, doc, "\n      <event", "</event>", "")
}
