import type { BlockWords } from '../../core/parse/dialects/block-words.ts'
import type { Undrawn } from '../../core/model/pixels.ts'
import type { Link, LinkKind } from '../../core/model/link.ts'
import type { VaultDialects } from '../../core/model/tool-dialect.ts'
import type { Resolution } from '../../core/model/resolution.ts'
import type { TexMacros } from '../../core/parse/math/macros.ts'
import type { Style, StyleName } from '../style.ts'
import type { Picture } from './pictures/picture.ts'

/** A link as the renderer meets it, before anything is known of its target. */
export interface WrittenLink {
  readonly kind: LinkKind
  readonly target: string
  readonly anchor?: string
  readonly tool?: Link['tool']
}

/** How links are shown: as hyperlinks of the terminal, with a number for a list at the end, or as text alone. */
export type LinkDisplay = 'hyperlink' | 'numbered' | 'none'

/** What an embed brings in: a note (or a section of it) to lay out in place. */
export interface EmbeddedNote {
  readonly title: string
  readonly path: string
  readonly markdown: string
  /** Decides links inside the embedded text. */
  readonly resolve?: (link: WrittenLink) => Resolution
}

/** Code as pieces with styles, line breaks included; undefined when the language is unknown. */
export type Highlight = (
  code: string,
  language: string,
) => readonly { readonly text: string; readonly style?: StyleName }[] | undefined

/** Parts that are loaded only for documents that need them (`loadEngines`). */
export interface Engines {
  readonly inlineMath?: (tex: string, macros: TexMacros) => string | undefined
  readonly displayMath?: (tex: string, width: number, macros: TexMacros) => readonly string[] | undefined
  /** The macros of the configuration, which hold in every formula. */
  readonly macros?: TexMacros
  readonly highlight?: Highlight
}

/** How markdown is laid out. */
export interface RenderOptions {
  /** Columns of the page; no line is wider. */
  readonly width: number
  readonly style: Style
  readonly links: LinkDisplay
  readonly engines?: Engines
  /** The tools of the vault that the document is of. */
  readonly dialects?: VaultDialects | undefined
  /** Decides what a link points at; without it no link is known to be broken. */
  readonly resolve?: (link: WrittenLink) => Resolution
  /** The address behind a link for terminals that follow it. */
  readonly urlOf?: (link: WrittenLink, resolution: Resolution | undefined) => string | undefined
  /** The note an embed names, read beforehand; undefined shows the embed as a link, `too much` says that it is not shown. */
  readonly embed?: (link: WrittenLink, resolution: Resolution) => EmbeddedNote | 'too much' | undefined
  /** What a link to a block of Logseq shows. */
  readonly wordsOf?: BlockWords | undefined
  /** How many levels of embeds are expanded; 1 unless said. */
  readonly embeds?: number
  /** The picture in place of a line `▣ label`, or why there is none; undefined for what is no picture of the vault. */
  readonly image?: (
    link: WrittenLink,
    resolution: Resolution | undefined,
    width: number,
  ) => Picture | Undrawn | undefined
}

/** A link of a rendered document; `number` is what `numbered` display shows, the same for the same target; 0 for a link that shows its address. */
export interface RenderedLink extends WrittenLink {
  readonly text: string
  readonly resolution?: Resolution
  readonly number: number
}

/** Where a link (or a piece of one that is broken over lines) stands; columns count from 0, `end` is exclusive. */
export interface PlacedLink {
  readonly link: number
  readonly line: number
  readonly start: number
  readonly end: number
}

/** A heading of a rendered document; `line` counts from 0. */
export interface RenderedHeading {
  readonly level: number
  readonly text: string
  readonly slug: string
  readonly line: number
}

/** What can be folded, a callout or a `details`: where its mark stands, and the lines [start, end) that folding hides. */
export interface PlacedFold {
  readonly line: number
  readonly column: number
  readonly start: number
  readonly end: number
  /** Whether it is written to be folded at first. */
  readonly isClosed: boolean
}

/** Where a block begins: its line on the page and in the markdown, both counted from 0. */
export interface PlacedSource {
  readonly line: number
  readonly source: number
}

/** Markdown as lines of a terminal, none wider than asked. */
export interface RenderedDocument {
  readonly lines: readonly string[]
  readonly links: readonly RenderedLink[]
  readonly places: readonly PlacedLink[]
  readonly headings: readonly RenderedHeading[]
  /** All are shown unfolded. */
  readonly folds: readonly PlacedFold[]
  /** Its blocks, those inside others too, as they stand on the page. */
  readonly sources: readonly PlacedSource[]
  readonly warnings: readonly string[]
}
