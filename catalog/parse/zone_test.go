package parse

import (
	"fmt"
	"testing"
	"time"
)

func TestZones(t *testing.T) {
	z := make(zones)
	for name, want := range map[string]string{
		"Europe/Brussels": "Europe/Brussels", "UTC": "UTC", "Etc/GMT+1": "Etc/GMT+1", "Nowhere": "",
		"": "", "Local": "", "../../etc/passwd": "", "/etc/localtime": "", "Europe/../UTC": "", "Europe\\Brussels": "", "a b": "",
	} {
		got := ""
		if zone := z.named(name); zone != nil {
			got = zone.String()
		}
		if got != want {
			t.Errorf("named(%q) = %q, want %q", name, got, want)
		}
	}
	for city, want := range map[string]string{"Brussels": "Europe/Brussels", "\tNew York, NY": "America/New_York", "Ghent": "", "": "", "a/b": ""} {
		got := ""
		if zone := z.ofCity(city); zone != nil {
			got = zone.String()
		}
		if got != want {
			t.Errorf("ofCity(%q) = %q, want %q", city, got, want)
		}
	}
}

// TestZoneLookups holds how often a document may send us to the database.
func TestZoneLookups(t *testing.T) {
	z := make(zones)
	for i := range 1000 {
		z.named(fmt.Sprint("Europe/X", i))
	}
	if len(z) != maxZones {
		t.Errorf("%d lookups, want %d", len(z), maxZones)
	}
}

func TestDurations(t *testing.T) {
	for in, want := range map[string]time.Duration{
		"0:30": 30 * time.Minute, "00:30:15": 30*time.Minute + 15*time.Second, "90": 90 * time.Minute, "25:00": 25 * time.Hour,
		"PT1H30M": 90 * time.Minute, "P1DT1S": 24*time.Hour + time.Second, "P1W": 7 * 24 * time.Hour,
		"": -1, "1:2:3:4": -1, "0:60": -1, "-5": -1, "5:-1": -1, "9999999": -1, "55555:33": -1, "P": -1, "PT": 0, "P5": -1, "PT5": -1, "P1M": -1, "P9999999W": -1,
	} {
		got, ok := parseDuration(in)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("parseDuration(%q) = %v, want %v", in, got, want)
		}
	}
}

func TestOffsets(t *testing.T) {
	summer := observance{start: time.Date(1970, 3, 29, 2, 0, 0, 0, time.UTC), offset: 7200}
	summer.set("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
	winter := observance{start: time.Date(1970, 10, 25, 3, 0, 0, 0, time.UTC), offset: 3600}
	winter.set("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for day := range 3 * 365 {
		local := time.Date(2024, 1, 1+day, 12, 0, 0, 0, time.UTC)
		_, want := time.Date(local.Year(), local.Month(), local.Day(), 12, 0, 0, 0, zone).Zone()
		if got := offsetAt([]observance{winter, summer}, local); got != want {
			t.Fatalf("%s: offset %d, want %d", local.Format(time.DateOnly), got, want)
		}
	}
}
