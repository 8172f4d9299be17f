package export

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// WriteMarkdown writes each talk as a section of Markdown (CommonMark).
func WriteMarkdown(w io.Writer, s *Selection) error {
	b := bufio.NewWriter(w)
	for i := range s.Talks {
		if i > 0 {
			b.WriteString("\n")
		}
		writeSection(b, &s.Talks[i])
	}
	return b.Flush()
}

func writeSection(b *bufio.Writer, t *Talk) {
	fmt.Fprintf(b, "## %s\n", EscapeMarkdown(t.Title))
	if t.Subtitle != "" {
		fmt.Fprintf(b, "\n*%s*\n", EscapeMarkdown(t.Subtitle))
	}
	var facts []string
	if day := t.of.Slot.Date(); !day.IsZero() {
		facts = append(facts, day.Format("Monday 2 January 2006"))
	}
	facts = append(facts, t.clock())
	if t.Duration > 0 {
		facts = append(facts, t.minutes()+" minutes")
	}
	facts = append(facts, t.Room, t.Track, t.Conference)
	for _, line := range []string{t.Speakers.String(), joined(facts)} {
		if line != "" {
			fmt.Fprintf(b, "\n%s\n", EscapeMarkdown(line))
		}
	}
	for _, text := range []string{t.Abstract, t.Description} {
		if text != "" {
			fmt.Fprintf(b, "\n%s\n", escapeText(text))
		}
	}
	for i, l := range t.Links {
		if i == 0 {
			b.WriteString("\n")
		}
		if address, ok := webAddress(l.URL); ok && l.Title != "" {
			fmt.Fprintf(b, "- [%s](<%s>)\n", EscapeMarkdown(l.Title), address)
		} else if ok {
			fmt.Fprintf(b, "- <%s>\n", address)
		} else {
			fmt.Fprintf(b, "- %s\n", EscapeMarkdown(strings.TrimSpace(l.Title+" "+l.URL)))
		}
	}
}

// joined is what is not empty, with a comma between each two.
func joined(items []string) string {
	var b strings.Builder
	for _, item := range items {
		if item != "" && b.Len() > 0 {
			b.WriteString(", ")
		}
		b.WriteString(item)
	}
	return b.String()
}

var (
	signs        = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, "&", `\&`, "#", `\#`, "~", `\~`, "|", `\|`)
	webAddresses = regexp.MustCompile("https?://[^\\s<>`\\\\]*[^\\s<>`\\\\.,;:!?'\")\\]*_]")
	numbered     = regexp.MustCompile(`^[0-9]+[.)]`)
)

// EscapeMarkdown gives a text of one line that Markdown shows as it is. Addresses
// of the web in it can be followed.
func EscapeMarkdown(line string) string {
	var b strings.Builder
	at := 0
	for _, m := range webAddresses.FindAllStringIndex(line, -1) {
		b.WriteString(signs.Replace(line[at:m[0]]) + "<" + line[m[0]:m[1]] + ">")
		at = m[1]
	}
	b.WriteString(signs.Replace(line[at:]))
	return escapeStart(b.String())
}

// escapeStart escapes what makes a block of the line that begins with it.
func escapeStart(line string) string {
	rest := strings.TrimLeft(line, " ")
	blanks := line[:len(line)-len(rest)]
	if number := numbered.FindString(rest); number != "" {
		return blanks + number[:len(number)-1] + `\` + rest[len(number)-1:]
	}
	if rest != "" && strings.ContainsRune("+-=>:", rune(rest[0])) {
		return blanks + `\` + rest
	}
	return line
}

// escapeText escapes a text whose paragraphs are parted by blank lines and may have
// line feeds, which are kept. Its lists, which have dashes, are lists.
func escapeText(text string) string {
	isItem := func(line string) bool { return strings.HasPrefix(strings.TrimLeft(line, " "), "- ") }
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if line == "" {
			continue
		}
		item := ""
		if isItem(line) {
			dash := strings.Index(line, "- ")
			item, line = line[:dash+2], line[dash+2:]
		} else if strings.HasPrefix(line, "    ") { // would be code
			line = strings.TrimLeft(line, " ")
		}
		line = item + EscapeMarkdown(strings.TrimLeft(line, " "))
		if i+1 < len(lines) && lines[i+1] != "" && !isItem(lines[i+1]) {
			line += `\` // the line ends here
		}
		lines[i] = line
	}
	return strings.Join(lines, "\n")
}
