import { fileName, fileStem, folderOf, type NotePath } from '../../model/note-path.ts'
import type { Note } from '../../model/note.ts'
import type { Vault } from '../../vault/vault.ts'
import { type Like, LikenessIndex, type Named } from './likeness-index.ts'
import { NotesAlike } from './notes-alike.ts'
import { SameName } from './same-name.ts'
import { namesOf } from '../../vault/name-index.ts'

/** Something a broken target may have meant: a file, or a heading in it. */
export interface Suggested {
  readonly path: NotePath
  readonly heading?: string
}

/** Names whose distance exceeds the nearest one's by more than this are not suggested. */
const spread = 0.2

/** The prefixes of questions about files and about notes, equally long. */
export const [filePrefix, notePrefix] = ['file:', 'note:']

/** Whether a question is about attachments only. */
export function isOfFiles(question: string): boolean {
  return question.startsWith(filePrefix)
}

/** The names of a vault's files, indexed for finding similar ones; each index is made at the first question. */
export class VaultNames {
  #vault: Vault
  readonly #near = new Map<string, readonly Like<Suggested>[]>()
  #notes: LikenessIndex<Suggested> | undefined
  #files: LikenessIndex<Suggested> | undefined
  #same: SameName | undefined
  #alike: NotesAlike | undefined

  constructor(vault: Vault) {
    this.#vault = vault
  }

  /** Finds files by exactly the same name. */
  get same(): SameName {
    return (this.#same ??= new SameName(this.#vault))
  }

  /** Finds notes that share letters with a text. */
  get alike(): NotesAlike {
    return (this.#alike ??= new NotesAlike(this.#vault.notes))
  }

  /** The files that a question may mean, each once, with its nearest name. */
  near(question: string): readonly Like<Suggested>[] {
    const known = this.#near.get(question)
    if (known !== undefined) return known
    const index = isOfFiles(question) ? this.#ofFiles : this.#ofNotes
    const near = nearestOfEach(variantsOf(question.slice(filePrefix.length)).flatMap((variant) => index.like(variant)))
    if (this.#near.size >= mostNear) this.#near.clear()
    this.#near.set(question, near)
    return near
  }

  /** Updates the indexes to a later state of the vault, at the cost of what changed; false when files came or went. */
  follow(now: Vault): boolean {
    const before = this.#vault
    if (before.size !== now.size || before.attachments !== now.attachments) return false
    const changed = [...now.notes.keys()].filter((number) => now.notes[number] !== before.notes[number])
    if (changed.some((number) => now.notes[number]?.path !== before.notes[number]?.path)) return false
    for (const number of changed) this.#take(number, before.notes[number] as Note, now.notes[number] as Note)
    this.#vault = now
    return true
  }

  #take(number: number, before: Note, now: Note): void {
    this.#alike?.replace(number, now)
    const names = namesOfNote(now, number)
    if (JSON.stringify(names) === JSON.stringify(namesOfNote(before, number))) return
    this.#near.clear()
    this.#notes?.replace(number, names)
    if (namesOf(now).join('\n') !== namesOf(before).join('\n')) this.#same = undefined
  }

  get #ofNotes(): LikenessIndex<Suggested> {
    return (this.#notes ??= new LikenessIndex(allNames(this.#vault)))
  }

  get #ofFiles(): LikenessIndex<Suggested> {
    return (this.#files ??= new LikenessIndex(namesOfFiles(this.#vault)))
  }
}

/** How many questions a long-running program keeps the answers of. */
const mostNear = 5000

const known = new WeakMap<Vault, VaultNames>()

/** The names of a vault, made once for each. */
export function namesIn(vault: Vault): VaultNames {
  const found = known.get(vault) ?? new VaultNames(vault)
  known.set(vault, found)
  return found
}

/** Moves the names of a vault to a later state of it; the earlier state loses them. */
export function handOnNames(before: Vault | undefined, now: Vault): void {
  const names = before && known.get(before)
  if (before === undefined || names === undefined || before === now) return
  known.delete(before)
  if (names.follow(now)) known.set(now, names)
}

/** The names of a note, and its headings: each is a name of a place in it. */
function namesOfNote(note: Note, group: number): readonly Named<Suggested>[] {
  const names: Named<Suggested>[] = []
  addNames(names, note, { group, headings: note.headings.map(({ text }) => text) })
  return names
}

/** Adds the names of a note to those of others, in plain loops: spreading and a generator took a tenth of the time of a check. */
function addNames(
  all: Named<Suggested>[],
  note: Note,
  { group, headings }: { readonly group: number; readonly headings: readonly string[] },
): void {
  const { path } = note
  const value = { path }
  const names = new Set(namesOf(note))
  const folder = fileName(folderOf(path))
  if (folder !== '') names.add(`${folder}/${fileStem(path)}`)
  for (const name of names) all.push({ name, value, penalty: 0, group })
  for (const heading of headings)
    if (!names.has(heading)) all.push({ name: heading, value: { path, heading }, penalty: 0.1, group })
}

function allNames(vault: Vault): readonly Named<Suggested>[] {
  const all: Named<Suggested>[] = []
  for (const [group, note] of vault.notes.entries()) addNames(all, note, { group, headings: vault.headingTexts(group) })
  return all
}

function namesOfFiles(vault: Vault): readonly Named<Suggested>[] {
  return vault.attachments.map(({ path }) => ({ name: fileName(path), value: { path } }))
}

/** A target's last segment, and its last two: `cli-grep` may mean `cli/grep`, and `x/grep` may mean `y/grep`. */
function variantsOf(target: string): readonly string[] {
  const segments = target.split(/[/\\]/).filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
  const last = segments.at(-1) ?? ''
  return segments.length < 2 ? [last] : [last, segments.slice(-2).join('/')]
}

function nearestOfEach(likes: readonly Like<Suggested>[]): readonly Like<Suggested>[] {
  const nearest = new Map<string, Like<Suggested>>()
  for (const like of likes) {
    const known = nearest.get(like.value.path)
    if (known === undefined || like.share < known.share) nearest.set(like.value.path, like)
  }
  const sorted = [...nearest.values()].sort((a, b) => a.share - b.share || (a.value.path < b.value.path ? -1 : 1))
  return sorted.filter(({ share }) => share <= (sorted[0]?.share ?? 0) + spread)
}
