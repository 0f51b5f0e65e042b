import type { Resolution } from '../../../core/model/resolution.ts'
import type { RowRead } from '../kept-rows.ts'

/** The target of a link that leads to no note; what it leads to is kept beside it. */
export const nowhere = 0xffffffff

/** Added to the target of a link that says more than which note it means: an anchor, an odd spelling. All of that is kept beside it. */
export const saysMore = 0x80000000

/** What the links of a note point at. */
export interface TargetRow {
  readonly targets: Uint32Array
  /** As JSON, the resolutions of its links that say more or lead to no note; null for a web address, which costs nothing to tell. */
  readonly more: Uint8Array
}

export const noBytes = new Uint8Array()

/** The targets of links, note by note. */
export class TargetRows {
  readonly #starts: Uint32Array
  readonly #targets: Uint32Array
  readonly #more: RowRead

  constructor(starts: Uint32Array, targets: Uint32Array, more: RowRead) {
    this.#starts = starts
    this.#targets = targets
    this.#more = more
  }

  row(place: number): Uint32Array {
    return this.#targets.subarray(this.#starts[place], this.#starts[place + 1])
  }

  /** The resolutions of those links of a note whose targets don't say all, in their order; none where they are damaged. */
  more(place: number): readonly (Resolution | null)[] {
    const text = this.#more(place)?.toString() ?? ''
    return text === '' ? [] : (JSON.parse(text) as readonly (Resolution | null)[])
  }

  /** The targets of a note, undefined for the links whose resolution rests on what stands in a changed one. */
  kept(place: number, changed: ReadonlySet<number>): readonly (KeptTarget | undefined)[] {
    let seen = 0
    const more = this.more(place)
    return Array.from(this.row(place), (target) => {
      const said = target >= saysMore ? more[seen++] : null
      return restsOn(target, changed) || said === undefined ? undefined : { target, more: said }
    })
  }

  of(place: number): TargetRow {
    return { targets: this.row(place), more: this.#more(place) ?? noBytes }
  }

  /** Some notes, and those with a link whose resolution rests on what stands in one of them. */
  resting(changed: ReadonlySet<number>): readonly number[] {
    return Array.from({ length: this.#starts.length - 1 }, (_none, place) => place).filter(
      (place) => changed.has(place) || this.row(place).some((target) => restsOn(target, changed)),
    )
  }
}

/** A target as it was kept, with what else its link says. */
export interface KeptTarget {
  readonly target: number
  readonly more: Resolution | null
}

function restsOn(target: number, changed: ReadonlySet<number>): boolean {
  return target >= saysMore && target !== nowhere && changed.has(target - saysMore)
}

/** The place of the note that an entry leads to, or `nowhere`. */
export function placeIn(entry: number): number {
  return entry === nowhere || entry < saysMore ? entry : entry - saysMore
}
