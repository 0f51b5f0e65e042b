import { fail } from '../../model/failure.ts'
import { folderOf, type NotePath } from '../../model/note-path.ts'
import type { PlanSource } from '../draft.ts'
import { type Plan, requireFree } from './rename-note.ts'
import { keepLinks } from '../spelling/keep-links.ts'

/** Plans to move notes and attachments together, with every link kept; files that are there already stay. */
export function moveFiles(source: PlanSource, wanted: ReadonlyMap<NotePath, NotePath>): Plan {
  const moves = new Map([...wanted].filter(([from, to]) => from !== to))
  const [first] = moves
  if (first === undefined)
    return { changes: { title: `${[...wanted.keys()].join(', ')} has that name already`, changes: [] }, messages: [] }
  const places = new Set<string>()
  for (const [from, to] of moves) {
    requireFree(source, from, to)
    const place = to.normalize('NFC').toLowerCase()
    if (places.has(place)) fail({ kind: 'refused', message: `two files would be ${to}; nothing was changed` })
    places.add(place)
  }
  const { changes, messages } = keepLinks(source, { moves, edits: new Map() })
  const title =
    moves.size === 1 ? `move ${first[0]} to ${first[1]}` : `move ${moves.size} files to ${folderOf(first[1])}/`
  return { changes: { title, changes }, messages }
}
