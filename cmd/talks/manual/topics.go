package manual

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"talks/catalog/search/query"
)

// A Topic is something to read about besides the commands. Lines of its text that
// begin with blanks are a table, the others paragraphs.
type Topic struct{ Name, Title, Text string }

// Topics returns what there is to read about.
func Topics() []Topic {
	return []Topic{
		{"syntax", "The query language", "A query is words and conditions, in any order.\n\n" + Syntax()},
		{"files", "Which files are read", files},
		{"environment", "The environment", environment},
		{"exit-codes", "Exit codes", exitCodes},
		{"accessibility", "Accessibility", accessibility},
	}
}

// width is how many cells a line of a text has at most.
const width = 79

// Syntax returns the query language as two columns.
func Syntax() string {
	const indent, notation = 2, 24
	var b strings.Builder
	for _, row := range query.Syntax() {
		meaning := ansi.Wordwrap(row.Meaning, width-indent-notation, "")
		meaning = strings.ReplaceAll(meaning, "\n", "\n"+strings.Repeat(" ", indent+notation))
		fmt.Fprintf(&b, "%*s%-*s%s\n", indent, "", notation, row.Notation, meaning)
	}
	return b.String()
}

const files = `A FILE is Pentabarf or frab XML (FOSDEM, CCC), XML of conf.researchr.org and
other XML with talks in it, schedule.json (frab, pretalx) and other JSON or
JavaScript with talks in it, YAML, CSV with headings, iCalendar, Markdown, or
a list of talks: a title line, a blank line, the abstract, two blank lines. It
is told by its content, gzipped or not. A folder stands for the files in it,
"-" for standard input. talks check FILE says what was read of it, and what
was not.

Without FILE what is piped in is read, else the files that $TALKS_PATH names,
else the built-in talks. talks opens no network connection:

  curl -L https://example.org/schedule.xml | talks -

Marks and notes are kept in talks/marks.toml under $XDG_DATA_HOME, which is
~/.local/share if it is not set; the configuration is talks/config.toml under
$XDG_CONFIG_HOME, which is ~/.config. No FILE is ever written to.
`

const environment = `  TALKS_PATH       the files to read where none is named, parted as in $PATH
  TALKS_MARKS      the file of marks
  XDG_CONFIG_HOME  where talks/config.toml is
  XDG_DATA_HOME    where talks/marks.toml is
  XDG_STATE_HOME   where it is kept how far you have come in each catalog
  NO_COLOR         no colours if it is not empty
  TERM             the terminal; on "dumb" the talks are printed as lines
  COLORTERM        "truecolor" if the terminal has all colours
  LC_ALL LC_CTYPE LANG
                   the first that is set; without UTF-8 all signs are ASCII
  PAGER            shows what is longer than the terminal; "cat" for none
  LESS             what less is told; FRX if it is not set
  VISUAL EDITOR    edit a note
  BROWSER          follows a link where there is no display
  DISPLAY WAYLAND_DISPLAY
                   there is a display
  TMUX STY         tmux or screen is between talks and the terminal
  SSH_TTY          the clipboard is that of the terminal, on the other side
`

const exitCodes = `  0    found; no difference; nothing to say
  1    search, and -q without a terminal: no talk has all words of the query
       show: no talk, or several, may be meant
       pick: nothing was chosen
       plan: the plan is empty
       diff: something differs
       check: something was left out or mended
       config: something in the file does not count
  2    an error: a flag that there is not, a file that cannot be read
  130  interrupted with ^c; 128 and the number of any other signal
`

const accessibility = `Nothing on the screen is told by colour alone: what is chosen has a bar before
it, marks are signs, and hits are bold or underlined where there are no colours
($NO_COLOR). Colours are those of the terminal's background, which talks asks
for; --light and --dark say it where the terminal does not.

Without UTF-8 in the locale all signs are ASCII; TERM=dumb, or a pipe, gives
lines of text: talks list, search, show and plan do all that the screen does
without it, for a screen reader too. Nothing moves by itself, and no key has to
be pressed in a hurry or together with another, but those named in talks config
can be bound anew. Every key is in the help (? or F1).

The mouse is needed for nothing; --no-mouse leaves it to the terminal, whose
own selection then works.
`
