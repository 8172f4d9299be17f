module talks

go 1.26.0

require (
	charm.land/bubbles/v2 v2.2.1 // Bubbles: github.com/charmbracelet/bubbles
	charm.land/bubbletea/v2 v2.1.1 // Bubble Tea: github.com/charmbracelet/bubbletea
	charm.land/lipgloss/v2 v2.0.6 // Lip Gloss: github.com/charmbracelet/lipgloss
	github.com/atotto/clipboard v0.1.4 // the clipboard of the system
	github.com/charmbracelet/colorprofile v0.4.3 // the colours of the terminal, for the first frame
	github.com/charmbracelet/x/ansi v0.11.9 // the cell widths the renderer uses
	github.com/charmbracelet/x/term v0.2.2 // what is a terminal, and the size of its window
	github.com/gofrs/flock v0.13.2 // one program writes the marks at a time, on every system
	github.com/pelletier/go-toml/v2 v2.4.3 // the file of marks: errors with lines, notes of several lines, fields in order
	github.com/sahilm/fuzzy v0.1.3 // letters in order
	github.com/spf13/cobra v1.10.2 // the command line
	github.com/spf13/pflag v1.0.9 // the flags of a command, for the manual
	github.com/yuin/goldmark v1.8.7 // Markdown in schedules
	go.yaml.in/yaml/v4 v4.0.0 // YAML in nodes with lines, nesting bounded; goccy/go-yaml took seconds to minutes for some files of 300 KB
	golang.org/x/net v0.62.0 // HTML in schedules, old encodings
	golang.org/x/sync v0.25.0 // how much is read at once
	golang.org/x/sys v0.50.0 // the session of a process, which package syscall does not tell
)

// For tests alone.
require (
	github.com/arran4/golang-ical v0.3.4 // another reader of the calendars that are written
	github.com/charmbracelet/x/vt v0.1.0 // the emulator of a terminal
	github.com/creack/pty v1.1.24 // the pseudo terminal a program runs in
	github.com/rogpeppe/go-internal v1.16.0 // stories of the command line
)

require (
	github.com/charmbracelet/ultraviolet v0.0.0-20261008173134-6b8d4baf91b4 // indirect
	github.com/charmbracelet/x/exp/ordered v0.1.0 // indirect
	github.com/charmbracelet/x/termios v0.1.1 // indirect
	github.com/charmbracelet/x/windows v0.2.2 // indirect
	github.com/clipperhouse/displaywidth v0.11.0 // indirect
	github.com/clipperhouse/uax29/v2 v2.7.0 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/lucasb-eyer/go-colorful v1.4.1 // indirect
	github.com/mattn/go-runewidth v0.0.31 // indirect
	github.com/muesli/cancelreader v0.2.2 // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/xo/terminfo v1.0.0 // indirect
	golang.org/x/text v0.44.0 // indirect
	golang.org/x/tools v0.52.0 // indirect
)
