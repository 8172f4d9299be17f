package tree

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"talks/catalog/parse/clean"
)

// plain is what encoding/json makes of the same value.
func plain(n Node) any {
	switch n.Kind() {
	case Bool:
		return n.Text() == "true"
	case Number:
		return json.Number(n.Text())
	case Text:
		return n.Text()
	case List:
		list := []any{}
		for item := range n.Items() {
			list = append(list, plain(item))
		}
		return list
	case Object:
		object := map[string]any{}
		for m := range n.Members() {
			object[m.Name().Written] = plain(m)
		}
		return object
	}
	return nil
}

// readPlain reads JSON. It gives what stands at its top, and the problems.
func readPlain(data string) (top []any, problems []string) {
	t := JSON([]byte(data), func(_ int, what, _ string) { problems = append(problems, what) })
	return plain(t.Top()).([]any), problems
}

// TestNotations holds which tree a document is in each notation.
func TestNotations(t *testing.T) {
	problem := func(line int, what, _ string) { t.Errorf("line %d: %s", line, what) }
	columns := Columns{
		Names: slices.Clone[[]string], MaxRows: 2,
		IsList: func(name string) bool { return name == "who" }, Split: strings.Fields,
	}
	body := func(name string) func(*Tree) string { return func(*Tree) string { return name } }
	const page = "---\ntitle: A\n---\n\nx\n"
	const two = `[{"talks":[{"title":"A","who":["b","c"]},{"title":"D"}]}]`
	for name, test := range map[string]struct {
		tree *Tree
		want string
	}{
		"script":            {Script([]byte("// all\nvar talks = [{title: 'A', 'who': [\"b\", `c`]}, {title: 'D',}];"), problem, "title"), two},
		"YAML":              {YAML([]byte("talks:\n- title: A\n  who: [b, c]\n- {title: D}\n"), problem), two},
		"XML":               {XML([]byte(`<talks><talk id="1"><title>A</title><who>b</who><who>c</who></talk><talk id="2"><title>D</title></talk></talks>`), problem), `[[{"id":"1","title":"A","who":["b","c"]},{"id":"2","title":"D"}]]`},
		"CSV":               {CSV([]byte("title;who;;who\nA;b;x;c\nD;;;\nE;;;\nF;;;\nG;;;"), problem, columns), `[[{"title":"A","who":["b","c"]},{"title":"D"},{"title":"E"}]]`},
		"labels":            {Labels([]byte("Title: A\n**Who:** b\nc\n\nTitle: D\n"), strings.ToLower), `[[{"title":"A","who":"b\nc"},{"title":"D"}]]`},
		"a page":            {Page([]byte(page), problem, body("text")), `[[{"text":"x","title":"A"}]]`},
		"a page of another": {Page([]byte(page), problem, body("")), `[{"title":"A"}]`},
	} {
		got, err := json.Marshal(plain(test.tree.Top()))
		if err != nil || string(got) != test.want {
			t.Errorf("%s: got %s, want %s", name, got, test.want)
		}
	}
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

// TestBounds holds how many names of a hostile document are read, and that the
// rest is told.
func TestBounds(t *testing.T) {
	var xml strings.Builder
	for i := range 2 * maxElementNames {
		fmt.Fprintf(&xml, "<a%d b%d=''></a%d>", i, i, i)
	}
	const times = 2 * maxStatements
	for name, test := range map[string]struct {
		read  func(problem func(int, string, string)) *Tree
		names int // at most
		want  string
	}{
		"elements": {func(problem func(int, string, string)) *Tree { return XML([]byte(xml.String()), problem) }, maxElementNames + 3, "too many names"},
		"statements": {func(problem func(int, string, string)) *Tree {
			return Script([]byte(strings.Repeat("a=[]\n", times)), problem, "title")
		}, 2, "too many statements"},
	} {
		told := ""
		tree := test.read(func(_ int, what, _ string) { told += what })
		if len(tree.names) > test.names || len(tree.values) > times || !strings.Contains(told, test.want) {
			t.Errorf("%s: %d names, %d values, told %q", name, len(tree.names), len(tree.values), told)
		}
	}
}

// TestLargeYAML holds that what is too large to be read at once is read in pieces,
// not item by item, which costs a reader each; and that a fault costs one item.
func TestLargeYAML(t *testing.T) {
	const items, bad = 12_000, 6_000
	var told []int
	problem := func(line int, _, _ string) { told = append(told, line) }
	item := "- a: x # " + strings.Repeat("y", 100) + "\n"
	doc := []byte(strings.Repeat(item, bad) + "- a: [x\n" + strings.Repeat(item, items-bad-1))
	tree := YAML(doc, problem)
	line := 0
	for list := range tree.Top().Items() {
		for item := range list.Items() {
			line++
			if got := item.Get("a").Text(); item.Line() != line || (got == "x") != (line != bad+1) {
				t.Fatalf("item %d is on line %d and has %q", line, item.Line(), got)
			}
		}
	}
	if line != items || !slices.Equal(told, []int{bad + 1}) {
		t.Errorf("%d items, told %d", line, told)
	}
	if got := testing.AllocsPerRun(1, func() { YAML(doc, problem) }) / items; got > 20 {
		t.Errorf("%.1f allocations an item", got)
	}
}

// FuzzJSON holds that what encoding/json can read is read the same, without a
// problem.
func FuzzJSON(f *testing.F) {
	for _, s := range []string{`{"a":["b",1,{"c":null}]}`, `"\ud83d\ude00"`, `[[],{}]`, `{"A":"\\","b":-1e5}`, `["a\"b\\", "\/\b\f\n\r\t", true]`} {
		f.Add([]byte(s))
	}
	f.Add([]byte("{\"\xc1\":\"\\\\\",\"\x81\":-1e5}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		data = bytes.ToValidUTF8(data, []byte("\uFFFD")) // as it is decoded before
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

// scriptJSON is the JSON that a script is read as.
func scriptJSON(data string) string {
	s := &scriptReader{in: []byte(data)}
	s.readAll()
	return string(s.out)
}

// FuzzScript holds that each line of a script stays on its line.
func FuzzScript(f *testing.F) {
	f.Add("export const a: T[] = [{b: `c`, ...d}, new Date('2024-05-01')]; module.exports = {a}")
	f.Add("/* a\nb */ var c = {\n  d: 'e' +\n  \"f\", // g\n};\n")
	f.Fuzz(func(t *testing.T, data string) {
		IsScript([]byte(data))
		if lines := strings.Count(scriptJSON(data), "\n"); lines != strings.Count(data, "\n") {
			t.Errorf("%d lines became %d: %q", strings.Count(data, "\n"), lines, data)
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
