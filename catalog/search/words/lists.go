package words

import (
	"slices"
	"strings"
)

// A List is words in byte order, each once.
type List struct {
	words   []string
	longest int // bytes of the longest: most words of a catalog are longer
}

// Stop words are wanted, not required: they say little, but in a phrase they
// belong to it.
var Stop = List{longest: 6, words: []string{
	"a", "about", "an", "and", "any", "are", "as", "at", "be", "by", "can", "could", "did", "do", "does", "for",
	"from", "had", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "may", "me", "might", "must",
	"my", "no", "not", "of", "on", "or", "our", "out", "own", "shall", "should", "so", "some", "such", "than",
	"that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "too", "us", "via",
	"was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will", "with",
	"would", "you", "your",
}}

// Filler is the words of a question that say nothing about its answer. They
// are optional only in queries that look like a question.
var Filler = List{longest: 12, words: []string{
	"about", "anybody", "anyone", "anything", "beginners", "best", "better", "between", "explain", "explained",
	"find", "fit", "fits", "get", "gets", "getting", "give", "good", "happened", "happening", "happens", "intro",
	"introducing", "introduction", "know", "learn", "learning", "like", "made", "make", "makes", "making", "need",
	"one", "presentation", "question", "questions", "session", "sessions", "show", "somebody", "someone",
	"something", "started", "talk", "talks", "tell", "together", "usage", "use", "used", "uses", "using", "want",
	"work", "working", "works",
}}

// German is the stop words and filler of German, in which half of the talks of
// some conferences are. They are optional in queries that have two of them or
// begin with one: a single one may be a word of English, as die and im are.
var German = List{longest: 8, words: []string{
	"als", "am", "auf", "aus", "bei", "das", "dem", "den", "der", "des", "die", "ein", "eine", "einem", "einen",
	"einer", "eines", "es", "fur", "gegen", "gibt", "ich", "im", "ist", "kann", "macht", "mein", "meine",
	"nach", "nicht", "oder", "sie", "sind", "uber", "und", "vom", "von", "warum", "welche", "welcher", "wer",
	"werden", "wie", "wieso", "wir", "wird", "wo", "zum", "zur", "zwischen",
}}

// Counting is the words that tell the sessions of a series apart, but for numbers.
var Counting = List{longest: 7, words: []string{
	"day", "i", "ii", "iii", "iv", "ix", "part", "session", "teil", "v", "vi", "vii", "viii", "x",
}}

// Has reports whether a folded word is in the list.
func (l List) Has(word string) bool {
	if len(word) > l.longest {
		return false
	}
	_, found := slices.BinarySearch(l.words, word)
	return found
}

// HasStart reports whether some word of the list begins with a text.
func (l List) HasStart(start string) bool {
	at, _ := slices.BinarySearch(l.words, start)
	return at < len(l.words) && strings.HasPrefix(l.words[at], start)
}
