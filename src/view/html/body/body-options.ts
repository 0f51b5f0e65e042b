import type { BlockWords } from '../../../core/parse/dialects/block-words.ts'
import type { Span } from '../../../core/model/span.ts'
import type { LinkTarget } from '../../../core/model/site.ts'
import type { BodyRules } from '../../../core/parse/read-document.ts'
import type { WrittenLink } from '../../render/render-options.ts'

/** A text to write as HTML: a note's, or a part of it. */
export interface BodyText {
  readonly text: string
  /** The rules by which it is parsed; usually those of its note. */
  readonly rules: BodyRules
  /** The part that is written; all of it when absent. */
  readonly part?: Span | { readonly block: string }
}

/** A note, or a section of one, that stands inside another. */
export interface EmbeddedBody extends BodyText {
  /** Path and anchor, by which an embed inside itself is recognised. */
  readonly key: string
  readonly title: string
  readonly options: BodyOptions
}

/** What rendering a note's text as HTML needs from outside. */
export interface BodyOptions {
  readonly target: (link: WrittenLink) => LinkTarget
  readonly embed: (link: WrittenLink) => EmbeddedBody | undefined
  /** What a link to a block of Logseq shows. */
  readonly wordsOf?: BlockWords | undefined
  /** Code as HTML; undefined when the language is not known. */
  readonly highlight: (code: string, language: string) => string | undefined
  /** A formula as HTML; undefined when it can't be read. */
  readonly formula: (tex: string, display: boolean) => string | undefined
  /** A heading that the page shows above the text; where the text begins with it, it is left out. */
  readonly title?: string
}

/** A heading of a body, for its outline. */
export interface BodyHeading {
  readonly level: number
  readonly id: string
  readonly markup: string
}

/** The text of a note as HTML. */
export interface Body {
  readonly markup: string
  readonly headings: readonly BodyHeading[]
  /** The id of the heading that was left out for being the title, and its markup. */
  readonly titleId?: string
  readonly title?: string
}
