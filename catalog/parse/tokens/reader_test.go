package tokens

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// printed prints the tokens of a document: "<name attribute=value", ">name",
// "text".
func printed(doc string) []string {
	var found []string
	for t := New([]byte(doc), nil); ; {
		switch token := t.Next().(type) {
		case nil:
			return found
		case xml.StartElement:
			tag := "<" + token.Name.Local
			for _, a := range token.Attr {
				tag += " " + a.Name.Local + "=" + a.Value
			}
			found = append(found, tag)
		case xml.EndElement:
			found = append(found, ">"+token.Name.Local)
		case Text:
			found = append(found, string(token))
		}
	}
}

func TestTokens(t *testing.T) {
	for _, test := range []struct {
		doc  string
		want []string
	}{
		{``, nil},
		{`<a>x</a>`, []string{"<a", "x", ">a"}},
		{`<a/><b />`, []string{"<a", ">a", "<b", ">b"}},
		{`<p:a x='>'>y</p:a >`, []string{"<a x=>", "y", ">a"}},
		{`<?xml version="1.0"?><!-- <x> --><a/>`, []string{"<a", ">a"}},
		{`<?xml version="1.1" encoding="klingon"?><!-- -- --><a/>`, []string{"<a", ">a"}},
		{`<!DOCTYPE a [<!ENTITY e "]>">]><a>&e;</a>`, []string{"<a", "&e;", ">a"}},
		{`<a><![CDATA[<b>&amp;]]></a>`, []string{"<a", "<b>&amp;", ">a"}},
		{`1 < 2 <3 <a/>`, []string{"1 ", "<", " 2 ", "<", "3 ", "<a", ">a"}},
		{"a\x00b\x1b ]]> &#27;\xff", []string{"a\x00b\x1b ]]> \x1b\xff"}},
		{`&lt;&gt;&amp;&quot;&apos;`, []string{`<>&"'`}},
		{`&#65;&#x42;&#X43;`, []string{"ABC"}},
		{`&#0;&#xD800;&#x110000;`, []string{"\ufffd\ufffd\ufffd"}},
		{`&;&#;&e;&amp`, []string{"&;&#;&e;&amp"}},
		{`<a one="1 &amp; 2" two = 'it"s' three=3 four>`, []string{`<a one=1 & 2 two=it"s three=3 four=four`}},
		// damaged
		{`<a href="never ends><b>x</b>`, []string{"<a", "<b", "x", ">b"}},
		{"<a x=\"1\" y~=2 z='3\x01'><b>", []string{"<a x=1 z=3\x01", "<b"}},
		{`<a x="1"<b>x</b</a>`, []string{"<a x=1", "<b", "x", ">b", ">a"}},
		{"<a\x01b x='1'>y", []string{"<a x=1", "y"}},
		{`<p:q:a/>x`, []string{"<q", "x"}},
		{`x<a`, []string{"x"}},
		{`x</a`, []string{"x"}},
		{`<`, []string{"<"}},
		{`<!-- never ends <a>`, []string{" never ends ", "<a"}},
		{`<!-- never ends <a><!-- b --><c>`, []string{" never ends ", "<a", "<c"}},
		{`<![CDATA[x</a><![CDATA[y]]>`, []string{"x", ">a", "y"}},
		{`<A ID="1"/><Ab></AB>`, []string{"<a id=1", ">a", "<ab", ">ab"}},
		{`<!bstract><a>`, []string{"<a"}},
		{`<!DOCTYPE never ends <a>`, nil},
		{`<![CDATA[never ends`, []string{"never ends"}},
	} {
		if got := printed(test.doc); !slices.Equal(got, test.want) {
			t.Errorf("%s\n got %q\nwant %q", test.doc, got, test.want)
		}
	}
}

func TestLines(t *testing.T) {
	var lines []string
	s := New([]byte("<a>\n\n<b\n/>\r\n<c x='\n\x01'/>\n<d/></a>"), nil)
	for token := s.Next(); token != nil; token = s.Next() {
		if tag, ok := token.(xml.StartElement); ok {
			lines = append(lines, fmt.Sprintf("%s:%d", tag.Name.Local, s.Line()))
		}
	}
	if got := strings.Join(lines, " "); got != "a:1 b:3 c:5 d:7" {
		t.Errorf("lines %s", got)
	}
}
