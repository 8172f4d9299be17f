package search

import (
	"os"
	"strconv"
	"strings"
)

var tune = func() (t [16]float64) {
	copy(t[:], []float64{0.15, 0.1, 0, 0})
	for i, f := range strings.Fields(os.Getenv("TUNE")) {
		if f != "-" {
			t[i], _ = strconv.ParseFloat(f, 64)
		}
	}
	return
}()
