package load

import (
	"regexp"
	"strings"

	"talks/catalog"
	"talks/catalog/parse/clean"
)

// address matches what a browser takes for a web address (RFC 3986 §3.1).
var address = regexp.MustCompile(`^(?i)(https?|ftp|webcals?)://`)

// isURL reports whether a name is the address of a page rather than a file.
func isURL(name string) bool { return address.MatchString(name) }

// refuseURL says how to read an address: talks opens no network connection.
func refuseURL(url string) catalog.Document {
	shown := clean.Line(url)
	argument := shown
	if strings.ContainsAny(shown, " \t'\"$&()*;<>?[\\]`{|}!#~") { // a shell would not pass it on as it is
		argument = "'" + strings.ReplaceAll(shown, "'", "%27") + "'"
	}
	return catalog.Document{File: shown, Problems: []catalog.Problem{{
		File: shown, What: "an address, and talks opens no network connection", Hint: "curl -L " + argument + " | talks -",
	}}}
}
