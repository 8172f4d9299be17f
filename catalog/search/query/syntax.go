package query

// A Row explains one notation of the query language.
type Row struct {
	Notation string // an example, as typed
	Meaning  string
}

// Syntax returns the query language, in the order in which a user meets it.
func Syntax() []Row {
	return []Row{
		{`kube cost`, "both words, in any order and field; a slip of the finger, a missing letter or a half word will do"},
		{`"private key"`, "these words in a row"},
		{`'cost`, "these very letters, also inside a word"},
		{`'cost'`, "the same, as whole words"},
		{`^cloud`, "a title, a name or a text that starts so"},
		{`2023$`, "one that ends so"},
		{`^welcome$`, "one that is just this"},
		{`!java`, "not these letters"},
		{`go | rust`, "the one or the other"},
		{`Go`, "an upper-case letter: talks that write it so come first; with a sign or quotes: only those"},
		{`c\ api`, "a blank inside a word"},
		{`title:kube`, "in the title only; also abstract:"},
		{`speaker:"van Dyk"`, "by this speaker; in quotes the whole name, track or room, where there is one"},
		{`track:go | track:rust`, "in a track; also room:, conference:, type:"},
		{`day:sat`, "on a day of the conference, nights included: a weekday, a date (day:2026-01-31), or the n-th day (day:2)"},
		{`time:14:00`, "running at 14:00; time:14 starting in that hour; also time:morning, time:afternoon, time:evening"},
		{`after:13:00`, "starting at 13:00 or later; a night belongs to the day before, so 01:30 comes after:23:00, and may be written 25:30"},
		{`before:17:00`, "starting earlier on its day, so not at 01:30 of the night that ends it"},
		{`is:now`, "running now; is:next starting within the hour or, if nothing does, first of all; also day:today, day:tomorrow"},
		{`lang:en`, "in a language"},
		{`is:slides`, "with slides; also has:slides, has:video, has:links, has:abstract"},
		{`is:going`, "marked so; also is:maybe, is:later, is:skipped, is:marked, is:seen, is:changed since it was marked, has:note"},
		{`note:ask`, "with this in its note; friend:ada that a friend goes to, or may"},
		{`source:2026`, "from a file whose name has this"},
		{`!track:main`, "not in this track; every field word takes a !"},
	}
}
