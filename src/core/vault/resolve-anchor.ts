import type { Heading, Note } from '../model/note.ts'
import { foldName } from './fold.ts'
import { HeadingIndex, type HeadingRange } from './heading-index.ts'

/** What an anchor names inside a note. */
export type AnchorMatch =
  | { readonly kind: 'top' }
  | { readonly kind: 'heading'; readonly heading: Heading }
  | { readonly kind: 'block'; readonly id: string }
  /** An explicit anchor, with the heading that has it, if one does. */
  | { readonly kind: 'id'; readonly id: string; readonly heading?: Heading }

/**
 * Finds what an anchor (without its first `#`) names in a note, by the rules of links.md section 4. Undefined when nothing matches. The
 * caller, who knows the dialect, does the percent-decoding.
 */
export function resolveAnchor(note: Note, anchor: string): AnchorMatch | undefined {
  const wanted = anchor.replace(/^#+/, '').trim()
  if (wanted === '') return { kind: 'top' }
  if (isBlockAnchor(wanted)) return findBlock(note, wanted.slice(1))
  const whole = findWhole(note, wanted) ?? findNested(note, wanted)
  if (whole !== undefined) return whole
  if (/^top$/i.test(wanted)) return { kind: 'top' }
  const hash = wanted.lastIndexOf('#')
  return hash >= 0 && wanted[hash + 1] === '^' ? findBlock(note, wanted.slice(hash + 2)) : undefined
}

/** The heading that an anchor names, by its text or by its `{#id}`. */
export function headingNamed(match: AnchorMatch | undefined): Heading | undefined {
  return match !== undefined && 'heading' in match ? match.heading : undefined
}

/** Whether an anchor (without its `#`) names a block. */
export function isBlockAnchor(anchor: string): boolean {
  return anchor.startsWith('^')
}

/** Whether a heading is the first of several in its note with the same text, ignoring case. */
export function isFirstOfSeveral(note: Note, heading: Heading): boolean {
  return headingIndex(note).firstOfSeveral.has(heading)
}

function findBlock(note: Note, id: string): AnchorMatch | undefined {
  const folded = id.toLowerCase()
  const block =
    note.blocks.find((candidate) => candidate.id === id) ??
    note.blocks.find((candidate) => candidate.id.toLowerCase() === folded)
  return block && { kind: 'block', id: block.id }
}

/** By headings, and not by note: a note may drop its decoded headings, and then their index goes with them. */
const indexes = new WeakMap<Note['headings'], HeadingIndex>()

function headingIndex(note: Note): HeadingIndex {
  const { headings } = note
  const known = indexes.get(headings)
  if (known !== undefined) return known
  const made = new HeadingIndex(note)
  indexes.set(headings, made)
  return made
}

/** The heading or explicit anchor that an anchor names as a whole, even with signs in it (`C++`, `C# basics`). */
function findWhole(note: Note, wanted: string): AnchorMatch | undefined {
  const heading = note.headings[headingIndex(note).find(wanted, { from: 0, to: note.headings.length })]
  if (heading !== undefined) return { kind: 'heading', heading }
  const folded = foldName(wanted)
  const id = note.anchors.find((name) => name === wanted) ?? note.anchors.find((name) => foldName(name) === folded)
  if (id === undefined) return undefined
  const bearer = note.headings.find((one) => one.id === id)
  return { kind: 'id', id, ...(bearer === undefined ? {} : { heading: bearer }) }
}

/**
 * With more parts than this, each counts as a heading of its own: no heading holds so many `#`, and the ways to join them double with each.
 */
const mostJoined = 8

/**
 * The heading that `A#B` names: B below A, before the next heading of A's level or higher. Any A with such a B will do. Parts that form one
 * heading together (`C# basics#Deep`) are tried before single parts.
 */
function findNested(note: Note, wanted: string): AnchorMatch | undefined {
  const parts = wanted.split('#').filter((text) => text.trim() !== '')
  if (parts.length < 2) return undefined
  const joined = parts.length > 2 && parts.length <= mostJoined && note.headings.some(({ text }) => text.includes('#'))
  const find = joined ? findJoined : findBelow
  const place = find(headingIndex(note), parts, { from: 0, to: note.headings.length })
  const heading = note.headings[place]
  return heading === undefined ? undefined : { kind: 'heading', heading }
}

function findJoined(index: HeadingIndex, parts: readonly string[], range: HeadingRange): number {
  for (let count = parts.length; count > 0; count--) {
    const name = parts.slice(0, count).join('#')
    const rest = parts.slice(count)
    for (let place = index.find(name, range); place !== -1; place = index.find(name, { ...range, from: place + 1 })) {
      const found = rest.length === 0 ? place : findJoined(index, rest, index.nestedUnder(place))
      if (found !== -1) return found
    }
  }
  return -1
}

function findBelow(index: HeadingIndex, [part = '', ...rest]: readonly string[], range: HeadingRange): number {
  let place = index.find(part, range)
  if (rest.length === 0) return place
  while (place !== -1) {
    const found = findBelow(index, rest, index.nestedUnder(place))
    if (found !== -1) return found
    place = index.find(part, { from: place + 1, to: range.to })
  }
  return -1
}
