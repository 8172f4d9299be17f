package words

import "testing"

func TestSound(t *testing.T) {
	for a, b := range map[string]string{
		"strofe": "strophe", "geffy": "gephi", "graphana": "grafana", "kriptografy": "cryptography", "zentral": "central",
		"kwery": "kweri", "postgress": "postgres", "sheik": "sheikh", "muler": "muller", "taxes": "takses",
	} {
		if Sound(a) != Sound(b) {
			t.Errorf("%s sounds %s, %s %s", a, Sound(a), b, Sound(b))
		}
	}
	for a, b := range map[string]string{"share": "shore", "mesh": "mess", "cloud": "clod", "sha1": "sha2", "chord": "cord"} {
		if Sound(a) == Sound(b) {
			t.Errorf("%s and %s sound alike", a, b)
		}
	}
}
