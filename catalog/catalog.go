package catalog

import "sync"

// A Catalog is a set of talks in a fixed order, each with an id of its own.
// It is read-only once made: see Builder.
type Catalog struct {
	Name     string // the names of its documents, or how many there are
	Talks    []*Talk
	Problems []Problem // in the order of the documents

	speakersOnce sync.Once
	bySpeaker    map[string][]*Talk // see TalksBy

	timetableOnce sync.Once
	timetable     *Timetable
}

// Timetable returns the talks in order of time. The first call makes it; it is
// safe for many goroutines.
func (c *Catalog) Timetable() *Timetable {
	c.timetableOnce.Do(func() { c.timetable = NewTimetable(c.Talks) })
	return c.timetable
}

// Shared returns what all talks have in common, of what could tell one from
// another: type, language, conference, file.
func (c *Catalog) Shared() Talk {
	if len(c.Talks) == 0 {
		return Talk{}
	}
	first := c.Talks[0]
	shared := Talk{Type: first.Type, Language: first.Language, Conference: first.Conference, Source: Source{File: first.Source.File}}
	keep := func(s *string, own string) {
		if *s != own {
			*s = ""
		}
	}
	for _, t := range c.Talks {
		keep(&shared.Type, t.Type)
		keep(&shared.Language, t.Language)
		keep(&shared.Conference, t.Conference)
		keep(&shared.Source.File, t.Source.File)
	}
	return shared
}

// TalksBy returns the talks that a speaker of this name gives, in catalog
// order. The first call goes through the whole catalog; it is safe for many
// goroutines. The result must not be changed.
func (c *Catalog) TalksBy(name string) []*Talk {
	c.speakersOnce.Do(func() {
		c.bySpeaker = make(map[string][]*Talk)
		for _, t := range c.Talks {
			for _, p := range t.Speakers {
				talks := c.bySpeaker[p.Name]
				if len(talks) == 0 || talks[len(talks)-1] != t { // a name may stand twice
					c.bySpeaker[p.Name] = append(talks, t)
				}
			}
		}
	})
	return c.bySpeaker[name]
}
