package search

import (
	"cmp"
	"slices"
)

// A ranked is a talk and its score. Before the closer look the key, a sum of
// whole numbers, stands for the score: it does not depend on the order in
// which words were looked up.
type ranked struct {
	talk  uint32 // place in the index
	key   uint32
	score float32
}

func byScore(a, b ranked) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.talk, b.talk))
}

func byKey(a, b ranked) int {
	return cmp.Or(cmp.Compare(b.key, a.key), cmp.Compare(a.talk, b.talk))
}

// radixFrom is how many talks it takes for counting to beat comparing.
const radixFrom = 600

// sortByKey sorts by key, the greatest first, and equal ones in catalog order.
func sortByKey(list []ranked) {
	if len(list) < radixFrom {
		slices.SortFunc(list, byKey)
		return
	}
	from, to := list, make([]ranked, len(list))
	// an even number of passes: the result ends where it began
	for _, digit := range [...]func(ranked) uint32{
		func(r ranked) uint32 { return r.talk & 0xfff },
		func(r ranked) uint32 { return r.talk >> 12 },
		func(r ranked) uint32 { return 0xfff - r.key&0xfff },
		func(r ranked) uint32 { return 0xfff - r.key>>12&0xfff },
		func(r ranked) uint32 { return 0xff - r.key>>24 },
	} {
		if countingPass(from, to, digit) {
			from, to = to, from
		}
	}
	if &from[0] != &list[0] {
		copy(list, from)
	}
}

// countingPass sorts stably by one digit; it says no, and does nothing, when
// all digits are the same or in order already.
func countingPass(from, to []ranked, digit func(ranked) uint32) bool {
	var starts [1 << 12]uint32
	ordered, last := true, uint32(0)
	for _, r := range from {
		d := digit(r)
		starts[d]++
		ordered = ordered && d >= last
		last = d
	}
	if ordered {
		return false
	}
	at := uint32(0)
	for d, n := range starts {
		starts[d] = at
		at += n
	}
	for _, r := range from {
		d := digit(r)
		to[starts[d]] = r
		starts[d]++
	}
	return true
}

// selectTop moves the n best by key to the front, sorted; the others follow in
// any order.
func selectTop(list []ranked, n int) {
	if len(list) < radixFrom || n >= len(list)/2 {
		slices.SortFunc(list, byKey)
		return
	}
	var count [1 << 12]int
	shift := 0
	for k := slices.MaxFunc(list, func(a, b ranked) int { return cmp.Compare(a.key, b.key) }).key; k>>shift >= 1<<12; {
		shift++
	}
	for _, r := range list {
		count[r.key>>shift]++
	}
	least := len(count) - 1
	for have := count[least]; have < n && least > 0; have += count[least] {
		least--
	}
	at := 0
	for i, r := range list {
		if r.key>>shift >= uint32(least) {
			list[i], list[at] = list[at], r
			at++
		}
	}
	slices.SortFunc(list[:at], byKey)
}
