import type { LinkForm } from '../../core/model/config.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { PlacedFold, PlacedSource } from '../../view/render/render-options.ts'

/** The terminal's size in columns and rows. */
export interface Size {
  readonly columns: number
  readonly rows: number
}

/** What the list on the left shows. */
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
  /** The words that were searched for; the rows are their hits then, and not those of the mode. */
  readonly query?: string
  /** Whether the words were looked for as written. */
  readonly isExact?: boolean
  /** What is to be said of the hits. */
  readonly said?: string
}

/** What a link of a note leads to. */
export type LinkGoal =
  | { readonly kind: 'note'; readonly path: NotePath; readonly anchor?: string }
  /** A page of the web or a mail address, which the system opens. */
  | { readonly kind: 'web'; readonly address: string }
  /** Anything else that is no note: a picture, a file, an address of another kind. */
  | { readonly kind: 'outside'; readonly address: string }
  | { readonly kind: 'broken'; readonly target: string }
  /** A part of the note that can be folded, by its number; it is chosen and pressed like a link. */
  | { readonly kind: 'fold'; readonly fold: number }

/** Where a link, or a piece of one that is broken over lines, stands: columns from 0, `end` exclusive. */
export interface LinkSpot {
  readonly link: number
  readonly line: number
  readonly start: number
  readonly end: number
}

/** A note laid out for a width: painted lines, and where its links and headings stand. */
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
  /** What can be folded. */
  readonly folds: readonly PlacedFold[]
  /** Where its blocks begin, here and in the file, whose lines count from 1. */
  readonly sources: readonly PlacedSource[]
}

/** A note with everything unfolded, the folds that a person has turned, and the lines that are shown. */
export interface Folding {
  readonly whole: RenderedNote
  readonly turned: readonly number[]
  readonly lines: readonly number[]
}

/** Where the view of a note is to stand once it is laid out. */
export type WantedView =
  | {
      readonly kind: 'top'
      readonly top: number
      readonly link: number | undefined
      readonly turned?: readonly number[]
    }
  | { readonly kind: 'anchor'; readonly anchor: string }
  | { readonly kind: 'link-to'; readonly path: NotePath }
  /** The place that holds most of some words; where `source` names a line of the file, within what that line was rendered as. */
  | { readonly kind: 'words'; readonly words: string; readonly source?: number }

/** The note on the right. */
export interface NotePane {
  readonly path: NotePath
  /** As it is shown: without what is folded. */
  readonly rendered?: RenderedNote
  readonly folding?: Folding
  readonly top: number
  /** The selected link. */
  readonly link?: number
  readonly wanted?: WantedView
}

/** Where an entry of a panel leads. */
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

/** What stands in place of the note for a while. */
export interface Panel {
  readonly kind: 'backlinks' | 'graph' | 'outline' | 'keys' | 'tour'
  readonly title: string
  readonly items: readonly PanelItem[]
  readonly selected: number
  /** What had the focus before: it has it again when the panel is closed. */
  readonly from: BrowseState['focus']
}

/** A note that was read, and how far. */
export interface Visit {
  readonly path: NotePath
  readonly top: number
  readonly link?: number
  /** The folds that were turned. */
  readonly turned?: readonly number[]
}

/** The notes that were read, in order; `at` is the current one, -1 before the first. */
export interface History {
  readonly visits: readonly Visit[]
  readonly at: number
}

/** The line being typed. */
export interface Prompt {
  readonly kind: 'search' | 'exact' | 'find' | 'command' | 'new' | 'rename' | 'remove'
  readonly text: string
  /** Where the person was before: Escape comes back there. */
  readonly from?: Place
}

/** Where a person is: what they look at, how far, and what has the focus. */
export interface Place {
  readonly focus: BrowseState['focus']
  readonly list: ListPane
  readonly note?: NotePane
  readonly find?: Find
}

/** Words that are looked for in the note; `line` is where they were found last, from 0, counted with everything unfolded. */
export interface Find {
  readonly words: string
  readonly line?: number
  /** Whether each of the words counts by itself, as those of a search do. */
  readonly any?: boolean
  /** What counts besides: the words as the hits of the search have them. */
  readonly forms?: readonly string[]
}

/** All of the reader; what is seen is a function of it. */
export interface BrowseState {
  readonly vault: Vault
  readonly size: Size
  readonly focus: 'list' | 'note'
  readonly list: ListPane
  readonly note?: NotePane
  /** A second note beside it, on screens that have the room. */
  readonly beside?: NotePane
  /** Whether the list is hidden while a note is read. */
  readonly isWide?: boolean
  readonly panel?: Panel
  readonly prompt?: Prompt
  /** Where the search of the list began: Escape comes back there while none of its hits was opened. */
  readonly before?: Place
  /** The key before, of those that take another one: `z`, `m` and `'`. */
  readonly pending?: string
  /** Places under letters. */
  readonly marks?: Readonly<Record<string, Visit>>
  /** How links are written that are copied (`links.style`); by title where absent. */
  readonly linkForm?: LinkForm | undefined
  /** The link under the mouse. */
  readonly hover?: number
  /** Titles and summaries as they are read. */
  readonly shown?: (text: string, isMarkdown?: boolean) => string
  readonly history: History
  /** Words whose first hit is opened as soon as the search has an answer. */
  readonly awaited?: string
  /** What is looked for in the note, and the line where it was found last. */
  readonly find?: Find
  readonly message?: string
}
