package catalog

// TalksBy returns the talks that a speaker of this name gives, in catalog
// order.
func (c *Catalog) TalksBy(name string) []*Talk {
	var talks []*Talk
	for _, t := range c.Talks {
		for i := range t.Speakers {
			if t.Speakers[i].Name == name {
				talks = append(talks, t)
				break
			}
		}
	}
	return talks
}
