package query

import "testing"

func TestTimesOfDay(t *testing.T) {
	const bad = -9999
	for typed, want := range map[string]TimeOfDay{
		"time:14":        {From: 14 * hour, To: 15 * hour, Night: true},
		"time:9":         {From: 9 * hour, To: 10 * hour, Night: true},
		"time:14:":       {From: 14 * hour, To: 15 * hour, Night: true}, // half typed
		"time:14:3":      {From: 14 * hour, To: 15 * hour, Night: true},
		"time:14:05":     {From: 14*hour + 5, To: 14*hour + 5, Night: true},
		"time：１４：０５":     {From: 14*hour + 5, To: 14*hour + 5, Night: true},
		"time:25:30":     {From: 25*hour + 30, To: 25*hour + 30},
		"time:47":        {From: 47 * hour, To: 48 * hour},
		"time:m":         {From: -day, To: 12 * hour},
		"time:Afternoon": {From: 12 * hour, To: 18 * hour},
		"time:evening":   {From: 18 * hour, To: longest},
		"after:13:00":    {From: 13 * hour, To: 13 * hour, Night: true},
		"time:25:99":     {From: bad}, "time:48": {From: bad}, "time:14:6": {From: bad}, "time:14:000": {From: bad}, "time:140": {From: bad},
		"time:+1": {From: bad}, "time:-1": {From: bad}, "time:14:-1": {From: bad}, "time:2pm": {From: bad}, "time:x": {From: bad}, "time::": {From: bad}, "time::30": {From: bad},
		"after:morning": {From: bad}, "before:m": {From: bad},
	} {
		q := Parse(typed)
		if want.From == bad {
			if len(q.Groups) != 0 || len(q.Unknown) != 1 {
				t.Errorf("%s is understood: %+v", typed, q)
			}
			continue
		}
		if len(q.Groups) != 1 {
			t.Errorf("%s is not understood", typed)
			continue
		}
		if got, ok := q.Groups[0].Atoms[0].TimeOfDay(); !ok || got != want {
			t.Errorf("%s is %+v, %v, want %+v", typed, got, ok, want)
		}
	}
}

func TestHalfTypedTimes(t *testing.T) {
	for typed, want := range map[string]bool{
		"time:1": true, "time:14:": true, "time:14:3": true, "time:morn": true, "after:1": true, "day:to": true,
		"time:14": false, "time:14:30": false, "time:morning": false, `time:"1"`: false, "day:today": false,
	} {
		if got := Parse(typed).Groups[0].Atoms[0].IsHalfTyped(); got != want {
			t.Errorf("%s is half typed: %v", typed, got)
		}
	}
}

func TestTimeClauses(t *testing.T) {
	type offer struct {
		clause  string
		certain bool
	}
	for typed, want := range map[string]offer{
		"saturday": {"day:saturday", true}, "Sat": {"day:sat", false}, "thurs": {"day:thurs", false}, "today": {"day:today", false}, "tomorrow": {"day:tomorrow", false},
		"morning": {"time:morning", false}, "14:00": {"time:14:00", true}, "9:30": {"time:9:30", true}, "14：00": {"time:14:00", true},
		"sa": {}, "sats": {}, "tod": {}, "morn": {}, "14": {}, "14:": {}, "14:0": {}, "14:60": {}, "1:2:3": {}, "'sat": {}, "!sat": {}, "title:sat": {}, "sat | sun": {},
	} {
		clause, certain := Parse(typed).Groups[0].TimeClause()
		if got := (offer{clause, certain}); got != want {
			t.Errorf("%s may mean %+v, want %+v", typed, got, want)
		}
	}
}
