import type { InlineToken, InlineVisitor, LinkToken } from '../../../core/parse/inlines/inline-token.ts'
import { type BlockWords, shownOfBlock } from '../../../core/parse/dialects/block-words.ts'
import { visitInline } from '../../../core/parse/inlines/inline-token.ts'
import { readLine } from '../../../core/parse/inlines/read-line.ts'
import { texOf } from '../../../core/parse/inlines/marks/formula.ts'
import { superscript } from '../../../core/parse/prose/raised-text.ts'
import { type ToldPart, toldParts } from '../../../core/parse/prose/told-text.ts'
import { neutralise } from '../../neutralise.ts'
import { Footnotes } from '../footnotes.ts'
import { InlineHtml, splitAnchor } from './inline-html.ts'
import type { LinkBook } from './link-book.ts'
import { closeMark, marked, openMark, readMarks } from '../runs/marks.ts'
import { NoteMath } from '../note-math.ts'
import type { RenderOptions, WrittenLink } from '../render-options.ts'
import { type Run, softBreak, textOfRuns } from '../runs/run.ts'
import { safeText } from '../runs/safe-text.ts'
import { emojiOf, TerminalInline } from './terminal-inline.ts'
import { withAnchor } from '../../../core/model/link.ts'

/** Lays out the inline markup of one document; keeps its links and footnotes. */
export interface InlineRenderer {
  readonly book: LinkBook
  readonly footnotes: Footnotes
  readonly html: InlineHtml
  readonly math: NoteMath
  readonly inline: (tokens: readonly InlineToken[]) => readonly Run[]
  /** Lays out what has no room for lines of its own, such as a cell or a heading: display mathematics stands in the line. */
  readonly cell: (tokens: readonly InlineToken[]) => readonly Run[]
  /** Lays out one line of markdown, such as a topic, in which short codes are text. */
  readonly line: (source: string) => readonly Run[]
  /** Lays out a told line, such as a title or a summary. */
  readonly told: (line: string) => readonly Run[]
  /** Reads text that the book has marked. */
  readonly marks: (text: string) => readonly Run[]
}

/** Makes the renderer of one document. */
export function inlineRenderer(options: RenderOptions, book: LinkBook): InlineRenderer {
  const [footnotes, html, math] = [new Footnotes(), new InlineHtml(book), new NoteMath(options.engines)]
  const writer = new InlineWriter(options, { book, footnotes, html, math }, true)
  const inline = (tokens: readonly InlineToken[]): readonly Run[] => readMarks(writer.write(tokens))
  const plainCodes = new InlineWriter(options, { book, footnotes, html, math }, false)
  return {
    ...{ book, footnotes, html, math, inline },
    cell: (tokens) => inLine(inline(tokens), math),
    line: (source) =>
      inLine(readMarks(plainCodes.write(readLine(safeText(source), { dialects: options.dialects }))), math),
    told: (line) =>
      readMarks(
        toldParts(safeText(line))
          .map((part) => toldPart(part, math))
          .join(''),
      ),
    marks: readMarks,
  }
}

function toldPart(part: ToldPart, math: NoteMath): string {
  return 'text' in part ? shown(part.text) : marked('math', math.inline(texOf(part.math)))
}

function inLine(runs: readonly Run[], math: NoteMath): readonly Run[] {
  return runs.map(({ display, ...piece }) =>
    display === true
      ? {
          ...piece,
          text: math.line(piece.text) ?? piece.text.replace(/\s*\n\s*/g, ' '),
          styles: [...piece.styles, 'math'],
        }
      : piece,
  )
}

/** Writes tokens as marked text. */
class InlineWriter {
  readonly #parts: Pick<InlineRenderer, 'book' | 'footnotes' | 'html' | 'math'>
  readonly #wordsOf: BlockWords | undefined
  readonly #visitor: InlineVisitor<string>

  /** `codes` says whether short codes are emoji. */
  constructor(
    options: RenderOptions,
    parts: Pick<InlineRenderer, 'book' | 'footnotes' | 'html' | 'math'>,
    codes: boolean,
  ) {
    this.#parts = parts
    this.#wordsOf = options.wordsOf
    const { footnotes, html, math } = parts
    const inside = ({ children }: { readonly children: readonly InlineToken[] }): string => this.write(children)
    const terminal = new TerminalInline(options.style.paint('strike', 'x') !== 'x')
    this.#visitor = {
      text: ({ text }) => shown(text),
      break: ({ hard }) => (hard ? terminal.hardBreak() : softBreak),
      emphasis: (token) => terminal.emphasis(inside(token)),
      strong: (token) => terminal.strong(inside(token)),
      struck: (token) => terminal.struck(inside(token)),
      highlight: (token) => marked('highlight', inside(token)),
      code: ({ text }) => terminal.code(neutralise(text)),
      math: ({ tex, raw, display }) => {
        if (tex === '') return raw
        if (!display) return marked('math', math.inline(tex))
        math.meet(tex)
        return openMark('display') + tex + closeMark('display')
      },
      tag: ({ tag }) => `#${tag}`,
      shortCode: ({ names }) => names.map((name) => (codes ? emojiOf(name) : undefined) ?? `:${name}:`).join(''),
      address: ({ url, text }) => this.#address(url, text),
      footnote: ({ id }) => numbered(footnotes.number(id)) ?? `[^${id}]`,
      ownFootnote: (token) => numbered(footnotes.defineOwn(token)) ?? '',
      comment: () => '',
      blockId: () => '',
      html: ({ raw }) => html.tag(raw),
      link: (token) => this.#link(token),
    }
  }

  write(tokens: readonly InlineToken[]): string {
    let text = ''
    for (const token of tokens) text += visitInline(token, this.#visitor)
    return text
  }

  #address(url: string, text: string): string {
    const { book } = this.#parts
    const [target = '', anchor] = splitAnchor(url)
    return book.mark(book.add({ kind: 'markdown', target, ...(anchor === undefined ? {} : { anchor }) }, text), text)
  }

  #link(token: LinkToken): string {
    const { book } = this.#parts
    const written = this.write(shownOfBlock(token, this.#wordsOf) ?? token.children)
    const text = token.embeds ? `▣ ${token.kind === 'image' ? label(token, written) : written}` : written
    return book.mark(book.add(writtenLink(token), plain(text)), text)
  }
}

/** The link of a token, as the book and the resolver take it. */
export function writtenLink({ kind, target, anchor, tool }: LinkToken): WrittenLink {
  return {
    ...{ kind, target: safeText(target) },
    ...(anchor === undefined ? {} : { anchor: safeText(anchor) }),
    ...(tool === undefined ? {} : { tool }),
  }
}

/** The words for a picture: those it has, else its address. */
function label(token: LinkToken, written: string): string {
  return plain(written) || safeText(withAnchor(token))
}

function numbered(number: number | undefined): string | undefined {
  return number === undefined ? undefined : marked('link', superscript(String(number)))
}

/** Text as it may be shown; what character references stand for is not trusted either. */
function shown(text: string): string {
  return safeText(text).replace(/[ \t]*\n[ \t]*/g, softBreak)
}

function plain(text: string): string {
  return textOfRuns(readMarks(text)).replaceAll(softBreak, ' ')
}
