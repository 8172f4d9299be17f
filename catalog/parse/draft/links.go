package draft

import (
	"slices"
	"strings"

	"talks/catalog"
	"talks/catalog/parse/clean"
	"talks/catalog/parse/markup"
)

// tidyLinks cleans a talk's links, tells the kind of each, and drops those that
// lead nowhere or to the same address as an earlier one.
func tidyLinks(links []catalog.Link) []catalog.Link {
	kept := links[:0]
	for _, l := range links {
		l.URL = clean.Line(l.URL)
		if _, path, ok := strings.Cut(l.URL, ":"); ok && strings.Trim(path, "/") == "" {
			continue // "http://", a form left as it was
		}
		if l.URL = markup.Target(l.URL); l.URL == "" {
			continue
		}
		if (l.Title == "" || l.Title == "Page") && !leadsAway(l.URL) {
			continue
		}
		if slices.ContainsFunc(kept, func(k catalog.Link) bool { return k.URL == l.URL }) {
			continue
		}
		l.Title = markup.Line(l.Title)
		if l.Kind == catalog.LinkPage {
			l.Kind = kindOfLink(l.Title, l.URL)
		}
		if markup.SameAddress(l.Title, l.URL) {
			l.Title = ""
		}
		kept = append(kept, l)
	}
	return kept
}

// leadsAway reports whether an address has a scheme or starts with what may be
// a host. "talks/4.html" is relative to some page, and "n/a" is not an address.
func leadsAway(url string) bool {
	host, _, _ := strings.Cut(url, "/")
	return strings.ContainsAny(host, ".:") && !strings.HasPrefix(url, ".")
}

// kindOfLink tells the kind of a link from its title or address.
func kindOfLink(title, url string) catalog.LinkKind {
	title = strings.ToLower(title)
	switch {
	case strings.Contains(title, "feedback"):
		return catalog.LinkFeedback
	case strings.Contains(title, "slides") || title == "presentation":
		return catalog.LinkSlides
	case strings.HasPrefix(title, "video") || strings.Contains(title, "recording"),
		strings.HasPrefix(url, "https://video.fosdem.org/"), strings.HasPrefix(url, "https://media.ccc.de/"):
		return catalog.LinkRecording
	}
	return catalog.LinkPage
}

// KindNamed is the kind of a link that a schedule calls by a name.
func KindNamed(name string) catalog.LinkKind {
	switch strings.ToLower(name) {
	case "slides", "presentation":
		return catalog.LinkSlides
	case "video", "recording", "media":
		return catalog.LinkRecording
	case "feedback":
		return catalog.LinkFeedback
	}
	return catalog.LinkPage
}
