import { isCanvasFile, toNotePath } from '../../core/model/note-path.ts'
import type { LinkRow } from '../../core/model/report.ts'
import { toLinkRow } from '../../core/query/links/link-row.ts'
import { linksWithin, type ReachedLink } from '../../core/query/graph/neighbours.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Command, Context, Outcome } from '../command.ts'
import type { Options } from '../arguments/options.ts'
import { type NoteTarget, requireTarget } from '../arguments/require-note.ts'
import { pointsAtSection, sectionSpan } from '../../core/query/note/section-of.ts'

const noteArgument = {
  name: '<note>',
  description: 'path, title, alias or the beginning of one',
  completes: 'note',
} as const
const depthOption = { flags: '--depth <count>', description: 'follow links so many steps (default 1)' } as const

/** `wend links`: what a note links to. */
export const links: Command = {
  arguments: [noteArgument],
  options: [depthOption],
  examples: [
    ['wend links attention', 'where each link stands and what it resolves to'],
    ['wend links attention --depth 2 --format paths', 'the notes that hold those links'],
    ['wend links attention --json', 'the same for programs'],
  ],
  reports: ['links'],
  run: (context, args, options) => run(context, args[0] ?? '', 'out', options),
}

/** `wend backlinks`: what links to a note. */
export const backlinks: Command = {
  arguments: [noteArgument],
  options: [depthOption],
  examples: [
    ['wend backlinks "KL Divergence"', 'each link with the sentence around it'],
    ['wend backlinks attention --depth 2', 'also what links to those notes'],
    ['wend backlinks attention --format paths | xargs wc -w', 'the notes that link here, for other programs'],
  ],
  reports: ['links'],
  run: (context, args, options) => run(context, args[0] ?? '', 'in', options),
}

async function run(context: Context, query: string, direction: 'out' | 'in', options: Options): Promise<Outcome> {
  const messages: string[] = []
  const vault = await context.vault()
  const canvas = isCanvasFile(query) ? vault.document(toNotePath(query) ?? '') : undefined
  const target = canvas === undefined ? await requireTarget(context, query, messages) : { note: canvas }
  const { note, anchor } = target
  const depth = options.count('depth', 1) ?? 1
  const rows = await context.answer({
    question: JSON.stringify(['links', direction, note.path, depth, anchor]),
    make: async () => {
      const concerns = await linksOf(context, target, direction)
      return linkRows(context, vault, linksWithin(vault, note.path, direction, depth).filter(concerns), direction)
    },
  })
  const name = anchor === undefined ? note.title : `${note.title}#${anchor}`
  if (rows.length === 0) messages.push(direction === 'out' ? `${name} links to nothing` : `nothing links to ${name}`)
  const report = {
    kind: 'links',
    direction,
    of: note.path,
    links: rows,
    ...(anchor === undefined ? { depth } : {}),
  } as const
  return { report, messages, exit: rows.length === 0 ? 1 : 0 }
}

/** The links of a note, or of a part of it (those in it or to it, and the links further on). */
async function linksOf(
  context: Context,
  { note, anchor }: NoteTarget,
  direction: 'out' | 'in',
): Promise<(step: ReachedLink) => boolean> {
  if (anchor === undefined) return () => true
  const points = pointsAtSection(note, anchor)
  if (direction === 'in') return ({ resolved, depth }) => depth === 1 && points(resolved)
  const span = sectionSpan(note, await context.readText(note.path), anchor)
  return ({ resolved: { link }, depth }) =>
    depth === 1 && span !== undefined && link.span.start >= span.start && link.span.end <= span.end
}

/** The rows of links, each with the sentence around it. */
async function linkRows(
  context: Context,
  vault: Vault,
  steps: readonly ReachedLink[],
  direction: 'out' | 'in',
): Promise<readonly LinkRow[]> {
  const sentences = await context.contexts(steps.map(({ resolved }) => resolved))
  return steps.map(({ resolved, depth }, index) => ({
    ...toLinkRow(vault, resolved, direction === 'out' ? 'target' : 'source', depth),
    context: sentences[index] ?? '',
  }))
}
