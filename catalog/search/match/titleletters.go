package match

import (
	"bytes"
	"slices"
	"strings"

	"talks/catalog/search/words"
)

// Initials returns the quality of a title for letters that are the initials of
// its words in a row. The list holds the first bytes of the title's words, of
// all or of those that are no stop words.
func Initials(letters string, list []byte) float64 {
	at := bytes.Index(list, []byte(letters))
	if at < 0 {
		return 0
	}
	q := LeastInitials + (MostInitials-LeastInitials)*float64(len(letters))/float64(len(list))
	if at == 0 {
		q += initialsStart
	}
	return q
}

// A Letter tells on which word of a title a letter lies, and on which byte of
// it.
type Letter struct{ Word, At int }

// Lay lays letters over the words of a title and returns how well they fit,
// from 0 to 1: each word that takes part gives its first letter and others in
// order after it; skipped words and scattered letters cost.
func Lay(letters string, title []string) float64 {
	fit, _ := laying{letters: letters, title: title}.best()
	if fit < leastFit {
		return 0
	}
	return fit
}

// LaidLetters returns where Lay lays the letters.
func LaidLetters(letters string, title []string) []Letter {
	_, places := laying{letters: letters, title: title, traced: true}.best()
	return places
}

// How far Lay looks: nobody types the initials of so many words.
const (
	mostLaidWords    = 6
	mostSkippedWords = 3
)

type laying struct {
	letters string
	title   []string
	traced  bool // the letters are wanted too, not only the fit
}

func (l laying) best() (fit float64, places []Letter) {
	for first, w := range l.title {
		if w[0] != l.letters[0] {
			continue
		}
		if f, at := l.from(first, 0, 1); f > fit {
			fit, places = f, at
		}
	}
	return fit, places
}

// from lays the letters from the n-th on over the words from first on, of which
// first is the depth-th that takes part.
func (l laying) from(first, n, depth int) (fit float64, places []Letter) {
	w := l.title[first]
	rest := float64(len(l.letters) - n)
	best, good, at := 0.0, 0.0, 0
	var own []Letter
	for n < len(l.letters) {
		skipped := strings.IndexByte(w[at:], l.letters[n])
		if skipped < 0 {
			break
		}
		if skipped == 0 {
			good++
		} else {
			good += 0.8 - min(0.4, 0.1*float64(skipped))
		}
		if l.traced {
			own = append(own, Letter{first, at + skipped})
		}
		at += skipped + 1
		n++
		if n == len(l.letters) {
			if good > best {
				best, places = good, own
			}
			break
		}
		if depth == mostLaidWords {
			continue
		}
		cost := 0.0
		for next := first + 1; next < len(l.title) && next <= first+1+mostSkippedWords; next++ {
			if l.title[next][0] == l.letters[n] {
				f, others := l.from(next, n, depth+1)
				if v := good + f*float64(len(l.letters)-n) - cost; f > 0 && v > best {
					best, places = v, slices.Concat(own, others)
				}
			}
			if !words.Stop.Has(l.title[next]) {
				cost += 0.5
			}
		}
	}
	return best / rest, places
}
