package main

import (
	"cmp"
	"runtime/debug"
	"strings"
	"time"
)

// A build is what the toolchain has recorded of this program.
type build struct {
	module, commit, goVersion string
	time                      string // of the commit, RFC 3339
	modified                  bool   // since the commit
}

func readBuild() build {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return build{}
	}
	b := build{module: info.Main.Version, goVersion: info.GoVersion}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.commit = s.Value[:min(len(s.Value), 12)]
		case "vcs.time":
			b.time = s.Value
		case "vcs.modified":
			b.modified = s.Value == "true"
		}
	}
	return b
}

func (b build) version() string { return cmp.Or(b.module, "(devel)") }

// date is that of the commit.
func (b build) date() string {
	t, err := time.Parse(time.RFC3339, b.time)
	if err != nil {
		return "2026-11-25" // built without git: when this was written
	}
	return t.Format(time.DateOnly)
}

// String is what --version says: version, commit, time, toolchain.
func (b build) String() string {
	parts := []string{b.version()}
	if b.commit != "" {
		commit := "commit " + b.commit
		if b.modified {
			commit += " and changes"
		}
		parts = append(parts, commit, b.time)
	}
	if b.goVersion != "" {
		parts = append(parts, b.goVersion)
	}
	return strings.Join(parts, ", ")
}
