package manual

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Page is the page of the manual, for man: roff with the macros of man(7) that mandoc
// and groff know. Date is that of the program, as 2026-01-31.
func Page(root *cobra.Command, date, version string) string {
	var p page
	p.line(fmt.Sprintf(`.TH TALKS 1 %q "talks %s" "User Commands"`, date, escape(version)))
	p.section("NAME")
	p.line(`talks \- ` + escape(lower(root.Short)))
	p.section("SYNOPSIS")
	for i, c := range append([]*cobra.Command{root}, commands(root)...) {
		if i > 0 {
			p.line(".br")
		}
		name, rest, _ := strings.Cut(usage(c), " ")
		p.line(`\fB` + escape(name) + `\fR ` + escape(rest))
	}
	p.section("DESCRIPTION")
	p.text(root.Long)
	p.flags(root)
	for _, c := range commands(root) {
		p.macro("SS", usage(c))
		p.text(c.Long)
		p.flags(c)
	}
	for _, t := range Topics() {
		p.section(strings.ToUpper(t.Title))
		p.text(t.Text)
	}
	p.section("EXAMPLES")
	p.text(root.Example)
	return p.String()
}

// usage is how a command is called.
func usage(c *cobra.Command) string {
	if c.HasParent() {
		return c.Parent().Name() + " " + c.Use
	}
	return c.Use
}

func commands(root *cobra.Command) []*cobra.Command {
	var out []*cobra.Command
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			out = append(out, c)
		}
	}
	return out
}

func lower(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// A page is roff that is being written.
type page struct{ strings.Builder }

func (p *page) line(roff string) { p.WriteString(roff + "\n") }

// macro writes a request with arguments.
func (p *page) macro(name string, args ...string) {
	for i, arg := range args {
		args[i] = `"` + escape(arg) + `"`
	}
	p.line("." + name + " " + strings.Join(args, " "))
}

func (p *page) section(title string) { p.macro("SH", title) }

// text writes paragraphs, and tables as they are: lines that begin with blanks.
func (p *page) text(text string) {
	isTable := func(line string) bool { return strings.HasPrefix(line, " ") }
	first := true
	for paragraph := range strings.SplitSeq(strings.Trim(text, "\n"), "\n\n") {
		for lines := strings.Split(paragraph, "\n"); len(lines) > 0; {
			n := 1
			for n < len(lines) && isTable(lines[n]) == isTable(lines[0]) {
				n++
			}
			if !first {
				p.line(".PP")
			}
			first = false
			if isTable(lines[0]) {
				p.table(lines[:n])
			} else {
				p.filled(strings.Join(lines[:n], " "))
			}
			lines = lines[n:]
		}
	}
}

// table writes lines as they are.
func (p *page) table(lines []string) {
	p.line(".nf")
	for _, line := range lines {
		p.line(escape(line))
	}
	p.line(".fi")
}

// filled writes a paragraph, in lines as mandoc wants them.
func (p *page) filled(text string) {
	const most = 60 // characters; their names are longer
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && len(line)+len(word) > most {
			p.line(escape(line))
			line = ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	p.line(escape(line))
}

// flags writes what the flags of a command do.
func (p *page) flags(c *cobra.Command) {
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Name == "help" {
			return
		}
		value, meaning := pflag.UnquoteUsage(f)
		name := `\fB` + escape("--"+f.Name) + `\fR`
		if f.Shorthand != "" {
			name = `\fB` + escape("-"+f.Shorthand) + `\fR, ` + name
		}
		p.line(".TP")
		p.line(strings.TrimSpace(name + " " + escape(value)))
		p.filled(meaning)
	})
}

// roff writes the characters that roff would take for its own, or draw as others, by
// their names.
var roff = strings.NewReplacer(`\`, `\(rs`, "-", `\-`, "^", `\(ha`, "~", `\(ti`, "'", `\(aq`, "`", `\(ga`, `"`, `\(dq`)

// escape gives a text of one line that roff sets as it is, in ASCII. A line that
// begins with a dot is a request to roff.
func escape(line string) string {
	var b strings.Builder
	if strings.HasPrefix(line, ".") {
		b.WriteString(`\&`)
	}
	for _, r := range roff.Replace(line) {
		if r < 0x80 {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\[u%04X]`, r)
		}
	}
	return b.String()
}
