package parse

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"talks/catalog/parse/parsetest"
)

// repeated is a document with a dozen talks.
func repeated(before, talk, after string) []byte {
	var b strings.Builder
	for i := range 12 {
		fmt.Fprintf(&b, talk, i)
	}
	return []byte(before + b.String() + after)
}

// TestDamageIsTold damages documents and holds that a talk that is lost is told.
// Holes are left out: one from the text of a talk to that of the next makes one
// sound talk of two, which nobody can tell.
func TestDamageIsTold(t *testing.T) {
	tag := regexp.MustCompile(`<[^<>]*>|"[a-z]+":|\r?\n(?:BEGIN|END)[^\n]*`)
	damages := map[string]func(r *rand.Rand, doc []byte) []byte{
		"a bit":   func(r *rand.Rand, doc []byte) []byte { doc[r.IntN(len(doc))] ^= 1 << r.IntN(8); return doc },
		"the end": func(r *rand.Rand, doc []byte) []byte { return doc[:len(doc)/4+r.IntN(len(doc)/2)] },
		"a tag": func(r *rand.Rand, doc []byte) []byte {
			found := tag.FindAllIndex(doc, -1)
			at := found[r.IntN(len(found))]
			return slices.Delete(doc, at[0], at[1])
		},
		"junk": func(r *rand.Rand, doc []byte) []byte {
			return slices.Insert(doc, r.IntN(len(doc)), byte(r.IntN(256)), byte(r.IntN(256)), byte(r.IntN(256)))
		},
	}
	for name, doc := range map[string][]byte{
		"pentabarf": repeated("<?xml version='1.0' encoding='UTF-8'?>\n<schedule>\n<!-- made by hand -->\n<day date='2026-01-31'>\n<room name='R'>\n",
			"<event id='%[1]d'>\n<start>10:00</start>\n<title>Talk %[1]d</title>\n<abstract><![CDATA[<p>Text.</p>]]></abstract>\n<persons><person id='1'>Ada</person></persons>\n<links/></event>\n", "</room>\n</day>\n</schedule>\n"),
		"researchr": repeated("<event>\n<event_details><title>C</title></event_details>\n<subevent><subevent_id>s</subevent_id><title>S</title>\n",
			"<timeslot><slot_id>%[1]d</slot_id><event_id>e</event_id><title>Talk %[1]d</title><date>2024/10/20</date><description>Text.</description></timeslot>\n", "</subevent>\n<timezone_id>UTC</timezone_id>\n</event>\n"),
		"any xml":  repeated("<?xml version='1.0'?>\n<program>\n<talks>\n", "<talk><title>Talk %[1]d</title><speaker>Ada</speaker><abstract>Text.</abstract></talk>\n", "</talks>\n</program>\n"),
		"calendar": repeated("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "BEGIN:VEVENT\r\nUID:%[1]d\r\nSUMMARY:Talk %[1]d\r\nDTSTART:20260131T100000Z\r\nDESCRIPTION:Text\\, te\r\n xt.\r\nEND:VEVENT\r\n", "END:VCALENDAR\r\n"),
		"json":     repeated(`{"talks": [{"id": "x", "title": "First", "abstract": "Text."}`, ",\n"+`{"id": %[1]d, "title": "Talk %[1]d", "abstract": "Text [x].", "speakers": [{"name": "Ada"}]}`, "]}\n"),
		"script":   repeated(`var program = [{"id": "x", "title": "First", "abstract": "Text."}`, ",\n"+`{"id": %[1]d, "title": "Talk %[1]d", "abstract": "Text [x].", "speakers": [{"name": "Ada"}]}`, "];\n"),
	} {
		whole := Document("f", doc)
		if len(whole.Talks) < 12 || len(whole.Problems) > 0 {
			t.Fatalf("%s: %d talks, problems %v", name, len(whole.Talks), whole.Problems)
		}
		for kind, damage := range damages {
			t.Run(name+" "+kind, func(t *testing.T) {
				r := rand.New(rand.NewPCG(1, 2))
				for range 100 {
					data := damage(r, slices.Clone(doc))
					got := Document("f", data)
					parsetest.Sound(t, &got)
					if len(got.Talks) < len(whole.Talks) && len(got.Problems) == 0 {
						t.Fatalf("%d talks of %d and no problem:\n%s", len(got.Talks), len(whole.Talks), data)
					}
				}
			})
		}
	}
}
