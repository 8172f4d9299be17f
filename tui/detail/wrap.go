package detail

import (
	"context"
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
	body   string
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
	lines, _ := text.WrapContext(j.ctx, j.body, j.width, j.method) // Accept refuses those of a job given up
	return Result{lines: lines, stamp: j.stamp}
}

func (w *wrapped) start(body string, width int, m text.Method) {
	if w.giveUp != nil {
		w.giveUp()
	}
	w.stamp++
	w.waiting = len(body) > wrapNow
	if !w.waiting {
		w.lines = text.Wrap(body, width, m)
		return
	}
	var ctx context.Context
	ctx, w.giveUp = context.WithCancel(context.Background())
	w.job = Job{ctx: ctx, body: body, width: width, method: m, stamp: w.stamp}
	w.lines = text.Wrap(body[:head(body)], width, m)
}

// head is where to cut a long text: behind a blank, unless the word there is
// longer than lines are, else between two runes.
func head(body string) int {
	const longest = 1 << 10
	if at := strings.LastIndexAny(body[wrapNow-longest:wrapNow], " \n"); at >= 0 {
		return wrapNow - longest + at
	}
	at := wrapNow
	for at > 0 && !utf8.RuneStart(body[at]) {
		at--
	}
	return at
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
