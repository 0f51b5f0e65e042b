import { followsWikiRules, type Link } from '../../model/link.ts'
import { fileStem, folderOf, type NotePath, relativePath } from '../../model/note-path.ts'
import type { Note } from '../../model/note.ts'
import { withoutNoteExtension } from '../../vault/file-index.ts'
import { namesFile } from '../../vault/names-file.ts'
import { percentDecode } from '../../model/percent-decode.ts'
import type { Vault } from '../../vault/vault.ts'
import type { Like } from './likeness-index.ts'
import { typoOf } from './typo.ts'
import { shortestSpelling, spellTarget } from '../links/spell-target.ts'
import { filePrefix, isOfFiles, namesIn, notePrefix, type Suggested, type VaultNames } from './vault-names.ts'
import { namesOf } from '../../vault/name-index.ts'

/** A change of a link's target that is certain enough to be made without asking; decoded. */
export interface ClearFix {
  readonly kind: 'link'
  readonly link: Link
  readonly target: string
  readonly anchor?: string
}

/** The same for a typo, with the misspelled word. */
export interface TypoFix extends ClearFix {
  readonly word: string
}

/** The fewest characters worth a search: shorter texts are found in half the vault. */
const leastWords = 3

/** Suggests targets for broken links. Names are indexed at the first question about a vault; equal targets are looked up once. */
export class Suggester {
  readonly #vault: Vault
  readonly #names: VaultNames
  readonly #found = new Map<string, readonly NotePath[]>()

  constructor(vault: Vault) {
    this.#vault = vault
    this.#names = namesIn(vault)
  }

  /** The lookup key of a link in the names of the vault; links with the same key get the same suggestions. */
  questionOf(link: Link): string {
    return `${namesFile(link) ? filePrefix : notePrefix}${targetOf(link)}`
  }

  /** What to search for when no name is like a question's; undefined when one is, or when there is too little to search for. */
  wordsToSearch(question: string): string | undefined {
    if (isOfFiles(question) || this.#names.near(question).length > 0) return undefined
    const words = wordsOf(question.slice(notePrefix.length))
    return words.length < leastWords ? undefined : words
  }

  /** Stores the notes that a search for some words found, best first; they are suggested where no name is like the target. */
  remember(words: string, found: readonly NotePath[]): void {
    this.#found.set(words, found.slice(0, 3))
  }

  /** Targets that a broken link may have meant, spelled in its own syntax, best first, at most three. */
  forLink(from: Note, link: Link): readonly string[] {
    const useful = this.#like(link).filter(({ value }) => leadsOn(from, link, value))
    const spelled = useful.map(({ value: { path, heading } }) => {
      const target = spellTarget(this.#vault, from, link, path)
      return heading === undefined ? target : `${target}#${heading}`
    })
    return [...new Set(spelled)].slice(0, 3)
  }

  /** The change of target that repairs a link by `SameName`; undefined when no file or several have the name. */
  clearFix(from: Note, link: Link): ClearFix | undefined {
    const path = this.#names.same.find(from, link)
    return path === undefined ? undefined : this.#changeTo(from, link, path)
  }

  /** The change of target that repairs a link whose name is a typo of just one file's name. */
  typoFix(from: Note, link: Link): TypoFix | undefined {
    if (namesFile(link) || targetOf(link).includes('/')) return undefined
    const typos = this.#names.near(this.questionOf(link)).flatMap(({ value: { path, heading } }) => {
      const note = heading === undefined ? this.#vault.note(path) : undefined
      const names = note === undefined ? [] : followsWikiRules(link) ? namesOf(note) : [fileStem(path)]
      const word = names.flatMap((name) => typoOf(targetOf(link), name) ?? [])[0]
      return word === undefined ? [] : [{ path, word }]
    })
    const [only, other] = typos
    if (only === undefined || other !== undefined || only.path === from.path) return undefined
    if (!followsWikiRules(link) && folderOf(only.path) !== folderOf(from.path)) return undefined
    return { ...this.#changeTo(from, link, only.path), word: only.word }
  }

  #changeTo(from: Note, link: Link, path: NotePath): ClearFix {
    const named = followsWikiRules(link) ? shortestSpelling(this.#vault, path) : relativePath(from.path, path)
    const target = link.canvas === 'file' ? path : named
    return { kind: 'link', link, target, ...(link.anchor === undefined ? {} : { anchor: link.anchor }) }
  }

  #like(link: Link): readonly Like<Suggested>[] {
    const question = this.questionOf(link)
    const near = this.#names.near(question)
    const found = near.length > 0 ? undefined : this.#found.get(wordsOf(question.slice(notePrefix.length)))
    return found?.map((path, order) => ({ value: { path }, share: 0.5 + order / 10 })) ?? near
  }
}

/** A note is not suggested for a link in itself, nor a heading for a link by path. */
function leadsOn(from: Note, link: Link, { path, heading }: Suggested): boolean {
  return heading === undefined ? path !== from.path : followsWikiRules(link)
}

function targetOf(link: Link): string {
  return withoutNoteExtension(percentDecode(link.target).replace(/\?.*$/, '').slice(0, 500))
}

function wordsOf(target: string): string {
  return target
    .replace(/[-_/\\.]+/g, ' ')
    .trim()
    .slice(0, 100)
}
