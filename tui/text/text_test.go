package text

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

const family = "👨\u200d👩\u200d👧"

func TestWidth(t *testing.T) {
	tests := []struct {
		s            string
		wc, grapheme int
	}{
		{"", 0, 0},
		{"plain", 5, 5},
		{"会议", 4, 4},
		{"e\u0301", 1, 1},
		{family, 2, 2},
		{"❤\ufe0f", 1, 2},
		{"1\ufe0f\u20e3", 1, 2},
		{"👍\U0001f3fd", 2, 2},
		{"नि", 2, 1},
		{"a\nb", 2, 2},
	}
	for _, test := range tests {
		if got := Width(test.s, WcWidth); got != test.wc {
			t.Errorf("%q takes %d cells rune by rune, want %d", test.s, got, test.wc)
		}
		if got := Width(test.s, GraphemeWidth); got != test.grapheme {
			t.Errorf("%q takes %d cells by cluster, want %d", test.s, got, test.grapheme)
		}
	}
}

// truncated is what a row holds of a text that was cut to a width.
func truncated(s string, width int, tail string, m Method) string {
	return strings.TrimRight(NewRow(width, m).AddTruncated(s, width, tail, Paint{}, nil).String(), " ")
}

func TestTruncate(t *testing.T) {
	tests := []struct {
		s     string
		width int
		want  string
	}{
		{"title", 5, "title"},
		{"title", 4, "tit…"},
		{"title", 1, "…"},
		{"title", 0, ""},
		{"title", -3, ""},
		{"会议会议", 8, "会议会议"},
		{"会议会议", 7, "会议会…"},
		{"会议会议", 6, "会议…"},
		{"会议", 1, "…"},
		{"e\u0301e\u0301e\u0301", 2, "e\u0301…"},
		{family + "x", 2, "…"},
	}
	for _, test := range tests {
		if got := truncated(test.s, test.width, "…", GraphemeWidth); got != test.want {
			t.Errorf("Truncate(%q, %d) = %q, want %q", test.s, test.width, got, test.want)
		}
	}
	if got := truncated("long", 2, "...", WcWidth); got != "lo" {
		t.Errorf("a tail without room: %q", got)
	}
}

