package when

import (
	"strings"
	"time"
)

// maxZones is how many names of zones are looked up for one document, each
// once; a lookup may mean a search on disk.
const maxZones = 64

// Zones are the zones that one document has asked for by name, nil for a name
// that is none's.
type Zones map[string]*time.Location

// Named finds a zone of the IANA database, or gives nil. The name comes from a
// document: only what can be the name of a zone is looked up.
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

// isZoneName says that a name looks like "Europe/Brussels" or "Etc/GMT+1".
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

// OfCity guesses the zone from the city that a schedule without a zone
// names, as FOSDEM's do up to 2024: the IANA database calls its zones after
// cities. It gives nil for a city that gave its name to none.
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

// InID finds the zone in an id of an iCalendar like "Europe/Brussels",
// "/freeassociation.sourceforge.net/Europe/Brussels", "(UTC+07:00) Bangkok" or
// "Romance Standard Time".
func (z Zones) InID(id string) *time.Location {
	if offset, found := strings.CutPrefix(id, "(UTC"); found && len(offset) > len("+07:00") {
		if t, err := time.Parse("-07:00)", offset[:len("+07:00)")]); err == nil {
			return t.Location()
		}
	}
	id = strings.Trim(id, "/")
	for range 8 {
		if zone := z.Named(id); zone != nil {
			return zone
		}
		_, rest, found := strings.Cut(id, "/")
		if !found {
			break
		}
		id = rest
	}
	return nil
}
