import type { Marked, MarkedExtension, Token, Tokens } from 'marked'
import Terminal, { markedTerminal } from 'marked-terminal'
import { entityText } from './entity-text.ts'
import { InlineHtml, splitAnchor } from './inline-html.ts'
import { lexLine, notesMarked } from './lex-markdown.ts'
import type { LinkBook } from './link-book.ts'
import { closeMark, marked, openMark, readMarks, superscript } from './marks.ts'
import { NoteMath } from './note-math.ts'
import type { RenderOptions } from './render-options.ts'
import { type Run, softBreak, textOf } from './run.ts'
import { Footnotes, isFootnoteMark } from './syntax/footnotes.ts'
import { isMath } from './syntax/math.ts'
import { isWikiLink, type WikiToken } from './syntax/wiki-link.ts'

/** Lays out the inline markup of one document; keeps its links and footnotes. */
export interface InlineRenderer {
  readonly marked: Marked
  readonly book: LinkBook
  readonly footnotes: Footnotes
  readonly html: InlineHtml
  readonly math: NoteMath
  readonly inline: (tokens: readonly Token[]) => readonly Run[]
  /** Lays out what has no room for lines of its own, such as a cell or a heading: display mathematics stands in the line. */
  readonly cell: (tokens: readonly Token[]) => readonly Run[]
  /** Lays out one line of markdown, such as a summary. */
  readonly line: (source: string) => readonly Run[]
  /** Reads text that the book has marked. */
  readonly marks: (text: string) => readonly Run[]
}

/** What marked-terminal leaves in place of a colon in code. */
const COLON = '*#COLON|*'

/**
 * Inline markup by marked-terminal, whose styles become marks; links, images, HTML, text and the syntax of notes are
 * rendered here, since marked-terminal prints them for no known width, width of characters or safety.
 */
export function inlineRenderer(options: RenderOptions, book: LinkBook): InlineRenderer {
  const footnotes = new Footnotes()
  const html = new InlineHtml(book)
  const math = new NoteMath(options.engines)
  const isStyled = options.style.paint('strike', 'x') !== 'x'
  const base = markedTerminal({
    strong: (text) => marked('strong', text),
    em: (text) => marked('emphasis', text),
    // Without styles only marks tell what is struck.
    del: (text) => (isStyled ? marked('strike', text) : `~~${text}~~`),
    codespan: (text) => marked('code', text),
    unescape: false,
    emoji: false,
  })
  const instance = notesMarked(footnotes, base, overrides(book, html), noteRenderers({ math, book, footnotes }))
  const parser = new instance.Parser(instance.defaults)
  const inline = (tokens: readonly Token[]): readonly Run[] =>
    readMarks(parser.parseInline([...tokens]).replaceAll(COLON, ':'))
  return {
    marked: instance,
    book,
    footnotes,
    html,
    math,
    inline,
    cell: (tokens) => inLine(inline(tokens), math),
    line: (source) => inLine(inline(lexLine(instance, source)), math),
    marks: readMarks,
  }
}

function inLine(runs: readonly Run[], math: NoteMath): readonly Run[] {
  return runs.map(({ display, ...piece }) =>
    display === true ? { ...piece, text: math.inline(piece.text), styles: [...piece.styles, 'math'] } : piece,
  )
}

function overrides(book: LinkBook, html: InlineHtml): MarkedExtension {
  return {
    renderer: {
      text: (token) => (token.type === 'escape' ? token.text : plainText(token.text)),
      html: (token) => html.tag(token.text),
      checkbox: () => '',
      br: () => '\n',
      link({ href, tokens, autolink }) {
        const text = this.parser.parseInline(tokens)
        return book.mark(book.add(written('markdown', autolink === true ? href : entityText(href)), plain(text)), text)
      },
      image: (token) => imageLabel(token, book),
    },
  }
}

function imageLabel({ href, text }: Tokens.Image, book: LinkBook): string {
  const label = `▣ ${entityText(text) || href}`
  return book.mark(book.add(written('image', entityText(href)), label), label)
}

function written(
  kind: 'markdown' | 'image',
  href: string,
): { kind: 'markdown' | 'image'; target: string; anchor?: string } {
  const [target, anchor] = splitAnchor(href)
  return anchor === undefined ? { kind, target } : { kind, target, anchor }
}

function noteRenderers(document: { math: NoteMath; book: LinkBook; footnotes: Footnotes }): MarkedExtension {
  const { math, book, footnotes } = document
  return {
    extensions: [
      {
        name: 'math',
        renderer: (token) => {
          if (!isMath(token)) return ''
          if (token.display) return openMark('display') + token.tex + closeMark('display')
          return marked('math', math.inline(token.tex))
        },
      },
      {
        name: 'wikiLink',
        renderer(token) {
          if (!isWikiLink(token)) return ''
          const label = token.label === undefined ? '' : this.parser.parseInline([...token.label])
          const text = label === '' || (token.embed && isSize(label)) ? wikiText(token) : label
          const shown = token.embed ? `▣ ${text}` : text
          return book.mark(book.add(wikiTarget(token), plain(shown)), shown)
        },
      },
      {
        name: 'footnoteMark',
        renderer: (token) => {
          const number = isFootnoteMark(token) ? footnotes.number(token['id']) : undefined
          return number === undefined ? token.raw : marked('link', superscript(String(number)))
        },
      },
      {
        name: 'highlighted',
        renderer({ tokens }) {
          return marked('highlight', this.parser.parseInline(tokens ?? []))
        },
      },
      { name: 'comment', renderer: () => '' },
    ],
  }
}

/** The link of a wikilink or embed. */
export function wikiTarget({ embed, target, anchor }: WikiToken): {
  kind: 'wiki' | 'embed'
  target: string
  anchor?: string
} {
  const kind = embed ? 'embed' : 'wiki'
  return anchor === undefined ? { kind, target } : { kind, target, anchor }
}

/** Whether the text of an embed is the size of a picture: `300` or `300x200`. */
function isSize(label: string): boolean {
  return /^\d+(?:x\d+)?$/.test(label)
}

function wikiText({ target, anchor }: WikiToken): string {
  const place = anchor === undefined || anchor.startsWith('^') ? '' : anchor.replaceAll('#', ' › ')
  return [target, place].filter((part) => part !== '').join(' › ') || (anchor ?? '')
}

function plain(text: string): string {
  return textOf(readMarks(text)).replaceAll(softBreak, ' ')
}

function plainText(source: string): string {
  const text = entityText(source).replace(/[ \t]*\n[ \t]*/g, softBreak)
  return /:[a-z0-9_+-]+:/i.test(text) ? text.replace(/:[a-z0-9_+-]+:/gi, emoji) : text
}

let terminal: Terminal | undefined

function emoji(shortcode: string): string {
  return (terminal ??= new Terminal({ emoji: true })).emoji(shortcode).trimEnd()
}
