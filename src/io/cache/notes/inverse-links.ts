import type { Vault } from '../../../core/vault/vault.ts'
import { nowhere, placeIn, type TargetRows } from './target-rows.ts'

/** Links and backlinks of notes, by place in the index. */
export interface Inverse {
  /** How many links each note has except to itself. */
  readonly links: Uint32Array
  /** How many links of other notes (without index pages) point at it. */
  readonly backlinks: Uint32Array
  /** The other notes that link to it, in order, index pages among them. */
  readonly sources: (place: number) => readonly number[]
}

/** The links of all notes, counted and inverted. */
export function invert(rows: TargetRows, { notes, size }: Vault): Inverse {
  const [links, backlinks] = [new Uint32Array(size), new Uint32Array(size)]
  // Where the sources of each note begin; while they are filled in, where the next one goes.
  const starts = new Uint32Array(size + 1)
  eachTarget(rows, size, (place, target) => {
    links[place] = (links[place] ?? 0) + 1
    if (target === nowhere) return
    starts[target + 1] = (starts[target + 1] ?? 0) + 1
    if (notes[place]?.isIndex !== true) backlinks[target] = (backlinks[target] ?? 0) + 1
  })
  for (let place = 0; place < size; place++) starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0)
  const all = new Uint32Array(starts[size] ?? 0)
  const next = starts.slice()
  eachTarget(rows, size, (place, target) => {
    if (target === nowhere) return
    const at = next[target] ?? 0
    all[at] = place
    next[target] = at + 1
  })
  return { links, backlinks, sources: (place) => [...new Set(all.subarray(starts[place], starts[place + 1]))] }
}

/** Calls `tell` for each link except those of a note to itself, with the place of the linking note and that of the target, or `nowhere`. */
function eachTarget(rows: TargetRows, size: number, tell: (place: number, target: number) => void): void {
  for (let place = 0; place < size; place++)
    for (const entry of rows.row(place)) {
      const target = placeIn(entry)
      if (target !== place) tell(place, target)
    }
}
