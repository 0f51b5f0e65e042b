import type { Resolution } from '../../../core/model/resolution.ts'
import type { RowRead } from '../kept-rows.ts'

/** The target of a link that leads to no note; its resolution is stored separately. */
export const nowhere = 0xffffffff

/**
 * A flag in the target of a link whose resolution has more than the note (an anchor, an odd spelling); the resolution is stored separately.
 */
export const saysMore = 0x80000000

/** The targets of a note's links. */
export interface TargetRow {
  readonly targets: Uint32Array
  /** The separately stored resolutions, as JSON; null for a web address, which is cheap to resolve. */
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

  /** The separately stored resolutions of a note's links, in order; none when damaged. */
  more(place: number): readonly (Resolution | null)[] {
    const text = this.#more(place)?.toString() ?? ''
    return text === '' ? [] : (JSON.parse(text) as readonly (Resolution | null)[])
  }

  /** The targets of a note; undefined for links whose resolution depends on the content of a changed note. */
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

  /** The changed notes, and notes with a link whose resolution depends on the content of one of them. */
  resting(changed: ReadonlySet<number>): readonly number[] {
    return Array.from({ length: this.#starts.length - 1 }, (_none, place) => place).filter(
      (place) => changed.has(place) || this.row(place).some((target) => restsOn(target, changed)),
    )
  }
}

/** A stored target, with the resolution if it has more than the note. */
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
