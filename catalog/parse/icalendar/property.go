package icalendar

import "strings"

// A property is a content line: NAME;PARAMETER=value:VALUE.
type property struct {
	name       string // in upper case
	parameters string // as they stand
	value      string // still escaped
}

// parseProperty splits a content line at the first colon outside of quotes,
// and reports whether what stands before it can be a name.
func parseProperty(line string) (p property, ok bool) {
	quoted := false
	nameEnd := -1
	for i := range len(line) {
		switch c := line[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == ';' && nameEnd < 0:
			nameEnd = i
		case c == ':':
			if nameEnd < 0 {
				nameEnd = i
			}
			p.name = strings.ToUpper(strings.TrimSpace(line[:nameEnd]))
			if dot := strings.LastIndexByte(p.name, '.'); dot >= 0 { // a group's name
				p.name = p.name[dot+1:]
			}
			p.parameters = line[nameEnd:i]
			p.value = line[i+1:]
			return p, isName(p.name)
		}
	}
	return p, false
}

// isName reports whether a text in upper case can be the name of a property.
func isName(s string) bool {
	for _, c := range []byte(s) {
		if (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '-' && c != '_' {
			return false
		}
	}
	return s != ""
}

// parameter gives the value of a parameter without its quotes, or "". RFC
// 6868's escapes (^n, ^', ^^) are undone.
func (p *property) parameter(name string) string {
	rest := p.parameters
	for rest != "" {
		rest = strings.TrimPrefix(rest, ";")
		end, quoted := len(rest), false
		for i := range len(rest) {
			if rest[i] == '"' {
				quoted = !quoted
			} else if rest[i] == ';' && !quoted {
				end = i
				break
			}
		}
		key, value, _ := strings.Cut(rest[:end], "=")
		if strings.EqualFold(strings.TrimSpace(key), name) {
			value = strings.Trim(strings.TrimSpace(value), `"`)
			return replace(parameterEscapes, value, "^")
		}
		rest = rest[end:]
	}
	return ""
}

var parameterEscapes = strings.NewReplacer("^n", "\n", "^'", `"`, "^^", "^")

// text is the value as a text, its escapes undone (RFC 5545 §3.3.11).
func (p *property) text() string { return unescape(p.value) }

// list is the value as a list of texts, parted by commas that are not escaped.
func (p *property) list() []string {
	var items []string
	start := 0
	for i := 0; i <= len(p.value); i++ {
		switch {
		case i == len(p.value) || p.value[i] == ',':
			if item := strings.TrimSpace(unescape(p.value[start:i])); item != "" {
				items = append(items, item)
			}
			start = i + 1
		case p.value[i] == '\\':
			i++
		}
	}
	return items
}

// unescape undoes the escapes of a text. A backslash that escapes nothing
// stays, as in C:\path.
func unescape(s string) string { return replace(escapes, s, `\`) }

// replace undoes escapes, all of which start with the same mark. Most texts have
// none, and a Replacer copies even those.
func replace(escapes *strings.Replacer, s, mark string) string {
	if !strings.Contains(s, mark) {
		return s
	}
	return escapes.Replace(s)
}

var escapes = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\N`, "\n", `\;`, ";", `\,`, ",", `\:`, ":", `\"`, `"`)
