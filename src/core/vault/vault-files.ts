import type { Attachment, Note } from '../model/note.ts'
import { isCanvasFile, type NotePath } from '../model/note-path.ts'
import type { Resolution } from '../model/resolution.ts'
import type { Link } from '../model/link.ts'
import type { KnownLinks } from './known-links.ts'
import { resolveLink } from './resolve-link.ts'
import { indexForResolving, type ResolverIndex, reuseIndex } from './resolver-index.ts'
import type { SoughtNames } from './update/sought-names.ts'

/** What a vault is built from. */
export interface VaultContent {
  readonly notes: readonly Note[]
  readonly attachments: readonly Attachment[]
  /** Whether a file or folder exists at a path relative to the root (skipped files, paths outside); default: nothing does. */
  readonly exists?: (path: string) => boolean
  /** Reads the canvases among attachments; without it there are none. */
  readonly canvases?: ReadCanvases | undefined
  /** What is known about links already, from an index cache or from the vault before an update. */
  readonly known?: KnownLinks
  /** A vault with the same paths, titles, aliases and attachments, whose name index serves this one too; `notes` are in its order. */
  readonly sameNames?: VaultFiles
  /** A vault with the same paths and attachments but other titles or aliases, whose file index serves this one too; likewise. */
  readonly samePaths?: VaultFiles
  /** The names that links look up, from a vault with the same paths and attachments. */
  readonly sought?: SoughtNames
  /** What is known about `notes` without decoding them; they are then sorted, and decoded when needed. */
  readonly kept?: KeptNotes
}

/** Reads the canvases of Obsidian among attachments. */
export type ReadCanvases = (attachments: readonly Attachment[]) => readonly Note[]

/** What an index cache knows about all notes. */
export interface KeptNotes {
  readonly size: number
  readonly numberOf: (path: string) => number | undefined
  /** A separate copy of the note at a place: what is decoded of it is not kept in memory by the vault. */
  readonly alone: (place: number) => Note
  readonly headingTexts: (place: number) => readonly string[]
  /** The notes in which the parser noticed something. */
  readonly withProblems: () => readonly Note[]
}

/** The notes and other files of a folder, found by path and name. Immutable; derived data is computed on first use. */
export class VaultFiles {
  readonly attachments: readonly Attachment[]
  protected readonly content: VaultContent
  #notes: readonly Note[] | undefined
  #numberOf: ((path: string) => number | undefined) | undefined
  #index: ResolverIndex | undefined
  #canvases: readonly Note[] | undefined

  constructor(content: VaultContent) {
    this.attachments = content.attachments
    const { kept, sameNames: before } = content
    // Refer to the first of a chain of such vaults, so that a program that follows changes does not keep all states in memory.
    const sameNames = before === undefined ? undefined : (before.content.sameNames ?? before)
    const other = content.samePaths
    const samePaths = other && (other.named.content.samePaths ?? other.named)
    this.content = { ...content, ...(sameNames && { sameNames }), ...(samePaths && { samePaths }) }
    const like = sameNames ?? samePaths
    this.#numberOf = like === undefined ? kept && ((path) => kept.numberOf(path)) : like.#find
  }

  /** Sorted by path in code-point order. */
  get notes(): readonly Note[] {
    return (this.#notes ??= this.#numberOf === undefined ? sorted(this.content.notes) : this.content.notes)
  }

  /** The canvases of Obsidian, read when they are first asked for: no notes, but their links are checked and follow renames. */
  get canvases(): readonly Note[] {
    return (this.#canvases ??= this.content.canvases?.(this.attachments) ?? [])
  }

  /** The reader of canvases, to pass on to the vault after a change. */
  get readCanvases(): ReadCanvases | undefined {
    return this.content.canvases
  }

  /** The note or canvas at a path. */
  document(path: string): Note | undefined {
    return this.note(path) ?? (isCanvasFile(path) ? this.canvases.find((canvas) => canvas.path === path) : undefined)
  }

  /** How many notes there are. */
  get size(): number {
    return this.content.kept?.size ?? this.notes.length
  }

  /** The notes in which the parser noticed something. */
  get notesWithProblems(): readonly Note[] {
    return this.content.kept?.withProblems() ?? this.notes.filter(({ problems }) => problems.length > 0)
  }

  /** The note at a path. */
  note(path: string): Note | undefined {
    const number = this.numberOf(path)
    return number === undefined ? undefined : this.notes[number]
  }

  /** The file of the vault that a symbolic link at a path leads to; undefined where there is no such link. */
  leadsTo(path: string): NotePath | undefined {
    return this.attachments.find((one) => one.path === path)?.leadsTo
  }

  /** The index of a note in `notes`. */
  numberOf(path: string): number | undefined {
    return this.#find(path)
  }

  get #find(): (path: string) => number | undefined {
    return (this.#numberOf ??= numbersOf(this.notes))
  }

  /**
   * A note or canvas for a pass over all of them. From an index cache it is a separate copy, so that what is decoded of it can be freed
   * when the pass moves on.
   */
  alone(document: Note): Note {
    const place = this.content.kept && this.numberOf(document.path)
    return (place === undefined ? undefined : this.content.kept?.alone(place)) ?? document
  }

  /** The heading texts of the note at an index in `notes`; from an index cache nothing else is decoded. */
  headingTexts(number: number): readonly string[] {
    return this.content.kept?.headingTexts(number) ?? this.notes[number]?.headings.map(({ text }) => text) ?? []
  }

  /** The index of files and names, shared by the resolver and by suggestions. */
  get index(): ResolverIndex {
    return (this.#index ??= this.#makeIndex())
  }

  /** Decides what a link would point at if it stood in a note. */
  resolve(from: Note, link: Link): Resolution {
    return resolveLink(this.index, from, link)
  }

  #makeIndex(): ResolverIndex {
    const { exists = () => false, sameNames, samePaths } = this.content
    const own = { note: (path: NotePath) => this.note(path), notes: () => this.notes, exists }
    if (sameNames !== undefined) return reuseIndex(sameNames.index, own)
    if (samePaths !== undefined) return reuseIndex(samePaths.index, own, true)
    return indexForResolving(this.notes, this.attachments, exists)
  }

  /** The first vault of a chain with the same names: even after a thousand edits no state in between stays in memory. */
  get named(): VaultFiles {
    return this.content.sameNames ?? this
  }

  /** Whether a file or folder exists at a path relative to the root, at the time of the call. */
  get exists(): (path: string) => boolean {
    return this.content.exists ?? (() => false)
  }
}

/** Notes sorted by path in code-point order; paths are unique. */
function sorted(notes: readonly Note[]): readonly Note[] {
  const isSorted = notes.every(({ path }, order) => path >= (notes[order - 1]?.path ?? ''))
  return isSorted ? notes : [...notes].sort((a, b) => (a.path < b.path ? -1 : 1))
}

function numbersOf(notes: readonly Note[]): (path: string) => number | undefined {
  const numbers = new Map<string, number>(notes.map(({ path }, number) => [path, number]))
  return (path) => numbers.get(path)
}
