import type { Link } from '../../core/model/link.ts'
import type { Attachment, Note } from '../../core/model/note.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import { type Resolution, targetPath } from '../../core/model/resolution.ts'
import { Vault } from '../../core/vault/vault.ts'
import { fileExists } from '../file-exists.ts'
import { CachedNote } from './cached-note.ts'
import type { About } from './index-store.ts'
import { stampLength } from './file-stamp.ts'
import { writeHeads } from './head-columns.ts'
import { type Asked, type Decided, packLinks, packResolutions, packRest } from './note-codec.ts'
import { Shapes } from './pack.ts'
import { randomId } from './random-id.ts'
import { SectionWriter } from './section-file.ts'
import { bytesOf, Slices } from './slices.ts'

/** All that a base file holds. */
export interface IndexContent {
  readonly root: string
  readonly key: string
  readonly notes: readonly Note[]
  readonly stamps: ReadonlyMap<NotePath, readonly number[]>
  readonly attachments: readonly Attachment[]
}

/** Resolves all links and writes the base file anew. False when it can't be written. */
export function writeIndex(file: string, content: IndexContent): boolean {
  let writer: SectionWriter | undefined
  try {
    writer = new SectionWriter(file)
    writer.finish(writeSections(writer, content))
    return true
  } catch {
    writer?.discard()
    return false
  }
}

function writeSections(writer: SectionWriter, content: IndexContent): About {
  const decide = linkDecider(content)
  const { notes } = decide.vault
  const from = notes.find((note) => note instanceof CachedNote)?.store
  const shapes = new Shapes(from?.shapes.keys)
  const placeOf = new Map(notes.map(({ path }, place) => [path, place]))
  const counts = new Uint32Array(2 * notes.length)
  const sources: number[][] = notes.map(() => [])
  const [links, rest, resolutions] = [new Slices('links'), new Slices('rest'), new Slices('resolutions')]
  for (const [place, note] of notes.entries()) {
    const decided = note.links.map((link) => decide.one(note, link))
    links.add(
      (note instanceof CachedNote ? note.store.linksText(note.place) : undefined) ?? packLinks(note.links, shapes),
    )
    rest.add((note instanceof CachedNote ? note.store.restText(note.place) : undefined) ?? packRest(note, shapes))
    resolutions.add(packResolutions(decided, (path) => placeOf.get(path)))
    countLinks(decided, { place, placeOf, counts, sources })
  }
  const inverse = new Slices('sources')
  for (const places of sources) inverse.add(JSON.stringify(places))
  writeHeads(writer, notes)
  writer.add('stamps', [bytesOf(Float64Array.from(notes.flatMap((note) => stampFor(note, content.stamps))))])
  writer.add('attachments', [Buffer.from(attachmentText(content.attachments))])
  writer.add('counts', [bytesOf(counts)])
  for (const blob of [links, rest, resolutions, inverse]) blob.write(writer)
  return { key: content.key, id: randomId(), shapes: shapes.keys }
}

function stampFor(note: Note, stamps: IndexContent['stamps']): readonly number[] {
  if (!(note instanceof CachedNote)) return stamps.get(note.path) ?? neverEqual
  return [...note.store.stamps.subarray(note.place * stampLength, (note.place + 1) * stampLength)]
}

const neverEqual = [Number.NaN, Number.NaN, Number.NaN, Number.NaN]

/** The attachments of a vault as text: the same text, the same set. */
export function attachmentText(attachments: readonly Attachment[]): string {
  return attachments.map(({ path, skipped, reason }) => JSON.stringify([path, skipped, reason])).join('\n')
}

/** Decides what links point at and records what each decision asked of the file system. */
export function linkDecider(
  content: Pick<IndexContent, 'root' | 'notes' | 'attachments'>,
  sameNames?: Vault,
): {
  readonly vault: Vault
  readonly one: (note: Note, link: Link) => Decided
} {
  let asked: Asked[] = []
  const exists = (path: string): boolean => {
    const existed = fileExists(content.root, path)
    asked.push([path, existed])
    return existed
  }
  const vault = new Vault({
    notes: content.notes,
    attachments: content.attachments,
    exists,
    ...(sameNames === undefined ? {} : { sameNames }),
  })
  const one = (note: Note, link: Link): Decided => {
    asked = []
    const resolution = vault.resolve(note, link)
    return { resolution, asked }
  }
  return { vault, one }
}

interface Tally {
  readonly place: number
  readonly placeOf: ReadonlyMap<NotePath, number>
  readonly counts: Uint32Array
  readonly sources: number[][]
}

function countLinks(decided: readonly { readonly resolution: Resolution }[], tally: Tally): void {
  const { place, placeOf, counts, sources } = tally
  for (const { resolution } of decided) {
    const path = targetPath(resolution)
    const target = path === undefined ? undefined : placeOf.get(path)
    if (target === place) continue
    counts[2 * place] = (counts[2 * place] ?? 0) + 1
    if (target === undefined) continue
    counts[2 * target + 1] = (counts[2 * target + 1] ?? 0) + 1
    if (sources[target]?.at(-1) !== place) sources[target]?.push(place)
  }
}
