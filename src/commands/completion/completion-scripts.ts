/** The shells that can be completed. */
export type Shell = 'bash' | 'zsh' | 'fish'

export const shells: readonly Shell[] = ['bash', 'zsh', 'fish']

export function isShell(name: string): name is Shell {
  return shells.some((shell) => shell === name)
}

/**
 * The script that makes a shell ask wend for candidates. The answer has a line for each; a line that begins with a tab says what the shell
 * completes itself: files, folders or commands.
 */
export function completionScript(shell: Shell): string {
  return scripts[shell]
}

const scripts: Readonly<Record<Shell, string>> = {
  bash: `# wend completion for bash: eval "$(wend completion bash)"
_wend() {
  local reply more=
  COMPREPLY=()
  while IFS= read -r reply; do
    case $reply in
      $'\\t'*) more=\${reply#?} ;;
      *) COMPREPLY+=("$reply") ;;
    esac
  done < <(wend completion --shell bash --breaks "$COMP_WORDBREAKS" --line ":\${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  type compopt >/dev/null 2>&1 || return 0
  [[ \${#COMPREPLY[@]} -gt 0 ]] && compopt -o nospace
  case $more in
    files) compopt -o default ;;
    folders) compopt -o dirnames ;;
    commands) COMPREPLY+=($(compgen -c -- "\${COMP_WORDS[COMP_CWORD]}")) ;;
  esac
  return 0
}
complete -F _wend wend
`,
  zsh: `#compdef wend
# wend completion for zsh: put this in a folder of $fpath as _wend, or: eval "$(wend completion zsh)"
_wend() {
  local -a names shown
  local current=\${(Q)PREFIX}
  local -a asked=("\${(@Q)words[2,CURRENT-1]}" "$current")
  local -a end
  local answer line found=1
  answer=$(wend completion --describe --for "\${asked[@]/#/:}" 2>/dev/null)
  for line in "\${(@f)answer}"; do
    case $line in
      '') ;;
      $'\\tfiles') _files && found=0 ;;
      $'\\tfolders') _files -/ && found=0 ;;
      $'\\tcommands') _command_names -e && found=0 ;;
      *)
        names+=("\${line%%$'\\t'*}")
        shown+=("\${\${line/$'\\t'/  -- }[1,COLUMNS-1]}")
        ;;
    esac
  done
  (( \${#names} )) || return found
  # What ends in = wants more.
  [[ \${names[1]} == *= ]] && end=(-S '')
  # Without -U what does not fit leaves the word as it is; fold case as the candidates do.
  if [[ $answer == *$'\\t'* ]]; then
    compadd "\${end[@]}" -l -d shown -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -- "\${names[@]}"
  else
    compadd "\${end[@]}" -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -- "\${names[@]}"
  fi && return 0
  # Letters that the matching above does not know: a single name may take the place of the word.
  (( \${#names} == 1 )) && compadd "\${end[@]}" -U -- "\${names[1]}"
}
if [ "$funcstack[1]" = _wend ]; then _wend; else compdef _wend wend; fi
`,
  fish: `# wend completion for fish: wend completion fish > ~/.config/fish/completions/wend.fish
function __wend_candidates
  for line in (wend completion --shell fish --line ":"(commandline -cp | string collect) 2>/dev/null)
    switch $line
      case \\t'files'
        __fish_complete_path (commandline -ct)
      case \\t'folders'
        __fish_complete_directories (commandline -ct)
      case \\t'commands'
        __fish_complete_command
      case '*'
        printf '%s\\n' $line
    end
  end
end
complete -c wend -e
complete -c wend -f -a '(__wend_candidates)'
`,
}
