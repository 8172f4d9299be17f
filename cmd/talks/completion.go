package main

import "github.com/spf13/cobra"

func completeTalks(streams) cobra.CompletionFunc { return nil }
func completeQuery(streams) cobra.CompletionFunc { return nil }
