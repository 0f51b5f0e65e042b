import type { Attachment, Note } from '../model/note.ts'
import { isCanvasFile, type NotePath } from '../model/note-path.ts'
import { type ResolvedLink, type Resolution, targetPath } from '../model/resolution.ts'
import type { Link } from '../model/link.ts'
import { type KnownLinks, targetsAmong } from './known-links.ts'
import { resolveLink } from './resolve-link.ts'
import { indexForResolving, type ResolverIndex, reuseIndex } from './resolver-index.ts'
import type { SoughtNames } from './update/sought-names.ts'

/** What a vault is built from. */
export interface VaultContent {
  readonly notes: readonly Note[]
  readonly attachments: readonly Attachment[]
  /** Whether a file or folder exists at a path relative to the root (skipped files, paths outside); default: nothing does. */
  readonly exists?: (path: string) => boolean
  /** Reads the canvases among attachments; none where absent. */
  readonly canvases?: ReadCanvases | undefined
  /** What is known of links already, from an index cache or from the vault before an update. */
  readonly known?: KnownLinks
  /** A vault with the same paths, titles, aliases and attachments, whose index of names serves this one too; `notes` are in its order. */
  readonly sameNames?: Vault
  /** A vault with the same paths and attachments, but other titles or aliases, whose index of files serves this one too; likewise. */
  readonly samePaths?: Vault
  /** The names that links ask for, from a vault with the same paths and attachments. */
  readonly sought?: SoughtNames
  /** What is known of `notes` without making them; they are sorted then, and are asked for when they are needed. */
  readonly kept?: KeptNotes
}

/** Reads the canvases of Obsidian among attachments. */
export type ReadCanvases = (attachments: readonly Attachment[]) => readonly Note[]

/** What an index cache says of all notes. */
export interface KeptNotes {
  readonly size: number
  readonly numberOf: (path: string) => number | undefined
  /** The note at a place as one of its own: what is decoded of it is not held by the notes of the vault. */
  readonly alone: (place: number) => Note
  /** The notes in which the parser noticed something. */
  readonly withProblems: () => readonly Note[]
}

/** A note or canvas that a pass over all of them has come to. */
export interface PassingNote {
  readonly note: Note
  /** What its links point at, in order, where that is known before they are read; undefined in the place of one that must be resolved. */
  readonly resolutions?: readonly (Resolution | undefined)[]
  /** Its links; each call may make them anew. */
  readonly links: () => readonly ResolvedLink[]
}

/** A folder of notes that link to each other. Immutable; what is derived is computed on first use. */
export class Vault {
  readonly attachments: readonly Attachment[]
  readonly #content: VaultContent
  #notes: readonly Note[] | undefined
  #numberOf: ((path: string) => number | undefined) | undefined
  #index: ResolverIndex | undefined
  #known: KnownLinks | undefined
  #canvases: readonly Note[] | undefined
  #fromCanvases: Map<NotePath, readonly ResolvedLink[]> | undefined
  #from: Map<NotePath, readonly ResolvedLink[]> | undefined
  #inverted: Map<NotePath, readonly ResolvedLink[]> | undefined
  #to: Map<NotePath, readonly ResolvedLink[]> | undefined
  #near: Map<NotePath, readonly NotePath[]> | undefined
  #targets: Map<NotePath, readonly NotePath[]> | undefined

