package parse

import (
	"bytes"
	"slices"
	"strings"
)

// jsonSpeaker reads a speaker, given as an object or by the name alone, which
// may be no more than a key.
func jsonSpeaker(raw []byte) speaker {
	if !bytes.HasPrefix(raw, []byte("{")) {
		name := strings.TrimSpace(anyText(raw))
		return speaker{key: name, name: name}
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
	s := speaker{
		key:       firstText(guid, code, id),
		name:      firstText(public, name),
		biography: firstText(biography, abstract),
	}
	if last := firstText(last); s.name == "" && last != "" {
		s.name = strings.TrimSpace(firstText(first) + " " + last)
	}
	s.name = firstOf(s.name, firstText(full), s.key)
	return s
}

// addPeople adds those whom a value names: a list of people, one of them, or a
// text. Who only coordinates does not speak.
func (e *entry) addPeople(raw []byte) {
	if len(raw) == 0 {
		return
	}
	switch raw[0] {
	case '"':
		for _, name := range splitNames(jsonString(raw)) {
			if len(e.speakers) <= maxSpeakers {
				e.speakers = append(e.speakers, speaker{key: name, name: name})
			}
		}
	case '{':
		e.addSpeaker(raw)
	}
	for person := range items(raw) {
		e.addSpeaker(person)
	}
}

func (e *entry) addSpeaker(raw []byte) {
	if len(e.speakers) > maxSpeakers || isNothing(raw) {
		return
	}
	for key, value := range fields(raw) {
		if key == "event_role" && anyText(value) == "coordinator" {
			return
		}
	}
	s := jsonSpeaker(raw)
	if slices.ContainsFunc(e.speakers, func(known speaker) bool { return known == s }) {
		return
	}
	e.speakers = append(e.speakers, s)
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
