import type { ChangeSet } from '../../model/change.ts'
import { fail } from '../../model/failure.ts'
import { hashText } from '../../model/hash-text.ts'
import type { Note } from '../../model/note.ts'
import { isWithin, type Span } from '../../model/span.ts'
import type { BlockToken } from '../../parse/blocks/block-token.ts'
import { oneLine, plainOf } from '../../parse/plain-text.ts'
import { readDocument } from '../../parse/read-document.ts'
import { editAt, type PlanSource } from '../draft.ts'

/** A paragraph, maybe in a list item, that has no block id yet. */
export interface NamelessBlock {
  readonly text: string
  /** The id is added after it. */
  readonly span: Span
  /** The id that it would get: derived from its words, and unique in the note. */
  readonly id: string
}

/** The paragraphs of a note without a block id, in order. */
export function namelessBlocks(note: Note, text: string): readonly NamelessBlock[] {
  const taken = new Set(note.blocks.map(({ id }) => id.toLowerCase()))
  return [...paragraphs(readDocument(text, note))].flatMap(({ children, span }) => {
    const shown = oneLine(plainOf(children))
    // A Logseq block has its id as a property within it.
    const isNamed = note.blocks.some((block) => isWithin(block.span, span))
    if (shown === '' || isNamed) return []
    let id = idOf(shown)
    while (taken.has(id)) id = idOf(id)
    taken.add(id)
    return [{ text: shown, span, id }]
  })
}

/** Plans to add the id of a nameless block. Fails when no block would get that id. */
export function nameBlock(source: PlanSource, note: Note, id: string): ChangeSet {
  const original = source.textOf(note.path)
  const block = namelessBlocks(note, original).find((one) => one.id === id)
  if (block === undefined)
    return fail({ kind: 'refused', message: `${note.path} no longer has the paragraph that was to be named ^${id}` })
  const edits = [editAt(original, block.span.end, block.span.end, ` ^${id}`)]
  return {
    title: `name a paragraph of ${note.path} ^${id}`,
    changes: [{ kind: 'edit', path: note.path, original, edits }],
  }
}

function* paragraphs(blocks: readonly BlockToken[]): Generator<Extract<BlockToken, { type: 'paragraph' }>> {
  for (const block of blocks)
    if (block.type === 'paragraph' && block.id === undefined) yield block
    else if (block.type === 'list') for (const { children } of block.items) yield* paragraphs(children)
}

/** Six letters and digits, as Obsidian's ids have. */
function idOf(text: string): string {
  return hashText(text).toString(36).padStart(6, '0').slice(-6)
}
