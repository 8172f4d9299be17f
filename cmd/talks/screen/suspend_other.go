//go:build !unix

package screen

import tea "charm.land/bubbletea/v2"

// A suspender does nothing: Windows suspends no program.
type suspender struct {
	filterMsg func(tea.Model, tea.Msg) tea.Msg
}

func newSuspender(_ *guard, filter func(tea.Model, tea.Msg) tea.Msg) *suspender {
	return &suspender{filter}
}

func (*suspender) watch(*tea.Program) (stop func()) { return func() {} }
