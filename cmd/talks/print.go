package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"talks/catalog"
)

// A printer prints talks as list and search do.
type printer struct {
	limit   int // 0: all
	asJSON  bool
	now     string // see nowOf
	marks   string // the file of marks, see openMarks
	explain bool   // how the score of each hit came about
}

func (p *printer) addFlags(c *cobra.Command) {
	c.Flags().IntVar(&p.limit, "limit", 0, "print at most `N` talks (0: all)")
	c.Flags().BoolVar(&p.asJSON, "json", false, "print one JSON document")
}

// checkFlags returns what the time is taken to be, or an error if a flag has a
// value that makes no sense.
func (p *printer) checkFlags() (now func([]*catalog.Talk) time.Time, err error) {
	if p.limit < 0 {
		return nil, fmt.Errorf("--limit %d: a limit is not negative", p.limit)
	}
	return nowOf(p.now)
}

// most returns how many of so many talks are printed.
func (p *printer) most(total int) int {
	if p.limit > 0 {
		return min(p.limit, total)
	}
	return total
}

// printLines prints talks for people and for cut. A field that a talk does not
// have is empty.
func printLines(w io.Writer, talks []*catalog.Talk) error {
	for _, t := range talks {
		fields := []string{t.ID, t.Title, t.Text(catalog.Speakers), t.Slot.Track, startOf(t)}
		if _, err := fmt.Fprintln(w, strings.TrimRight(strings.Join(fields, "\t"), "\t")); err != nil {
			return err
		}
	}
	return nil
}

// printJSON prints a document of JSON. It escapes every character that is not
// seen, but for joiners: package json leaves DEL, the control characters above it
// and those that turn the direction of a text, and a query may hold them.
func printJSON(w io.Writer, answer any, indent string) error {
	var plain bytes.Buffer
	enc := json.NewEncoder(&plain)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(answer); err != nil {
		return err
	}
	escaped := make([]byte, 0, plain.Len())
	for _, r := range plain.String() {
		if unicode.IsGraphic(r) || r == '\n' || r == '\u200c' || r == '\u200d' {
			escaped = utf8.AppendRune(escaped, r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			escaped = fmt.Appendf(escaped, `\u%04x`, unit)
		}
	}
	_, err := w.Write(escaped)
	return err
}

// An answerJSON is the answer to one query, or the whole catalog.
type answerJSON struct {
	Query *string    `json:"query,omitempty"`
	Total int        `json:"total"`
	Weak  *bool      `json:"weak,omitempty"` // no hit has all words, or the best rests on a guess
	Talks []talkJSON `json:"talks"`
}

// A talkJSON is one talk as the commands print it; a field that the talk
// does not have is absent.
type talkJSON struct {
	ID          string     `json:"id"`
	Title       string     `json:"title"`
	Subtitle    string     `json:"subtitle,omitempty"`
	Abstract    string     `json:"abstract,omitempty"`
	Description string     `json:"description,omitempty"`
	Speakers    []string   `json:"speakers,omitempty"`
	Track       string     `json:"track,omitempty"`
	Room        string     `json:"room,omitempty"`
	Type        string     `json:"type,omitempty"`
	Language    string     `json:"language,omitempty"`
	Start       string     `json:"start,omitempty"`    // RFC 3339, without an offset if the file names no zone; of a whole day, the date
	Duration    int        `json:"duration,omitempty"` // minutes
	Slides      bool       `json:"slides,omitempty"`
	Links       []linkJSON `json:"links,omitempty"`
	Conference  string     `json:"conference,omitempty"`
	Source      string     `json:"source,omitempty"`
	Near        bool       `json:"near,omitempty"`  // a hit that lacks a word of the query
	Score       *float64   `json:"score,omitempty"` // of a hit
	Breakdown   []partJSON `json:"sum,omitempty"`   // of the score
}

type linkJSON struct {
	Title string `json:"title,omitempty"`
	URL   string `json:"url"`
}

func newTalkJSON(t *catalog.Talk) talkJSON {
	out := talkJSON{
		ID: t.ID, Title: t.Title, Subtitle: t.Subtitle, Abstract: t.Abstract, Description: t.Description,
		Track: t.Slot.Track, Room: t.Slot.Room, Type: t.Type, Language: t.Language,
		Start: startOf(t), Duration: int(t.Slot.Duration / time.Minute),
		Slides: t.Slides, Conference: t.Conference, Source: sourceOf(t),
	}
	for _, p := range t.Speakers {
		out.Speakers = append(out.Speakers, p.Name)
	}
	for _, l := range t.Links {
		out.Links = append(out.Links, linkJSON{Title: l.Title, URL: l.URL})
	}
	return out
}

// startOf returns when a talk starts, or nothing if that is not known.
func startOf(t *catalog.Talk) string {
	if t.Slot.AllDay && !t.Slot.Start.IsZero() {
		return t.Slot.Start.Format(time.DateOnly)
	}
	return timeText(t.Slot.Start)
}

// timeText is a time as RFC 3339, without an offset if it is of no zone; a zero
// time is empty.
func timeText(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case catalog.IsWall(t.Location()):
		return t.Format("2006-01-02T15:04:05")
	}
	return t.Format(time.RFC3339)
}

// sourceOf returns the file a talk was read from, with the line if it is known.
func sourceOf(t *catalog.Talk) string {
	if t.Source.Line == 0 {
		return t.Source.File
	}
	return t.Source.File + ":" + strconv.Itoa(t.Source.Line)
}
