package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"talks/catalog"
	"talks/catalog/marks"
	"talks/catalog/plan"
	"talks/cmd/talks/hint"
)

const planAbout = `plan prints the talks that are marked going or maybe, by day and time: which
clash, and what fits into the gaps between those marked going. A talk without an
end ends where the next in its room begins, after an hour at most. A calendar
(ics) has the talks whose day is known. The exit code is 1 for an empty plan.`

// planCommand makes "talks plan", which prints what the user goes to.
func planCommand(s streams) *cobra.Command {
	var marksFlag, format, imported string
	var friends []string
	var walk time.Duration
	c := &cobra.Command{
		Use:   "plan [FILE...]",
		Short: "Print what you go to: clashes, gaps, a calendar",
		Long:  planAbout,
		RunE: func(_ *cobra.Command, files []string) error {
			write, known := planFormats()[format]
			if !known {
				return hint.New("--format "+format+": no such format", "there are text, md, csv, json and ics")
			}
			if err := checkWalk(walk); err != nil {
				return err
			}
			c, err := openCatalog(files, s)
			if err != nil {
				return err
			}
			store, err := readMarksOf(marksFlag, s.err)
			if err != nil {
				return err
			}
			others, err := readFriends(friends, s)
			if err != nil {
				return err
			}
			store.SetFriends(others)
			store.Bind(c)
			if imported != "" {
				if err := importMarks(imported, c, store, s); err != nil {
					return err
				}
			}
			p := plan.Of(c, store, walk)
			sayGone(s.err, store)
			if len(p.Days)+len(p.Rest) == 0 {
				say(s.err, "no talk is marked going or maybe", "")
				return exitCode(exitNothing)
			}
			if n := len(p.Rest); format == "ics" && n > 0 {
				say(s.err, "not in a calendar: "+catalog.Count(n, "talk", "talks")+" whose day is not known", "")
				if len(p.Days) == 0 { // RFC 5545: a calendar has an event
					return exitCode(exitNothing)
				}
			}
			return write(s.out, p)
		},
	}
	c.Flags().StringVar(&format, "format", "text", "print `FORMAT`: text, md, csv, json, ics")
	addWalkFlag(c, &walk)
	c.Flags().StringVar(&imported, "import", "", "first mark what is in `FILE`: a calendar, or marks (.toml)")
	addFriendFlag(c, &friends)
	addMarksFlag(c, &marksFlag)
	return c
}

// addWalkFlag gives a command the flag for the way between two buildings.
func addWalkFlag(c *cobra.Command, walk *time.Duration) {
	c.Flags().DurationVar(walk, "walk", 0, "need `TIME` (5m) between rooms whose names begin unlike")
}

func checkWalk(walk time.Duration) error {
	if walk < 0 {
		return fmt.Errorf("--walk %v: a walk is not negative", walk)
	}
	return nil
}

func planFormats() map[string]func(io.Writer, *plan.Plan) error {
	return map[string]func(io.Writer, *plan.Plan) error{
		"text": writePlan, "md": writePlanMarkdown, "csv": writePlanCSV, "json": writePlanJSON,
		"ics": func(w io.Writer, p *plan.Plan) error { return p.WriteCalendar(w, time.Now()) },
	}
}

// sayGone says which talks of the plan are not in the schedule any more.
func sayGone(stderr io.Writer, store *marks.Store) {
	_, gone := store.Marked()
	for _, t := range gone {
		if state := store.Of(t).State; state == marks.Going || state == marks.Maybe {
			say(stderr, fmt.Sprintf("gone from the schedule, %v: %s", state, t.Title), "")
		}
	}
}

// writePlan writes a plan for people: a heading a day, then a line a talk or gap,
// with lines below it that say more.
func writePlan(w io.Writer, p *plan.Plan) error {
	var lines []string
	add := func(when, what string, more []string) {
		lines = append(lines, strings.TrimRight(fmt.Sprintf("%-12s %s", when, what), " "))
		for _, m := range more {
			lines = append(lines, strings.Repeat(" ", 15)+m)
		}
	}
	eachLine(p, func(heading string) { lines = append(lines, "", heading) }, add)
	_, err := fmt.Fprintln(w, strings.Join(lines[1:], "\n"))
	return err
}

// writePlanMarkdown writes a plan as lists in Markdown.
func writePlanMarkdown(w io.Writer, p *plan.Plan) error {
	escape := strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, "&", `\&`, "#", `\#`, "~", `\~`)
	var lines []string
	add := func(when, what string, more []string) {
		if when != "" {
			when = "**" + when + "** "
		}
		lines = append(lines, "- "+when+escape.Replace(what))
		for _, m := range more {
			lines = append(lines, "  - "+escape.Replace(m))
		}
	}
	eachLine(p, func(heading string) { lines = append(lines, "", "## "+heading, "") }, add)
	_, err := fmt.Fprintln(w, strings.Join(lines[1:], "\n"))
	return err
}

// eachLine tells a plan: what heads a day, then when and what the line is, and what
// more there is to say of it.
func eachLine(p *plan.Plan, heading func(string), line func(when, what string, more []string)) {
	item := func(i *plan.Item) {
		more := moreOf(i)
		for _, f := range p.Friends(i.Talk) {
			more = append(more, f.String())
		}
		line(span(i.Talk.Slot.Start, i.End), i.Mark.State.String()+"  "+titled(i.Talk, i.Talk.Text(catalog.Speakers)), more)
	}
	for _, day := range p.Days {
		heading(day.Date.Format("Monday 2 January 2006"))
		for _, l := range day.Lines {
			if l.Item != nil {
				item(l.Item)
				continue
			}
			line(span(l.Gap.Start, l.Gap.End), l.Gap.Free(), fitsOf(p, l.Gap))
		}
	}
	if len(p.Rest) > 0 {
		heading("Some day")
	}
	for _, i := range p.Rest {
		item(i)
	}
}

// titled is the title of a talk with its room, and with what stands between.
func titled(t *catalog.Talk, between string) string {
	parts := []string{t.Title, between, t.Slot.Room}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "; ")
}

// span is from when to when something lasts, or nothing if that is not known.
func span(start, end time.Time) string {
	if end.IsZero() {
		return ""
	}
	return start.Format("15:04") + "-" + end.Format("15:04")
}

// moreOf says what a talk clashes with, and its note.
func moreOf(i *plan.Item) []string {
	var more []string
	for _, other := range i.Clashes {
		clash := "clashes with "
		if !i.Overlaps(other) {
			clash = "too far to walk: "
		}
		more = append(more, clash+span(other.Talk.Slot.Start, other.End)+" "+titled(other.Talk, other.Mark.State.String()))
	}
	if i.Mark.Note != "" {
		more = append(more, "note: "+strings.Join(strings.Fields(i.Mark.Note), " "))
	}
	return more
}

// fitsOf says which talks fit into a gap, and no more of them than are read.
func fitsOf(p *plan.Plan, g *plan.Gap) []string {
	const most = 5
	var fits []string
	for _, t := range g.Fits[:min(len(g.Fits), most)] {
		fit := t.Slot.Start.Format("15:04") + " " + titled(t, "")
		for _, f := range p.Friends(t) {
			fit += "; " + f.String()
		}
		fits = append(fits, fit)
	}
	if n := len(g.Fits) - most; n > 0 {
		fits = append(fits, fmt.Sprintf("and %d more", n))
	}
	return fits
}
