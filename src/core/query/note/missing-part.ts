import { fail } from '../../model/failure.ts'
import type { Note } from '../../model/note.ts'
import { nearestNames } from '../names/nearest-names.ts'

/** How many headings or blocks are named in a hint. */
const fewParts = 8

/** Fails because a note has no such heading or block (`^id`); the hint has similar ones, or those that there are. */
export function missingPart(note: Note, anchor: string): never {
  const isBlock = anchor.startsWith('^')
  const [kind, names] = isBlock
    ? (['block', note.blocks.map(({ id }) => `^${id}`)] as const)
    : (['heading', note.headings.map(({ text }) => text)] as const)
  const near = nearestNames(anchor, names)
  const all =
    names.length > fewParts ? `see its ${kind}s with: wend show "${note.title}"${isBlock ? '' : ' --toc'}` : undefined
  return fail({
    kind: 'refused',
    message: `no ${kind} "${anchor.slice(0, 100)}" in ${note.path}`,
    hint:
      near.length > 0
        ? `did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`
        : (all ?? `its ${kind}s: ${names.join(', ') || 'none'}`),
  })
}
