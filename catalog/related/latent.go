package related

import (
	"context"
	"math"
	"math/rand/v2"
	"runtime"
	"sync"
)

// The latent part is a truncated singular value decomposition of the matrix of
// talks and terms: the directions along which most of it lies. They are found by
// subspace iteration (Golub and Van Loan, Matrix Computations, 8.2.4): directions
// at random are multiplied by the matrix and its transpose and made orthonormal
// again, over and over. All count the same, so that what matters is the space that
// they span, and not which direction is which.
const (
	maxDimensions = 50
	iterations    = 8
	// talksADimension bounds the directions of a small catalog, where else each talk
	// would be one of its own.
	talksADimension = 5
)

func (x *Index) dimensions() int {
	return min(maxDimensions, (len(x.talks)+talksADimension-1)/talksADimension)
}

// findSubjects works out where each talk lies along the directions. The only error
// is that of a cancelled ctx.
func (x *Index) findSubjects(ctx context.Context) error {
	k := x.dimensions()
	x.subjects = make([]float32, len(x.talks)*k)
	ofTerms := make([]float32, len(x.terms)*k)
	random := rand.New(rand.NewPCG(1, 1)) // the same numbers each time
	for i := range x.subjects {
		x.subjects[i] = float32(random.NormFloat64())
	}
	for range iterations {
		x.byTerm.times(x.subjects, ofTerms, k)
		x.byTalk.times(ofTerms, x.subjects, k)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		orthonormalise(x.subjects, k)
	}
	for i := range x.talks {
		normalise(x.subject(i))
	}
	return nil
}

// subject returns where talk i lies along the directions.
func (x *Index) subject(i int) []float32 {
	k := x.dimensions()
	return x.subjects[i*k : (i+1)*k]
}

// times sets out to the product of m and in, whose rows have k numbers each.
func (m *matrix) times(in, out []float32, k int) {
	rows, workers := len(m.start)-1, runtime.GOMAXPROCS(0)
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() {
			for i := rows * w / workers; i < rows*(w+1)/workers; i++ {
				sum := out[i*k : (i+1)*k]
				clear(sum)
				columns, weights := m.row(i)
				for e, c := range columns {
					add(sum, weights[e], in[int(c)*k:(int(c)+1)*k])
				}
			}
		})
	}
	group.Wait()
}

// orthonormalise makes the k columns of q orthogonal to each other and of length 1,
// by Gram and Schmidt, twice, since float32 rounds.
func orthonormalise(q []float32, k int) {
	columns := make([][]float32, k)
	for c := range columns {
		columns[c] = make([]float32, len(q)/k)
		for i := range columns[c] {
			columns[c][i] = q[i*k+c]
		}
	}
	for c, column := range columns {
		for _, before := range columns[:c] {
			add(column, -dot(before, column), before)
		}
		normalise(column)
		for i, v := range column {
			q[i*k+c] = v
		}
	}
}

// add adds factor times v to sum.
func add(sum []float32, factor float32, v []float32) {
	for i, a := range v {
		sum[i] += factor * a
	}
}

func dot(a, b []float32) (sum float32) {
	for i, v := range a {
		sum += v * b[i]
	}
	return sum
}

// normalise gives v the length 1, unless it is zero.
func normalise(v []float32) {
	if length := math.Sqrt(float64(dot(v, v))); length > 0 {
		add(v, float32(1/length-1), v)
	}
}
