package export

import (
	"net/url"
	"strings"

	"talks/catalog"
)

// webAddress is a link in a form that has no blanks, brackets or braces in it, if it
// leads to the web.
func webAddress(link string) (address string, ok bool) {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", false
	}
	address = strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", "{", "%7B", "}", "%7D", `\`, "%5C", `"`, "%22").Replace(u.String())
	return address, true
}

// pageOf is the first web address of a talk that is its page, empty if it has none.
func pageOf(t *catalog.Talk) string {
	for _, l := range t.Links {
		if address, ok := webAddress(l.URL); ok && l.Kind == catalog.LinkPage {
			return address
		}
	}
	return ""
}
