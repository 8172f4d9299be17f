package marks

import (
	"math/rand/v2"
	"path/filepath"
	"testing"
)

// Whatever two programs change, undo, save and read, Count, Hider and Notes say what a look
// at every talk says.
func TestCountAndHider(t *testing.T) {
	for seed := range uint64(8) {
		countAndHide(t, rand.New(rand.NewPCG(14, seed)))
	}
}

func countAndHide(t *testing.T, random *rand.Rand) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "marks.toml")
	older, newer := several(12), several(9) // three talks are gone
	one, other := open(t, path, older, clock), open(t, path, older, clock)
	for step := range 400 {
		s := one
		if random.IntN(3) == 0 {
			s = other
		}
		switch random.IntN(12) {
		case 0:
			s.Bind(older)
		case 1:
			s.Bind(newer)
		case 2:
			save(t, s)
		case 3:
			s.Undo()
		case 4:
			s.Hide(Hidden{Rooms: [][]string{nil, {"nowhere"}}[random.IntN(2)]})
		default:
			talks := s.bound().Talks
			mark := Mark{State: State(random.IntN(5)), Seen: random.IntN(2) == 0, Note: []string{"", "a note"}[random.IntN(2)]}
			s.Set(talks[random.IntN(len(talks))], mark)
		}
		marked, hidden, hides := 0, 0, s.Hider()
		notes, _ := s.Notes()
		for _, talk := range s.bound().Talks {
			m := s.Of(talk)
			if m.isMarked() {
				marked++
			}
			if notes[talk] != m.Note {
				t.Fatalf("step %d: the note is %q, not %q", step, notes[talk], m.Note)
			}
			if (m.State == Skip) != (hides != nil && hides(talk)) {
				hidden++
			}
		}
		if s.Count() != marked || hidden > 0 {
			t.Fatalf("step %d: %d are counted of %d, %d are hidden wrongly", step, s.Count(), marked, hidden)
		}
	}
}
