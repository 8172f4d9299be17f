package search

import (
	"fmt"
	"testing"

	"talks/catalog"
)

// People and talks spell a word in several ways; each finds the other, beside
// a talk that has the very word.
func TestOtherSpellings(t *testing.T) {
	for _, c := range []struct{ query, title string }{
		{"opensource", "Open source"},
		{"nodejs", "Node JS"},
		{"python3", "Python 3"},
		{"qt5", "Qt 5"},
		{"18", "v18"},
		{"k8s", "Kubernetes"},
		{"a11y", "Accessibility"},
		{"i18n", "Internationalization"},
		{"colour", "Color"},
		{"color", "Colours"},
		{"theatre", "Theater"},
		{"licence", "Licensed"},
		{"catalogue", "Catalogs"},
		{"analysing", "Analyze"},
		{"analyzer", "Analyser"},
	} {
		talks := []*catalog.Talk{{ID: "other", Title: "Life with " + c.title}, {ID: "neither", Title: "Pottery"}, {ID: "very", Title: "About " + c.query}}
		if got := ids(find(t, build(talks), c.query)); got != "very other" {
			t.Errorf("%q finds %q beside %q", c.query, got, c.title)
		}
	}
	for query, title := range map[string]string{"p2p": "Pop", "k8s": "Kubernetic", "v18x": "18", "landschaft": "Land"} {
		if r := find(t, build([]*catalog.Talk{{Title: title}}), query); r.Len() > 0 && !r.Weak {
			t.Errorf("%q finds %q", query, title)
		}
	}
}

// What stands inside a compound is found where no word is nearer.
func TestInsideACompound(t *testing.T) {
	compounds := []*catalog.Talk{{ID: "midst", Title: "Die Softwarelandschaften"}, {ID: "end", Title: "Die Weltlandschaft"}}
	if r := find(t, build(compounds), "landschaft"); ids(r) != "end midst" || r.Weak {
		t.Errorf("finds %q, weak: %v", ids(r), r.Weak)
	}
	compounds = append(compounds, &catalog.Talk{ID: "word", Title: "Landschaft"})
	if got := ids(find(t, build(compounds), "landschaft")); got != "word" {
		t.Errorf("beside the word itself finds %q", got)
	}
	if r := find(t, build([]*catalog.Talk{{Title: "Execution"}}), "cut"); r.Len() > 0 && !r.Weak {
		t.Error("cut finds execution")
	}
}

// Words that any question has find nothing by themselves.
func TestQuestionsAreAboutTheRest(t *testing.T) {
	talks := []*catalog.Talk{
		{ID: "intro", Title: "Introduction to Pottery", Abstract: "Getting started, one should and might ask questions."},
		{ID: "unikernels", Title: "Unikernels in depth"},
		{ID: "boot", Title: "Warum Rechner starten", Abstract: "Die Antwort, und warum sie nicht die ist, die man erwartet."},
	}
	ix := build(talks)
	for query, want := range map[string]string{
		"introduction to unikernels":             "unikernels",
		"getting started with unikernels":        "unikernels",
		"why should one use unikernels":          "unikernels",
		"wie und warum gibt es das, ein rechner": "boot",
		"was ist ein rechner":                    "boot",
		"introduction pottery":                   "intro",
	} {
		r := find(t, ix, query)
		if r.Len() == 0 || r.Talk(0).ID != want {
			t.Errorf("%q finds %q, want %q on top", query, ids(r), want)
		}
	}
}

// A single German word may be one of English.
func TestGermanWordsOfEnglish(t *testing.T) {
	talks := []*catalog.Talk{{ID: "die", Title: "Rust on a die"}, {ID: "rust", Title: "Rust"}, {ID: "nic", Title: "Rust drives a NIC"}}
	for query, want := range map[string]string{"rust die": "die ~rust ~nic", "why is rust on die": "die ~rust ~nic", "rust nic": "nic ~rust ~die"} {
		if got := ids(find(t, build(talks), query)); got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}

// Two slips are a near miss in a text, where some word is always so near.
func TestTwoSlipsInATextAreWeak(t *testing.T) {
	for _, c := range []struct {
		talk catalog.Talk
		weak bool
	}{
		{catalog.Talk{Title: "Pottery", Abstract: "With dedication."}, true},
		{catalog.Talk{Title: "Dedication"}, false},
		{catalog.Talk{Title: "Pottery", Speakers: []catalog.Person{{Name: "Dedication"}}}, false},
	} {
		if r := find(t, build([]*catalog.Talk{&c.talk}), "meditation"); r.Len() != 1 || r.Weak != c.weak {
			t.Errorf("%+v: %d hits, weak %v, want %v", c.talk, r.Len(), r.Weak, c.weak)
		}
	}
}

// Two words that many talks have are neighbours in titles alone.
func TestPairsOfCommonWords(t *testing.T) {
	var talks []*catalog.Talk
	for i := range mostPairTalks + 2 {
		talks = append(talks, &catalog.Talk{ID: fmt.Sprint(i), Title: "Pottery", Abstract: "Open source."})
	}
	talks[7].Title = "Open source pottery"
	talks[9].Title = "Opensource"
	if got := ids(find(t, build(talks), "opensource")); got != "9 7" {
		t.Errorf("finds %q", got)
	}
	if got := find(t, build(talks[:mostPairTalks]), "opensource").Len(); got != mostPairTalks {
		t.Errorf("in fewer talks finds %d, want all %d", got, mostPairTalks)
	}
}
