package catalog

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// A Catalog is a set of talks in a fixed order, each with an id of its own.
// It is read-only once made.
type Catalog struct {
	Name        string
	Attribution string
	Talks       []*Talk // catalog order
	Problems    []Problem

	bySpeaker sync.Once
	speakers  map[string][]*Talk // see TalksBy
}

// New gathers documents into one catalog, in the order given. See Builder.
func New(docs ...Document) *Catalog {
	var b Builder
	for _, doc := range docs {
		b.Add(doc)
	}
	return b.Catalog()
}

// A Builder gathers documents into a catalog one by one. A talk without an id
// gets a slug of its title. An id that another document has taken gets its
// conference in front ("fosdem-2026-9713"), one that is taken still gets "-2",
// "-3", …. A talk that an earlier document has too takes its place and its id;
// how many did is a problem of the document. The zero Builder is empty.
type Builder struct {
	names, attributions []string
	talks               []*Talk
	problems            []Problem
	taken               map[string]int // ids, with the highest number put behind each
	seen                folder
}

// Add takes a document, whose talks belong to the builder from then on.
func (b *Builder) Add(doc Document) {
	if b.taken == nil {
		b.taken = make(map[string]int)
	}
	if len(doc.Talks) > 0 {
		b.names = addNew(b.names, doc.Name)
	}
	b.attributions = addNew(b.attributions, doc.Attribution)
	b.problems = append(b.problems, doc.Problems...)
	b.seen.open(doc.File)
	for i := range doc.Talks {
		t := &doc.Talks[i]
		given := t.ID
		if at, again := b.seen.find(t); again {
			b.seen.fold(b.talks[at], t)
			t.fillFrom(b.talks[at])
			b.talks[at] = t
			b.seen.keep(t, given, at)
			continue
		}
		t.ID = b.freeID(t)
		b.talks = append(b.talks, t)
		b.seen.keep(t, given, len(b.talks)-1)
	}
	b.problems = append(b.problems, b.seen.close()...)
}

// Catalog gives what has been added so far, in the order of the documents. It
// stays as it is when more is added.
func (b *Builder) Catalog() *Catalog {
	return &Catalog{
		Name:        b.name(),
		Attribution: strings.Join(b.attributions, "\n"),
		Talks:       slices.Clone(b.talks),
		Problems:    slices.Clone(b.problems),
	}
}

// name names what has been added: each collection, or how many they are.
func (b *Builder) name() string {
	const most = 3
	if len(b.names) > most {
		return strconv.Itoa(len(b.names)) + " sources"
	}
	return strings.Join(b.names, ", ")
}

// Problems are those met so far, in the order of the documents.
func (b *Builder) Problems() []Problem { return slices.Clip(b.problems) }

// freeID is the id a talk gets.
func (b *Builder) freeID(t *Talk) string {
	if t.ID == "" {
		return b.take(slug(t.Title))
	}
	if b.taken[t.ID] > 0 && t.Conference != "" && !b.seen.here[t.ID] {
		return b.take(slug(t.Conference) + "-" + t.ID)
	}
	return b.take(t.ID)
}

func addNew(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// take gives id itself, or id with the next free number behind it. It starts
// where it stopped before, so that a name on every talk costs no more than
// names of their own.
func (b *Builder) take(id string) string {
	n := b.taken[id]
	if n == 0 {
		b.taken[id] = 1
		return id
	}
	for {
		n++
		if next := id + "-" + strconv.Itoa(n); b.taken[next] == 0 {
			b.taken[id], b.taken[next] = n, 1
			return next
		}
	}
}

// maxSlug is the length of a slug in runes: long enough to tell two talks
// apart, short enough to type.
const maxSlug = 40

// apostrophes are part of their word: "What's new" is "whats-new".
var apostrophes = strings.NewReplacer("'", "", "’", "")

// slug turns a title into lower-case words joined by hyphens, cut between
// words: "KubeSkoop: An automated …" gives "kubeskoop-an-automated-…".
func slug(title string) string {
	words := strings.FieldsFunc(apostrophes.Replace(strings.ToLower(title)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	var b strings.Builder
	length := 0
	for _, w := range words {
		runes := []rune(w)
		if length > 0 && length+1+len(runes) > maxSlug {
			break
		}
		if len(runes) > maxSlug {
			runes = runes[:maxSlug]
		}
		if length > 0 {
			b.WriteByte('-')
			length++
		}
		b.WriteString(string(runes))
		length += len(runes)
	}
	if length == 0 {
		return "talk"
	}
	return b.String()
}
