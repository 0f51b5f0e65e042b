import type { SearchOverlay } from '../index/search-index-data.ts'
import type { LatentSpace } from './latent-space.ts'

/** Where the notes and terms of a vault lie in its latent space, those of an overlay included; a term that is new lies nowhere. */
export class LatentPlaces {
  readonly dimensions: number
  readonly #space: LatentSpace
  readonly #later: Pick<SearchOverlay, 'origins' | 'places'> | undefined

  constructor(space: LatentSpace, later?: Pick<SearchOverlay, 'origins' | 'places'>) {
    this.dimensions = space.dimensions
    this.#space = space
    this.#later = later
  }

  /** Adds so much of a term's place to a vector. */
  addTerm(term: number, share: number, vector: number[]): void {
    const start = term * this.dimensions
    for (let at = 0; at < this.dimensions; at++)
      vector[at] = (vector[at] ?? 0) + share * (this.#space.terms[start + at] ?? 0)
  }

  /** How far a note lies along a vector. */
  along(note: number, vector: Float64Array): number {
    const origin = this.#later?.origins[note] ?? note
    const rows = origin < 0 ? (this.#later?.places ?? this.#space.notes) : this.#space.notes
    const start = (origin < 0 ? -1 - origin : origin) * this.dimensions
    let product = 0
    for (let at = 0; at < this.dimensions; at++) product += (vector[at] ?? 0) * (rows[start + at] ?? 0)
    return product / 127
  }

  /** The cosine between two notes. */
  cosine(note: number, other: number): number {
    return this.along(note, Float64Array.from(this.#row(other))) / 127
  }

  #row(note: number): Int8Array {
    const origin = this.#later?.origins[note] ?? note
    const [rows, place] = origin < 0 ? [this.#later?.places, -1 - origin] : [this.#space.notes, origin]
    return (rows ?? this.#space.notes).subarray(place * this.dimensions, (place + 1) * this.dimensions)
  }
}
