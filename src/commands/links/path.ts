import type { Note } from '../../core/model/note.ts'
import { shortestChains } from '../../core/query/graph/shortest-chains.ts'
import type { Command, Context, Outcome } from '../command.ts'
import type { Options } from '../arguments/options.ts'
import { requireTarget } from '../arguments/require-note.ts'
import { toTrail } from '../wander/trail.ts'

/** `wend path`: how two notes are connected. */
export const path: Command = {
  arguments: [
    { name: '<from>', description: 'the note to start from', completes: 'note' },
    { name: '<to>', description: 'the note to reach', completes: 'note' },
  ],
  options: [
    { flags: '--all', description: 'the shortest chains, however long, not just the first' },
    { flags: '--max <count>', description: 'with --all: at most so many (default 20)' },
    { flags: '--undirected', description: 'follow links backward too' },
  ],
  examples: [
    ['wend path perceptron transformers', 'the shortest chain, with the sentences that link'],
    ['wend path perceptron transformers --all --max 5', 'the five shortest chains'],
    ["wend path lstm dqn --format '{{title}}'", 'just the titles'],
  ],
  reports: ['chains'],
  run: runPath,
}

async function runPath(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const messages: string[] = []
  const vault = await context.vault()
  const { note: from } = await requireTarget(context, args[0] ?? '', messages)
  const { note: to } = await requireTarget(context, args[1] ?? '', messages)
  const undirected = options.flag('undirected')
  const most = options.count('max', 1)
  const max = options.flag('all') || most !== undefined ? (most ?? 20) : 1
  const { chains: found, isCut } = shortestChains(vault, {
    from: from.path,
    to: to.path,
    undirected,
    // One more is searched for to know whether there are more; not when only one is wanted.
    max: max === 1 ? 1 : Math.min(max, 10_000) + 1,
  })
  const chains = await Promise.all(found.slice(0, max).map((chain) => toTrail(context, from, chain)))
  const report = { kind: 'chains' as const, from: from.path, to: to.path, chains }
  if (chains.length === 0)
    return { report, messages: [...messages, ...(await noWay(context, from, to, undirected))], exit: 1 }
  if (max > 1 && found.length > max) messages.push(`there are more; show them with --all --max ${max * 5}`)
  if (isCut) messages.push('there may be longer chains: the search was given up after many steps')
  return { report, messages }
}

async function noWay(context: Context, from: Note, to: Note, undirected: boolean): Promise<readonly string[]> {
  const none = `no chain of links leads from ${from.title} to ${to.title}`
  if (undirected) return [none]
  const search = { from: from.path, to: to.path, undirected: true, max: 1 }
  const [other] = shortestChains(await context.vault(), search).chains
  return other === undefined ? [none] : [`${none}; with --undirected there is one of ${other.length} links`]
}
