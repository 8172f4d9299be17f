package when

import (
	"testing"
	"time"
)

func TestDurations(t *testing.T) {
	for in, want := range map[string]time.Duration{
		"0:30": 30 * time.Minute, "00:30:15": 30*time.Minute + 15*time.Second, "90": 90 * time.Minute, "25:00": 25 * time.Hour,
		"PT1H30M": 90 * time.Minute, "P1DT1S": 24*time.Hour + time.Second, "P1W": 7 * 24 * time.Hour,
		"": -1, "1:2:3:4": -1, "0:60": -1, "-5": -1, "5:-1": -1, "9999999": -1, "55555:33": -1, "P": -1, "PT": 0, "P5": -1, "PT5": -1, "P1M": -1, "P9999999W": -1,
	} {
		got, ok := Duration(in)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("Duration(%q) = %v, want %v", in, got, want)
		}
	}
}
