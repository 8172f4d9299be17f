package index

import (
	"errors"
	"io"
	"strings"
	"sync/atomic"
	"testing"

	"talks/catalog"
)

func TestParallelHandsPanicsUp(t *testing.T) {
	var ended atomic.Int32
	defer func() {
		err, _ := recover().(error)
		if !errors.Is(err, io.ErrUnexpectedEOF) || !strings.Contains(err.Error(), "parallel_test.go") {
			t.Errorf("the caller recovers %v, want the worker's panic and its stack", err)
		}
		if ended.Load() != 2 {
			t.Errorf("%d workers ended before the panic, want 2", ended.Load())
		}
	}()
	parallel(3, func(i int) {
		if i == 1 {
			panic(io.ErrUnexpectedEOF)
		}
		ended.Add(1)
	})
	t.Error("no panic")
}

// A talk that is none makes a worker panic: Build's caller can recover.
func TestBuildHandsPanicsUp(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	Build([]*catalog.Talk{nil})
}
