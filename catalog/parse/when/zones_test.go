package when

import (
	"fmt"
	"testing"
)

func TestZones(t *testing.T) {
	z := make(Zones)
	for name, want := range map[string]string{
		"Europe/Brussels": "Europe/Brussels", "UTC": "UTC", "Etc/GMT+1": "Etc/GMT+1", "Nowhere": "",
		"": "", "Local": "", "../../etc/passwd": "", "/etc/localtime": "", "Europe/../UTC": "", "Europe\\Brussels": "", "a b": "",
	} {
		got := ""
		if zone := z.Named(name); zone != nil {
			got = zone.String()
		}
		if got != want {
			t.Errorf("Named(%q) = %q, want %q", name, got, want)
		}
	}
	for city, want := range map[string]string{"Brussels": "Europe/Brussels", "\tNew York, NY": "America/New_York", "Ghent": "", "": "", "a/b": ""} {
		got := ""
		if zone := z.OfCity(city); zone != nil {
			got = zone.String()
		}
		if got != want {
			t.Errorf("OfCity(%q) = %q, want %q", city, got, want)
		}
	}
}

// TestZoneLookups holds how often a document may send us to the database.
func TestZoneLookups(t *testing.T) {
	z := make(Zones)
	for i := range 1000 {
		z.Named(fmt.Sprint("Europe/X", i))
	}
	if len(z) != maxZones {
		t.Errorf("%d lookups, want %d", len(z), maxZones)
	}
}
