package search

import "slices"

// A set is talks in catalog order, each with a value above zero.
type set struct {
	talks  []uint32
	values []int32
}

func (x *set) add(talk uint32, v int32) {
	x.talks = append(x.talks, talk)
	x.values = append(x.values, v)
}

// takeSet returns the talks that have a value in the scratch, and clears them.
func (s *scratch) takeSet() set {
	slices.Sort(s.touched)
	var out set
	for _, t := range s.touched {
		out.add(t, s.value[t])
		s.value[t] = 0
	}
	s.touched = s.touched[:0]
	return out
}

// and returns the talks of both sets, with the sum of the values.
func (x set) and(y set) set {
	var out set
	for i, j := 0, 0; i < len(x.talks) && j < len(y.talks); {
		switch a, b := x.talks[i], y.talks[j]; {
		case a < b:
			i++
		case b < a:
			j++
		default:
			out.add(a, x.values[i]+y.values[j])
			i++
			j++
		}
	}
	return out
}

// or returns the talks of one set or the other, with the greater value.
func (x set) or(y set) set {
	var out set
	for i, j := 0, 0; i < len(x.talks) || j < len(y.talks); {
		switch {
		case j == len(y.talks) || i < len(x.talks) && x.talks[i] < y.talks[j]:
			out.add(x.talks[i], x.values[i])
			i++
		case i == len(x.talks) || y.talks[j] < x.talks[i]:
			out.add(y.talks[j], y.values[j])
			j++
		default:
			out.add(x.talks[i], max(x.values[i], y.values[j]))
			i++
			j++
		}
	}
	return out
}

// not returns those of the first n talks that are not in the set, each with the
// same value.
func (x set) not(n int, value int32) set {
	var out set
	at := 0
	for t := range uint32(n) {
		if at < len(x.talks) && x.talks[at] == t {
			at++
			continue
		}
		out.add(t, value)
	}
	return out
}
