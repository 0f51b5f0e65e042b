import type { Severity } from './config.ts'
import type { LinkKind } from './link.ts'
import type { Metadata, MetadataValue } from './note.ts'
import type { ProblemCode, RuleRow } from './problem-code.ts'

/** How many links there are. */
export interface LinkTotals {
  /** Links to anything but the note itself. */
  readonly links: number
  /** Links from other notes. */
  readonly backlinks: number
}

/** What a list prints of a note as text. */
export type PrintedNote = Pick<ListedNote, 'path' | 'title' | 'topics' | 'summary'> & {
  /** The date that the list is sorted by. */
  readonly date?: string
  /** Whether all but the date is known to be shown as it is written. */
  readonly isPlain?: boolean
}

/** A note in a list as text shows it. */
export interface ListedNote {
  readonly path: string
  readonly title: string
  readonly summary?: string
  readonly topics: readonly string[]
  readonly tags: readonly string[]
  readonly aliases: readonly string[]
  readonly created: string
  readonly modified: string
  readonly words: number
  /** The front matter. */
  readonly metadata: Metadata
}

/** A note in a list as data (docs/json.md: `list`). */
export interface NoteRow extends ListedNote, LinkTotals {}

/** Where a search hit matched; `line` is absent for fields without a line of their own. */
export interface SearchMatch {
  readonly field: string
  readonly line?: number
  readonly text: string
  /** Ranges of `text` to highlight, in UTF-16 units. */
  readonly ranges?: readonly (readonly [number, number])[]
}

/** A note that answers a query; score 0-100, the same meaning from query to query. */
export interface SearchHit {
  readonly path: string
  readonly title: string
  readonly summary?: string
  readonly topics: readonly string[]
  readonly score: number
  /** Words of the query that the note has nothing for, as typed; absent when there are none. */
  readonly missing?: readonly string[]
  readonly matches: readonly SearchMatch[]
  /** Why it matched, in words, one reason a line. */
  readonly reasons?: readonly string[]
}

/** The status of a link as the JSON contract words it. */
export type LinkStatus = 'ok' | 'broken' | 'broken-anchor' | 'ambiguous' | 'external'

/** A link as the JSON contract words it: `path` holds the link. */
export interface LinkRow {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly kind: LinkKind
  readonly target: string
  readonly anchor?: string
  readonly text?: string
  readonly status: LinkStatus
  readonly resolved?: string
  /** Title and summary of the note at the other end. */
  readonly title?: string
  readonly summary?: string
  /** The sentence around the link. */
  readonly context?: string
  /** How many links away from the note asked about; 1 is direct. */
  readonly depth: number
}

/** A problem that `check` found. */
export interface ProblemRow {
  readonly code: ProblemCode
  readonly severity: Severity
  readonly path: string
  readonly line: number
  readonly column: number
  readonly endLine?: number
  /** Column after the last character of the problem, on `endLine` where it ends on a later line. */
  readonly endColumn?: number
  readonly target?: string
  readonly message: string
  readonly suggestions: readonly string[]
  /** The line of the note, or of a long one the part around the problem, for showing; not in JSON. */
  readonly source?: string
  /** Where `source` starts in the line, in UTF-16 units; 0 when absent. */
  readonly sourceStart?: number
}

export interface GraphNode {
  readonly path: string
  readonly title: string
  readonly topics: readonly string[]
}

/** Notes that link more among themselves than with others, largest first; each most linked first. */
export interface Cluster {
  readonly paths: readonly string[]
  /** How many links join it with other clusters, by their place in the list, most first. */
  readonly joined: readonly { readonly cluster: number; readonly links: number }[]
}

export interface GraphEdge {
  readonly from: string
  readonly to: string
  readonly kind: LinkKind
}

/** A topic or tag with its notes. */
export interface Group {
  readonly name: string
  readonly count: number
  readonly notes: readonly { readonly path: string; readonly title: string }[]
}

/** Figures of a vault. */
export interface Stats {
  readonly notes: number
  readonly words: number
  readonly links: number
  readonly external: number
  readonly broken: number
  readonly orphans: number
  readonly deadEnds: number
  readonly components: number
  readonly largestComponent: number
  readonly topics: number
  readonly tags: number
  readonly hubs: readonly { readonly path: string; readonly title: string; readonly backlinks: number }[]
}

