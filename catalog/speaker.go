package catalog

// TalksBy returns the talks that a speaker of this name gives, in catalog
// order. The first call goes through the whole catalog. The result is not to be
// changed.
func (c *Catalog) TalksBy(name string) []*Talk {
	c.bySpeaker.Do(func() {
		c.speakers = make(map[string][]*Talk)
		for _, t := range c.Talks {
			for i, p := range t.Speakers {
				if !named(t.Speakers[:i], p.Name) {
					c.speakers[p.Name] = append(c.speakers[p.Name], t)
				}
			}
		}
	})
	return c.speakers[name]
}

func named(people []Person, name string) bool {
	for i := range people {
		if people[i].Name == name {
			return true
		}
	}
	return false
}
