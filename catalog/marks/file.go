package marks

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// heading is the first line of the file.
const heading = "# The marks of talks. Edit them as you like; talks sorts them, and keeps no comment.\n"

// maxFile is the most bytes that are read; 50,000 marks have 15 MB.
const maxFile = 256 << 20

// A garbled error says that a file is not TOML, or not of marks.
type garbled struct {
	line int // counted from 1; 0: not known
	what string
}

func (g *garbled) Error() string {
	if g.line == 0 {
		return g.what
	}
	return fmt.Sprintf("line %d: %s", g.line, g.what)
}

// read reads a file. One that is not there, or is empty, gives fs.ErrNotExist.
func read(path string) (contents, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return contents{}, err
	case info.IsDir():
		return contents{}, errors.New("is a folder")
	case !info.Mode().IsRegular():
		return contents{}, errors.New("is not a file")
	case info.Size() > maxFile:
		return contents{}, fmt.Errorf("has more than %d MiB", maxFile>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return contents{}, err
	}
	if data = bytes.TrimPrefix(data, []byte("\ufeff")); len(bytes.TrimSpace(data)) == 0 {
		return contents{}, fs.ErrNotExist
	}
	return parse(data)
}

// parse reads the bytes of a file.
func parse(data []byte) (contents, error) {
	c := contents{entries: make(map[string]*entry)}
	if err := toml.Unmarshal(data, &c.other); err != nil {
		g := &garbled{what: strings.TrimPrefix(err.Error(), "toml: ")}
		var at *toml.DecodeError
		if errors.As(err, &at) {
			g.line, _ = at.Position()
		}
		return c, g
	}
	talks, isOurs := c.other["talk"].([]any)
	hidden, hides := c.other["hidden"].(map[string]any)
	if c.other["talk"] != nil && !isOurs || c.other["hidden"] != nil && !hides || len(c.other) > 0 && !isOurs && !hides {
		return c, &garbled{what: "not a file of marks"}
	}
	delete(c.other, "talk")
	for _, value := range talks {
		tree, ok := value.(map[string]any)
		if !ok {
			return c, &garbled{what: "not a file of marks"}
		}
		key, e := newEntry(tree)
		if twice := c.entries[key]; twice != nil {
			e = merge(nil, twice, e)
		}
		c.entries[key] = e
	}
	c.hidden = Hidden{takeNames(hidden, "tracks"), takeNames(hidden, "rooms"), takeNames(hidden, "languages")}
	if len(hidden) == 0 {
		delete(c.other, "hidden")
	}
	return c, nil
}

// takeNames takes a list of names out of a tree if it is one.
func takeNames(tree map[string]any, key string) []string {
	values, ok := tree[key].([]any)
	var names []string
	for _, value := range values {
		name, isName := value.(string)
		ok = ok && isName
		names = append(names, name)
	}
	if !ok {
		return nil
	}
	delete(tree, key)
	return tidy(names)
}

// encode writes contents as the bytes of a file: what is not known first, then
// what is hidden, then the talks in the order of their conferences and times.
func (c *contents) encode() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(heading)
	other := maps.Clone(c.other)
	delete(other, "hidden")
	if err := encodeOthers(&b, other); err != nil {
		return nil, err
	}
	if err := c.encodeHidden(&b); err != nil {
		return nil, err
	}
	for _, key := range c.sorted() {
		if err := c.entries[key].encode(&b, key); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// sorted returns the keys by the conferences, times and titles of their talks.
func (c *contents) sorted() []string {
	return slices.SortedFunc(maps.Keys(c.entries), func(a, b string) int {
		t, u := c.entries[a].talk, c.entries[b].talk
		return cmp.Or(cmp.Compare(t.Conference, u.Conference), t.Slot.Start.Compare(u.Slot.Start), cmp.Compare(t.Title, u.Title), cmp.Compare(a, b))
	})
}

// encodeHidden writes the table of what is hidden, if it has anything.
func (c *contents) encodeHidden(b *bytes.Buffer) error {
	tree, _ := c.other["hidden"].(map[string]any)
	tree = maps.Clone(tree)
	if tree == nil {
		tree = make(map[string]any)
	}
	for key, names := range map[string][]string{"tracks": c.hidden.Tracks, "rooms": c.hidden.Rooms, "languages": c.hidden.Languages} {
		if len(names) > 0 {
			tree[key] = names
		}
	}
	if len(tree) == 0 {
		return nil
	}
	b.WriteString("\n[hidden]\n")
	return encodeOthers(b, tree)
}

// encode writes the table of an entry: what is known in its order, then the rest.
func (e *entry) encode(b *bytes.Buffer, key string) error {
	known, err := toml.Marshal(map[string][]table{"talk": {e.table(key)}})
	if err != nil {
		return err
	}
	b.WriteByte('\n')
	b.Write(known)
	if len(e.other) == 0 {
		return nil
	}
	var written struct{ Talk []map[string]any }
	if err := toml.Unmarshal(known, &written); err != nil {
		return err
	}
	other := maps.Clone(e.other)
	for name := range written.Talk[0] {
		delete(other, name)
	}
	return encodeOthers(b, other)
}

// encodeOthers writes keys of a table, whatever they hold, a line each.
func encodeOthers(b *bytes.Buffer, tree map[string]any) error {
	if len(tree) == 0 {
		return nil
	}
	return toml.NewEncoder(b).SetTablesInline(true).Encode(tree)
}

// beside returns the name of the nth file beside another: "marks-2.toml".
func beside(path string, n int) string {
	extension := filepath.Ext(path)
	return strings.TrimSuffix(path, extension) + "-" + strconv.Itoa(n) + extension
}
