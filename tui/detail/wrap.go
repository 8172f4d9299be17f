package detail

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"talks/tui/text"
)

// wrapNow is how much of a text, in bytes, is wrapped while a key waits: about
// 2 ms. The rest of a longer text is wrapped beside the screen.
const wrapNow = 64 << 10

// wrapped holds the lines of a text: all of them, or those of its start until
// a Job brings the rest.
type wrapped struct {
	lines   []text.Line
	stamp   int // counts calls of start
	waiting bool
	running bool
	job     Job
	giveUp  context.CancelFunc // of the last job
}

// A Job is the wrapping of a long text. Run may be called from any goroutine.
// It ends soon once another text or width is asked for: two cores are few, and
// who walks over texts of megabytes waits for the last one only.
type Job struct {
	ctx    context.Context
	parts  []Part
	width  int
	method text.Method
	stamp  int
}

// A Result is what a Job made; Accept takes it.
type Result struct {
	lines []text.Line
	stamp int
}

// Run wraps the text.
func (j Job) Run() Result {
	return Result{lines: wrapParts(j.ctx, j.parts, j.width, j.method), stamp: j.stamp}
}

// wrapParts wraps each part for itself. When ctx is done, some lines are
// missing; Accept refuses them.
func wrapParts(ctx context.Context, parts []Part, width int, m text.Method) []text.Line {
	var all []text.Line
	for _, p := range parts {
		lines, _ := text.WrapContext(ctx, p.text, width, m)
		for i := range lines {
			lines[i].Range = shift(lines[i].Range, p.Start)
		}
		all = append(all, lines...)
	}
	return all
}

func (w *wrapped) start(d *Document, width int, m text.Method) {
	if w.giveUp != nil {
		w.giveUp()
	}
	w.stamp++
	w.waiting = d.Len() > wrapNow
	ctx, giveUp := context.WithCancel(context.Background())
	w.giveUp = giveUp
	w.lines = wrapParts(ctx, head(d.parts), width, m)
	w.job = Job{ctx: ctx, parts: d.parts, width: width, method: m, stamp: w.stamp}
}

// head is the parts of a document up to wrapNow bytes, the last one cut
// behind a blank, unless the word there is longer than lines are, else between
// two runes.
func head(parts []Part) []Part {
	i := slices.IndexFunc(parts, func(p Part) bool { return p.End > wrapNow })
	if i < 0 {
		return parts
	}
	last := parts[i]
	at := max(wrapNow-last.Start, 0)
	const longest = 1 << 10
	if blank := strings.LastIndexAny(last.text[max(at-longest, 0):at], " \n"); blank >= 0 {
		at = max(at-longest, 0) + blank
	}
	for at > 0 && !utf8.RuneStart(last.text[at]) {
		at--
	}
	last.text = last.text[:at]
	return append(slices.Clone(parts[:i]), last)
}

// Job returns the wrapping that is still to be done, unless it runs already:
// one at a time, however often the window changes.
func (p *Pager) Job() (Job, bool) {
	if !p.wrap.waiting || p.wrap.running {
		return Job{}, false
	}
	p.wrap.running = true
	return p.wrap.job, true
}

// Accept takes the result of a Job, unless the text or its width is another
// one by now.
func (p *Pager) Accept(r Result) {
	p.wrap.running = false
	if r.stamp != p.wrap.stamp {
		return
	}
	p.wrap.waiting = false
	p.wrap.lines = r.lines
	if p.ending {
		p.End()
		return
	}
	p.settle()
}

// Wrapping says that only the start of the text is there yet.
func (p *Pager) Wrapping() bool { return p.wrap.waiting }
