import { fail } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import type { Report } from '../../core/model/report.ts'
import { findNamedNote } from '../../core/query/names/find-note.ts'
import { gatherContext } from '../../core/query/note/gather-context.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Options } from '../arguments/options.ts'
import type { Command, Context, Outcome } from '../command.ts'

/** How many notes a query chooses. */
const mostFound = 8

/** `wend context`: the relevant text of some notes and their neighbours, within a budget of tokens. */
export const context: Command = {
  arguments: [
    { name: '<notes...>', description: 'notes by path, title or alias; else words to search for', completes: 'note' },
  ],
  options: [
    { flags: '--tokens <count>', description: 'about how many tokens at most, by an estimate (default 4000)' },
    { flags: '--depth <count>', description: 'steps of prerequisites to go back; 0: no neighbours (default 1)' },
  ],
  examples: [
    ['wend context gqa', 'the note, what to read before it, what links to it'],
    ['wend context "kv cache too big" --tokens 2000', 'the notes that answer a question'],
    ['wend context gqa attention --depth 0 --format xml', 'two notes alone, as XML'],
  ],
  reports: ['context'],
  run: runContext,
}

async function runContext(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const words = args.join(' ').trim()
  if (words === '') fail({ kind: 'usage', message: 'context needs notes, or words to search for' })
  const vault = await context.vault()
  const named = namedNotes(vault, args)
  const messages: string[] = []
  const notes = named ?? (await foundNotes(context, words, messages)).flatMap((path) => vault.note(path) ?? [])
  const budget = options.count('tokens', 1) ?? 4000
  const { pieces, tokens, left } = await gatherContext(vault, {
    notes,
    tokens: budget,
    depth: options.count('depth') ?? 1,
    readText: (path) => context.readText(path).catch(() => undefined),
  })
  const report: Extract<Report, { kind: 'context' }> = {
    kind: 'context',
    ...(named === undefined ? { query: words } : {}),
    tokens: { budget, estimate: tokens },
    pieces,
    left,
  }
  if (notes.length === 0) return { report, messages: [`nothing found for "${words.slice(0, 100)}"`], exit: 1 }
  return { report, messages: [...messages, ...said(report)] }
}

/** The notes that the arguments name exactly: all words together one note, or each argument one. */
function namedNotes(vault: Vault, args: readonly string[]): readonly Note[] | undefined {
  const whole = findNamedNote(vault, args.join(' '))
  if (whole !== undefined) return [whole]
  if (args.length === 1) return undefined
  const each = args.map((argument) => findNamedNote(vault, argument))
  return each.every((note) => note !== undefined) ? [...new Set(each)] : undefined
}

/**
 * The paths of the notes that a query finds, best first. Quotes are ignored: in a question they often only mark a word that is talked
 * about.
 */
async function foundNotes(context: Context, words: string, messages: string[]): Promise<readonly string[]> {
  const { pathsOfBest } = await import('../search/search-source.ts')
  const paths = await pathsOfBest(context, words, mostFound)
  const outside = words.replace(/"[^"]*"/g, '').trim()
  if (paths.length > 0 || outside === '' || outside === words) return paths
  const alone = await pathsOfBest(context, words.replaceAll('"', ' '), mostFound)
  if (alone.length > 0)
    messages.push('no note holds what stands in quotes together with the rest: words alone were searched for')
  return alone
}

/** The smallest budget that is suggested: enough for the summaries of a few notes. */
const fewest = 400

function said({ tokens, pieces, left }: Extract<Report, { kind: 'context' }>): readonly string[] {
  const notes = `${pieces.length} ${pieces.length === 1 ? 'note' : 'notes'}`
  const size = `${notes}, about ${tokens.estimate} of ${tokens.budget} tokens (an estimate)`
  return [left === 0 ? size : `${size}; no room for ${left} more: --tokens ${Math.max(fewest, tokens.budget * 2)}`]
}
