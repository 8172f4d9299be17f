package catalog

import (
	"strconv"
	"strings"
	"unicode"
)

// A Catalog is a set of talks in a fixed order, each with an id of its own.
// It is read-only once made.
type Catalog struct {
	Name        string
	Attribution string
	Talks       []*Talk // catalog order
	Problems    []Problem
}

// New gathers documents into one catalog, in the order given. Talks without
// an id get a slug of their title; an id that is taken gets "-2", "-3", ….
func New(docs ...Document) *Catalog {
	c := &Catalog{}
	var names, attributions []string
	taken := make(map[string]bool)
	for d := range docs {
		doc := &docs[d]
		names = addNew(names, doc.Name)
		attributions = addNew(attributions, doc.Attribution)
		c.Problems = append(c.Problems, doc.Problems...)
		for i := range doc.Talks {
			t := &doc.Talks[i]
			if t.ID == "" {
				t.ID = slug(t.Title)
			}
			t.ID = free(t.ID, taken)
			taken[t.ID] = true
			c.Talks = append(c.Talks, t)
		}
	}
	c.Name = strings.Join(names, ", ")
	c.Attribution = strings.Join(attributions, "\n")
	return c
}

func addNew(list []string, s string) []string {
	if s == "" {
		return list
	}
	for _, have := range list {
		if have == s {
			return list
		}
	}
	return append(list, s)
}

// free gives id itself, or id with the first free number behind it.
func free(id string, taken map[string]bool) string {
	if !taken[id] {
		return id
	}
	for n := 2; ; n++ {
		if next := id + "-" + strconv.Itoa(n); !taken[next] {
			return next
		}
	}
}

// maxSlug is the length of a slug in runes: long enough to tell two talks
// apart, short enough to type.
const maxSlug = 40

// slug turns a title into lower-case words joined by hyphens, cut between
// words: "KubeSkoop: An automated …" gives "kubeskoop-an-automated-…".
func slug(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
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
