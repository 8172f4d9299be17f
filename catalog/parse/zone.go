package parse

import (
	"strings"
	"time"
)

// zoneNamed finds a zone of the IANA database, or gives nil. The name comes
// from a document: only what can be the name of a zone is looked up.
func zoneNamed(name string) *time.Location {
	const most = 40 // "America/Argentina/ComodRivadavia" has 32
	if name == "" || len(name) > most || name == "Local" || strings.Contains(name, "..") {
		return nil
	}
	for _, c := range []byte(name) {
		if !(c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || strings.IndexByte("/_+-", c) >= 0) {
			return nil
		}
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	return zone
}

// zoneOfCity guesses the zone from the city that a schedule without a zone
// names, as FOSDEM's do up to 2024: the IANA database calls its zones after
// cities. It gives nil for a city that gave its name to none.
func zoneOfCity(city string) *time.Location {
	city, _, _ = strings.Cut(city, ",")
	city = strings.ReplaceAll(strings.TrimSpace(city), " ", "_")
	if city == "" || strings.Contains(city, "/") {
		return nil
	}
	for _, area := range []string{"Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic"} {
		if zone := zoneNamed(area + "/" + city); zone != nil {
			return zone
		}
	}
	return nil
}