/** One note with what surrounds it (docs/json.md: `show`). */
export interface NoteDetail extends NoteRow {
  readonly headings: readonly {
    readonly level: number
    readonly text: string
    readonly slug: string
    readonly line: number
  }[]
  readonly linksOut: readonly LinkRow[]
  readonly linksIn: readonly LinkRow[]
  /** Notes that are near by links and topics without being linked. */
  readonly related?: readonly NoteRow[]
  readonly body: string
}

/** A note of a walk or chain, with the link that leads to it from the note before; the first one has none. */
export interface TrailStep {
  readonly path: string
  readonly title: string
  readonly summary?: string
  readonly link?: LinkRow
  /** Whether the link points the other way: from this note to the one before. */
  readonly backward?: boolean
}

/** Where a walk may go next. */
export interface WanderChoice extends TrailStep {
  readonly visited: boolean
}

/** A note of a reading list: why it comes before what follows, and whether that is inferred from the links. */
export interface ReadingStep {
  readonly path: string
  readonly title: string
  readonly summary?: string
  readonly depth: number
  readonly inferred: boolean
  readonly reasons: readonly string[]
}

/** What a change does to a file; edits in order, each with the place where it starts in the file as it was. */
export interface ChangeRow {
  readonly action: 'edit' | 'create' | 'move' | 'trash' | 'remove' | 'remove-folder' | 'relink'
  readonly path: string
  readonly to?: string
  readonly edits: readonly {
    readonly line: number
    readonly column: number
    readonly before: string
    readonly after: string
  }[]
}

/** A name of a note in the text of another that could be a link. */
export interface MentionRow {
  readonly path: string
  readonly line: number
  readonly column: number
  /** The name as it is written there. */
  readonly text: string
  /** Path and title of the note that it names. */
  readonly target: string
  readonly title: string
  /** 1-100: how surely that note is meant. */
  readonly score: number
  readonly context: string
}

/** A task: an item of a list with a box, or a block of Logseq with a word. */
export interface TaskRow {
  readonly path: string
  readonly line: number
  readonly column: number
  /** The title of its note. */
  readonly title: string
  /** What stands in its box: a blank, `x` or another mark; or the word. */
  readonly mark: string
  /** Whether it is done (`x`) or given up (`-`). */
  readonly done: boolean
  /** What a reader sees of its first paragraph, on one line. */
  readonly text: string
  /** The day that it is due, `YYYY-MM-DD`. */
  readonly due?: string
  /** The hashtags in its text. */
  readonly tags: readonly string[]
}

/** What a change of a note's text did, in numbers and names. */
export interface TextComparison {
  /** Lines. */
  readonly added: number
  readonly removed: number
  readonly linksAdded: readonly string[]
  readonly linksRemoved: readonly string[]
  readonly headingsAdded: readonly string[]
  readonly headingsRemoved: readonly string[]
}

/** A commit of git, and what it changed in a note. */
export interface HistoryRow extends TextComparison {
  readonly commit: string
  readonly date: string
  readonly author: string
  readonly subject: string
  /** The path of the note in this commit. */
  readonly path: string
  /** What it was called before, where the commit renamed it. */
  readonly from?: string
}

/** A row of a table: what it has in each column, and the path of its note where it is one. */
export interface TableRow {
  readonly path?: string
  readonly cells: readonly (MetadataValue | undefined)[]
}

/** Why a note stands in a context: it was asked for, is to be read before, links to one asked for, or is linked from one. */
export type ContextRole = 'note' | 'needed' | 'linking' | 'linked'

/** A note, or what there was room for of it, in a context. */
export interface ContextPiece {
  readonly path: string
  readonly title: string
  readonly role: ContextRole
  readonly part: 'whole' | 'beginning' | 'summary'
  /** What the front matter says the note is about: no part of `text` where that is the note. */
  readonly summary?: string
  /** The first and last line of the file that `text` holds; absent for a summary. */
  readonly lines?: readonly [number, number]
  readonly text: string
}

/** What a command found, as data; formats turn it into text, and JSON is its `data`. */
/** Rows of a table below a heading, with the summaries of their columns. */
export interface TableGroup {
  readonly name: string
  readonly rows: readonly number[]
  readonly foot?: readonly MetadataValue[]
}

