package records

import (
	"strings"
	"sync"
)

// A jsonField is what a member of an event tells.
type jsonField uint8

const (
	jsonNothing jsonField = iota
	jsonID
	jsonGUID
	jsonCode
	jsonSlug
	jsonTitle
	jsonName
	jsonSubtitle
	jsonAbstract
	jsonDescription
	jsonSummary
	jsonTrack
	jsonRoom
	jsonKind
	jsonLanguage
	jsonDate
	jsonStart
	jsonEnd
	jsonStartDate
	jsonDuration
	jsonSlots
	jsonPeople
	jsonAuthors
	jsonLinks
	jsonURL
	jsonOrigin
	jsonFeedback
	jsonRecording
	jsonSlides
	jsonSorts
	jsonBiography
	jsonPerson // only people have it
	jsonInner  // what lies within holds talks
	jsonFields // how many there are
)

// jsonNames are the keys that schedules and lists of talks are known to use,
// in lower case without "_". Of several keys of one field the one that stands
// first here counts, unless it has nothing. They are those of frab and
// pretalx (https://c3voc.de/schedule/schema.json), pretalx's API, Indico's
// export, Sched, Sessionize, Open Event, OPass, Hoverboard and zookeepr.
var jsonNames = [...]struct {
	field jsonField
	keys  string
}{
	{jsonID, "id eventid talkid sessionid eventkey confkey"},
	{jsonGUID, "guid uuid"},
	{jsonCode, "code"},
	{jsonSlug, "slug"},
	{jsonTitle, "title sessionname sessiontitle talktitle eventtitle"},
	{jsonName, "name"},
	{jsonSubtitle, "subtitle"},
	{jsonAbstract, "abstract talkabstract shortabstract shortdescription"},
	{jsonDescription, "description longabstract longdescription eventdescription"},
	{jsonSummary, "summary"},
	{jsonTrack, "track trackname tracks topic category session devroom tags"},
	{jsonRoom, "room roomname roomid microlocation conferenceroom stage venue location place"},
	{jsonKind, "type submissiontype sessiontype eventtype talktype proposaltype format kind subtype"},
	{jsonLanguage, "language contentlocale lang locale"},
	{jsonDate, "date recorded"},
	{jsonStart, "start startsat startdatetime startdt eventstart starttimestamp begintimestamp begin starttime timestart"},
	{jsonEnd, "end endsat enddatetime enddt eventend endtimestamp enddate endtime timeend"},
	{jsonStartDate, "startdate"},
	{jsonDuration, "duration lengthinminutes"},
	{jsonSlots, "slot slots"},
	{jsonPeople, "persons participants speakers speaker presenters presenter facilitator cofacilitator panelists"},
	{jsonAuthors, "authors primaryauthors author"},
	{jsonLinks, "links attachments resources videos relatedurls"},
	{jsonURL, "url uri confurl permalink link htmllink"},
	{jsonOrigin, "originurl"},
	{jsonFeedback, "feedbackurl"},
	{jsonRecording, "videodownloadurl recordingurl videourl video record"},
	{jsonSlides, "slidesurl slideurl slideurls slides slide presentation"},
	{jsonSorts, "categories categoryitems"},
	{jsonBiography, "bio biography shortbio"},
	{jsonPerson, "firstname fullname tagline"},
	{jsonInner, "events talks sessions submissions results contributions presentations"},
}

// A jsonKey is the field of a key and how far it is trusted, from 1: the less
// the more.
type jsonKey struct {
	field jsonField
	rank  uint8
}

var jsonKeys = sync.OnceValue(func() map[string]jsonKey {
	keys := make(map[string]jsonKey)
	for _, n := range jsonNames {
		for i, key := range strings.Fields(n.keys) {
			keys[key] = jsonKey{n.field, uint8(i) + 1}
		}
	}
	return keys
})

// localRank is the rank of a text that is given for one language.
const localRank = 100

// keyOf says what a key in lower case tells; "title_en" and the like tell the
// text of that language.
func keyOf(key string) jsonKey {
	at := strings.LastIndexByte(key, '_')
	if at == 0 {
		return jsonKey{} // "_type": said of the object, not of the talk
	}
	if at < 0 {
		return jsonKeys()[key]
	}
	if k, known := jsonKeys()[strings.ReplaceAll(key, "_", "")]; known {
		return k
	}
	if rank := localeRank(key[at+1:]); rank > 0 {
		if k := jsonKeys()[strings.ReplaceAll(key[:at], "_", "")]; isLocal(k.field) {
			return jsonKey{k.field, rank}
		}
	}
	return jsonKey{}
}

// isLocal says that a field is a text that one would translate.
func isLocal(f jsonField) bool {
	switch f {
	case jsonTitle, jsonName, jsonSubtitle, jsonAbstract, jsonDescription, jsonTrack:
		return true
	}
	return false
}

// localeRank ranks languages, English first and the others alike; 0 is none
// that is known.
func localeRank(code string) uint8 {
	switch code {
	case "en":
		return localRank
	case "cs", "de", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "uk", "zh":
		return localRank + 1
	}
	return 0
}

// holdsTalks says that a list of that name holds events.
func holdsTalks(key string) bool { return jsonKeys()[key].field == jsonInner }

// isPeople says that a list of that name holds people, for those who refer to
// them.
func isPeople(key string) bool { return key == "persons" || key == "speakers" || key == "people" }
