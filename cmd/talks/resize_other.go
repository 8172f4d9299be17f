//go:build !unix

package main

// onResize does nothing: Windows reports a change among the keys.
func onResize(func()) (stop func()) { return func() {} }
