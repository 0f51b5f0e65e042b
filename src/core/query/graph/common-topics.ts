import { folderOf } from '../../model/note-path.ts'
import type { Note } from '../../model/note.ts'
import type { Vault } from '../../vault/vault.ts'
import { comparableTag } from '../lists/tag-expression.ts'

/** Topics and tags that both have, unless half of the vault has them. */
export function sharedTopics(vault: Vault, note: Note, other: Note): readonly string[] {
  const theirs = new Set([...other.topics, ...other.tags].map(comparableTag))
  const both = [...note.topics, ...note.tags].filter((topic) => theirs.has(comparableTag(topic)))
  return [...new Set(both)].filter((topic) => (spreadsIn(vault).topics.get(topic) ?? 0) < vault.size / 2)
}

/** The sum of the idf of some topics. */
export function rarityOfTopics(vault: Vault, topics: readonly string[]): number {
  return topics.reduce((sum, topic) => sum + Math.log(vault.size / (spreadsIn(vault).topics.get(topic) ?? 1)), 0)
}

/** The idf of a folder; 0 for the topmost and one that holds half of the vault. */
export function rarityOfFolder(vault: Vault, folder: string): number {
  const spread = spreadsIn(vault).folders.get(folder) ?? vault.size
  return folder === '' || spread >= vault.size / 2 ? 0 : Math.log(vault.size / spread)
}

/** How many notes have each topic or tag, as it is spelled, and how many lie in each folder. */
interface Spreads {
  readonly topics: ReadonlyMap<string, number>
  readonly folders: ReadonlyMap<string, number>
}

const spreads = new WeakMap<Vault, Spreads>()

/** The same for a vault, counted once for each state of it. */
function spreadsIn(vault: Vault): Spreads {
  const known = spreads.get(vault)
  if (known !== undefined) return known
  const [ofTopics, ofFolders] = [new Map<string, number>(), new Map<string, number>()]
  for (const { path, topics, tags } of vault.notes) {
    for (const topic of new Set([...topics, ...tags])) ofTopics.set(topic, (ofTopics.get(topic) ?? 0) + 1)
    ofFolders.set(folderOf(path), (ofFolders.get(folderOf(path)) ?? 0) + 1)
  }
  const counted = { topics: ofTopics, folders: ofFolders }
  spreads.set(vault, counted)
  return counted
}
