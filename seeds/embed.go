// Package seeds holds the built-in catalog as the documents it was published in.
//
// 000_d85d7f52dbd40bdf.txt is the talk list of a cloud-native conference as
// OSChina (开源中国, OSChina.NET) published it. The text is OSChina's; its
// footer, which says so, stays in the file. The documents are kept byte for
// byte: package seedtext describes their grammar, and any further *.txt file
// dropped into this folder becomes part of the built-in catalog with the next
// build.
package seeds

import "embed"

// Files holds every seed document, by its file name.
//
//go:embed *.txt
var Files embed.FS
