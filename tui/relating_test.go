package tui

import "testing"

// From a talk one goes to those that are near to it, and back.
func TestRelatedTalks(t *testing.T) {
	d := driveSeed(t, 120, 36)
	d.keys("r")
	d.shows("related", "Cloud-native microservice practice based on Kitex", "Istio, sidecar, mode, mesh", "Private key protection")
	d.keys("enter")
	d.shows("CloudWeGo-Kitex is an RPC framework")
	d.keys("r")
	d.shows("Istio Ambient Mesh Present and Future")
	d.keys("esc")
	d.shows("CloudWeGo-Kitex is an RPC framework")
	d.keys("esc", "esc", "j", "j", "j", "r")
	d.shows("related")
}
