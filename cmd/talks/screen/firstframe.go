package screen

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// A firstFrame is a model that asks the terminal for its background and draws its
// first frame itself, as soon as the answer is there. Bubble Tea draws on the ticks
// of a clock, of which the first comes 17 ms after the start; only then it would
// ask, and draw once more in other colours. What it draws on that tick is the same
// frame, which changes no cell: see withoutClearing. (2026-11-25, seed, a
// busy machine: from the start to the list 1.3 times as long as fzf with the same
// titles. A faster clock did not help.)
type firstFrame struct {
	tea.Model
	out *output
	Options
	drawn bool    // without an answer
	late  tea.Msg // the answer that came afterwards
}

// answerTime is how long the first frame waits for the answer. A terminal on the
// same machine needs 1 to 3 ms; Bubble Tea's clock does not wait.
const answerTime = 12 * time.Millisecond

// noAnswerMsg says that the first frame has waited long enough.
type noAnswerMsg struct{}

// Init runs after Bubble Tea has prepared the terminal and before its clock
// first ticks.
func (f firstFrame) Init() tea.Cmd {
	wait := time.Duration(0)
	if !f.BackgroundKnown {
		wait = answerTime
		f.out.ask(ansi.RequestBackgroundColor)
	}
	return tea.Batch(tea.Tick(wait, func(time.Time) tea.Msg { return noAnswerMsg{} }), f.Model.Init())
}

// Update lets the model go on alone at the first key. An answer that comes after
// the frame is drawn waits for it: no colours change by themselves.
func (f firstFrame) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch answer := msg.(type) {
	case noAnswerMsg:
		if f.drawn {
			return f, nil
		}
		f.drawn = true
		return f, f.draw()
	case tea.BackgroundColorMsg:
		if f.drawn {
			f.late = answer
			return f, nil
		}
		f.drawn = true
		_, cmd := f.Model.Update(msg)
		return f, tea.Batch(cmd, f.draw())
	case tea.KeyPressMsg:
		if f.drawn {
			f.out.show("")
			_, coloured := f.Model.Update(f.late)
			m, cmd := f.Model.Update(msg)
			return m, tea.Batch(coloured, cmd)
		}
	}
	_, cmd := f.Model.Update(msg)
	return f, cmd
}

// View is the model's.
func (f firstFrame) View() tea.View {
	v := f.Model.View()
	f.out.show(v.Content)
	return v
}

func (f firstFrame) draw() tea.Cmd {
	if !f.AtOnce {
		return nil
	}
	return f.out.draw(f.Model)
}

// Interrupted reports whether ^c ended the model.
func (f firstFrame) Interrupted() bool {
	i, ok := f.Model.(interruptible)
	return ok && i.Interrupted()
}
