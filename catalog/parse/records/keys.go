package records

import (
	"strings"
	"sync"

	"talks/catalog/parse/draft"
	"talks/catalog/parse/records/tree"
)

// A field is what a member of an object tells of an event or a person: one of
// the texts of an event, or one of these.
type field = draft.Field

const (
	fieldName = draft.Fields + iota
	fieldStartDate
	fieldDay
	fieldSlots
	fieldPeople
	fieldAuthors
	fieldLinks
	fieldURL
	fieldOrigin
	fieldFeedback
	fieldRecording
	fieldSlides
	fieldCategories
	fieldTags
	fieldBiography
	fieldPublicName
	fieldFullName
	fieldFirstName
	fieldLastName
	fieldTagline
	fieldTalks // more talks lie within

	fields // how many there are
)

// keys are the names of members that schedules and lists of talks are known to
// use, in lower case without "_". Of several names of one field the first here
// counts, unless it has nothing. Names before a "|" are those that talks alone
// have; those behind it, and all of some fields, stand in other documents, too
// (see evidence.go). They are those of frab and pretalx
// (https://c3voc.de/schedule/schema.json), pretalx's API, Indico's export,
// Sched, Sessionize, Open Event, OPass, Hoverboard, zookeepr, KonOpas and
// ConClár, HackerTracker, Guidebook and Swapcard.
var keys = [fields]string{
	draft.ID:          "id eventid talkid paperid sessionid eventkey confkey personid",
	draft.GUID:        "guid uuid uid",
	draft.Code:        "code",
	draft.Slug:        "slug",
	draft.Title:       "title sessionname sessiontitle talktitle papertitle eventtitle | talk",
	fieldName:         "name displayname",
	draft.Subtitle:    "subtitle",
	draft.Abstract:    "abstract talkabstract shortabstract shortdescription",
	draft.Description: "description longabstract longdescription eventdescription talkdescription sessiondescription desc descriptionhtml htmldescription",
	draft.Summary:     "summary",
	draft.Track:       "track trackname trackid | tracks topic category session devroom",
	fieldTags:         "tags",
	draft.Room:        "room roomname sessionroom roomid locationid microlocation conferenceroom stage venue hall | location place loc locations",
	draft.Kind:        "type submissiontype sessiontype eventtype talktype proposaltype entrytype format kind subtype",
	draft.Language:    "language contentlocale lang locale",
	draft.Date:        "date recorded",
	draft.Start:       "start startsat startdatetime startdt eventstart starttimestamp begintimestamp begin begintsz beginsat startingat starttime sessionstart timestart timefrom | datetime time times",
	draft.End:         "end endsat enddatetime enddt eventend endtimestamp endtsz enddate endtime sessionend timeend timeto endingat",
	fieldStartDate:    "startdate",
	fieldDay:          "day",
	draft.Duration:    "duration lengthinminutes mins minutes",
	fieldSlots:        "slot slots",
	fieldPeople:       "persons participants speakers speaker presenters presenter facilitator cofacilitator panelists speakername | people who",
	fieldAuthors:      "authors primaryauthors author",
	fieldLinks:        "links attachments resources videos relatedurls",
	fieldURL:          "url uri confurl permalink link htmllink",
	fieldOrigin:       "originurl",
	fieldFeedback:     "feedbackurl",
	fieldRecording:    "videodownloadurl recordingurl videourl video record",
	fieldSlides:       "slidesurl slideurl slideurls slides slide presentation",
	fieldCategories:   "categories categoryitems",
	fieldBiography:    "biography bio shortbio",
	fieldPublicName:   "publicname",
	fieldFullName:     "fullname fullpublicname",
	fieldFirstName:    "firstname givenname",
	fieldLastName:     "lastname surname familyname",
	fieldTagline:      "tagline",
	fieldTalks:        "talks submissions contributions presentations papers | events sessions results program prog",
}

// A key is the field that a name stands for. Its rank orders the names of one
// field: 1 is preferred, 0 means that the name is not a key.
type key struct {
	field field
	rank  uint8
}

// commonRank is the rank of the first name of a field that other documents use
// as well.
const commonRank = 50

var knownKeys = sync.OnceValue(func() map[string]key {
	known := make(map[string]key)
	for f, names := range keys {
		own, common, _ := strings.Cut(names, "|")
		for i, name := range strings.Fields(own) {
			known[name] = key{field(f), uint8(i) + 1}
		}
		for i, name := range strings.Fields(common) {
			known[name] = key{field(f), uint8(i) + commonRank}
		}
	}
	return known
})

// localRank is the rank of a text that is given for one language.
const localRank = 100

// keyOf is the key of a name in lower case. "title_en" and the like are the
// text of that language.
func keyOf(name string) key {
	name = strings.ReplaceAll(name, "-", "_")
	at := strings.LastIndexByte(name, '_')
	if at == 0 {
		return key{} // "_type": said of the object, not of the talk
	}
	if at < 0 {
		return knownKeys()[name]
	}
	if k, known := knownKeys()[strings.ReplaceAll(name, "_", "")]; known {
		return k
	}
	if rank := localeRank(name[at+1:]); rank > 0 {
		if k := knownKeys()[strings.ReplaceAll(name[:at], "_", "")]; isTranslated(k.field) {
			return key{k.field, rank}
		}
	}
	return key{}
}

// isTranslated reports whether a field is a text that one would translate.
func isTranslated(f field) bool {
	switch f {
	case draft.Title, fieldName, draft.Subtitle, draft.Abstract, draft.Description, draft.Track, fieldBiography:
		return true
	}
	return false
}

// localeRank ranks the codes of languages, English first and the others alike;
// 0 means that the code is not known.
func localeRank(code string) uint8 {
	switch code {
	case "en":
		return localRank
	case "cs", "de", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "uk", "zh":
		return localRank + 1
	}
	return 0
}

// A meaning is what the name of a member tells.
type meaning struct {
	key    key   // the field that it stands for
	locale uint8 // rank of the language that it is the code of, or 0
}

// A vocabulary tells what the names in a tree mean: a name is looked up once,
// not for each object that has it.
type vocabulary struct {
	tree     *tree.Tree
	meanings []meaning // by the index of the name
}

func newVocabulary(t *tree.Tree) *vocabulary {
	w := &vocabulary{tree: t, meanings: make([]meaning, len(t.Names()))}
	for i, name := range t.Names() {
		w.meanings[i] = meaning{keyOf(name.Lower), localeRank(name.Lower)}
	}
	return w
}

// of is what the name of a node means.
func (w *vocabulary) of(n tree.Node) meaning { return w.meanings[n.NameIndex()] }

// key is the field that the name of a node stands for.
func (w *vocabulary) key(n tree.Node) key { return w.of(n).key }

// holdsTalks reports whether a list or an object of that name holds talks.
func holdsTalks(name string) bool { return knownKeys()[name].field == fieldTalks }

// isPeople reports whether a list or an object of that name holds people, whom
// talks refer to.
func isPeople(name string) bool { return name == "persons" || name == "speakers" || name == "people" }
