package clean

import "golang.org/x/net/html/charset"

// Decode turns text in an encoding of the WHATWG's list into UTF-8 and gives
// the encoding's proper name, and U+FFFD for what is not text in it. If the label
// names none, or UTF-8, or the text cannot be decoded, it gives the bytes as they
// are and "utf-8".
func Decode(data []byte, label string) (text []byte, name string) {
	encoding, name := charset.Lookup(label)
	if encoding == nil || name == "utf-8" || name == "replacement" {
		return data, "utf-8"
	}
	text, err := encoding.NewDecoder().Bytes(data)
	if err != nil {
		return data, "utf-8"
	}
	return text, name
}
