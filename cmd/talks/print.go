package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talks/catalog"
	"talks/catalog/export"
	"talks/cmd/talks/completion"
	"talks/cmd/talks/hint"
	"talks/cmd/talks/near"
	"talks/cmd/talks/tty"
)

// A printer prints talks, in the format and with the colours that its flags say.
type printer struct {
	limit   int // 0: all
	format  string
	asJSON  bool
	colour  string
	now     string   // see nowOf
	marks   string   // the file of marks, see openMarks
	friends []string // see readFriends
	explain bool     // how the score of each hit came about
	strict  bool     // no hit that lacks a word

	write func(s streams, sel *export.Selection) error // how the format is written
}

// addFlags gives a command the flags of a printer.
func (p *printer) addFlags(c *cobra.Command, format string) {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	c.Flags().StringVar(&p.format, "format", format, "`FORMAT` is "+strings.Join(names, ", ")+", or a template over the names of the JSON: '{{.Title}} {{.Room}}'")
	c.Flags().BoolVar(&p.asJSON, "json", false, "for --format json")
	c.Flags().StringVar(&p.colour, "color", "auto", "`WHEN` titles stand out: on a terminal (auto), always, never")
	c.MarkFlagsMutuallyExclusive("format", "json")
	_ = c.RegisterFlagCompletionFunc("format", completion.Values(names...))
	_ = c.RegisterFlagCompletionFunc("color", completion.Values("auto", "always", "never"))
}

// checkFlags returns what the time is taken to be, or an error if a flag has a
// value that makes no sense. Whole are the formats that are another for a talk by
// itself.
func (p *printer) checkFlags(whole map[string]export.Format) (now func([]*catalog.Talk) time.Time, err error) {
	if p.limit < 0 {
		return nil, fmt.Errorf("--limit %d: a limit is not negative", p.limit)
	}
	if p.asJSON {
		p.format = "json"
	}
	format, err := formatOf(cmp.Or(p.format, "text"))
	if err != nil {
		return nil, err
	}
	if w, ok := whole[format.Name]; ok {
		format = w
	}
	p.write = func(s streams, sel *export.Selection) error { return p.print(s, format, sel) }
	switch p.colour {
	case "", "auto", "always", "never":
	default:
		return nil, hint.New("--color "+p.colour+": no such choice", "there are auto, always and never")
	}
	return nowOf(p.now)
}

// formatOf returns the format that has a name, or that a template makes.
func formatOf(name string) (export.Format, error) {
	if strings.Contains(name, "{{") {
		f, err := export.ParseTemplate(name)
		return f, withHint(err)
	}
	var names []string
	for _, f := range export.Formats() {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	tip := "there are " + strings.Join(names, ", ") + ", and templates: '{{.Title}}'"
	if meant := near.Of(name, names); meant != "" {
		tip = "did you mean --format " + meant + "?"
	}
	return export.Format{}, hint.New("--format "+name+": no such format", tip)
}

// most returns how many of so many talks are printed.
func (p *printer) most(total int) int {
	if p.limit > 0 {
		return min(p.limit, total)
	}
	return total
}

// print prints talks in a format, through the pager where a terminal would not have
// all of it.
func (p *printer) print(s streams, format export.Format, sel *export.Selection) error {
	if undated := sel.Undated(); format.Name == "ics" && undated > 0 {
		say(s.err, "not in a calendar: "+catalog.Count(undated, "talk", "talks")+" whose day is not known", "")
		if undated == len(sel.Talks) { // RFC 5545: a calendar has an event
			return exitCode(exitNothing)
		}
	}
	sel.Now = time.Now()
	sel.Width = export.PageWidth
	sel.Bold = p.colour == "always"
	if !tty.Is(s.out) || !tty.CanDraw(runtime.GOOS, os.Getenv) {
		return withHint(format.Write(s.out, sel))
	}
	width, height := tty.Size(s.out)
	sel.Width = min(sel.Width, width)
	sel.Bold = sel.Bold || p.colour != "never" && os.Getenv("NO_COLOR") == ""
	var page bytes.Buffer
	if err := format.Write(&page, sel); err != nil {
		return withHint(err)
	}
	return tty.Page(s.out, page.Bytes(), width, height)
}

// page prints a text, through the pager where a terminal would not have all of it.
func (s streams) page(text string) error {
	if !tty.Is(s.out) || !tty.CanDraw(runtime.GOOS, os.Getenv) {
		_, err := io.WriteString(s.out, text)
		return err
	}
	width, height := tty.Size(s.out)
	return tty.Page(s.out, []byte(text), width, height)
}

// withHint says of the error of a template where it is, and which field may be meant.
func withHint(err error) error {
	var field export.FieldError
	var bad export.TemplateError
	tip := ""
	switch {
	case errors.As(err, &field):
		tip = "there are " + strings.Join(export.FieldNames(), ", ")
		if meant := near.Of(strings.ToLower(string(field)), export.FieldNames()); meant != "" {
			tip = "did you mean ." + strings.ToUpper(meant[:1]) + meant[1:] + "?"
		}
	case !errors.As(err, &bad):
		return err
	}
	return hint.New("--format: "+err.Error(), tip)
}
