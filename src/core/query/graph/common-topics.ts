import { folderOf } from '../../model/note-path.ts'
import type { Note } from '../../model/note.ts'
import type { Vault } from '../../vault/vault.ts'
import { comparableTag } from '../lists/tag-expression.ts'

/** The topics and tags that both notes have, each once, however it is spelled; without those of half of the vault. */
export function sharedTopics(vault: Vault, note: Note, other: Note): readonly string[] {
  const theirs = new Set([...other.topics, ...other.tags].map(comparableTag))
  return topicsOf(note).filter((topic) => theirs.has(comparableTag(topic)) && isTelling(vault, topic))
}

/** The topics and tags of a note, each as it is spelled first. */
function topicsOf({ topics, tags }: Note): readonly string[] {
  const seen = new Set<string>()
  return [...topics, ...tags].filter((topic) => seen.size < seen.add(comparableTag(topic)).size)
}

/** The numbers of the notes that have a topic or tag, however they spell it. */
function notesHaving(vault: Vault, topic: string): readonly number[] {
  return spreadsIn(vault).having.get(comparableTag(topic)) ?? []
}

function isTelling(vault: Vault, topic: string): boolean {
  return notesHaving(vault, topic).length < vault.size / 2
}

/** For each note of the vault, the summed idf of the topics and tags that it shares with `note`. */
export function topicRarities(vault: Vault, note: Note): Float64Array {
  const sums = new Float64Array(vault.size)
  for (const topic of topicsOf(note)) {
    if (!isTelling(vault, topic)) continue
    const having = notesHaving(vault, topic)
    const rarity = Math.log(vault.size / having.length)
    for (const number of having) sums[number] = (sums[number] ?? 0) + rarity
  }
  return sums
}

/** The idf of a folder; 0 for the topmost and one that holds half of the vault. */
export function rarityOfFolder(vault: Vault, folder: string): number {
  const spread = spreadsIn(vault).folders.get(folder) ?? vault.size
  return folder === '' || spread >= vault.size / 2 ? 0 : Math.log(vault.size / spread)
}

interface Spreads {
  /** The numbers of the notes that have each topic or tag, however it is spelled. */
  readonly having: ReadonlyMap<string, readonly number[]>
  /** How many notes lie in each folder. */
  readonly folders: ReadonlyMap<string, number>
}

const spreads = new WeakMap<Vault, Spreads>()

/** The counts of topics and folders, made once for each state of a vault. */
function spreadsIn(vault: Vault): Spreads {
  const known = spreads.get(vault)
  if (known !== undefined) return known
  const folders = new Map<string, number>()
  const having = new Map<string, number[]>()
  for (const [number, { path, topics, tags }] of vault.notes.entries()) {
    for (const tag of new Set([...topics, ...tags].map(comparableTag))) {
      const numbers = having.get(tag)
      if (numbers === undefined) having.set(tag, [number])
      else numbers.push(number)
    }
    folders.set(folderOf(path), (folders.get(folderOf(path)) ?? 0) + 1)
  }
  const counted = { having, folders }
  spreads.set(vault, counted)
  return counted
}
