package records

import (
	"encoding/json"
	"slices"
	"testing"

	"talks/catalog/parse/clean"
)

func TestJSONString(t *testing.T) {
	for in, want := range map[string]string{
		`""`: "", `"a"`: "a", `"a\"b\\"`: `a"b\`, `"\/\b\f\n\r\t"`: "/\b\f\n\r\t", `"\u00e9\u4e91"`: "é云",
		`"\ud83d\ude00!"`: "😀!", `"\ud83d!"`: "\ufffd!", `"\ud83d\u0041"`: "\ufffdA", `"\x \u12"`: `\x \u12`,
	} {
		if got := jsonString([]byte(in)); got != want {
			t.Errorf("jsonString(%s) = %q, want %q", in, got, want)
		}
	}
}

func TestJSONItems(t *testing.T) {
	for in, want := range map[string][]string{
		`[]`: nil, `[1, "a,]" , {"b":[2]},[ ],null]`: {`1`, `"a,]"`, `{"b":[2]}`, `[ ]`, `null`},
		`{"a":1}`: nil, `7`: nil, `["a" "b"]`: {`"a"`}, `[1,`: {`1`}, `["\\"]`: {`"\\"`}, `[true,-1.5e+3]`: {"true", "-1.5e+3"},
	} {
		var got []string
		for item := range items([]byte(in)) {
			got = append(got, string(item))
		}
		if !slices.Equal(got, want) {
			t.Errorf("items(%s) = %q, want %q", in, got, want)
		}
	}
}

// FuzzJSON holds the scanner against encoding/json on what both can read.
func FuzzJSON(f *testing.F) {
	for _, s := range []string{`{"a":["b",1,{"c":null}]}`, `"\ud83d\ude00"`, `[[],{}]`, `{"A":"\\","b":1e5}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var text string
		if json.Unmarshal(data, &text) == nil && text != "" {
			s := jsonScanner{data: data}
			raw, err := s.value()
			if got := clean.Text(jsonString(raw)); err != nil || got != clean.Text(text) {
				t.Errorf("%q: got %q, want %q, error %v", data, got, text, err)
			}
		}
		var list []json.RawMessage
		if json.Unmarshal(data, &list) == nil && list != nil {
			s := jsonScanner{data: data}
			raw, _ := s.value()
			n := 0
			for item := range items(raw) {
				if n >= len(list) || string(item) != string(list[n]) {
					t.Fatalf("%q: item %d is %q", data, n, item)
				}
				n++
			}
			if n != len(list) {
				t.Errorf("%q: %d items, want %d", data, n, len(list))
			}
		}
	})
}
