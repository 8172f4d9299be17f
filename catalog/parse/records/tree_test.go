package records

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"talks/catalog/parse/clean"
)

// plain is what encoding/json makes of the same value.
func plain(n node) any {
	switch n.kind() {
	case kindBool:
		return n.text() == "true"
	case kindNumber:
		return json.Number(n.text())
	case kindText:
		return n.text()
	case kindList:
		list := []any{}
		for item := range n.items() {
			list = append(list, plain(item))
		}
		return list
	case kindObject:
		object := map[string]any{}
		for m := range n.members() {
			object[m.name().written] = plain(m)
		}
		return object
	}
	return nil
}

// readPlain reads JSON. It gives what stands at its top, and the problems.
func readPlain(data string) (top []any, problems []string) {
	t := readJSON([]byte(data), func(_ int, what, _ string) { problems = append(problems, what) })
	return plain(node{tree: t}).([]any), problems
}

// TestMend holds what a damaged document is read as.
func TestMend(t *testing.T) {
	for name, test := range map[string]struct{ doc, want string }{
		"sound":                    {`{"a": ["b", 1.5, {"c": null}], "d": true}`, `[{"a": ["b", 1.5, {"c": null}], "d": true}]`},
		"lines":                    {"{\"a\": 1}\n{\"a\": 2}", `[{"a": 1}, {"a": 2}]`},
		"a comma too much":         {`{"a": [1, 2,], "b": 3,}`, `[{"a": [1, 2], "b": 3}]`},
		"no comma":                 {`{"a": "x" "b": "y"}`, `[{"a": "x", "b": "y"}]`},
		"another comma":            {`{"a": "x"- "b": "y"}`, `[{"a": "x", "b": "y"}]`},
		"a quote too much":         {`{"a": "x "y" z", "b": "c"}`, `[{"a": "x \"y\" z", "b": "c"}]`},
		"no closing quote":         {`{"a": "x, "b": "y"}`, `[{"a": "x", "b": "y"}]`},
		"no closing quote, lines":  {"{\"a\": \"x,\n\"b\": \"y\"}", `[{"a": "x", "b": "y"}]`},
		"no opening quote":         {`{"a": x and x", "b": "y"}`, `[{"b": "y"}]`},
		"no opening quote, a name": {`{a and a": "x", "b": "y"}`, `[{"b": "y"}]`},
		"no name":                  {`{"x", "b": "y"}`, `[{"b": "y"}]`},
		"no value":                 {`{"a": , "b": "y"}`, `[{"b": "y"}]`},
		"no start of an object":    {`[{"a": 1}, "b": 2}, {"c": 3}]`, `[[{"a": 1}, {"b": 2}, {"c": 3}]]`},
		"no end of an object":      {`[{"a": 1, "b": 2, {"c": 3}]`, `[[{"a": 1, "b": 2}, {"c": 3}]]`},
		"no end of two":            {`[{"a": {"b": 2, {"c": 3}]`, `[[{"a": {"b": 2}}, {"c": 3}]]`},
		"no end of a list":         {`{"a": ["x", "y", "b": "z"}`, `[{"a": ["x", "y"], "b": "z"}]`},
		"a list for an object":     {`[{"a": 1}, ["b": 2}, {"c": 3}]`, `[[{"a": 1}, {"b": 2}, {"c": 3}]]`},
		"an object for a list":     {`{"a": {{"b": 2}], "c": 3}`, `[{"a": [{"b": 2}], "c": 3}]`},
		"a list that ends as one":  {`[{"a": 1], {"b": 2}]`, `[[{"a": 1}], {"b": 2}]`},
		"a damaged literal":        {`{"a": trne, "b": 1}`, `[{"b": 1}]`},
		"the end is missing":       {`{"a": [{"b": "x`, `[{"a": [{"b": "x"}]}]`},
		"more brackets":            {`{"a": 1}]}`, `[{"a": 1}]`},
		"escapes that are none":    {`{"a": "\x \u12 \n\ud83d\ude00"}`, `[{"a": "\\x \\u12 \n😀"}]`},
		"half a letter":            {`["\ud83d!", "\ud83d\u0041"]`, `[["\ufffd!", "\ufffdA"]]`},
		"nothing":                  {"", `[]`},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := readPlain(test.doc)
			gotText, _ := json.Marshal(got)
			var want any
			if err := json.Unmarshal([]byte(test.want), &want); err != nil {
				t.Fatal(err)
			}
			wantText, _ := json.Marshal(want)
			if string(gotText) != string(wantText) {
				t.Errorf("%s\ngot  %s\nwant %s", test.doc, gotText, wantText)
			}
		})
	}
}

// FuzzJSON holds that what encoding/json can read is read the same, without a
// problem.
func FuzzJSON(f *testing.F) {
	for _, s := range []string{`{"a":["b",1,{"c":null}]}`, `"\ud83d\ude00"`, `[[],{}]`, `{"A":"\\","b":-1e5}`, `["a\"b\\", "\/\b\f\n\r\t", true]`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, problems := readPlain(string(data))
		var want any
		if json.Unmarshal(data, &want) != nil || strings.Contains(strings.Join(problems, ""), "nested too deep") {
			return
		}
		if len(problems) > 0 || len(got) != 1 || !reflect.DeepEqual(cleaned(got[0]), cleaned(want)) {
			t.Errorf("%q: got %#v, want %#v, problems %q", data, got, want, problems)
		}
	})
}

// cleaned cleans the texts in a value, and reads its numbers.
func cleaned(v any) any {
	switch v := v.(type) {
	case string:
		return clean.Text(v)
	case json.Number:
		n, _ := v.Float64()
		return n
	case []any:
		for i := range v {
			v[i] = cleaned(v[i])
		}
	case map[string]any:
		object := map[string]any{}
		for name, member := range v {
			object[clean.Text(name)] = cleaned(member)
		}
		return object
	}
	return v
}
