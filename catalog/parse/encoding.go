package parse

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// decode gives a document as UTF-8 without a byte-order mark, and the name of
// the encoding it was in. UTF-8 and UTF-16 are told by their marks or by their
// look; an encoding that an XML declaration names counts unless the bytes are
// UTF-8 all the same. Bytes that make no sense are left for Clean to replace.
func decode(data []byte) (text []byte, encoding string) {
	switch {
	case bytes.HasPrefix(data, []byte("\ufeff")):
		return data[3:], "utf-8"
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return decodeAs(data[2:], "utf-16le")
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return decodeAs(data[2:], "utf-16be")
	case zeros(data, 1):
		return decodeAs(data, "utf-16le")
	case zeros(data, 0):
		return decodeAs(data, "utf-16be")
	}
	if label := declaredEncoding(data); label != "" && !utf8.Valid(data) {
		return decodeAs(data, label)
	}
	return data, "utf-8"
}

// decodeAs decodes; an encoding that is not known leaves the bytes alone.
func decodeAs(data []byte, label string) ([]byte, string) {
	encoding, name := charset.Lookup(label)
	if encoding == nil {
		return data, "utf-8"
	}
	text, err := encoding.NewDecoder().Bytes(data)
	if err != nil {
		return data, "utf-8"
	}
	return text, name
}

// zeros says that of the first pairs of bytes all have a zero at that place,
// and only there: UTF-16 of a text that starts in ASCII.
func zeros(data []byte, place int) bool {
	const pairs = 4
	if len(data) < 2*pairs {
		return false
	}
	for i := range 2 * pairs {
		if (data[i] == 0) != (i%2 == place) {
			return false
		}
	}
	return true
}

// declaredEncoding is what an XML declaration says, or "".
func declaredEncoding(data []byte) string {
	data = bytes.TrimLeft(data, " \t\r\n")
	if !bytes.HasPrefix(data, []byte("<?xml")) {
		return ""
	}
	declaration := xmlScanner{attrs: cutAt(data[len("<?xml"):min(len(data), 256)], "?>")}
	label := strings.ToLower(strings.TrimSpace(declaration.attr("encoding")))
	if strings.HasPrefix(label, "utf-16") || strings.HasPrefix(label, "ucs-2") {
		return "" // it is not, or the declaration could not be read
	}
	return label
}
