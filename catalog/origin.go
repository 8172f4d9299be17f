package catalog

import "path"

// An Origin tells which conference a talk belongs to. Where the talk does not name
// it, the file that it is from stands for the conference; the other field is empty.
type Origin struct{ Conference, File string }

// Origin is the conference of the talk, or else its file.
func (t *Talk) Origin() Origin {
	if t.Conference != "" {
		return Origin{Conference: t.Conference}
	}
	return Origin{File: t.Source.File}
}

// String is the name of the conference, or of the file without its folders.
func (o Origin) String() string {
	if o.File != "" {
		return path.Base(o.File)
	}
	return o.Conference
}
