package catalog

// Match returns for each talk of an older version of a schedule the same talk of
// a newer one; a talk that is gone has none. No talk is matched twice. What two
// versions of a talk have in common is its GUID; else its id and conference; else
// its title and conference, the surest first where a title is repeated: at the
// same time in the same room, at the same time, on the same day.
func Match(older, newer []*Talk) map[*Talk]*Talk {
	conferences := make(map[string]string)
	m := matching{older: versions(older, conferences), newer: versions(newer, conferences), pairs: make(map[*Talk]*Talk)}
	m.pair(func(v *version) likeness { return likeness{id: v.guid} })
	m.pair(func(v *version) likeness { return v.byID(v.title) })
	m.pair(func(v *version) likeness {
		if v.conference == "" {
			return likeness{} // 7 is the id of a talk in many files
		}
		return v.byID("")
	})
	m.pair(func(v *version) likeness { return likeness{"", v.conference, v.title, v.room, v.start} })
	m.pair(func(v *version) likeness { return likeness{"", v.conference, v.title, "", v.start} })
	m.pair(func(v *version) likeness { return likeness{"", v.conference, v.title, "", v.day} })
	m.pair(func(v *version) likeness { return likeness{"", v.conference, v.title, "", 0} })
	return m.pairs
}

// matching is a Match under way.
type matching struct {
	older, newer []version
	pairs        map[*Talk]*Talk
}

// A version is a talk with its texts as they are compared.
type version struct {
	talk                        *Talk
	guid, conference, title, id string
	room                        string
	start, day                  int64 // Unix seconds
	matched                     bool
}

// A likeness is what two versions share in one step of a Match; the zero
// likeness is none.
type likeness struct {
	id, conference, title, room string
	time                        int64
}

// versions prepares talks. A name that many share is prepared once.
func versions(talks []*Talk, conferences map[string]string) []version {
	list := make([]version, len(talks))
	for i, t := range talks {
		name, known := conferences[t.Conference]
		if !known {
			name = canonical(t.Conference)
			conferences[t.Conference] = name
		}
		list[i] = version{talk: t, guid: t.GlobalID(), conference: name, title: canonical(t.Title), id: t.FileID, room: t.Slot.Room, start: t.Slot.Start.Unix(), day: t.Slot.Date().Unix()}
	}
	return list
}

// byID is a likeness by the id of a file, which many talks have none of.
func (v *version) byID(title string) likeness {
	if v.id == "" {
		return likeness{}
	}
	return likeness{id: v.id, conference: v.conference, title: title}
}

// pair matches the talks that are alike and not matched yet, in their order.
func (m *matching) pair(like func(*version) likeness) {
	const most = 100 // are tried: a file may call all its talks alike
	waiting := make(map[likeness][]*version)
	for i := range m.newer {
		v := &m.newer[i]
		if l := like(v); !v.matched && l != (likeness{}) {
			waiting[l] = append(waiting[l], v)
		}
	}
	for i := range m.older {
		v := &m.older[i]
		if v.matched {
			continue
		}
		l := like(v)
		list := waiting[l]
		for at, w := range list[:min(len(list), most)] {
			if l == (likeness{id: v.guid}) || v.near(w) {
				m.pairs[v.talk], v.matched, w.matched = w.talk, true, true
				copy(list[1:at+1], list[:at])
				waiting[l] = list[1:]
				break
			}
		}
	}
}

// near reports whether two versions are of one year, as far as is known.
func (v *version) near(w *version) bool {
	a, b := v.talk.Slot.Start, w.talk.Slot.Start
	return a.IsZero() || b.IsZero() || a.Sub(b).Abs() <= farthestMove
}
