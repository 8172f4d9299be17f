package pentabarf

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// tokens prints what a scanner finds: "<name attrs", ">name", "text".
func tokens(doc string) []string {
	var found []string
	s := xmlScanner{data: []byte(doc)}
	for {
		switch s.next() {
		case xmlEnd:
			return found
		case xmlOpen:
			slash := ""
			if s.closed {
				slash = "/"
			}
			found = append(found, "<"+string(s.name)+slash)
		case xmlClose:
			found = append(found, ">"+string(s.name))
		case xmlText:
			found = append(found, s.value())
		}
	}
}

func TestXMLTokens(t *testing.T) {
	for _, test := range []struct {
		doc  string
		want []string
	}{
		{``, nil},
		{`<a>x</a>`, []string{"<a", "x", ">a"}},
		{`<a/><b />`, []string{"<a/", "<b/"}},
		{`<p:a x='>'>y</p:a >`, []string{"<a", "y", ">a"}},
		{`<?xml version="1.0"?><!-- <x> --><a/>`, []string{"<a/"}},
		{`<!DOCTYPE a [<!ENTITY e "]>">]><a>&e;</a>`, []string{"<a", "&e;", ">a"}},
		{`<a><![CDATA[<b>&amp;]]></a>`, []string{"<a", "<b>&amp;", ">a"}},
		{`1 < 2 <3 <a/>`, []string{"1 < 2 <3 ", "<a/"}},
		{`&lt;&gt;&amp;&quot;&apos;`, []string{`<>&"'`}},
		{`&#65;&#x42;&#X43;`, []string{"ABC"}},
		{`&#0;&#xD800;&#x110000;`, []string{"\ufffd\ufffd\ufffd"}},
		{`&;&#;&#x;&nbsp;&amp`, []string{"&;&#;&#x;&nbsp;&amp"}},
		{`<a href="never ends><b>x</b>`, []string{"<a", "<b", "x", ">b"}},
		{`x<a`, []string{"x"}},
		{`x</a`, []string{"x"}},
		{`<`, []string{"<"}},
		{`<!-- never ends <a>`, nil},
		{`<![CDATA[never ends`, []string{"never ends"}},
	} {
		if got := tokens(test.doc); !slices.Equal(got, test.want) {
			t.Errorf("%s\n got %q\nwant %q", test.doc, got, test.want)
		}
	}
}

func TestXMLAttributes(t *testing.T) {
	s := xmlScanner{data: []byte(`<a one="1 &amp; 2" two = 'it"s' three=3 four>`)}
	s.next()
	for name, want := range map[string]string{"one": "1 & 2", "two": `it"s`, "three": "3", "four": "", "five": "", "o": ""} {
		if got := s.attr(name); got != want {
			t.Errorf("%s = %q, want %q", name, got, want)
		}
	}
}

func TestXMLLines(t *testing.T) {
	s := xmlScanner{data: []byte("<a>\n\n<b\n/>\r\n<c/></a>")}
	var lines []string
	for token := s.next(); token != xmlEnd; token = s.next() {
		if token == xmlOpen {
			lines = append(lines, fmt.Sprintf("%s:%d", s.name, s.lineOf(s.start)))
		}
	}
	if got := strings.Join(lines, " "); got != "a:1 b:3 c:5" {
		t.Errorf("lines %s", got)
	}
}
