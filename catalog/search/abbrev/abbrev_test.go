package abbrev

import (
	"slices"
	"testing"
)

func TestFind(t *testing.T) {
	for text, want := range map[string][]Pair{
		"A large language model (LLM) answers.":                    {{"LLM", "large language model"}},
		"The Cyber Resilience Act (CRA), and the CRA (draft).":     {{"CRA", "Cyber Resilience Act"}},
		"LLM (large language model) for all":                       {{"LLM", "large language model"}},
		"continuous integration and deployment (CI/CD)":            nil,
		"Continuous Integration/Continuous Deployment (CI/CD)":     {{"CI/CD", "Continuous Integration/Continuous Deployment"}},
		"Software Bill of Materials (SBOM)":                        {{"SBOM", "Software Bill of Materials"}},
		"Rust (the language) and Go (golang)":                      nil,
		"a talk (in English) by Jane Doe (Red Hat)":                nil,
		"End one. Trusted Execution Environment (TEE; see below).": {{"TEE", "Trusted Execution Environment"}},
		"(":   nil,
		"(()": nil,
		"x (": nil,
	} {
		if got := Find(text); !slices.Equal(got, want) {
			t.Errorf("%q explains %v, want %v", text, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("large language model (LLM)")
	f.Fuzz(func(t *testing.T, text string) {
		for _, p := range Find(text) {
			if p.Short == "" || p.Long == "" {
				t.Errorf("%q explains %v", text, p)
			}
		}
	})
}
