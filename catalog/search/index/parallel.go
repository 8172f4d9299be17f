package index

import (
	"fmt"
	"runtime/debug"
	"sync"
)

// parallel calls do(0) to do(n-1), each on a goroutine of its own, and waits
// for all. If one panics, parallel does, with the first worker's panic and
// stack: the caller may have a terminal to set right, which a panic on another
// goroutine would leave as it is.
func parallel(n int, do func(i int)) {
	var group sync.WaitGroup
	panics := make([]any, n)
	for i := range n {
		group.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					panics[i] = workerPanic{value: p, stack: debug.Stack()}
				}
			}()
			do(i)
		})
	}
	group.Wait()
	for _, p := range panics {
		if p != nil {
			panic(p)
		}
	}
}

// A workerPanic is what a worker panicked with, and where.
type workerPanic struct {
	value any
	stack []byte
}

func (p workerPanic) Error() string {
	return fmt.Sprintf("%v\n\nworker's %s", p.value, p.stack)
}

func (p workerPanic) Unwrap() error {
	err, _ := p.value.(error)
	return err
}
