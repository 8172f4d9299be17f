package catalog

import "slices"

// fillFrom takes an earlier state's id, and what this one does not say.
func (t *Talk) fillFrom(earlier *Talk) {
	t.ID = earlier.ID
	for _, f := range []struct{ to, from *string }{
		{&t.Subtitle, &earlier.Subtitle}, {&t.Type, &earlier.Type}, {&t.Language, &earlier.Language},
		{&t.Conference, &earlier.Conference}, {&t.Slot.Room, &earlier.Slot.Room}, {&t.Slot.Track, &earlier.Slot.Track},
	} {
		if *f.to == "" {
			*f.to = *f.from
		}
	}
	if t.Abstract == "" && t.Description == "" {
		t.Abstract, t.Description = earlier.Abstract, earlier.Description
	} else if t.Description == "" && t.Abstract == earlier.Abstract {
		t.Description = earlier.Description
	}
	if len(t.Speakers) == 0 {
		t.Speakers = slices.Clone(earlier.Speakers)
	}
	for i := range t.Speakers {
		for _, known := range earlier.Speakers {
			if p := &t.Speakers[i]; p.Biography == "" && p.Name == known.Name {
				p.Biography = known.Biography
			}
		}
	}
	if len(t.Links) == 0 {
		t.Links, t.Slides = earlier.Links, t.Slides || earlier.Slides
	}
	if t.Slot.Start.IsZero() {
		t.Slot.Start, t.Slot.AllDay = earlier.Slot.Start, earlier.Slot.AllDay
	}
	if t.Slot.Duration == 0 {
		t.Slot.Duration = earlier.Slot.Duration
	}
}
