package words

// Sound returns how a folded word is said, roughly and in a spelling of its own:
// words with the same sound are said alike, as gephi and geffy are. It knows ph
// and f; c, k and q; y and i; and takes two of a letter for one. Vowels stay, so
// that few words share a sound.
func Sound(word string) string {
	said := make([]byte, 0, len(word))
	for i := 0; i < len(word); i++ {
		letter, next := word[i], byte(0)
		if i+1 < len(word) {
			next = word[i+1]
		}
		sound, taken := soundOf(letter, next)
		if letter == 'e' && next == 0 && i > 2 {
			continue // a last e is mute
		}
		for _, c := range []byte(sound) {
			if n := len(said); n == 0 || said[n-1] != c {
				said = append(said, c)
			}
		}
		i += taken - 1
	}
	return string(said)
}

// soundOf returns how a byte of a word is said, given the one after it, and how
// many of the two are in the sound.
func soundOf(c, next byte) (sound string, taken int) {
	switch {
	case c == 'p' && next == 'h':
		return "f", 2
	case (c == 'c' || c == 's') && next == 'h':
		return string(c) + "h", 2
	case (c == 't' || c == 'r' || c == 'k') && next == 'h':
		return string(c), 2
	case c == 'c' && next == 'k':
		return "k", 2
	case c == 'c' && (next == 'e' || next == 'i' || next == 'y'), c == 'z':
		return "s", 1
	case c == 'c', c == 'q':
		return "k", 1
	case c == 'x':
		return "ks", 1
	case c == 'y':
		return "i", 1
	}
	return string([]byte{c}), 1
}
