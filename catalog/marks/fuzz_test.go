package marks

import (
	"bytes"
	"testing"
)

// FuzzFile reads files and writes them: what is read of the second is written the
// same again, and an entry is neither lost nor made.
func FuzzFile(f *testing.F) {
	f.Add([]byte("x = 1\n[hidden]\ntracks = ['A']\npeople = [{name = 'B'}]\n[[talk]]\ntitle = 'T'\nstart = 2026-01-31\nstate = 'must'\nnote = \"\"\"\na\\\\\n\"\"\"\nseen = 'yes'\n"))
	f.Add([]byte("[[talk]]\nid = '1'\nseen = true\nchanged = 2026-01-31T09:00:00+01:00\nstart = 2026-01-31T09:00:00\nspeakers = ['A', 5]\n[talk.x]\ny = [nan, -inf, 07:32:00, {}]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		first, err := parse(data)
		if err != nil {
			return
		}
		written, err := first.encode()
		if err != nil {
			t.Fatal(err)
		}
		again, err := parse(written)
		if err != nil && len(first.entries)+len(first.hidden.Tracks)+len(first.hidden.Rooms)+len(first.hidden.Languages) > 0 {
			t.Fatalf("%v\n%s", err, written)
		}
		if len(again.entries) != len(first.entries) {
			t.Fatalf("%d entries, then %d:\n%s", len(first.entries), len(again.entries), written)
		}
		for key, e := range first.entries {
			if now := again.entries[key]; now == nil || now.mark != e.mark {
				t.Fatalf("%q: %+v, then %+v", key, e, now)
			}
		}
		if twice, err := again.encode(); err != nil || len(first.entries) > 0 && !bytes.Equal(twice, written) {
			t.Fatalf("%v\n%s\nthen\n%s", err, written, twice)
		}
	})
}
