import type { Note } from '../../../core/model/note.ts'
import type { NotePath } from '../../../core/model/note-path.ts'
import { type Resolution, targetPath } from '../../../core/model/resolution.ts'
import type { KnownLinks, LinkCounts } from '../../../core/vault/known-links.ts'
import type { Vault } from '../../../core/vault/vault.ts'
import type { Progress } from '../../terminal/progress.ts'
import { bytesOf, bytesAsWords, readAllRows, readRows, rowParts, type RowRead } from '../kept-rows.ts'
import type { VaultCache } from './vault-cache.ts'

/** The target of a link that leads to no note; what it leads to is kept beside it. */
const nowhere = 0xffffffff

/** Added to the target of a link that says more than which note it means: an anchor, an odd spelling. All of that is kept beside it. */
const saysMore = 0x80000000

/** What the links of a note point at. */
interface NoteTargets {
  readonly targets: Uint32Array
  /** As JSON, the resolutions of its links that say more or lead to no note; null for a web address, which costs nothing to tell. */
  readonly more: Uint8Array
}

interface About {
  readonly index: string
  /** Which reading of each changed note the targets are those of. */
  readonly changed: readonly (readonly [place: number, id: string])[]
  /** What was asked of the file system, with the answers: where one is another now, links may lead elsewhere. */
  readonly asked: VaultCache['asked']
}

/**
 * What the links of an index point at: the place of a note for each link, note by note. All are resolved when one is first asked for,
 * and kept beside the index; after a change that left names as they were, those of changed notes and those to places in them are resolved
 * again.
 */
export class LinkTargets implements KnownLinks {
  readonly #cache: VaultCache
  readonly #vault: () => Vault
  readonly #progress: Progress | undefined
  /** What links say that say no more than which note they mean, by its place. */
  readonly #plain: Resolution[] = []
  #rows: TargetRows | undefined
  #inverse: Inverse | undefined

  /** `vault`: the one that the index holds. */
  constructor(cache: VaultCache, vault: () => Vault, progress: Progress | undefined) {
    this.#cache = cache
    this.#vault = vault
    this.#progress = progress
  }

