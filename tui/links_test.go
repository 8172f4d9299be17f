package tui

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"talks/catalog"
	"talks/tui/detail"
)

// browser takes note of what it is to open.
type browser struct {
	opened []string
	err    error
}

func (b *browser) open(url string) error {
	b.opened = append(b.opened, url)
	return b.err
}

func TestLinks(t *testing.T) {
	const quoted = "https://example.org/a%20b?q=%24%28touch%20x%29;y"
	tests := []struct {
		keys   []string
		opened string
		says   string
	}{
		{[]string{"o", "enter"}, "https://example.org/slides.pdf", "opened https://example.org/slides.pdf"},
		{[]string{"enter", "o", "down", "enter"}, "https://example.org/video", "opened https://example.org/video"},
		{[]string{"tab", "o", "r", "e", "c", "enter"}, "https://example.org/video", "opened"},
		{[]string{"o", "end", "enter"}, "", "not opened, it is no web address: mailto:ada@example.org"},
		{[]string{"o", "esc"}, "", "/ to find"},
		{[]string{"j", "o"}, quoted, "opened " + quoted},
		{[]string{"j", "j", "enter", "o"}, "", "not opened, it is no web address: file:///bin/sh"},
		{[]string{"G", "o"}, "", "no links"},
		{[]string{"/", "z", "q", "x", "esc", "o"}, "", "no hits"},
	}
	for _, test := range tests {
		t.Run(strings.Join(test.keys, " "), func(t *testing.T) {
			b := &browser{}
			d := drive(t, Options{Catalog: conference(), Follow: b.open}, 80, 24)
			d.keys(test.keys...)
			if got := strings.Join(b.opened, " "); got != test.opened {
				t.Errorf("opened %q, want %q", got, test.opened)
			}
			d.shows(test.says)
		})
	}
}

func TestLinksAreShownWhole(t *testing.T) {
	d := drive(t, Options{Catalog: conference()}, 80, 24)
	d.keys("o")
	d.shows("╭─ links Talk 1 about kube ──", "│┃ [1] slides: Cards  https://example.org/slides.pdf", "│  [2] recording      https://example.org/video")
}

// Where nothing opens a link it goes to the terminal's clipboard, and nobody
// claims that it arrived.
func TestLinkThatCannotBeOpened(t *testing.T) {
	for name, open := range map[string]func(string) error{
		"links cannot be opened here": nil,
		"no display":                  (&browser{err: errors.New("no display")}).open,
	} {
		d := drive(t, Options{Catalog: conference(), Follow: open}, 120, 24)
		d.keys("o", "enter")
		d.shows(name + ", sent to the terminal's clipboard: https://example.org/slides.pdf")
		if want := tea.Raw(ansi.SetSystemClipboard("https://example.org/slides.pdf"))(); d.said[len(d.said)-1] != want {
			t.Errorf("said %v, want %v", d.said[len(d.said)-1], want)
		}
	}
}

func TestWebAddress(t *testing.T) {
	tests := []struct{ link, want string }{
		{"https://example.org", "https://example.org"},
		{" HTTP://example.org/ü ", "http://example.org/%C3%BC"},
		{"https://example.org/$(touch x);y'\"`", "https://example.org/%24%28touch%20x%29;y%27%22%60"},
		{"https://example.org/?q=$(calc.exe)&r=\"`a`\"|<b>{c}^\\#'!'", "https://example.org/?q=%24%28calc.exe%29&r=%22%60a%60%22%7C%3Cb%3E%7Bc%7D%5E%5C#%27%21%27"},
		{"https://user:$pass@example.org/", "https://user:%24pass@example.org/"},
		{"https://example.org/a%20b;c?d=e%24f&g", "https://example.org/a%20b;c?d=e%24f&g"},
		{"https://[::1]:8080/~a", "https://[::1]:8080/~a"},
		{"https://münchen.example/", "https://m%C3%BCnchen.example/"},
		{"https://$(calc)/", ""},
		{"https://\"$(calc)\"/", ""},
		{"https://a'b/", ""},
		{"https://a;b/", ""},
		{"javascript:alert(1)", ""},
		{"file:///etc/passwd", ""},
		{"mailto:a@b", ""},
		{"example.org", ""},
		{"--help", ""},
		{"https:///nowhere", ""},
		{"https:opaque", ""},
		{"https://a b/", ""},
		{"http://[::1", ""},
		{"", ""},
	}
	for _, test := range tests {
		got, ok := detail.WebAddress(test.link)
		if got != test.want || ok != (test.want != "") {
			t.Errorf("%q is %q %t, want %q", test.link, got, ok, test.want)
		}
	}
}

// A copy has what one tells somebody of a talk.
func TestCopy(t *testing.T) {
	talk := catalog.Talk{
		Title: "Kernels", Speakers: []catalog.Person{{Name: "Ada"}, {Name: "Grace"}},
		Slot:  catalog.Slot{Start: time.Date(2026, 1, 31, 13, 40, 0, 0, time.FixedZone("CET", 3600)), Duration: 20 * time.Minute, Room: "AW1.126"},
		Links: []catalog.Link{{URL: "mailto:a@example.org"}, {URL: "https://example.org/t"}},
	}
	d := drive(t, Options{Catalog: catalogOf(talk)}, 100, 30)
	d.keys("y")
	want := "Kernels\nSaturday 31 January 2026, 13:40–14:00 CET · AW1.126\nAda, Grace\nhttps://example.org/t\n"
	if got := d.said[len(d.said)-1]; got != tea.Raw(ansi.SetSystemClipboard(want))() {
		t.Errorf("copied is %q, want %q", got, want)
	}
	d.shows("sent to the terminal's clipboard: Kernels")

	d.keys("Y")
	d.shows("╭─ copy Kernels ", "text", "address   https://example.org/t", "title     Kernels", "Markdown  ## Kernels", "JSON      {", "BibTeX    @misc{")
	d.keys("down", "enter")
	if got := d.said[len(d.said)-1]; got != tea.Raw(ansi.SetSystemClipboard("https://example.org/t"))() {
		t.Errorf("copied is %q", got)
	}
	d.shows("sent to the terminal's clipboard: address of Kernels")
	d.keys("Y", "b", "i", "b", "enter")
	if got, ok := d.said[len(d.said)-1].(tea.RawMsg); !ok || !strings.Contains(got.Msg.(string), base64.StdEncoding.EncodeToString([]byte("@misc{"))[:6]) {
		t.Errorf("copied is %q", d.said[len(d.said)-1])
	}
	d.shows("sent to the terminal's clipboard: BibTeX of Kernels")
}
