package text

// Join puts a dot between two texts, where there are two.
func Join(a, b, dot string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + dot + b
}
