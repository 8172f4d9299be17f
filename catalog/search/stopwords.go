package search

import (
	"slices"
	"strings"
)

// A wordList is words in byte order, each once.
type wordList struct {
	words   []string
	longest int // bytes of the longest
}

// stopWords are wanted, not required: they say little, but in a phrase they
// say where it stands.
var stopWords = wordList{longest: 8, words: []string{
	"a", "about", "als", "an", "and", "any", "are", "as", "at", "auf", "aus", "be", "bei", "by", "can", "could",
	"das", "dem", "den", "der", "did", "die", "do", "does", "ein", "eine", "einem", "einen", "einer", "eines",
	"for", "from", "fur", "gegen", "gibt", "had", "has", "have", "how", "i", "ich", "if", "in", "into", "is",
	"ist", "it", "its", "kann", "may", "me", "mein", "meine", "might", "must", "my", "nach", "nicht", "no", "not",
	"oder", "of", "on", "or", "our", "out", "own", "shall", "should", "sie", "sind", "so", "some", "such", "than",
	"that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "too", "uber", "und",
	"us", "via", "vom", "von", "warum", "was", "we", "welche", "welcher", "wer", "werden", "were", "what", "when",
	"where", "which", "while", "who", "whom", "whose", "why", "wie", "wieso", "will", "wir", "wird", "with", "wo",
	"would", "you", "your", "zum", "zur", "zwischen",
}}

// furniture are the words of a question that say nothing about its answer.
// They are dropped only from queries that look like one.
var furniture = wordList{longest: 12, words: []string{
	"about", "am", "anybody", "anyone", "anything", "beginners", "best", "better", "between", "des", "es",
	"explain", "explained", "find", "fit", "fits", "get", "gets", "getting", "give", "good", "happened",
	"happening", "happens", "im", "intro", "introducing", "introduction", "know", "learn", "learning", "like",
	"macht", "made", "make", "makes", "making", "need", "one", "presentation", "question", "questions",
	"session", "sessions", "show", "somebody", "someone", "something", "started", "talk", "talks", "tell",
	"together", "usage", "use", "used", "uses", "using", "want", "work", "working", "works",
}}

func (l wordList) has(word string) bool {
	if len(word) > l.longest { // nearly all words
		return false
	}
	_, found := slices.BinarySearch(l.words, word)
	return found
}

// hasStart says that some word of the list starts so.
func (l wordList) hasStart(start string) bool {
	at, _ := slices.BinarySearch(l.words, start)
	return at < len(l.words) && strings.HasPrefix(l.words[at], start)
}
