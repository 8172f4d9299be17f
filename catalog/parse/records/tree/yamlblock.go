package tree

import (
	"bytes"
	"errors"
	"iter"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// A yamlBlock is a piece of a document of YAML: whole lines, but for the first,
// of which the start may be missing.
type yamlBlock struct {
	text     []byte
	line     int  // of its start, counted from 1
	isInline bool // it starts behind a name: no list and no mapping that can be split
}

// Why a block may be none that can be read, but for what the library finds.
var (
	errTooLarge = errors.New("too large")
	errNoName   = errors.New("a line without a name")
	errColon    = errors.New("a colon in a text without quotes")
)

// load has the library read a block.
func (b yamlBlock) load() (*yaml.Node, error) {
	if len(b.text) > maxYAML {
		return nil, errTooLarge
	}
	n := new(yaml.Node)
	err := yaml.Load(b.text, n, yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(maxNesting))))
	if err == nil && b.isInline && n.Content[0].Kind == yaml.MappingNode && n.Content[0].Style&yaml.FlowStyle == 0 {
		err = errColon
	}
	return n, err
}

// A yamlLine is a line of a block that is not blank.
type yamlLine struct {
	text   []byte // without its end
	number int    // counted from that of the block
	at     int    // byte offset of its start
}

// lines are those that are not blank.
func (b yamlBlock) lines() iter.Seq[yamlLine] {
	return func(yield func(yamlLine) bool) {
		rest := b.text
		for number := b.line; len(rest) > 0; number++ {
			at := len(b.text) - len(rest)
			line, after, _ := bytes.Cut(rest, []byte("\n"))
			if rest = after; len(bytes.TrimSpace(line)) > 0 && !yield(yamlLine{line, number, at}) {
				return
			}
		}
	}
}

// isBlank reports whether a block has nothing but comments.
func (b yamlBlock) isBlank() bool {
	for line := range b.lines() {
		if !isComment(line.text) && !isDocumentMark(line.text) {
			return false
		}
	}
	return true
}

func isComment(line []byte) bool {
	line = bytes.TrimLeft(line, " \t")
	return len(line) > 0 && line[0] == '#'
}

// isDocumentMark reports whether a line parts two documents.
func isDocumentMark(line []byte) bool {
	for _, mark := range []string{"---", "..."} {
		if rest, found := bytes.CutPrefix(line, []byte(mark)); found && (len(rest) == 0 || rest[0] == ' ' || rest[0] == '\r') {
			return true
		}
	}
	return false
}

// isDash reports whether a line, without its indentation, starts an item.
func isDash(line []byte) bool {
	return line[0] == '-' && (len(line) == 1 || line[1] == ' ' || line[1] == '\r')
}

// yamlDocuments parts the documents of a file. Directives ("%YAML 1.2") say
// nothing of talks.
func yamlDocuments(data []byte) []yamlBlock {
	var documents []yamlBlock
	whole := yamlBlock{text: data, line: 1}
	from, number := 0, 1
	for line := range whole.lines() {
		if isDocumentMark(line.text) || line.text[0] == '%' {
			documents = append(documents, yamlBlock{text: data[from:line.at], line: number})
			from, number = line.at+len("---"), line.number
			if line.text[0] == '%' {
				from = line.at + len(line.text)
			}
		}
	}
	return append(documents, yamlBlock{text: data[from:], line: number})
}

// split parts a block into the items of the list or the members of the mapping
// that it is. Each starts on a line that is indented no more than the first.
func (b yamlBlock) split() (parts []yamlBlock, isList bool) {
	indent := -1
	if b.isInline {
		return nil, false
	}
	for line := range b.lines() {
		if isComment(line.text) {
			continue
		}
		trimmed := bytes.TrimLeft(line.text, " ")
		isItem := isDash(trimmed)
		if indent < 0 {
			indent, isList = len(line.text)-len(trimmed), isItem
		}
		if len(line.text)-len(trimmed) > indent || isItem != isList && len(parts) > 0 {
			continue
		}
		if _, _, isMember := cutMember(trimmed); !isList && !isMember && len(parts) == 0 {
			return nil, false
		}
		if last := len(parts) - 1; last >= 0 {
			parts[last].text = parts[last].text[:line.at-(len(b.text)-len(parts[last].text))]
		}
		parts = append(parts, yamlBlock{text: b.text[line.at:], line: line.number})
	}
	return parts, isList
}

// item is what stands behind the dash of an item.
func (b yamlBlock) item() yamlBlock {
	text := bytes.Clone(b.text)
	if dash := len(text) - len(bytes.TrimLeft(text, " ")); text[dash] == '-' {
		text[dash] = ' '
	}
	return yamlBlock{text: text, line: b.line}
}

// member cuts the name of a member from its value.
func (b yamlBlock) member() (name []byte, value yamlBlock, ok bool) {
	name, text, ok := cutMember(bytes.TrimLeft(b.text, " "))
	first, _, _ := bytes.Cut(text, []byte("\n"))
	isInline := len(bytes.TrimSpace(first)) > 0 && !isComment(first)
	return name, yamlBlock{text, b.line, isInline}, ok
}

// asWritten is the text that a block must mean which is no YAML: a title with a
// colon, a text without its second quote.
func (b yamlBlock) asWritten() []byte {
	text := bytes.Trim(b.text, " \t\r\n\"'")
	if len(b.text) > maxYAML || len(text) == 0 || bytes.IndexByte([]byte("[]{}&*!|>%@`"), text[0]) >= 0 {
		return nil
	}
	return text
}

// cutMember cuts a name, plain or in quotes, and its colon from what follows.
func cutMember(text []byte) (name, rest []byte, ok bool) {
	quoted := false
	at := 0
	if len(text) > 0 && (text[0] == '"' || text[0] == '\'') {
		quoted = true
		end := bytes.IndexByte(text[1:], text[0])
		if end < 0 {
			return nil, nil, false
		}
		at = end + 2
	}
	for ; at < len(text) && text[at] != '\n'; at++ {
		if text[at] == ':' && (at+1 == len(text) || bytes.IndexByte([]byte(" \t\r\n"), text[at+1]) >= 0) {
			name = bytes.TrimSpace(text[:at])
			if quoted {
				name = name[1 : len(name)-1]
			}
			return name, text[at+1:], len(name) > 0 && name[0] != '-'
		}
	}
	return nil, nil, false
}
