import { fail } from '../../core/model/failure.ts'
import { neutralise } from '../../view/neutralise.ts'
import type { Options } from '../arguments/options.ts'
import { dryRunOption } from '../change/change-vault.ts'
import type { Command, Context, Outcome } from '../command.ts'
import type { Candidates } from './candidate.ts'
import { candidatesFor } from './candidates.ts'
import { completionScript, isShell, type Shell, shells } from './completion-scripts.ts'
import { installCompletion } from './install-completion.ts'
import { bashReplies, readTypedLine } from './shell-line.ts'

/** `wend completion`: the script for a shell, which calls this command for candidates. */
export const completion: Command = {
  arguments: [
    { name: '[shell]', description: 'bash, zsh or fish (with --install: that of $SHELL)', completes: 'shell' },
  ],
  options: [
    { flags: '--install', description: 'write the script where the shell finds it, and say what was written' },
    { ...dryRunOption, description: 'with --install: only say what would be written' },
    {
      flags: '--for <words...>',
      description: 'print what may follow these words of a command line (used by the scripts)',
    },
    { flags: '--describe', description: 'with --for: what each is, after a tab' },
    { flags: '--line <text>', description: 'print what may follow a line as typed (used by the scripts)' },
    { flags: '--shell <shell>', description: 'with --line: whose words it is made of', choices: shells },
    { flags: '--breaks <signs>', description: 'with --line: the signs at which bash breaks words' },
  ],
  examples: [
    ['wend completion --install', 'for the shell that you use; --dry-run says what it would write'],
    ['eval "$(wend completion bash)"', 'in ~/.bashrc'],
    ['wend completion zsh > ~/.zfunc/_wend', 'in a folder of $fpath'],
    ['wend completion fish > ~/.config/fish/completions/wend.fish', 'for fish'],
  ],
  reports: ['document'],
  run: async (context, [named], options) => {
    const words = options.texts('for').map(unmarked)
    const line = options.text('line')
    if (words.length > 0)
      return answer(await candidatesFor(context, words.slice(0, -1), words.at(-1) ?? ''), options.flag('describe'))
    if (line !== undefined) return forLine(context, unmarked(line), options)
    const shell = named ?? (options.flag('install') ? (context.env['SHELL'] ?? '').replace(/^.*\//, '') : '')
    if (!isShell(shell))
      return fail({
        kind: 'usage',
        message: shell === '' ? 'which shell? bash, zsh or fish' : `no completion for "${shell}"`,
        hint: options.flag('install') ? 'wend completion bash --install' : 'wend completion bash',
      })
    if (options.flag('install')) return installCompletion(context, shell, options.flag('dryRun'))
    return { report: { kind: 'document', text: completionScript(shell) } }
  },
}

/** Words are passed with a leading `:` so that none looks like an option. */
function unmarked(word: string): string {
  return word.replace(/^:/, '')
}

async function forLine(context: Context, line: string, options: Options): Promise<Outcome> {
  const shell: Shell = options.text('shell') === 'fish' ? 'fish' : 'bash'
  const { before, current } = readTypedLine(line, shell, options.text('breaks') ?? '')
  const found = await candidatesFor(context, before, current.value)
  if (shell === 'fish') return answer(found, true)
  const names = found.words.map(({ word }) => word)
  return answer({ ...found, words: bashReplies(current, names).map((word) => ({ word })) }, false)
}

/** A line for each candidate, with its description after a tab; first, after a tab, what the shell completes itself. */
function answer({ words, shell }: Candidates, described: boolean): Outcome {
  const lines = words.map(({ word, about = '' }) => {
    const said = about.replace(/\s+/g, ' ').trim()
    return described && said !== '' ? `${word}\t${said}` : word
  })
  const text = [...(shell === undefined ? [] : [`\t${shell}`]), ...lines].map((line) => `${line}\n`).join('')
  return { report: { kind: 'document', text, written: 'text', exact: words.every(({ word }) => isSeen(word)) } }
}

/** Whether a word has no invisible signs, which would be shown as escapes. */
function isSeen(word: string): boolean {
  return !/[\n\t]/.test(word) && neutralise(word) === word
}