export type Report =
  | {
      readonly kind: 'notes'
      readonly notes: readonly ListedNote[]
      /** How many there are, and some of them, without making the others. */
      readonly size?: number
      readonly part?: (from: number, to: number) => readonly ListedNote[]
      /** How many links the note at a path has; asked only by formats that say it, since it has all links resolved. */
      readonly totalsOf: (path: string) => LinkTotals
      /** What the text format prints of the same notes; a list of all notes need not make whole rows for it. */
      readonly printed?: readonly PrintedNote[]
      readonly groups?: readonly { readonly name: string; readonly paths: readonly string[] }[]
      /** Whether text has one line a note. */
      readonly oneline?: boolean
      readonly hint?: string
    }
  | {
      readonly kind: 'table'
      readonly columns: readonly string[]
      /** What text calls the columns, where that differs. */
      readonly headings?: readonly string[]
      readonly rows: readonly TableRow[]
      /** Headings of the text, with the numbers of the rows that stand below each. */
      readonly groups?: readonly TableGroup[]
      /** What stands below the columns of the text: their summaries. */
      readonly foot?: readonly MetadataValue[]
      /** The rows as data, where cells only say them in words. */
      readonly data?: readonly object[]
    }
  | { readonly kind: 'search'; readonly query: string; readonly hits: readonly SearchHit[] }
  /** One note, or several in `notes` (then `note` is the first); `rendered` holds terminal styles and is printed as it is. */
  | {
      readonly kind: 'note'
      readonly note: NoteDetail
      readonly notes?: readonly NoteDetail[]
      readonly rendered: string
    }
  | {
      readonly kind: 'links'
      readonly direction: 'out' | 'in'
      readonly of: string
      /** How many steps were followed, when these are all links met on the way: with the vault, direction and note decide which. */
      readonly depth?: number
      readonly links: readonly LinkRow[]
    }
  | {
      readonly kind: 'problems'
      readonly checked: { readonly notes: number; readonly links: number }
      readonly problems: readonly ProblemRow[]
      /** The rules that ran, for formats that describe them. */
      readonly rules?: readonly RuleRow[]
      /** Whether text only counts what is worth knowing (`info`). */
      readonly briefInfos?: boolean
      /** How many of the problems `--fix` may end, how many others comments in notes switched off, and how many web addresses were asked. */
      readonly fixable?: number
      readonly ignored?: number
      readonly urls?: number
    }
  | {
      readonly kind: 'graph'
      readonly nodes: readonly GraphNode[]
      readonly edges: readonly GraphEdge[]
      /** The note in the middle, and the paths of the notes two, three and more links away. */
      readonly around?: { readonly path: string; readonly levels: readonly (readonly string[])[] }
      /** The clusters of a whole vault, for text. */
      readonly clusters?: readonly Cluster[]
    }
  | { readonly kind: 'groups'; readonly of: 'topics' | 'tags'; readonly groups: readonly Group[] }
  | { readonly kind: 'stats'; readonly stats: Stats }
  | {
      readonly kind: 'chains'
      readonly from: string
      readonly to: string
      readonly chains: readonly (readonly TrailStep[])[]
    }
  | {
      readonly kind: 'reading'
      readonly of: string
      readonly steps: readonly ReadingStep[]
      /** Whether text says the reasons too. */
      readonly withReasons: boolean
    }
  | {
      readonly kind: 'trail'
      readonly trail: readonly TrailStep[]
      /** Where to go on from the last note; absent when the walk has ended. */
      readonly choices?: readonly WanderChoice[]
    }
  | {
      readonly kind: 'context'
      /** The words that chose the notes, where no note was named. */
      readonly query?: string
      /** The budget and the estimate of what is used of it. */
      readonly tokens: { readonly budget: number; readonly estimate: number }
      readonly pieces: readonly ContextPiece[]
      /** How many notes there was no room for. */
      readonly left: number
    }
  | { readonly kind: 'mentions'; readonly mentions: readonly MentionRow[] }
  | { readonly kind: 'history'; readonly of: string; readonly commits: readonly HistoryRow[] }
  | { readonly kind: 'tasks'; readonly tasks: readonly TaskRow[] }
  | {
      readonly kind: 'changes'
      /** What was done or would be, as an imperative. */
      readonly title: string
      /** False when it is only shown (`--dry-run`); `diff` is then the unified diff. */
      readonly applied: boolean
      readonly changes: readonly ChangeRow[]
      readonly diff?: string
    }
  /**
   * Text; `rendered` is printed in its place where it is read by people. `written` names the format that it is in where the command has
   * formats of its own; it is then printed byte for byte if `exact`, which is for files and pipes.
   */
  | {
      readonly kind: 'document'
      readonly text: string
      readonly rendered?: string
      readonly data?: unknown
      readonly written?: string
      readonly exact?: boolean
    }
