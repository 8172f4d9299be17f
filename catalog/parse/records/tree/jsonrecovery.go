package tree

import "bytes"

// How a jsonReader goes on where a bit is flipped, or bytes are missing or
// added. It relies on this: a quote stands beside a bracket, a comma or a
// colon; a name is a short text before a colon; a list holds either objects or
// texts.

// near is how far a name or a bracket is looked for, in bytes.
const near = 100

// isAnchor reports whether a text shows where in its structure a document is:
// it starts with an object or a name, if not with the brackets that close
// before it. Other brackets are as likely a part of a text.
func isAnchor(text []byte) bool {
	text = bytes.TrimLeft(text[:min(len(text), near)], " \t\r\n,]}")
	if object, found := bytes.CutPrefix(text, []byte("{")); found {
		return bytes.HasPrefix(bytes.TrimLeft(object, " \t\r\n"), []byte(`"`))
	}
	if len(text) == 0 || text[0] != '"' {
		return false
	}
	name, rest, _ := bytes.Cut(text[1:], []byte(`"`))
	return len(name) > 0 && bytes.IndexByte(name, '\\') < 0 && bytes.HasPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte(":"))
}

// passJunk moves on to the next bracket or quote, if a byte or two are damaged,
// or to the next anchor.
func (r *jsonReader) passJunk() {
	const few = 2
	r.pos++
	rest := r.data[r.pos:]
	if at := bytes.IndexAny(rest[:min(len(rest), few)], `{}[],"`); at >= 0 {
		r.pos += at
		return
	}
	r.state = atComma
	r.into.named = 0
	for quote := 0; quote < len(rest); quote++ {
		next := bytes.IndexByte(rest[quote:], '"')
		if next < 0 {
			break
		}
		quote += next
		brackets := len(bytes.TrimRight(rest[:quote], "{,]} \t\r\n"))
		if isAnchor(rest[brackets:]) || isAnchor(rest[quote:]) {
			r.pos += brackets
			return
		}
	}
	r.pos = len(r.data)
}

// makeRoom makes room in an object for an item without a name.
func (r *jsonReader) makeRoom(k Kind) {
	b := r.into
	switch {
	case b.innermost() != Object:
	case r.state == atStart: // its bracket was that of a list
		b.turn(List)
	case k == Object && b.isWithin(List):
		for b.innermost() == Object { // its end is missing
			b.end()
		}
	}
}

// makeRoomForName makes room in a list, or in nothing, for a member.
func (r *jsonReader) makeRoomForName() {
	b := r.into
	last := b.values[len(b.values)-1]
	switch {
	case b.innermost() == Object:
	case b.innermost() == List && r.state == atStart: // its bracket was that of an object
		b.turn(Object)
	case b.innermost() == List && last.kind == Text && last.name == 0 && b.isWithin(Object):
		for b.innermost() == List { // the end of a list of texts is missing
			b.end()
		}
	default: // the start of an object is missing
		b.begin(Object, r.lineOf(r.pos))
	}
}

// quoted reads a string and gives what is between its quotes. A quote that
// cannot end the string where it stands is a part of it, or starts the next
// string.
func (r *jsonReader) quoted() []byte {
	start := r.pos + 1
	for at := start; ; at++ {
		next := bytes.IndexByte(r.data[at:], '"')
		if next < 0 {
			r.pos = len(r.data)
			return r.data[start:]
		}
		at += next
		text := r.data[start:at]
		if escapes := len(text) - len(bytes.TrimRight(text, `\`)); escapes%2 == 1 {
			continue
		}
		if r.endsText(at+1) || r.faults > maxFaults {
			r.pos = at + 1
			return text
		}
		r.unexpected(at)
		if before := bytes.TrimRight(text, " \t\r\n"); bytes.ContainsAny(before[max(0, len(before)-1):], ",:{[") {
			text = bytes.TrimRight(before, ",:{[}] \t\r\n")
			r.pos = start + len(text)
			return text
		}
	}
}

// endsText reports whether a quote before a byte offset can end a string: a
// comma, a colon or a bracket follows, or one damaged byte and an anchor.
func (r *jsonReader) endsText(at int) bool {
	rest := r.data[at:]
	if len(rest) > 0 && rest[0] <= ' ' {
		rest = bytes.TrimLeft(rest, " \t\r\n")
	}
	if len(rest) == 0 || bytes.IndexByte([]byte(",:]}"), rest[0]) >= 0 {
		return true
	}
	return isAnchor(rest) || isAnchor(rest[1:])
}
