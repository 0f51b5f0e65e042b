import { fail } from '../../core/model/failure.ts'
import { groupsOf } from '../../core/query/groups.ts'
import { sortKeys } from '../../core/query/list-notes.ts'
import { keysOf, knownNames } from '../../core/query/note-value.ts'
import { basesOf } from '../list/bases-of.ts'
import type { Command, Context } from '../command.ts'
import { completionScript, isShell } from './completion-scripts.ts'
import { findCommand, registry } from '../registry.ts'

/** `wend completion`: a script for the shell, which asks `wend completion --for` what fits. */
export const completion: Command = {
  arguments: [{ name: '[shell]', description: 'bash, zsh or fish', completes: 'shell' }],
  options: [
    {
      flags: '--for <words...>',
      description: 'print what may follow these words of a command line (used by the scripts)',
    },
  ],
  examples: [
    ['eval "$(wend completion bash)"', 'in ~/.bashrc'],
    ['wend completion zsh > ~/.zfunc/_wend', 'in a folder of $fpath'],
    ['wend completion fish > ~/.config/fish/completions/wend.fish', 'for fish'],
  ],
  reports: ['document'],
  run: async (context, args, options) => {
    const words = options.texts('for')
    if (words.length > 0)
      return {
        report: {
          kind: 'document',
          text: (
            await candidates(
              context,
              words.map((word) => word.replace(/^:/, '')),
            )
          )
            .map((word) => `${word}\n`)
            .join(''),
        },
      }
    const shell = args[0] ?? ''
    if (!isShell(shell))
      return fail({
        kind: 'usage',
        message: shell === '' ? 'which shell? bash, zsh or fish' : `no completion for "${shell}"`,
        hint: 'wend completion bash',
      })
    return { report: { kind: 'document', text: completionScript(shell) } }
  },
}

/** What may stand as the last word; the words before it say what is asked for. A broken vault completes nothing. */
async function candidates(context: Context, words: readonly string[]): Promise<readonly string[]> {
  const current = words.at(-1) ?? ''
  const before = words.slice(0, -1)
  const entry = before.map((word) => findCommand(word)).find((found) => found !== undefined)
  if (entry === undefined)
    return startingWith(current, [...registry.flatMap(({ name, aliases }) => [name, ...aliases]), ...globalFlags])
  const command = await entry.load()
  if (current.startsWith('-'))
    return startingWith(current, [
      ...command.options.flatMap(({ flags }) => flagsOf(flags)),
      ...(command.reports ? ['--format', '--json'] : []),
      ...globalFlags,
    ])
  const option = command.options.find(
    ({ flags }) => flagsOf(flags).includes(before.at(-1) ?? '') && flags.includes('<'),
  )
  if (option?.choices) return startingWith(current, option.choices)
  return startingWith(
    current,
    await values(context, option === undefined ? command.arguments[0]?.completes : option.completes),
  )
}

const globalFlags = [
  '--vault',
  '--color',
  '--width',
  '--pager',
  '--no-pager',
  '--no-cache',
  '--follow',
  '--quiet',
  '--help',
]

async function values(context: Context, what: string | undefined): Promise<readonly string[]> {
  if (what === 'shell') return ['bash', 'zsh', 'fish']
  if (what === undefined || what === 'folder') return []
  try {
    if (what === 'view') return Object.keys((await context.config()).views).map((name) => `@${name}`)
    const { notes, attachments } = await context.vault()
    if (what === 'base') return basesOf({ attachments })
    if (what === 'note') return notes.flatMap(({ title, aliases }) => [title, ...aliases])
    if (what === 'key') return [...knownNames, 'folder', ...keysOf(notes)]
    if (what === 'sort') return [...sortKeys, ...keysOf(notes)]
    return groupsOf(notes, what === 'topic' ? 'topics' : 'tags').map(({ name }) => name)
  } catch {
    return []
  }
}

function startingWith(prefix: string, words: readonly string[]): readonly string[] {
  const folded = prefix.toLowerCase()
  return [...new Set(words)].filter((word) => word.toLowerCase().startsWith(folded) && !/[\n\r]/.test(word))
}

function flagsOf(flags: string): readonly string[] {
  return flags.split(/[ ,]+/).filter((word) => word.startsWith('-'))
}
