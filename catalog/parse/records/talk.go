package records

// title is what the event is called: a "name" or a "summary" may be that of
// anything else, so that it counts only for what has a time and more.
func (v *jsonEvent) title() string {
	if title := v.text(jsonTitle); title != "" {
		return title
	}
	if !v.hasAny(jsonStart, jsonStartDate, jsonSlots, jsonPeople, jsonAbstract, jsonDuration) {
		return ""
	}
	return firstText(v.values[jsonName], v.values[jsonSummary])
}

// isTalk says that an object is a talk, wherever it stands: it has a title and
// something else that only talks have.
func (v *jsonEvent) isTalk() bool {
	if v.inner || v.isPerson() {
		return false
	}
	if v.text(jsonTitle) != "" {
		return v.hasAny(jsonAbstract, jsonPeople, jsonSlots, jsonStart) ||
			v.has(jsonDuration) && v.hasAny(jsonDescription, jsonAuthors, jsonRoom, jsonTrack, jsonKind)
	}
	return v.title() != "" && v.has(jsonStart) && v.hasAny(jsonPeople, jsonAuthors, jsonAbstract, jsonDescription, jsonRoom)
}

// isPerson says that an object is a person: people have titles too. A talk that
// comes with its speaker's biography has a text as well.
func (v *jsonEvent) isPerson() bool {
	if !v.hasAny(jsonPerson, jsonBiography) || v.has(jsonTitle) && v.has(jsonDescription) {
		return false
	}
	return !v.hasAny(jsonAbstract, jsonStart, jsonSlots, jsonPeople, jsonDuration)
}

// listsTalks says that the list at hand, which has no name to go by, is one of
// talks: one item at least has a title and more.
func (r *jsonReader) listsTalks() bool {
	rest := jsonScanner{data: r.data, pos: r.pos}
	for first := true; ; first = false {
		if more, err := rest.more(first, ']'); !more || err != nil {
			return false
		}
		raw, err := rest.value()
		if err != nil {
			return false
		}
		if v := newJSONEvent(raw); !v.inner && !v.isPerson() && (v.isTalk() || v.isTitled()) {
			return true
		}
	}
}

// isTitled says that an object has a title and a text, or a day and what one
// keeps of a talk.
func (v *jsonEvent) isTitled() bool {
	return v.text(jsonTitle) != "" && (v.hasAny(jsonAbstract, jsonDescription) ||
		v.hasAny(jsonDate, jsonStartDate) && v.hasAny(jsonSlides, jsonRecording, jsonRoom))
}

// isEvent says whether an object is an event where it stands. In a list of
// events all are but those that hold events themselves; elsewhere what has
// something that only talks have.
func (v *jsonEvent) isEvent(at jsonPlace, depth int) bool {
	switch {
	case v.inner || v.isPerson():
		return false
	case depth == 0:
		return v.isTitled() && v.isTalk()
	case at.listed:
		return v.text(jsonTitle) != "" || v.isTalk()
	case at.named && holdsTalks(at.in):
		return v.title() != ""
	case at.item && (at.in == "rooms" || holdsTalks(at.key)):
		return v.known && (v.title() != "" || !v.has(jsonName))
	}
	return v.isTalk()
}
