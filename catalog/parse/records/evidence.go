package records

import (
	"regexp"
	"strings"

	"talks/catalog/parse/draft"
	"talks/catalog/parse/records/tree"
)

// Which objects are talks is decided by what they tell, here and in walk.go,
// not by the service that wrote them. A title alone tells nothing: a blog, a
// bookmark, a playlist and a package have one, too.

// isTalk reports whether the object is a talk, wherever it stands: it has a
// title and something that only talks have, or when it takes place and two
// more circumstances.
func (o *object) isTalk() bool {
	if o.holdsTalks || o.isPerson() {
		return false
	}
	if o.text(draft.Title) == "" {
		return o.title() != "" && o.hasOwn(draft.Start) && o.tells(fieldPeople, fieldAuthors, draft.Abstract, draft.Description, draft.Room)
	}
	return o.hasOwn(draft.Abstract, fieldPeople, fieldSlots, draft.Start) ||
		o.tells(draft.Duration) && (o.tells(fieldAuthors) || o.hasOwn(draft.Room) || o.ownTrack() != "") ||
		o.isHeld()
}

// ownTrack is the track of a talk: not a number, as songs have, nor a category,
// as anything may have.
func (o *object) ownTrack() string {
	if track := o.text(draft.Track); o.hasOwn(draft.Track) && !isID(track) {
		return track
	}
	return ""
}

// isHeld reports whether the object has a time of day and two more of the
// circumstances of a talk: how long, where, who, and a text. None of them is
// enough: the reports of earthquakes have a time and a place, curricula vitae
// have dates, a place and a text.
func (o *object) isHeld() bool {
	if !hasClock(o.value(draft.Start)) && !hasClock(o.value(fieldStartDate)) && !hasClock(o.value(draft.Date)) {
		return false
	}
	more := 0
	for _, circumstance := range [...][]field{{draft.End, draft.Duration}, {draft.Room}, {fieldPeople}, {draft.Description}} {
		for _, f := range circumstance {
			if !o.value(f).IsEmpty() {
				more++
				break
			}
		}
	}
	return more >= 2
}

// isTalkAlone reports whether an object that stands in no list is a talk. The
// labels of a form, and their translations, have a "title" and "speakers", too,
// but as texts: a talk alone has a list of people, a time, a duration, or a text of
// some length.
func (o *object) isTalkAlone() bool {
	const long = 60 // bytes, more than a label has
	return o.isTalk() && (o.value(fieldPeople).Kind() > tree.Text || o.value(fieldSlots).Kind() > tree.Text || isTime(o.value(draft.Start)) ||
		o.isHeld() || strings.ContainsAny(o.text(draft.Duration), "0123456789") || len(o.text(draft.Abstract)) >= long)
}

// hasOwn reports whether the object has one of some fields under a name that
// other documents do not use.
func (o *object) hasOwn(fields ...field) bool {
	for _, f := range fields {
		isOwn := o.ranks[f] < commonRank || o.ranks[f] >= localRank
		if isOwn && o.tells(f) && (f != draft.Start || isTime(o.value(f))) {
			return true
		}
	}
	return false
}

// isPerson reports whether the object is a person: people have titles too. A
// talk that comes with its speaker's biography has a text as well.
func (o *object) isPerson() bool {
	if !o.tells(fieldFirstName, fieldFullName, fieldTagline, fieldBiography) || o.tells(draft.Title) && o.tells(draft.Description) {
		return false
	}
	return !o.tells(draft.Abstract, draft.Start, fieldSlots, fieldPeople, draft.Duration)
}

// isTitled reports whether the object has a title and a text and little that a
// talk has not, or a day and what one keeps of a talk.
func (o *object) isTitled() bool {
	if o.text(draft.Title) == "" {
		return false
	}
	if o.tells(draft.Date, fieldStartDate) && o.tells(fieldSlides, fieldRecording, draft.Room) {
		return true
	}
	known, all := 0, 0
	for m := range o.node.Members() {
		all++
		if o.words.key(m).rank > 0 {
			known++
		}
	}
	return o.tells(draft.Abstract, draft.Description) && 4*known > 3*all
}

// listsTalks reports whether what lies in a list, or in an object by ids, is
// talks but for breaks and the like. A name that only talks have says so; so
// does one item, if nothing else may stand where the list does; elsewhere half
// of the items, or a track that several share.
func (w *vocabulary) listsTalks(n tree.Node, at scope) bool {
	if holdsTalks(at.name) && (knownKeys()[at.name].rank < commonRank || at.in == "schedule") || at.in == "rooms" {
		return true
	}
	const enough = 100
	items, titled, talks, texts := 0, 0, 0, 0
	tracks := make(map[string]bool)
	for item := range n.Children() {
		if items++; items > enough {
			break
		}
		o := w.object(item)
		if o.holdsTalks || o.isPerson() || o.title() == "" {
			continue
		}
		titled++
		if track := o.ownTrack(); track != "" {
			tracks[track] = true
		}
		switch {
		case o.isTalk():
			talks++
		case o.isTitled():
			texts++
		}
	}
	if at.isWhole() || holdsTalks(at.name) {
		return talks > 0 || texts > 0 && at.name != "results" || titled == items && 0 < len(tracks) && len(tracks) < items
	}
	return talks > 0 && 2*talks >= titled
}

// times are the ways in which a time is written: with a time of day, or the
// whole date, or as seconds since 1970.
var times = regexp.MustCompile(`\d[:h]\d\d|\d ?[AaPp][Mm]|\d{4}[-/]\d\d?[-/]\d|^\d{8}T|^\d{10}(\d{3})?$|^([01]\d|2[0-4])[0-5]\d$`)

// isTime reports whether a value looks like a time: a time of day, a date, or
// both. A number of seconds from the start of a film is none.
func isTime(n tree.Node) bool {
	if n = firstItem(n); n.Kind() == tree.Object {
		return !n.Get("date", "time", "datetime", "seconds", "_seconds").IsEmpty()
	}
	return times.MatchString(anyText(n))
}

// clocks are times of day in a text, but for midnight.
var clocks = regexp.MustCompile(`\d:[0-5]\d|\d{8}T\d|\d ?[AaPp][Mm]|\dh\d\d|^\d{10}(\d{3})?$`)

// hasClock reports whether a value has a time of day. Midnight stands for a day
// in many files.
func hasClock(n tree.Node) bool {
	if n = firstItem(n); n.Kind() == tree.Object {
		return isTime(n)
	}
	s := anyText(n)
	return clocks.MatchString(s) && !strings.Contains(s, "T00:00") && !strings.Contains(s, " 00:00")
}
