package catalog

// Match returns for each talk of an older version of a schedule the same talk of
// a newer one; a talk that is gone has none. No talk is matched twice. What tells
// that two are the same is, the surest first, their GUID; within a conference,
// their id with their title, their title at the same time, their id, their title.
// An id alone is less than a title at its time, as some files give the numbers of
// their lines. Where all is known to be one schedule, its conference may have
// another name, or none.
func Match(older, newer []*Talk, oneSchedule bool) map[*Talk]*Talk {
	if len(older) == 0 || len(newer) == 0 {
		return nil // as where nothing is marked: to prepare 100,000 talks takes half a second
	}
	conferences := make(map[string]string)
	m := matching{older: versions(older, conferences), newer: versions(newer, conferences), pairs: make(map[*Talk]*Talk)}
	m.pair(func(v *version) likeness { return likeness{id: v.guid} })
	m.match(func(v *version) string { return v.conference }, false)
	if oneSchedule {
		m.match(func(*version) string { return "" }, true)
	}
	return m.pairs
}

// match matches by id and by title, within what counts as the conference. An id
// alone needs one, unless all is one schedule: 7 is the id of a talk in many files.
func (m *matching) match(conference func(*version) string, oneSchedule bool) {
	byID := func(v *version, title string) likeness {
		if v.id == "" {
			return likeness{}
		}
		return likeness{id: v.id, conference: conference(v), title: title}
	}
	m.pair(func(v *version) likeness { return byID(v, v.title) })
	m.pair(func(v *version) likeness { return likeness{"", conference(v), v.title, v.room, v.start} })
	m.pair(func(v *version) likeness { return likeness{"", conference(v), v.title, "", v.start} })
	m.pair(func(v *version) likeness {
		if conference(v) == "" && !oneSchedule {
			return likeness{}
		}
		return byID(v, "")
	})
	m.pair(func(v *version) likeness { return likeness{"", conference(v), v.title, "", v.day} })
	m.pair(func(v *version) likeness { return likeness{"", conference(v), v.title, "", 0} })
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

// pair matches the talks that are alike and not matched yet, in their order.
func (m *matching) pair(like func(*version) likeness) {
	const most = 100                         // are tried: a file may call all its talks alike
	waiting := make(map[likeness][]*version) // by what an older one is like: there may be few of these
	for i := range m.older {
		if v := &m.older[i]; !v.matched {
			waiting[like(v)] = nil
		}
	}
	delete(waiting, likeness{})
	for i := range m.newer {
		v := &m.newer[i]
		if v.matched || len(waiting) == 0 {
			continue
		}
		l := like(v)
		if list, wanted := waiting[l]; wanted {
			waiting[l] = append(list, v)
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
			if v.guid != "" && v.guid == w.guid || v.near(w) {
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
