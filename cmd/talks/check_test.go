package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCheck(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"good.xml": "<schedule>\n<event id='1'><title>A</title></event></schedule>",
		"part.xml": "<schedule>\n<event id='1'><title>A</title>",
		"bad.html": "<!doctype html><html></html>",

		"some/a.xsd":    "<?xml version='1.0'?><xs:schema></xs:schema>",
		"some/good.xml": "<schedule><event id='2'><title>B</title></event></schedule>",
		"some/prose":    "just\nsome\nlines",
		"some/z.bin":    "\x00\x01",
		"none/prose":    "just\nsome\nlines",
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const schema = "some/a.xsd: no schedule that talks knows, its first element is \"schema\"\n  hint: a schedule.xml starts with <schedule>\n"
	for _, test := range []struct {
		files []string
		code  int
		want  string
	}{
		{[]string{"good.xml"}, 0, "good.xml: pentabarf xml, utf-8, 1 talk\n"},
		{[]string{"part.xml"}, 1, "part.xml: pentabarf xml, utf-8, 1 talk\n" +
			"part.xml:2: the file ends in the middle of this event\n  hint: get the file again\n"},
		{[]string{"good.xml", "nope", "bad.html"}, 2, "good.xml: pentabarf xml, utf-8, 1 talk\n" +
			"nope: no such file\n" +
			"bad.html: a web page, not a schedule\n  hint: save the schedule.xml or schedule.json that the page links to\n"},
		{[]string{"some"}, 1, schema +
			"some/good.xml: pentabarf xml, utf-8, 1 talk\n" +
			"some/prose: no talks found\n  hint: a talk is a title line, a blank line, then its abstract; two blank lines part talks\n" +
			"some/z.bin: a binary file\n  hint: talks reads schedules and talk lists, which are text\n"},
		{[]string{"some/a.xsd", "good.xml"}, 2, schema + "good.xml: pentabarf xml, utf-8, 1 talk\n"},
		{[]string{"good.xml", "none"}, 2, "good.xml: pentabarf xml, utf-8, 1 talk\n" +
			"none/prose: no talks found\n  hint: a talk is a title line, a blank line, then its abstract; two blank lines part talks\n" +
			"none: no talks in this folder\n  hint: name a schedule file, or a folder that has some\n"},
		{nil, 0, "000_d85d7f52dbd40bdf.txt: seed text, utf-8, 19 talks\n"},
	} {
		args := []string{"check"}
		for _, name := range test.files {
			args = append(args, filepath.Join(dir, name))
		}
		var stdout, stderr bytes.Buffer
		code := run(args, streams{nil, &stdout, &stderr})
		if got := strings.ReplaceAll(stdout.String(), dir+string(filepath.Separator), ""); code != test.code || got != test.want {
			t.Errorf("check %v: %d\n%s%s", test.files, code, got, stderr.String())
		}
	}
}
