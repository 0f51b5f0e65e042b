/** The shells that can be completed. */
export type Shell = 'bash' | 'zsh' | 'fish'

export function isShell(name: string): name is Shell {
  return name === 'bash' || name === 'zsh' || name === 'fish'
}

/** The script that makes a shell ask wend what may come next. Words are passed with a leading `:` so that none looks like an option. */
export function completionScript(shell: Shell): string {
  return scripts[shell]
}

const scripts: Readonly<Record<Shell, string>> = {
  bash: `# wend completion for bash: eval "$(wend completion bash)"
_wend() {
  local IFS=$'\\n' word=\${COMP_WORDS[COMP_CWORD]} candidate quoted=
  local words=("\${COMP_WORDS[@]:1:COMP_CWORD}")
  [[ $word == [\\"\\']* ]] && quoted=1 && word=\${word:1}
  words[\${#words[@]}-1]=$word
  COMPREPLY=()
  while IFS= read -r candidate; do
    if [[ $quoted ]]; then COMPREPLY+=("$candidate"); else COMPREPLY+=("$(printf '%q' "$candidate")"); fi
  done < <(wend completion --for "\${words[@]/#/:}" 2>/dev/null)
}
complete -F _wend wend
`,
  zsh: `#compdef wend
# wend completion for zsh: put this in a folder of $fpath as _wend, or: eval "$(wend completion zsh)"
_wend() {
  local -a candidates
  local current=\${(Q)PREFIX}
  local -a asked=("\${(@Q)words[2,CURRENT-1]}" "$current")
  local answer
  answer=$(wend completion --for "\${asked[@]/#/:}" 2>/dev/null)
  [[ -n $answer ]] || return 1
  candidates=("\${(@f)answer}")
  candidates=("\${(@)candidates:#}")
  # Without -U what does not fit leaves the word as it is; fold case as the candidates do.
  (( \${#candidates} )) && compadd -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -- "\${candidates[@]}"
}
if [ "$funcstack[1]" = _wend ]; then _wend; else compdef _wend wend; fi
`,
  fish: `# wend completion for fish: wend completion fish > ~/.config/fish/completions/wend.fish
function __wend_candidates
  set -l words (commandline -opc)[2..] (commandline -ct | string unescape)
  wend completion --for ":"$words 2>/dev/null
end
complete -c wend -f -a '(__wend_candidates)'
`,
}