func TestWrap(t *testing.T) {
	tests := map[string]struct {
		s     string
		width int
		want  []string
	}{
		"empty":             {"", 5, []string{""}},
		"one line":          {"a b c", 5, []string{"a b c"}},
		"between words":     {"aa bb cc", 5, []string{"aa bb", "cc"}},
		"blanks at a break": {"aa   bb", 4, []string{"aa", "bb"}},
		"blanks at the end": {"aa   ", 3, []string{"aa"}},
		"line feeds":        {"a\n\nb\n", 5, []string{"a", "", "b", ""}},
		"long word":         {"abcdefg hi", 3, []string{"abc", "def", "g", "hi"}},
		"word, long word":   {"ab cdefghi", 4, []string{"ab", "cdef", "ghi"}},
		"indented":          {"  ab cd", 5, []string{"  ab", "··cd"}},
		"indent too deep":   {"      ab", 4, []string{"ab"}},
		"indent, long word": {"  abcdef", 4, []string{"abcd", "ef"}},
		"hyphen stays":      {"cloud-native x", 8, []string{"cloud-na", "tive x"}},
		"ideographs":        {"会议会议会", 4, []string{"会议", "会议", "会"}},
		"ideographs, odd":   {"会议会议会", 5, []string{"会议", "会议", "会"}},
		"closing, CJK":      {"会议会。议", 6, []string{"会议", "会。议"}},
		"opening, CJK":      {"会议「会」", 6, []string{"会议", "「会」"}},
		"small kana":        {"会議ファイル", 6, []string{"会議", "ファイ", "ル"}},
		"doubled consonant": {"日本へ行って", 8, []string{"日本へ", "行って"}},
		"repeated":          {"会議人々", 6, []string{"会議", "人々"}},
		"latin in between":  {"会议KubeEdge议", 6, []string{"会议", "KubeEd", "ge议"}},
		"no dot in front":   {"会议会。议", 6, []string{"会议", "会。议"}},
		"width 1":           {"ab 会", 1, []string{"a", "b", "会"}},
		"width 0 counts 1":  {"ab", 0, []string{"a", "b"}},
		"combining":         {"e\u0301e\u0301e\u0301", 2, []string{"e\u0301e\u0301", "e\u0301"}},
		"family":            {family + family, 3, []string{family, family}},
		"item of a list":    {"- ab cd ef", 5, []string{"- ab", "··cd", "··ef"}},
		"item in an item":   {"  • ab cd", 8, []string{"  • ab", "····cd"}},
		"numbered item":     {"12) ab cd\ncd ef gh", 8, []string{"12) ab", "····cd", "cd ef gh"}},
		"code":              {"    return x", 10, []string{"    return", "····x"}},
		"long word, item":   {"- abcdefgh", 6, []string{"- abcd", "··efgh"}},
		"address":           {"see a.org/bc/defg/h i", 10, []string{"see", "a.org/bc/", "defg/h i"}},
		"numbered address":  {"[1] a.org/bc/defg", 12, []string{"[1] a.org/", "····bc/defg"}},
		"address, long end": {"a/bcdefghijkl", 8, []string{"a/", "bcdefghi", "jkl"}},
		"no item":           {"2026. ab -c de", 8, []string{"2026. ab", "-c de"}},
		"no room to hang":   {"10. ab cd", 6, []string{"10. ab", "cd"}},
	}
	for name, test := range tests {
		var got []string
		for _, l := range Wrap(test.s, test.width, GraphemeWidth) {
			got = append(got, strings.Repeat("·", l.Indent)+test.s[l.Start:l.End])
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

// Lines fit, keep their order, and between them lies nothing but blanks and
// line feeds: no letter is lost.
// Lines fit, keep their order, and between them lies nothing but blanks and
// line feeds: no letter is lost.
func FuzzWrap(f *testing.F) {
	for _, s := range []string{"", "a bc  def\n\ng", "会议 KubeEdge。会", family + "e\u0301 x", strings.Repeat("word ", 30), "\u200d\u0301 a", "  - item of a list\n12. another, 会议"} {
		f.Add(s, 7, true)
		f.Add("0\u302e", 100, false) // three cells in one
		f.Add(s, 2, false)
	}
	f.Fuzz(func(t *testing.T, s string, width int, cluster bool) {
		s = clean(s)
		width = 2 + (width&0x7fffffff)%100
		m := WcWidth
		if cluster {
			m = GraphemeWidth
		}
		end := 0
		for _, l := range Wrap(s, width, m) {
			if l.Start < end || l.End < l.Start {
				t.Fatalf("line %v begins before %d", l, end)
			}
			if lost := strings.Trim(s[end:l.Start], " \n"); lost != "" {
				t.Errorf("%q is on no line", lost)
			}
			first := l.Start
			if l.Start < l.End { // one cluster cannot be parted, however wide
				size, _, _ := next(s[l.Start:l.End], m)
				first += size
			}
			if w := l.Indent + Width(s[l.Start:l.End], m); w > width && first < l.End {
				t.Errorf("line %q, indented by %d, takes %d cells of %d", s[l.Start:l.End], l.Indent, w, width)
			}
			end = l.End
		}
		if lost := strings.Trim(s[end:], " \n"); lost != "" {
			t.Errorf("%q is on no line", lost)
		}
	})
}

// A row is as wide as it was made, whatever is put into it, and holds what the
// renderer measures the same way.
func FuzzRow(f *testing.F) {
	f.Add("plain", 4, 1, 3)
	f.Add("会议"+family+"e\u0301", 5, 2, 6)
	f.Add("❤\ufe0f 1\ufe0f\u20e3 नि", 6, 0, 9)
	f.Fuzz(func(t *testing.T, s string, width, from, to int) {
		s = strings.ReplaceAll(clean(s), "\n", " ")
		width = (width & 0x7fffffff) % 60
		from, to = clamp(from, len(s)), clamp(to, len(s))
		highlights := []Highlight{{Range: Range{min(from, to), max(from, to)}, Paint: Paint{On: "\x1b[1m", Off: "\x1b[m"}}}
		for _, m := range []Method{WcWidth, GraphemeWidth} {
			row := NewRow(width, m)
			row.AddTruncated(s, width/2, "…", Paint{}, highlights).Blank(1).AddHighlighted(s, Range{0, len(s)}, Paint{On: "\x1b[2m", Off: "\x1b[m"}, highlights)
			got := row.String()
			if w := m.StringWidth(got); w != width {
				t.Errorf("%q in %d cells takes %d: %q", s, width, w, got)
			}
		}
	})
}

func clamp(n, most int) int { return min(max(n, 0), most) }

// clean leaves what package text expects: no control characters, and no mark
// without a letter to stand on.
func clean(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	s = strings.Map(func(r rune) rune {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != 0x200d && r != 0x200c) {
			return -1
		}
		return r
	}, s)
	return s
}

func TestHighlightsWidenToClusters(t *testing.T) {
	var b strings.Builder
	s := "ae\u0301b 会x"
	paint := Paint{On: "<", Off: ">"}
	// The highlight covers the accent only, and half of the ideograph.
	writeHighlighted(&b, s, Range{0, len(s)}, Paint{}, []Highlight{{Range{2, 4}, paint}, {Range{6, 7}, paint}}, GraphemeWidth)
	if got, want := b.String(), "a<e\u0301>b <会>x"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestHighlightsOnOneLineOfSeveral(t *testing.T) {
	var b strings.Builder
	s := "one two three"
	paint := Paint{On: "<", Off: ">"}
	highlights := []Highlight{{Range{0, 3}, paint}, {Range{2, 6}, paint}, {Range{8, 13}, paint}}
	writeHighlighted(&b, s, Range{4, 10}, Paint{On: "(", Off: ")"}, highlights, WcWidth)
	if got, want := b.String(), "<tw>(o )<th>"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// The longest text that a talk can have: it is wrapped while a key waits.
func BenchmarkWrap(b *testing.B) {
	const longest = 256 << 10
	for name, part := range map[string]string{
		"English":  "A line of words that somebody wrote, 会议, about talks. ",
		"Chinese":  "云原生计算社区的第一场会议，在上海举行。",
		"Russian":  "Строка слов, которую кто-то написал о докладах. ",
		"no blank": "x",
		"accents":  "é",
	} {
		b.Run(name, func(b *testing.B) {
			s := strings.Repeat(part, longest/len(part))
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Wrap(s, 76, GraphemeWidth)
			}
		})
	}
}

// Right-to-left text stays in the order in which it is read, and whole: points stay
// with their letters, and a line ends between words.
func TestRightToLeft(t *testing.T) {
	for _, m := range []Method{WcWidth, GraphemeWidth} {
		for _, s := range []string{
			"שָׁלוֹם עוֹלָם: קוד פתוח ב-2026 (Rust) לכולם",
			"مَرْحَبًا بالعالم: البرمجيات الحرة 2026 (Rust) للجميع",
		} {
			words := strings.Fields(s)
			for width := 12; width < 60; width++ {
				var again []string
				for _, l := range Wrap(s, width, m) {
					line := s[l.Start:l.End]
					if Width(line, m) > width {
						t.Errorf("%q takes more than %d cells", line, width)
					}
					again = append(again, strings.Fields(line)...)
				}
				if !slices.Equal(again, words) {
					t.Errorf("width %d: %q, want %q", width, again, words)
				}
				end, _ := Cut(s, width, m)
				if r, _ := utf8.DecodeRuneInString(s[end:]); unicode.Is(unicode.Mn, r) {
					t.Errorf("width %d: %q is cut off from its letter", width, r)
				}
			}
		}
	}
}
