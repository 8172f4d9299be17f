package export

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"strings"
	"text/template"
)

// ParseTemplate makes a format of a template of Go (text/template), in which a talk
// has the fields that it has in JSON, with a capital or without: {{.Title}}.
// "json" writes a value as JSON, "join" joins a list. A line feed follows each talk.
func ParseTemplate(text string) (Format, error) {
	t, err := template.New("").Option("missingkey=error").Funcs(template.FuncMap{
		"join": strings.Join,
		"json": func(v any) (string, error) {
			var b strings.Builder
			err := WriteJSON(&b, v, "")
			return strings.TrimSuffix(b.String(), "\n"), err
		},
	}).Parse(text)
	if err != nil {
		return Format{}, templateError(err)
	}
	write := func(w io.Writer, s *Selection) error {
		var b bytes.Buffer
		for i := range s.Talks {
			b.Reset()
			if err := t.Execute(&b, fieldsOf(&s.Talks[i])); err != nil {
				return templateError(err)
			}
			b.WriteByte('\n')
			if _, err := w.Write(b.Bytes()); err != nil {
				return err
			}
		}
		return nil
	}
	return Format{Name: "template", Write: write}, nil
}

// FieldNames are the names that a template can use, as JSON has them.
func FieldNames() []string {
	var names []string
	for f := range fields() {
		names = append(names, f)
	}
	return names
}

// fields yields the name of each field of a Talk in JSON, and its place.
func fields() func(yield func(name string, field int) bool) {
	return func(yield func(string, int) bool) {
		talk := reflect.TypeFor[Talk]()
		for i := range talk.NumField() {
			name, _, _ := strings.Cut(talk.Field(i).Tag.Get("json"), ",")
			if name != "" && !yield(name, i) {
				return
			}
		}
	}
}

// fieldsOf is a talk for a template, each field under its name with a capital and
// without.
func fieldsOf(t *Talk) map[string]any {
	values := reflect.ValueOf(t).Elem()
	out := make(map[string]any)
	for name, i := range fields() {
		value := values.Field(i).Interface()
		if score, ok := value.(*float64); ok && score == nil {
			value = ""
		}
		out[name], out[strings.ToUpper(name[:1])+name[1:]] = value, value
	}
	out["ID"] = t.ID
	return out
}

// A TemplateError says what is wrong with a template.
type TemplateError string

func (e TemplateError) Error() string { return string(e) }

// A FieldError says that a template asks for a field that no talk has.
type FieldError string

func (e FieldError) Error() string { return fmt.Sprintf("a talk has no field .%s", string(e)) }

var (
	missingField = regexp.MustCompile(`map has no entry for key "([^"]*)"`)
	templateHead = regexp.MustCompile(`^template: (:[0-9:]+ )?(executing "" )?`)
)

// templateError says what is wrong with a template in words for people who do not
// know its engine.
func templateError(err error) error {
	text := err.Error()
	if m := missingField.FindStringSubmatch(text); m != nil {
		return FieldError(m[1])
	}
	return TemplateError(templateHead.ReplaceAllString(text, ""))
}
