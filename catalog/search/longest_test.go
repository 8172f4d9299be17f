package search

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"talks/catalog"
	"talks/catalog/search/query"
)

// pasted are the queries that cost most: long texts with slips, as somebody
// pastes them, and what nobody types.
func pasted(talks []*catalog.Talk) []string {
	random := rand.New(rand.NewPCG(11, 11))
	const letters = "etaoinshrdlcumwfgypbvkjxqz"
	list := []string{
		strings.TrimSpace(strings.Repeat("e t a o i n s h r d ", 4)),
		strings.Repeat("a", 200),
		strings.Repeat("xq", 100),
		strings.Join(strings.Split(letters, ""), " | "),
		"'" + strings.Join(strings.Split(letters, ""), " | '"),
		"!" + strings.Join(strings.Split(letters, ""), " !"),
		"!'" + strings.Join(strings.Split(letters, ""), " !'"),
		"!A !B !C !D !E !F", // to the letter, and no word to go by
		"^a ^b c$ d$ !^e !f$",
		"!a' !b' !c' !d' !e' !f'", // no talk has them, so all texts are read
		"!e' | !t' | !A' | !o' | !I' | !n'",
		"!'e' !'t' !'a' !'o' !'i' !'n'",
		`!x\ e !x\ t !x\ a !x\ o !x\ i !x\ n`,
		"^x ^q e$ !'t' !a' !E'",
	}
	for range 40 {
		text := talks[random.IntN(len(talks))].Abstract
		if len(text) < 100 {
			continue
		}
		text = strings.ToValidUTF8(text[:min(len(text), 512)], "")
		list = append(list, text, `"`+text+`"`, strings.Join(strings.Fields(text), " | "), "!"+strings.Join(strings.Fields(text), " !"))
		slips := []byte(text)
		for at := 3; at+1 < len(slips); at += 5 + random.IntN(6) { // about one a word
			if slips[at] != ' ' && slips[at] < 0x80 {
				slips[at] = letters[random.IntN(len(letters))]
			}
		}
		list = append(list, string(slips), strings.ReplaceAll(string(slips), " ", ""))
	}
	return list
}

// BenchmarkLongest reports the longest that one query takes, of those that cost
// most. Each is asked three times, of which the shortest counts.
func BenchmarkLongest(b *testing.B) {
	talks := generate(12_000)
	ix := build(talks)
	longest, which := time.Duration(0), ""
	for b.Loop() {
		for _, text := range pasted(talks) {
			q, least := query.Parse(text), time.Hour
			for range 3 {
				start := time.Now()
				if _, err := ix.Search(context.Background(), q); err != nil {
					b.Fatal(err)
				}
				least = min(least, time.Since(start))
			}
			if least > longest {
				longest, which = least, text
			}
		}
	}
	b.ReportMetric(float64(longest.Microseconds()), "longest-µs")
	b.Logf("%.200s", which)
}