  constructor(content: VaultContent) {
    this.attachments = content.attachments
    const { kept, sameNames: before } = content
    // The first of a row of such vaults stands for all of them, so that a program that follows a vault keeps no others.
    const sameNames = before === undefined ? undefined : (before.#content.sameNames ?? before)
    const other = content.samePaths
    const samePaths = other && (other.named.#content.samePaths ?? other.named)
    this.#content = { ...content, ...(sameNames && { sameNames }), ...(samePaths && { samePaths }) }
    const like = sameNames ?? samePaths
    this.#numberOf = like === undefined ? kept && ((path) => kept.numberOf(path)) : like.#find
  }

  /** The vault without one note: what it holds counts nowhere, and links to it lead to an attachment. */
  without(path: string): Vault {
    const note = this.note(path)
    if (note === undefined) return this
    const attachments = [...this.attachments, { path: note.path }]
    const { exists, readCanvases: canvases } = this
    return new Vault({ notes: this.notes.filter((one) => one !== note), attachments, exists, canvases })
  }

  /** Sorted by path in code-point order. */
  get notes(): readonly Note[] {
    return (this.#notes ??= this.#numberOf === undefined ? sorted(this.#content.notes) : this.#content.notes)
  }

  /** The canvases of Obsidian, read when they are first asked for: no notes, but their links are checked and follow renames. */
  get canvases(): readonly Note[] {
    return (this.#canvases ??= this.#content.canvases?.(this.attachments) ?? [])
  }

  /** What reads canvases, for the vault after a change. */
  get readCanvases(): ReadCanvases | undefined {
    return this.#content.canvases
  }

  /** The note or canvas at a path. */
  document(path: string): Note | undefined {
    return this.note(path) ?? (isCanvasFile(path) ? this.canvases.find((canvas) => canvas.path === path) : undefined)
  }

  /** The links of canvases to a note or file. */
  canvasLinksTo(path: NotePath): readonly ResolvedLink[] {
    return (this.#fromCanvases ??= this.#invert(this.canvases)).get(path) ?? []
  }

  /** How many notes there are. */
  get size(): number {
    return this.#content.kept?.size ?? this.notes.length
  }

  /** The notes in which the parser noticed something. */
  get notesWithProblems(): readonly Note[] {
    return this.#content.kept?.withProblems() ?? this.notes.filter(({ problems }) => problems.length > 0)
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

  /** The place of a note in `notes`. */
  numberOf(path: string): number | undefined {
    return this.#find(path)
  }

  get #find(): (path: string) => number | undefined {
    return (this.#numberOf ??= numbersOf(this.notes))
  }

  /** What finds files and names; shared by the resolver and by suggestions. */
  get index(): ResolverIndex {
    return (this.#index ??= this.#makeIndex())
  }

  /** Decides what a link would point at if it stood in a note. */
  resolve(from: Note, link: Link): Resolution {
    return resolveLink(this.index, from, link)
  }

  /** The links of a note in order of appearance, each with what it points at. */
  linksFrom(path: NotePath): readonly ResolvedLink[] {
    const known = (this.#from ??= new Map()).get(path)
    if (known !== undefined) return known
    const note = this.document(path)
    const links = note === undefined ? [] : this.#resolved(note, this.#knownOf(path)?.resolutions(path))
    this.#from.set(path, links)
    return links
  }

  /** A note or canvas for a pass over all of them: out of an index it is one of its own, so that what is decoded of it goes when the pass goes on. */
  alone(document: Note): Note {
    const place = this.#content.kept && this.numberOf(document.path)
    return (place === undefined ? undefined : this.#content.kept?.alone(place)) ?? document
  }

  /** The same with its links. */
  inPassing(document: Note): PassingNote {
    const note = this.alone(document)
    const resolutions = this.#knownOf(note.path)?.resolutions(note.path)
    if (resolutions === undefined) return { note, links: () => this.linksFrom(note.path) }
    const links = note === document ? () => this.linksFrom(note.path) : () => this.#resolved(note, resolutions)
    return { note, resolutions, links }
  }

  /** What the links of a note or canvas point at, in order; where that is known, without reading the links. */
  resolutionsOf(document: Note): readonly Resolution[] {
    const { resolutions = [undefined], links } = this.inPassing(document)
    const known = resolutions.flatMap((resolution) => resolution ?? [])
    return known.length === resolutions.length ? known : links().map(({ resolution }) => resolution)
  }

  /** What is known of the links of a note; nothing of a canvas, whose links no update follows. */
  #knownOf(path: NotePath): KnownLinks | undefined {
    return this.numberOf(path) === undefined ? undefined : this.#content.known
  }

  #resolved(note: Note, known: readonly (Resolution | undefined)[] | undefined): readonly ResolvedLink[] {
    return note.links.map((link, order) => ({
      from: note,
      link,
      resolution: known?.[order] ?? this.resolve(note, link),
    }))
  }

  /** The links of other notes to a note, by path of the linking note and order of appearance; links to itself and of index pages are left out. */
  linksTo(path: NotePath): readonly ResolvedLink[] {
    const links = this.allLinksTo(path)
    return links.some(({ from }) => from.isIndex) ? links.filter(({ from }) => from.isIndex !== true) : links
  }

  /** `linksTo` with the links of index pages, which are links when something is renamed or removed. */
  allLinksTo(path: NotePath): readonly ResolvedLink[] {
    const sources = this.#inverted === undefined ? this.#content.known?.sources(path) : undefined
    if (sources === undefined) return (this.#inverted ??= this.#invert(this.notes)).get(path) ?? []
    const asked = (this.#to ??= new Map()).get(path)
    if (asked !== undefined) return asked
    const links = sources.flatMap((source) =>
      this.linksFrom(source).filter(({ resolution }) => targetPath(resolution) === path),
    )
    this.#to.set(path, links)
    return links
  }

  /** The other notes that a note links to, each once, in order of appearance. */
  targetsOf(path: NotePath): readonly NotePath[] {
    const kept = (this.#targets ??= new Map()).get(path)
    if (kept !== undefined) return kept
    const resolutions = (): readonly Resolution[] => this.linksFrom(path).map(({ resolution }) => resolution)
    // What links point at is known without the links themselves, which cost more to read.
    const known = this.#knownOf(path)?.targets(path) ?? targetsAmong(path, resolutions()) ?? []
    const targets = known.filter((to) => this.numberOf(to) !== undefined)
    this.#targets.set(path, targets)
    return targets
  }

  /** The other notes that a note links to, then those that link to it, each once; an index page is joined to none. */
  neighbours(path: NotePath): readonly NotePath[] {
    const kept = (this.#near ??= new Map()).get(path)
    if (kept !== undefined) return kept
    if (this.note(path)?.isIndex === true) return []
    const back = this.sourcesOf(path).filter((from) => this.note(from)?.isIndex !== true)
    const near = [...new Set([...this.targetsOf(path), ...back])]
    this.#near.set(path, near)
    return near
  }

  #makeIndex(): ResolverIndex {
    const { exists = () => false, sameNames, samePaths } = this.#content
    const own = { note: (path: NotePath) => this.note(path), notes: () => this.notes, exists }
    if (sameNames !== undefined) return reuseIndex(sameNames.index, own)
    if (samePaths !== undefined) return reuseIndex(samePaths.index, own, true)
    return indexForResolving(this.notes, this.attachments, exists)
  }

  #invert(notes: readonly Note[]): Map<NotePath, readonly ResolvedLink[]> {
    const to = new Map<NotePath, ResolvedLink[]>()
    for (const note of notes) {
      for (const resolved of this.linksFrom(note.path)) {
        const path = targetPath(resolved.resolution)
        if (path === undefined || path === note.path || this.note(path) === undefined) continue
        const list = to.get(path)
        if (list === undefined) to.set(path, [resolved])
        else list.push(resolved)
      }
    }
    return to
  }

  /** How many links to other notes, files and URLs a note has; links to itself are left out. */
  linkCount(path: NotePath): number {
    const known = this.#from?.has(path) ? undefined : this.#knownOf(path)?.counts(path)
    return known?.links ?? this.linksFrom(path).filter(({ resolution }) => targetPath(resolution) !== path).length
  }

  /** How many links of other notes, but for index pages, and of canvases point at a note. */
  backlinkCount(path: NotePath): number {
    const ofNotes = this.#content.known?.counts(path)?.backlinks ?? this.linksTo(path).length
    return ofNotes + this.canvasLinksTo(path).length
  }

  /** The other notes that link to a note, index pages among them, sorted by path. */
  sourcesOf(path: NotePath): readonly NotePath[] {
    return this.#content.known?.sources(path) ?? [...new Set(this.allLinksTo(path).map(({ from }) => from.path))]
  }

  /** The first vault with its names: after a thousand edits the states in between are not held any more. */
  get named(): Vault {
    return this.#content.sameNames ?? this
  }

  /** Lets go of the links that were read and of what was made of them, but not of what leads where: for who follows a vault and is asked about many notes. */
  forgetReadLinks(): void {
    this.#from = this.#to = this.#near = this.#targets = undefined
  }

  /** Lets go of what was told about links, which is told anew when it is asked for: for who follows a vault and goes on with a later state. */
  forgetLinks(): void {
    this.#from = this.#to = this.#inverted = this.#near = this.#targets = this.#fromCanvases = undefined
  }

  /** The names that links ask for: handed on to the vault after an update that keeps the paths. */
  get sought(): SoughtNames | undefined {
    return this.#content.sought
  }

  /** What is known of links: handed on to the vault after an update. */
  get known(): KnownLinks {
    return (this.#known ??= this.#content.known ?? {
      resolutions: (path) => this.linksFrom(path).map(({ resolution }) => resolution),
      counts: (path) => ({ links: this.linkCount(path), backlinks: this.linksTo(path).length }),
      targets: (path) =>
        targetsAmong(
          path,
          this.linksFrom(path).map(({ resolution }) => resolution),
        ),
      sources: (path) => this.sourcesOf(path),
    })
  }

  /** Whether a file or folder exists at a path relative to the root, asked now. */
  get exists(): (path: string) => boolean {
    return this.#content.exists ?? (() => false)
  }
}

function byPath(a: Note, b: Note): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

function sorted(notes: readonly Note[]): readonly Note[] {
  return isSorted(notes) ? notes : [...notes].sort(byPath)
}

function numbersOf(notes: readonly Note[]): (path: string) => number | undefined {
  const numbers = new Map<string, number>(notes.map(({ path }, number) => [path, number]))
  return (path) => numbers.get(path)
}

function isSorted(notes: readonly Note[]): boolean {
  return notes.every((note, order) => order === 0 || byPath(notes[order - 1] as Note, note) < 0)
}
