import type { LinkForm } from '../../core/model/config.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { PlacedFold, PlacedSource } from '../../view/render/render-options.ts'

/** The terminal's size in columns and rows. */
export interface Size {
  readonly columns: number
  readonly rows: number
}

/** The modes of the list on the left. */
export const listModes = ['topics', 'notes', 'linked', 'tags', 'folders'] as const
export type ListMode = (typeof listModes)[number]

/** A line that answers a search, with the UTF-16 ranges that match. */
export interface HitLine {
  readonly text: string
  /** Its line in the file, from 1. */
  readonly line?: number
  readonly ranges: readonly (readonly [number, number])[]
}

/** A hit of a search: a note, and its lines that answer it. */
export interface Hit {
  readonly path: NotePath
  readonly lines: readonly HitLine[]
}

/** One row of the list. */
export type ListRow =
  | { readonly kind: 'note'; readonly path: NotePath; readonly title: string }
  /** A line of the note above that answers a search. */
  | { readonly kind: 'line'; readonly path: NotePath; readonly line: HitLine }
  | { readonly kind: 'heading'; readonly name: string; readonly count: number; readonly collapsed: boolean }

/** The list on the left; `top` is the first row on the screen. */
export interface ListPane {
  readonly mode: ListMode
  readonly rows: readonly ListRow[]
  readonly selected: number
  readonly top: number
  readonly collapsed: ReadonlySet<string>
  /** The note that `linked` is about. */
  readonly base?: NotePath
  /** The query of a search; the rows are then its hits. */
  readonly query?: string
  /** Whether the query was searched for as written. */
  readonly isExact?: boolean
  /** The message about the hits. */
  readonly said?: string
}

/** The destination of a link. */
export type LinkGoal =
  | { readonly kind: 'note'; readonly path: NotePath; readonly anchor?: string }
  /** A page of the web or a mail address, which the system opens. */
  | { readonly kind: 'web'; readonly address: string }
  /** Anything else that is no note: a picture, a file, an address of another kind. */
  | { readonly kind: 'outside'; readonly address: string }
  | { readonly kind: 'broken'; readonly target: string }
  /** A foldable part of the note, by its number; it is selected and followed like a link. */
  | { readonly kind: 'fold'; readonly fold: number }

/** The place of a link, or of a part of one that is broken over lines: columns from 0, `end` exclusive. */
export interface LinkSpot {
  readonly link: number
  readonly line: number
  readonly start: number
  readonly end: number
}

/** A note laid out for a width: styled lines, and the places of its links and headings. */
export interface RenderedNote {
  readonly path: NotePath
  readonly width: number
  readonly lines: readonly string[]
  readonly links: readonly { readonly text: string; readonly goal: LinkGoal }[]
  readonly places: readonly LinkSpot[]
  readonly headings: readonly {
    readonly level: number
    readonly text: string
    readonly slug: string
    readonly line: number
  }[]
  /** The foldable parts. */
  readonly folds: readonly PlacedFold[]
  /** The places of its blocks, here and in the file, whose lines count from 1. */
  readonly sources: readonly PlacedSource[]
}

/** A note with everything unfolded, the folds that a person has toggled, and the visible lines. */
export interface Folding {
  readonly whole: RenderedNote
  readonly turned: readonly number[]
  readonly lines: readonly number[]
}

/** Where to scroll a note to once it is laid out. */
export type WantedView =
  | {
      readonly kind: 'top'
      readonly top: number
      readonly link: number | undefined
      readonly turned?: readonly number[]
    }
  | { readonly kind: 'anchor'; readonly anchor: string }
  | { readonly kind: 'link-to'; readonly path: NotePath }
  /** The line that contains most of some words; with `source`, within what that line of the file was rendered to. */
  | { readonly kind: 'words'; readonly words: string; readonly source?: number }

/** The note on the right. */
export interface NotePane {
  readonly path: NotePath
  /** What is shown of it, without folded lines. */
  readonly rendered?: RenderedNote
  readonly folding?: Folding
  readonly top: number
  /** The selected link. */
  readonly link?: number
  readonly wanted?: WantedView
}

/** The destination of an entry of a panel. */
export type PanelGoal =
  | { readonly kind: 'note'; readonly path: NotePath; readonly wanted?: WantedView }
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'none' }

/** An entry of a panel: a title and lines of prose below it. */
export interface PanelItem {
  readonly title: string
  readonly detail?: string
  readonly goal: PanelGoal
  /** In a graph: whether the note links to the one in the middle, is linked from it, or both. */
  readonly side?: 'in' | 'out' | 'both'
}

/** A panel shown in place of the note. */
export interface Panel {
  readonly kind: 'backlinks' | 'graph' | 'outline' | 'keys' | 'tour'
  readonly title: string
  readonly items: readonly PanelItem[]
  readonly selected: number
  /** What had the focus before, and gets it back when the panel is closed. */
  readonly from: BrowseState['focus']
}

/** A visited note, and how far it was read. */
export interface Visit {
  readonly path: NotePath
  readonly top: number
  readonly link?: number
  /** The folds that were toggled. */
  readonly turned?: readonly number[]
}

/** The visited notes, in order; `at` is the current one, -1 before the first. */
export interface History {
  readonly visits: readonly Visit[]
  readonly at: number
}

/** The line being typed. */
export interface Prompt {
  readonly kind: 'search' | 'exact' | 'find' | 'command' | 'new' | 'rename' | 'remove'
  readonly text: string
  /** The place before the prompt was opened, to which Escape returns. */
  readonly from?: Place
}

/** What a person is looking at, how far it is scrolled, and what has the focus. */
export interface Place {
  readonly focus: BrowseState['focus']
  readonly list: ListPane
  readonly note?: NotePane
  readonly find?: Find
}

/** A search inside the note; `line` is the last match, from 0, counted with everything unfolded. */
export interface Find {
  readonly words: string
  readonly line?: number
  /** Whether each word is searched for separately, as after a search over all notes. */
  readonly any?: boolean
  /** Further forms of the words, as in the hits of that search. */
  readonly forms?: readonly string[]
}

/** The whole state of the reader; the screen is a function of it. */
export interface BrowseState {
  readonly vault: Vault
  readonly size: Size
  readonly focus: 'list' | 'note'
  readonly list: ListPane
  readonly note?: NotePane
  /** A second note shown beside it, on screens with room. */
  readonly beside?: NotePane
  /** Whether the list is hidden while a note is read. */
  readonly isWide?: boolean
  readonly panel?: Panel
  readonly prompt?: Prompt
  /** The place before the search over all notes, to which Escape returns until a hit is opened. */
  readonly before?: Place
  /** The previous key, if it starts a two-key command: `z`, `m` or `'`. */
  readonly pending?: string
  /** Marked places by letter. */
  readonly marks?: Readonly<Record<string, Visit>>
  /** The form in which links are copied (`links.style`); by title where absent. */
  readonly linkForm?: LinkForm | undefined
  /** The link under the mouse. */
  readonly hover?: number
  /** Converts titles and summaries to the text shown. */
  readonly shown?: (text: string, isMarkdown?: boolean) => string
  readonly history: History
  /** The query whose first hit is opened as soon as it is found. */
  readonly awaited?: string
  /** The search inside the note, and its last match. */
  readonly find?: Find
  readonly message?: string
}
