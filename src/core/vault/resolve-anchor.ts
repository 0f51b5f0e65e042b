import type { Heading, Note } from '../model/note.ts'
import { HeadingIndex } from './heading-index.ts'

/** What an anchor names inside a note, or that it names nothing. */
export type AnchorMatch =
  | { readonly kind: 'top' }
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'block' | 'id'; readonly id: string }

/**
 * Finds what an anchor (without its first `#`) names in a note, by the rules of links.md section 4.
 * Undefined when nothing matches. Percent-decoding is the caller's, who knows the dialect.
 */
export function resolveAnchor(note: Note, anchor: string): AnchorMatch | undefined {
  const wanted = anchor.replace(/^#+/, '').trim()
  if (wanted === '') return { kind: 'top' }
  if (isBlockAnchor(wanted)) return findBlock(note, wanted.slice(1))
  const heading = findHeading(note, wanted)
  if (heading !== undefined) return { kind: 'heading', heading }
  const folded = wanted.toLowerCase()
  const id = note.anchors.find((name) => name === wanted) ?? note.anchors.find((name) => name.toLowerCase() === folded)
  if (id !== undefined) return { kind: 'id', id }
  const hash = wanted.lastIndexOf('#')
  return hash >= 0 && wanted[hash + 1] === '^' ? findBlock(note, wanted.slice(hash + 2)) : undefined
}

/** Whether an anchor (without its `#`) is that of a block. */
export function isBlockAnchor(anchor: string): boolean {
  return anchor.startsWith('^')
}

function findBlock(note: Note, id: string): AnchorMatch | undefined {
  const folded = id.toLowerCase()
  const block =
    note.blocks.find((candidate) => candidate.id === id) ??
    note.blocks.find((candidate) => candidate.id.toLowerCase() === folded)
  return block && { kind: 'block', id: block.id }
}

const indexes = new WeakMap<Note, HeadingIndex>()

function headingIndex(note: Note): HeadingIndex {
  const known = indexes.get(note)
  if (known !== undefined) return known
  const made = new HeadingIndex(note)
  indexes.set(note, made)
  return made
}

function findHeading(note: Note, wanted: string): Heading | undefined {
  const index = headingIndex(note)
  const all = { from: 0, to: note.headings.length }
  let place = index.find(wanted, all)
  if (place !== -1 || !wanted.includes('#')) return note.headings[place]
  let within = all
  for (const part of wanted.split('#').filter((text) => text.trim() !== '')) {
    place = index.find(part, within)
    if (place === -1) return undefined
    within = index.nestedUnder(place)
  }
  return note.headings[place]
}
