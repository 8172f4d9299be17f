//go:build unix

package main

import (
	"os/exec"
	"path/filepath"
	"testing"
)

// The shells that people use complete ids, conditions, flags and formats, by the
// script that talks prints for them. A shell that is missing is not tested; .ci/run
// installs all.
func TestShellsComplete(t *testing.T) {
	shells := map[string]struct{ command, start string }{
		"bash": {"bash --norc --noprofile -i", "PS1='> '; . /usr/share/bash-completion/bash_completion; source <(talks completion bash)"},
		"zsh":  {"zsh -f -i", "PS1='> '; autoload -U compinit; compinit -D -u; source <(talks completion zsh)"},
		"fish": {"fish --no-config -i", "function fish_prompt; echo '> '; end; function fish_greeting; end; set -g fish_autosuggestion_enabled 0; talks completion fish | source"},
	}
	lines := []struct{ typed, want string }{
		{"talks search mesh is:sli", "talks search mesh is:slides"},
		{"talks show se", "talks show second"},
		{"talks search track:", "talks search track:([\\\\]\"Go[\\\\] devroom[\\\\]\"|'\"Go devroom\"'|\"Go[\\\\] devroom\")"},
		{"talks search spe", "talks search speaker:"},
		{"talks list --format jsonl", "talks list --format jsonl"},
		{"talks list --form", "talks list --format"},
		{"talks help access", "talks help accessibility"},
		{"talks completion fi", "talks completion fish"},
	}
	for name, shell := range shells {
		t.Run(name, func(t *testing.T) {
			if _, err := exec.LookPath(name); err != nil {
				t.Skip(err)
			}
			dir := t.TempDir()
			write(t, filepath.Join(dir, "two.json"), `[{"title": "First", "abstract": "x", "track": "Go devroom"}, {"title": "Second", "abstract": "x"}]`)
			tt := startTerminal(t, setup{width: 160, height: 30, dir: dir, env: []string{"HOME=" + dir, "TALKS_PATH=two.json"}, command: []string{"sh", "-c", shell.command}})
			tt.send(shell.start, "enter")
			tt.send("clear", "enter")
			for _, line := range lines {
				tt.send("echo ready", "enter")
				tt.wait("^ready")
				tt.send(line.typed, "tab")
				tt.wait("^> " + line.want + "( |$)")
				tt.send("ctrl+u", "clear", "enter")
				tt.waitFor("an empty screen", func(rows []string) bool { return rows[1] == "" })
			}
		})
	}
}
