package records

import (
	"bytes"
	"slices"
	"strings"

	"talks/catalog/parse/draft"
)

// jsonSpeaker reads a speaker, given as an object or by the name alone, which
// may be no more than a key.
func jsonSpeaker(raw []byte) draft.Speaker {
	if !bytes.HasPrefix(raw, []byte("{")) {
		name := strings.TrimSpace(anyText(raw))
		return draft.Speaker{Key: name, Name: name}
	}
	var id, guid, code, name, public, full, first, last, biography, abstract []byte
	read := func(key string, value []byte, better bool) {
		var into *[]byte
		switch strings.ReplaceAll(key, "_", "") {
		case "id", "personid":
			into = &id
		case "guid", "uuid":
			into = &guid
		case "code":
			into = &code
		case "name", "displayname":
			into = &name
		case "publicname":
			into = &public
		case "fullpublicname", "fullname":
			into = &full
		case "firstname":
			into = &first
		case "lastname":
			into = &last
		case "biography", "bio":
			into = &biography
		case "abstract":
			into = &abstract
		default:
			return
		}
		if !isNothing(value) && (better || isNothing(*into)) {
			*into = value
		}
	}
	for key, value := range fields(raw) {
		if rank := localeRank(key); rank > 0 && value[0] == '{' {
			for key, value := range fields(value) {
				read(key, value, rank == localRank)
			}
			continue
		}
		read(key, value, true)
	}
	s := draft.Speaker{
		Key:       firstText(guid, code, id),
		Name:      firstText(public, name),
		Biography: firstText(biography, abstract),
	}
	if last := firstText(last); s.Name == "" && last != "" {
		s.Name = strings.TrimSpace(firstText(first) + " " + last)
	}
	s.Name = draft.First(s.Name, firstText(full), s.Key)
	return s
}

// addPeople adds those whom a value names: a list of people, one of them, or a
// text. Who only coordinates does not speak.
func addPeople(e *draft.Event, raw []byte) {
	if len(raw) == 0 {
		return
	}
	switch raw[0] {
	case '"':
		for _, name := range splitNames(jsonString(raw)) {
			if len(e.Speakers) <= draft.MaxSpeakers {
				e.Speakers = append(e.Speakers, draft.Speaker{Key: name, Name: name})
			}
		}
	case '{':
		addSpeaker(e, raw)
	}
	for person := range items(raw) {
		addSpeaker(e, person)
	}
}

func addSpeaker(e *draft.Event, raw []byte) {
	if len(e.Speakers) > draft.MaxSpeakers || isNothing(raw) {
		return
	}
	for key, value := range fields(raw) {
		if key == "event_role" && anyText(value) == "coordinator" {
			return
		}
	}
	s := jsonSpeaker(raw)
	if slices.ContainsFunc(e.Speakers, func(known draft.Speaker) bool { return known == s }) {
		return
	}
	e.Speakers = append(e.Speakers, s)
}

// splitNames splits "Ada Lovelace, Bob Sample", if each part looks like a name
// of its own: "Lovelace, Ada" and "Ada Lovelace, PhD" are one.
func splitNames(s string) []string {
	names := strings.Split(s, ",")
	for i, name := range names {
		if names[i] = strings.TrimSpace(name); !strings.Contains(names[i], " ") {
			return []string{strings.TrimSpace(s)}
		}
	}
	return names
}
