import type { Note } from '../../../core/model/note.ts'
import type { NotePath } from '../../../core/model/note-path.ts'
import { type Resolution, targetPath } from '../../../core/model/resolution.ts'
import type { KnownLinks, LinkCounts } from '../../../core/vault/known-links.ts'
import type { Vault } from '../../../core/vault/vault.ts'
import type { Progress } from '../../terminal/progress.ts'
import { bytesOf, bytesAsWords, readAllRows, readRows, rowParts } from '../kept-rows.ts'
import { type Inverse, invert } from './inverse-links.ts'
import { type KeptTarget, noBytes, nowhere, placeIn, saysMore, type TargetRow, TargetRows } from './target-rows.ts'
import type { VaultCache } from './vault-cache.ts'

interface About {
  readonly index: string
  /** The ids of the changed notes for which the targets were computed. */
  readonly changed: readonly (readonly [place: number, id: string])[]
  /** The file system look-ups, with their results: when one differs now, links may lead elsewhere. */
  readonly asked: VaultCache['asked']
}

/**
 * The targets of an index's links: the place of a note for each link, note by note. All links are resolved at the first question, and the
 * targets stored next to the index. After a change that keeps all names, only links of changed notes and links to places in them are
 * resolved again.
 */
export class LinkTargets implements KnownLinks {
  readonly #cache: VaultCache
  readonly #vault: () => Vault
  readonly #progress: Progress | undefined
  /** The resolutions of links that name nothing but a note, by its place; shared by all such links. */
  readonly #plain: Resolution[] = []
  #rows: TargetRows | undefined
  #inverse: Inverse | undefined

  /** `vault` gives the vault made from the index. */
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

  /** The stored targets, with those that depend on changed notes resolved again; undefined when none are stored. */
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

  /** The targets of a note's links; those in `kept` are not resolved again. */
  #resolve(place: number, kept: readonly (KeptTarget | undefined)[] = []): TargetRow {
    const { index } = this.#cache
    const vault = this.#vault()
    const note = vault.notes[place]
    const more: (Resolution | null)[] = []
    // Not `note.links`, which would stay in memory with the note.
    const targets = Uint32Array.from(note === undefined ? [] : index.links(place), (link, order) => {
      const known = kept[order]
      const resolution = known === undefined ? vault.resolve(note as Note, link) : known.more
      const target = known?.target ?? this.#target(resolution as Resolution)
      if (target >= saysMore) more.push(resolution?.status === 'external' ? null : (resolution ?? null))
      return target
    })
    return { targets, more: more.length === 0 ? noBytes : Buffer.from(JSON.stringify(more)) }
  }

  #target(resolution: Resolution): number {
    const path = targetPath(resolution)
    const place = path === undefined ? undefined : this.#cache.index.numberOf(path)
    if (place === undefined) return nowhere
    return isPlain(resolution) ? place : place + saysMore
  }

  /** Any link may depend on any look-up, so all look-ups so far are stored. */
  #keep(all: readonly TargetRow[]): TargetRows {
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
    return new TargetRows(starts, targets, (place) => Buffer.from(rows[place] ?? noBytes))
  }
}

function plainTo(path: NotePath): Resolution {
  return { status: 'ok', path, isNote: true, styles: [] }
}

/** Whether a resolution contains nothing but the note. */
function isPlain(resolution: Resolution): boolean {
  return resolution.status === 'ok' && resolution.anchor === undefined && resolution.styles.length === 0
}
