package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const twoTalks = `Private key protection

Keys in hardware.


Ambient Mesh 下载PPT

A mesh without <sidecars>.
`

func runWith(t *testing.T, stdin string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(args, streams{strings.NewReader(stdin), &out, &errs})
	return out.String(), errs.String(), code
}

func TestSearchAndList(t *testing.T) {
	file := filepath.Join(t.TempDir(), "talks.txt")
	if err := os.WriteFile(file, []byte(twoTalks), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		args   []string
		stdin  string
		stdout string
		code   int
	}{
		{name: "hits", args: []string{"search", "mesh", file}, stdout: "ambient-mesh\tAmbient Mesh\n"},
		{name: "stdin", args: []string{"search", "key", "-"}, stdin: twoTalks, stdout: "private-key-protection\tPrivate key protection\n"},
		{name: "no hit", args: []string{"search", "giraffe", file}, code: 1},
		{name: "list", args: []string{"list", file}, stdout: "private-key-protection\tPrivate key protection\nambient-mesh\tAmbient Mesh\n"},
		{name: "limit", args: []string{"list", "--limit", "1", file}, stdout: "private-key-protection\tPrivate key protection\n"},
		{name: "no query", args: []string{"search"}, code: 2},
		{name: "bad limit", args: []string{"list", "--limit", "-1", file}, code: 2},
		{name: "no file", args: []string{"list", filepath.Join(t.TempDir(), "none")}, code: 2},
		{name: "twice stdin", args: []string{"search", "--batch", "-", "-"}, code: 2},
		{
			name: "batch", args: []string{"search", "--batch", "-", "--limit", "1", file}, stdin: "\"key protection\"\ngiraffe\n",
			stdout: `{"query":"\"key protection\"","total":1,"weak":false,"talks":[{"id":"private-key-protection",`,
		},
	} {
		stdout, stderr, code := runWith(t, c.stdin, c.args...)
		if c.name == "batch" {
			lines := strings.Split(strings.TrimSuffix(stdout, "\n"), "\n")
			if len(lines) != 2 || !strings.HasPrefix(lines[0], c.stdout) || lines[1] != `{"query":"giraffe","total":0,"weak":false,"talks":[]}` {
				t.Errorf("batch prints %q", stdout)
			}
			continue
		}
		if stdout != c.stdout || code != c.code || (code == 2) != (stderr != "") {
			t.Errorf("%s: %q, %q, exit %d; want %q, exit %d", c.name, stdout, stderr, code, c.stdout, c.code)
		}
	}
}

func TestSearchJSON(t *testing.T) {
	stdout, _, _ := runWith(t, twoTalks, "search", "--json", "mesh", "-")
	var doc struct {
		Query string
		Total int
		Talks []map[string]any
	}
	if err := json.Unmarshal([]byte(stdout), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Query != "mesh" || doc.Total != 1 || len(doc.Talks) != 1 {
		t.Fatalf("the answer is %+v", doc)
	}
	want := map[string]any{"id": "ambient-mesh", "title": "Ambient Mesh", "abstract": "A mesh without <sidecars>.", "slides": true, "source": "standard input:6"}
	for key, value := range want {
		if doc.Talks[0][key] != value {
			t.Errorf("%s is %v, want %v", key, doc.Talks[0][key], value)
		}
	}
	if len(doc.Talks[0]) != len(want) {
		t.Errorf("fields that the talk does not have: %v", doc.Talks[0])
	}
}
