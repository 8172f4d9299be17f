package parse

import (
	"bytes"
	"testing"
)

// large repeats the events of a sample until a document has about a megabyte.
func large(b *testing.B, name, event, end, between string) []byte {
	data := sampleBytes(b, name)
	from := bytes.Index(data, []byte(event))
	to := bytes.LastIndex(data, []byte(end)) + len(end)
	var doc bytes.Buffer
	doc.Write(data[:from])
	for doc.Len() < 1<<20 {
		doc.Write(data[from:to])
		doc.WriteString(between)
	}
	doc.Write(data[to:])
	return doc.Bytes()
}

// BenchmarkPentabarf measures the reading of XML, HTML and all.
func BenchmarkPentabarf(b *testing.B) {
	measure(b, large(b, "three.xml", "<day ", "</day>", ""))
}

func BenchmarkICal(b *testing.B) {
	measure(b, large(b, "three.ics", "BEGIN:VEVENT", "END:VEVENT\r\n", ""))
}

// BenchmarkJSON measures the reading of schedule.json.
func BenchmarkJSON(b *testing.B) {
	measure(b, large(b, "three.json", `{"id": 101`, `"type": "slides"}]}`, ","))
}

func measure(b *testing.B, data []byte) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if doc := Document("", data); len(doc.Talks) < 1000 {
			b.Fatalf("%d talks", len(doc.Talks))
		}
	}
}
