package search

import "strings"

// stopWords are wanted, not required: they say little, but in a phrase they
// say where it stands.
var stopWords = wordSet(`a an and are as at be by can could did do does for from had has have how i if in into is it
	its me my no not of on or our out own so some such than that the their them then there these they this those to
	too us via was we were what when where which while who whom whose why will with would you your about any`)

// furniture are the words of a question that say nothing about its answer.
// They are dropped only from queries that look like one.
var furniture = wordSet(`talk talks session sessions presentation work works working use uses using used usage learn
	learning made make makes making fit fits together tell find show get gets give between like want need know good
	better best explain explained about someone anyone something anything happens happening`)

func wordSet(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
