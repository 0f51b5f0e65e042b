import { renameSync, rmSync, writeFileSync } from '../../files/file-system.ts'
import type { Note } from '../../../core/model/note.ts'
import type { NotePath } from '../../../core/model/note-path.ts'
import type { LinkNews } from '../../../core/vault/known-links.ts'
import type { Vault } from '../../../core/vault/vault.ts'
import { checksum } from '../checksum.ts'
import { randomId } from '../random-id.ts'
import type { IndexStore } from './index-store.ts'
import type { Delta, DeltaLinks, DeltaNote } from './read-delta.ts'
import { type Decided, packLinks, packResolutions, packRest } from './note-codec.ts'
import { ascii } from '../pack.ts'
import { linkDecider } from './decide-links.ts'
import type { LinkBase } from './cached-links.ts'
import { AsciiBytes } from '../ascii-bytes.ts'
import { extendHistory, type History, historyFrom } from './state-history.ts'

/** The notes read anew, with their stamps. */
export interface DeltaContent {
  readonly notes: readonly Note[]
  readonly stamps: ReadonlyMap<NotePath, readonly number[]>
  /** What became of links, where they had been resolved. */
  readonly links?: LinkUpdate
}

/** What an update learned of links, the vault that says so, and what it is laid over. */
export interface LinkUpdate {
  readonly vault: Vault
  readonly news: LinkNews
  readonly base: LinkBase
}

/** The changes of an index with more laid over them. */
export function extendDelta(store: IndexStore, { notes: changed, stamps, links }: DeltaContent): Delta {
  const { shapes, delta } = store
  const notes: Record<number, DeltaNote> = { ...delta.notes }
  for (const note of changed) {
    const place = store.placeOf(note.path) ?? -1
    const stamp = (stamps.get(note.path) ?? []).map((value) => (Number.isNaN(value) ? null : value))
    notes[place] = {
      stamp,
      head: headOf(note),
      links: packed((out) => packLinks(out, note, shapes)),
      rest: packed((out) => packRest(out, note, shapes)),
    }
  }
  const state = randomId()
  const news = links === undefined ? {} : { links: extendLinks(store, links) }
  return {
    id: store.id,
    state,
    history: historyAfter(store, state, changed, links),
    shapes: shapes.keys,
    notes,
    ...news,
  }
}

/** What changed when; from here on, where it is not known what became of links. */
function historyAfter(
  store: IndexStore,
  state: string,
  changed: readonly Note[],
  links: LinkUpdate | undefined,
): History {
  if (links === undefined) return historyFrom(state)
  const placesOf = (paths: Iterable<NotePath>): readonly number[] =>
    [...paths].flatMap((path) => store.placeOf(path) ?? [])
  return extendHistory(store.delta.history, state, {
    notes: placesOf(changed.map(({ path }) => path)),
    links: placesOf(links.news.resolutions.keys()),
    sources: placesOf(links.news.sources.keys()),
  })
}

function extendLinks(store: IndexStore, { vault, news, base }: LinkUpdate): DeltaLinks {
  const resolutions: Record<number, string> = { ...base.changes?.resolutions }
  const counts: Record<number, DeltaLinks['counts'][number]> = { ...base.changes?.counts }
  const sources: Record<number, readonly number[]> = { ...base.changes?.sources }
  const placeOf = (path: NotePath): number => store.placeOf(path) ?? -1
  const decide = linkDecider({
    root: store.root,
    notes: vault.notes,
    attachments: vault.attachments,
    sameNames: vault,
  })
  for (const path of news.resolutions.keys()) {
    const decided = decisions(vault, path, decide)
    resolutions[placeOf(path)] = packed((out) => packResolutions(out, decided, (one) => store.placeOf(one)))
  }
  for (const [path, count] of news.counts) counts[placeOf(path)] = count
  for (const [path, from] of news.sources)
    sources[placeOf(path)] = from.flatMap((source) => store.placeOf(source) ?? [])
  return { of: base.state, resolutions, counts, sources }
}

function packed(write: (out: AsciiBytes) => void): string {
  const out = new AsciiBytes()
  write(out)
  return out.toString()
}

/** Links that point at no note may rest on files outside the index: those are decided again, on the record. */
function decisions(vault: Vault, path: NotePath, decide: ReturnType<typeof linkDecider>): readonly Decided[] {
  return vault.linksFrom(path).map(({ from, link, resolution }) => {
    const sure = resolution.status === 'external' || ('isNote' in resolution && resolution.isNote)
    return sure ? { resolution, asked: [] } : decide(from, link)
  })
}

function headOf({ path, title, titleSource, summary, aliases, topics, tags, ...note }: Note): DeltaNote['head'] {
  const { created, modified, words, problems } = note
  return { path, title, titleSource, summary, aliases, topics, tags, created, modified, words, problems }
}

/** Writes the changes beside the base file; false when they can't be. */
export function writeDelta(file: string, delta: Delta): boolean {
  const unfinished = `${file}.${randomId()}`
  try {
    const bytes = Buffer.from(ascii(JSON.stringify(delta)), 'latin1')
    const sum = Buffer.alloc(4)
    sum.writeUInt32LE(checksum(bytes))
    writeFileSync(unfinished, Buffer.concat([sum, bytes]), { mode: 0o600, flag: 'wx' })
    renameSync(unfinished, file)
    return true
  } catch {
    rmSync(unfinished, { force: true })
    return false
  }
}
