import type { DateSource } from './config.ts'
import type { Link } from './link.ts'
import type { VaultDialects } from './tool-dialect.ts'
import type { NotePath } from './note-path.ts'
import type { Position, Span } from './span.ts'

/** A value of front matter as JSON sees it. */
export type MetadataValue =
  string | number | boolean | null | readonly MetadataValue[] | { readonly [key: string]: MetadataValue }

/** Front matter as data; empty when there is none or it is invalid. */
export type Metadata = Readonly<Record<string, MetadataValue>>

/** Whether a value holds others by name, as front matter does. */
export function isMetadata(value: unknown): value is Metadata {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A heading outside code (links.md section 4). */
export interface Heading extends Position {
  readonly level: number
  /** The text without markup, closing `#`s, `{#id}` and trailing `^id`; mathematics as its TeX source between dollars. */
  readonly text: string
  /** The GitHub slug, with the `-1`, `-2` of repeats. */
  readonly slug: string
  /** The explicit `{#id}`, if it has one; it stands among the note's anchors, too. */
  readonly id?: string
  /** The whole heading line or lines. */
  readonly span: Span
  /** Just the text as written, without `#`s, underline and trailing `^id`. */
  readonly textSpan: Span
}

/** A block id `^id` at a block's end or alone on a line. */
export interface Block extends Position {
  readonly id: string
  /** The id itself with its `^`. */
  readonly span: Span
}

/** A hashtag in the text (front matter tags are in `tags` alone). */
export interface InlineTag extends Position {
  readonly tag: string
  readonly span: Span
  /** Whether it stands without its `#`, in `tags::` of Logseq. */
  readonly bare?: true
}

/** A reference definition `[label]: dest "title"`. */
export interface Definition extends Position {
  readonly label: string
  readonly target: string
  readonly anchor?: string
  readonly span: Span
  readonly targetSpan: Span
  /** Whether the destination is written in `<…>`. */
  readonly angle?: boolean
  readonly uses: number
  /** Whether an earlier definition of the same label wins. */
  readonly duplicate: boolean
}

/** A footnote mark `[^id]` or the start of a footnote `[^id]:`. */
export interface Footnote extends Position {
  readonly id: string
  readonly role: 'mark' | 'definition'
  readonly span: Span
}

/** Something the parser noticed that a check reports; `reason` is a sentence without its final dot. */
export interface ParseProblem extends Position {
  readonly code:
    'bad-frontmatter' | 'bad-canvas' | 'bad-encoding' | 'unencoded-space' | 'unbalanced-math' | 'conflict-marks'
  readonly reason: string
  readonly span: Span
}

/** Facts about the file that the text does not hold. Times in milliseconds since 1970. */
export interface FileFacts {
  readonly size: number
  readonly modifiedMs: number
  readonly createdMs: number
}

/** What says when a note was made and changed, and what git knows of that. */
export interface NoteDates {
  readonly from: DateSource
  /** ISO 8601 time of its first commit. */
  readonly created?: string | undefined
  /** ISO 8601 time of its last commit; absent where the file changed since. */
  readonly edited?: string | undefined
}

/** One note: what its file says, before any link is resolved. Immutable; fields may be computed on first use. */
export interface Note {
  readonly path: NotePath
  readonly title: string
  readonly titleSource: 'front-matter' | 'heading' | 'file'
  /** At most 300 characters, one line; absent when the note has no prose. */
  readonly summary?: string | undefined
  readonly summarySource?: 'front-matter' | 'paragraph' | undefined
  readonly aliases: readonly string[]
  readonly topics: readonly string[]
  /** Front matter tags and hashtags, without `#`, in order of appearance, each once. */
  readonly tags: readonly string[]
  /** ISO 8601 date or date-time; from front matter `created`/`date`, else the first commit where git is asked, else empty: nobody knows. */
  readonly created: string
  /** ISO 8601 date or date-time; from the file, front matter (`updated`/`modified`) or git, as the configuration says. */
  readonly modified: string
  /** Words of prose in the body. */
  readonly words: number
  readonly metadata: Metadata
  /** Offset at which the body starts; 0 without front matter. */
  readonly bodyStart: number
  readonly headings: readonly Heading[]
  readonly blocks: readonly Block[]
  readonly inlineTags: readonly InlineTag[]
  /** Explicit anchors: `{#id}`, `<a id>`, `<a name>`, `id=…`. */
  readonly anchors: readonly string[]
  readonly links: readonly Link[]
  readonly definitions: readonly Definition[]
  readonly footnotes: readonly Footnote[]
  readonly problems: readonly ParseProblem[]
  readonly file: FileFacts
  /** Whether `wend index` made it: its links count as nobody's, so that no note is less alone for being listed. */
  readonly isIndex?: true | undefined
  /** Whether it says of itself that nobody but its owner may see it. */
  readonly isPrivate?: true | undefined
  /** Whether its path, title, summary and topics are known to be plain (`isPlainLine`): an index knows it, a note that was just read does not. */
  readonly isPlain?: boolean
  /** The tools by whose ways its vault is read; undefined where there is none. */
  readonly dialects?: VaultDialects | undefined
}

/** A file of the vault that is not a note, or a note that could not be read as text. */
export interface Attachment {
  readonly path: NotePath
  /** Why a file with the name of a note is not one; absent for ordinary attachments. */
  readonly skipped?: 'binary' | 'unreadable' | 'ignored'
  readonly reason?: string
  /** What a symbolic link leads to: a file of the vault, of which this is another path. */
  readonly leadsTo?: NotePath
  /** How that link is written: the path that it names, which may be another link, and whether it names it from the root of the system. */
  readonly written?: SymbolicTarget
}

/** The target of a symbolic link as it is written, as a path of the vault. */
export interface SymbolicTarget {
  readonly to: NotePath
  readonly isAbsolute: boolean
}