  resolutions(path: NotePath): readonly (Resolution | undefined)[] | undefined {
    const { index } = this.#cache
    const place = index.numberOf(path)
    if (place === undefined) return undefined
    const row = this.#known.row(place)
    const resolutions: (Resolution | undefined)[] = []
    let more: readonly (Resolution | null)[] | undefined
    let seen = 0
    for (const target of row) {
      if (target < saysMore) resolutions.push((this.#plain[target] ??= plainTo(index.pathOf(target))))
      else resolutions.push((more ??= this.#known.more(place))[seen++] ?? undefined)
    }
    return resolutions
  }

  counts(path: NotePath): LinkCounts | undefined {
    const place = this.#cache.index.numberOf(path)
    const { links, backlinks } = this.#inverted
    return place === undefined ? undefined : { links: links[place] ?? 0, backlinks: backlinks[place] ?? 0 }
  }

  targets(path: NotePath): readonly NotePath[] | undefined {
    const { index } = this.#cache
    const place = index.numberOf(path)
    if (place === undefined) return undefined
    const targets = new Set([...this.#known.row(place)].map(placeIn))
    return [...targets].flatMap((target) => (target === nowhere || target === place ? [] : index.pathOf(target)))
  }

  sources(path: NotePath): readonly NotePath[] | undefined {
    const { index } = this.#cache
    const place = index.numberOf(path)
    return place === undefined ? undefined : this.#inverted.sources(place).map((source) => index.pathOf(source))
  }

  get #inverted(): Inverse {
    return (this.#inverse ??= invert(this.#known, this.#vault()))
  }

  get #known(): TargetRows {
    return (this.#rows ??= this.#read() ?? this.#make())
  }

  /** The targets as they were kept, those that rest on notes that changed since resolved again; undefined when there are none. */
  #read(): TargetRows | undefined {
    const { index, files } = this.#cache
    const file = files.open<About>('links')
    if (file === undefined) return undefined
    const { index: of, changed, asked } = file.about
    const [starts, targets] = [bytesAsWords(file.read('starts')), bytesAsWords(file.read('targets'))]
    if (of !== index.id || starts === undefined || targets === undefined) return undefined
    if (!this.#cache.stillHolds(asked)) return undefined
    const known = new Map(changed)
    const stale = [...index.changes.notes].flatMap(([place, { id }]) => (known.get(place) === id ? [] : [place]))
    if (stale.length === 0) return new TargetRows(starts, targets, readRows(file, 'more'))
    const rows = new TargetRows(starts, targets, readAllRows(file, 'more'))
    const moved = new Set(stale)
    const anew = new Map(
      rows.resting(moved).map((place) => [place, this.#resolve(place, moved.has(place) ? undefined : rows.kept(place, moved))]),
    )
    return this.#keep(Array.from({ length: index.size }, (_none, place) => anew.get(place) ?? rows.of(place)))
  }

  #make(): TargetRows {
    const { size } = this.#cache.index
    const rows = Array.from({ length: size }, (_none, place) => {
      this.#progress?.step(place, size, 'resolving links')
      return this.#resolve(place)
    })
    this.#progress?.end()
    return this.#keep(rows)
  }

  /** What the links of a note point at; those that are known to point at what they did are not resolved again. */
  #resolve(place: number, kept: readonly (KeptTarget | undefined)[] = []): NoteTargets {
    const { index } = this.#cache
    const vault = this.#vault()
    const note = vault.notes[place]
    const more: (Resolution | null)[] = []
    // Not `note.links`, which would be kept with the note.
    const targets = Uint32Array.from(note === undefined ? [] : index.links(place), (link, order) => {
      const known = kept[order]
      const resolution = known === undefined ? vault.resolve(note as Note, link) : known.more
      const target = known?.target ?? this.#target(resolution as Resolution)
      if (target >= saysMore) more.push(resolution?.status === 'external' ? null : (resolution ?? null))
      return target
    })
    return { targets, more: more.length === 0 ? nothing : Buffer.from(JSON.stringify(more)) }
  }

  #target(resolution: Resolution): number {
    const path = targetPath(resolution)
    const place = path === undefined ? undefined : this.#cache.index.numberOf(path)
    if (place === undefined) return nowhere
    return isPlain(resolution) ? place : place + saysMore
  }

  /** What was asked may rest on any link, so all that was asked so far is written down. */
  #keep(all: readonly NoteTargets[]): TargetRows {
    const { index, files, asked } = this.#cache
    const starts = new Uint32Array(all.length + 1)
    for (const [place, { targets }] of all.entries()) starts[place + 1] = (starts[place] ?? 0) + targets.length
    const targets = new Uint32Array(starts.at(-1) ?? 0)
    for (const [place, row] of all.entries()) targets.set(row.targets, starts[place])
    const changed = [...index.changes.notes].map(([place, { id }]) => [place, id] as const)
    const rows = all.map(({ more }) => more)
    files.write('links', { index: index.id, changed, asked } satisfies About, [
      ['starts', [bytesOf(starts)]],
      ['targets', [bytesOf(targets)]],
      ...rowParts('more', rows),
    ])
    return new TargetRows(starts, targets, (place) => Buffer.from(rows[place] ?? nothing))
  }
}

const nothing = new Uint8Array()

/** The targets of links, note by note. */
class TargetRows {
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

  of(place: number): NoteTargets {
    return { targets: this.row(place), more: this.#more(place) ?? nothing }
  }

  /** Some notes, and those with a link whose resolution rests on what stands in one of them. */
  resting(changed: ReadonlySet<number>): readonly number[] {
    return Array.from({ length: this.#starts.length - 1 }, (_none, place) => place).filter(
      (place) => changed.has(place) || this.row(place).some((target) => restsOn(target, changed)),
    )
  }
}

/** A target as it was kept, with what else its link says. */
interface KeptTarget {
  readonly target: number
  readonly more: Resolution | null
}

function restsOn(target: number, changed: ReadonlySet<number>): boolean {
  return target >= saysMore && target !== nowhere && changed.has(target - saysMore)
}

function plainTo(path: NotePath): Resolution {
  return { status: 'ok', path, isNote: true, styles: [] }
}

/** Whether a resolution says no more than which note it means. */
function isPlain(resolution: Resolution): boolean {
  return resolution.status === 'ok' && resolution.anchor === undefined && resolution.styles.length === 0
}

/** Links seen from both ends, by place. */
interface Inverse {
  /** How many links each note has to anything but itself. */
  readonly links: Uint32Array
  /** How many links of other notes, but for index pages, point at it. */
  readonly backlinks: Uint32Array
  /** The other notes that link to it, in order, index pages among them. */
  readonly sources: (place: number) => readonly number[]
}

function invert(rows: TargetRows, { notes, size }: Vault): Inverse {
  const [links, backlinks] = [new Uint32Array(size), new Uint32Array(size)]
  // Where the sources of each note begin; until they are in place, where the next one goes.
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

/** Tells the links of all notes, but for those to themselves, with the place of the note that each leads to, or `nowhere`. */
function eachTarget(rows: TargetRows, size: number, tell: (place: number, target: number) => void): void {
  for (let place = 0; place < size; place++)
    for (const entry of rows.row(place)) {
      const target = placeIn(entry)
      if (target !== place) tell(place, target)
    }
}

/** The place of the note that an entry leads to, or `nowhere`. */
function placeIn(entry: number): number {
  return entry === nowhere || entry < saysMore ? entry : entry - saysMore
}
