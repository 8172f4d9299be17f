package when

import (
	"strings"
	"time"
)

// maxZones is how many names are looked up for one document, each once; a
// lookup may read the disk.
const maxZones = 64

// Zones are the time zones that a document has asked for, by name; nil where
// there is no zone of that name.
type Zones map[string]*time.Location

// Named is the zone of the IANA database, or of Windows, with that name, or
// nil. Only what can be the name of a zone is looked up, because it comes from
// a document.
func (z Zones) Named(name string) *time.Location {
	if common, known := windowsZones[name]; known {
		name = common
	}
	zone, known := z[name]
	if !known && len(z) < maxZones && isZoneName(name) {
		zone, _ = time.LoadLocation(name) // nil with an error
		z[name] = zone
	}
	return zone
}

// isZoneName reports whether a name looks like "Europe/Brussels" or "Etc/GMT+1".
func isZoneName(name string) bool {
	const most = 40 // "America/Argentina/ComodRivadavia" has 32
	if name == "" || len(name) > most || name == "Local" || name[0] == '/' {
		return false
	}
	for _, c := range []byte(name) {
		if !(c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || strings.IndexByte("/_+-", c) >= 0) {
			return false
		}
	}
	return true
}

// OfCity guesses the zone from the city of a schedule that names no zone, as
// FOSDEM's do not up to 2024: the IANA database names its zones after cities.
// It gives nil for another city.
func (z Zones) OfCity(city string) *time.Location {
	city, _, _ = strings.Cut(city, ",")
	city = strings.ReplaceAll(strings.TrimSpace(city), " ", "_")
	if city == "" || strings.Contains(city, "/") {
		return nil
	}
	for _, area := range []string{"Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic"} {
		if zone := z.Named(area + "/" + city); zone != nil {
			return zone
		}
	}
	return nil
}
