import { RowReader } from './byte-rows.ts'
import { readNames, readPassages, readShown } from './look-rows.ts'
import {
  type LookTables,
  placeOf,
  type SearchIndexData,
  type SearchOverlay,
  type TextList,
} from './search-index-data.ts'
import type { NamesLook, PassagesLook, ShownNote } from '../ranking/note-look.ts'

/** Which stems the numbers of a look are of: those of an index, or those of what is laid over it. */
export type LookLayer = 'older' | 'later'

/** A look with the layer that its numbers are of. */
export interface FoundLook<Look> {
  readonly layer: LookLayer
  readonly look: Look
}

/** What a closer look at the notes of a vault needs, out of an index and what is laid over it. */
export class LayeredLooks {
  readonly #layers: Readonly<Record<LookLayer, StemNumbers | undefined>>
  readonly #later: SearchOverlay | undefined

  constructor(older: SearchIndexData, later: SearchOverlay | undefined) {
    this.#layers = {
      older: new StemNumbers(older.terms, older.looks),
      later: later && new StemNumbers(later.tables.terms, later.looks),
    }
    this.#later = later
  }

  /** What a note is called; undefined when that can't be read. */
  namesOf(note: number): FoundLook<NamesLook<number>> | undefined {
    return this.#read(note, 'names', readNames)
  }

  /** What a note says; undefined when that can't be read. */
  passagesOf(note: number): FoundLook<PassagesLook<number>> | undefined {
    return this.#read(note, 'passages', readPassages)
  }

  /** What is shown of a note; undefined when that can't be read. */
  shownOf(note: number): ShownNote | undefined {
    return this.#read(note, 'shown', readShown)?.look
  }

  /** The number of a stem in a layer. */
  numberOf(layer: LookLayer, stem: string): number | undefined {
    return this.#layers[layer]?.numberOf(stem)
  }

  /** The place of a stem among the terms of its layer, or the stem itself when it is none of them. */
  stemAt(layer: LookLayer, number: number): number | string {
    return this.#layers[layer]?.stemAt(number) ?? ''
  }

  #read<Look>(
    note: number,
    part: 'names' | 'passages' | 'shown',
    read: (row: RowReader) => Look,
  ): FoundLook<Look> | undefined {
    const origin = this.#later?.origins[note] ?? note
    const layer = origin < 0 ? 'later' : 'older'
    const bytes = this.#layers[layer]?.looks[part](origin < 0 ? -1 - origin : origin)
    if (bytes === undefined) return undefined
    const row = new RowReader(bytes)
    const isOlder = row.next() === ofOlder
    return { layer: isOlder ? 'older' : layer, look: read(row) }
  }
}

/** What the rows of looks begin with: whether their numbers are of their own layer or of the one below. */
export const [ofOwn, ofOlder] = [0, 1]

/** The stems of one layer by the numbers that its looks have for them. */
class StemNumbers {
  readonly looks: LookTables
  readonly #terms: TextList

  constructor(terms: TextList, looks: LookTables) {
    this.#terms = terms
    this.looks = looks
  }

  numberOf(stem: string): number | undefined {
    const other = (): number | undefined => {
      const at = placeOf(this.looks.otherStems, stem)
      return at === undefined ? undefined : this.#terms.length + at
    }
    const place = placeOf(this.#terms, stem) ?? other()
    const number = place === undefined ? -1 : this.looks.stemPlaces.indexOf(place)
    return number < 0 ? undefined : number
  }

  stemAt(number: number): number | string | undefined {
    const place = this.looks.stemPlaces[number] ?? 0
    return place < this.#terms.length ? place : this.looks.otherStems.at(place - this.#terms.length)
  }
}
