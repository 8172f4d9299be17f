package load

import (
	"slices"
	"syscall"
)

// pseudo are the file systems of which no file lies on a disk, by the numbers
// that statfs(2) gives them: proc, sysfs, cgroup, cgroup2, debugfs, tracefs,
// securityfs, configfs, devpts.
var pseudo = []int64{0x9fa0, 0x62656572, 0x27e0eb, 0x63677270, 0x64626720, 0x74726163, 0x73636673, 0x62656570, 0x1cd1}

// isPseudo reports whether a folder shows the state of the system: tens of
// thousands of files, none of them anybody's, some of which never end.
func isPseudo(folder string) bool {
	var s syscall.Statfs_t
	return syscall.Statfs(folder, &s) == nil && slices.Contains(pseudo, int64(s.Type)) //nolint:unconvert // an int32 on some machines
}
