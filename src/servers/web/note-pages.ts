import type { Note } from '../../core/model/note.ts'
import type { TexMacros } from '../../core/parse/math/macros.ts'
import { markdownHead, toldSummary } from '../../core/publish/told-summary.ts'
import type { Sentences } from '../../core/parse/sentences.ts'
import type { Address, LinkTarget } from '../../core/model/site.ts'
import { anchorId, type LinkSource, linkTarget } from '../../core/publish/link-target.ts'
import { closeTo, linkingNotes, type LinkedNote, nextNote } from '../../core/publish/note-surroundings.ts'
import { headingSpan } from '../../core/query/note/section-of.ts'
import { headingNamed, resolveAnchor } from '../../core/vault/resolve-anchor.ts'
import type { Body, BodyOptions, BodyText, EmbeddedBody } from '../../view/html/body/body-options.ts'
import { languagesIn } from '../../view/code-language.ts'
import { Highlighter } from '../../view/html/body/highlight-html.ts'
import { renderBody } from '../../view/html/body/render-body.ts'
import { Html } from '../../view/html/html.ts'
import type { PageContext } from '../../view/html/page-context.ts'
import { notePage } from '../../view/html/pages/note-page.ts'
import type { SingleNote } from '../../view/html/pages/single-document.ts'
import { HtmlMath } from '../../view/math/html-formula.ts'
import { shownText } from '../../view/shown-line.ts'
import type { WrittenLink } from '../../view/render/render-options.ts'
import { canvasMarkup } from './canvas-pages.ts'
import type { PublishedTexts } from './published-texts.ts'

/** What the pages of notes are made with. */
interface PageSource {
  readonly build: PublishedTexts
  readonly context: PageContext
  readonly links: LinkSource
  /** Macros that hold in every note. */
  readonly macros: TexMacros
}

const highlighter = new Highlighter()

/** Makes the pages of notes. */
export class NotePages {
  readonly #source: PageSource

  constructor(source: PageSource) {
    this.#source = source
  }

  /** The page of a note by its number in the site. */
  async page(number: number): Promise<string> {
    const { build, context } = this.#source
    const row = context.site.notes[number]
    const note = row && build.published.note(row.path)
    if (row === undefined || note === undefined) return ''
    const text = build.textOf(note.path)
    await highlighter.load(this.#languages(note, text))
    const body = renderBody({ text, rules: note }, note.path, this.#options(note, row.address, true))
    const sentencesOf = (path: string): Sentences => build.sentencesOf(path)
    const next = nextNote(build.published, note, sentencesOf)
    return notePage(context, {
      number,
      title: this.#title(note, body),
      body,
      hasOwnSummary: toldSummary(note, text) !== undefined,
      backlinks: linkingNotes(build.published, note, sentencesOf).flatMap((one) => this.#linked(one)),
      related: closeTo(build.published, note).flatMap(({ path, reason }) => {
        const other = this.#source.links.numberOf(path)
        return other === undefined ? [] : { note: other, reason }
      }),
      references: row.references.map((item) => this.#reference(item, note, row.address)),
      ...this.#onward(next),
    })
  }

  /** The content of a page with just one note or a part of one; undefined when no note has the number. */
  async alone(number: number, anchor?: string): Promise<SingleNote | undefined> {
    const { build, context } = this.#source
    const row = context.site.notes[number]
    const note = row && build.published.note(row.path)
    if (row === undefined || note === undefined) return undefined
    const text = build.textOf(note.path)
    await highlighter.load(this.#languages(note, text))
    const part = anchor === undefined ? undefined : partOf(note, text, { kind: 'wiki', target: '', anchor })
    const options = this.#options(note, row.address, part === undefined)
    const body = renderBody({ text, rules: note, ...(part && { part }) }, note.path, options)
    if (part !== undefined) return { name: row.title, body, references: [] }
    const summary = toldSummary(note, text)
    return {
      name: row.title,
      title: this.#title(note, body),
      ...(summary === undefined ? {} : { summary: context.prose(summary) }),
      body,
      references: row.references.map((item) => this.#reference(item, note, row.address)),
    }
  }

  /** The page of a canvas. */
  canvas(canvas: Note, page: Address): Promise<string> {
    const { build, context, links } = this.#source
    const optionsFor = (from: Note, address: Address): BodyOptions => this.#options(from, address, false)
    const load = (languages: readonly string[]): Promise<void> => highlighter.load(languages)
    return canvasMarkup({ context, links, optionsFor, load }, canvas, build.readText(canvas.path), page)
  }

  /** The markdown of a note without its private parts. */
  markdown(number: number): string {
    const { build, context } = this.#source
    const row = context.site.notes[number]
    const note = row && build.published.note(row.path)
    if (note === undefined) return ''
    const text = build.publicTextOf(note).trim()
    return `${markdownHead(note)}${text}\n`
  }

  /** The introduction of the index page as HTML. A link to `#wander` leads to a note that was not seen yet. */
  async introduction(markdown: string, from: string | undefined): Promise<string> {
    const { build } = this.#source
    const note = (from === undefined ? undefined : build.published.note(from)) ?? build.published.notes[0]
    if (note === undefined) return ''
    await highlighter.load(languagesIn(markdown))
    const options = this.#options(note, 'index.html', false)
    const target = (link: WrittenLink): LinkTarget =>
      link.target === '' && link.anchor === 'wander' ? { kind: 'note', href: '#wander', note: 0 } : options.target(link)
    return renderBody({ text: markdown, rules: { ...note, bodyStart: 0 } }, note.path, { ...options, target }).markup
  }

  #languages(note: Note, text: string): readonly string[] {
    const { build } = this.#source
    const embedded = build.published
      .linksFrom(note.path)
      .filter(({ link }) => link.kind === 'embed')
      .flatMap(({ resolution }) => ('path' in resolution && build.published.note(resolution.path)) || [])
    return [text, ...embedded.map(({ path }) => build.textOf(path))].flatMap(languagesIn)
  }

  #options(note: Note, page: Address, titled: boolean): BodyOptions {
    const { links, macros } = this.#source
    const math = new HtmlMath(macros)
    return {
      target: (link) => linkTarget(links, note, link, page),
      embed: (link) => this.#embed(note, link, page),
      wordsOf: this.#source.build.wordsOf,
      highlight: (code, language) => highlighter.markup(code, language),
      formula: (tex, display) => math.formula(tex, display),
      ...(titled ? { title: note.title } : {}),
    }
  }

  #embed(from: Note, link: WrittenLink, page: Address): EmbeddedBody | undefined {
    const { build, links } = this.#source
    const target = linkTarget(links, from, link, page)
    const row = target.kind === 'note' ? this.#source.context.site.notes[target.note] : undefined
    const note = row && build.published.note(row.path)
    if (row === undefined || note === undefined) return undefined
    const part = link.anchor === undefined ? undefined : partOf(note, build.textOf(note.path), link)
    return {
      key: part === undefined ? note.path : `${note.path}#${anchorId(note, link) ?? ''}`,
      title:
        part === undefined || link.tool === 'block'
          ? row.title
          : `${row.title} § ${(link.anchor ?? '').replace(/^\^/, '')}`,
      text: build.textOf(note.path),
      rules: note,
      ...(part === undefined ? {} : { part }),
      options: this.#options(note, page, false),
    }
  }

  /** The title of a page: the heading that its text begins with, as any heading is written. */
  #title({ title, titleSource }: Note, body: Body): Html {
    if (body.title !== undefined) return new Html(body.title)
    const { prose } = this.#source.context
    return prose(titleSource === 'front-matter' ? shownText(title, () => undefined) : title)
  }

  #linked({ path, sentence, words }: LinkedNote): readonly { readonly note: number; readonly sentence: Html }[] {
    const note = this.#source.links.numberOf(path)
    return note === undefined ? [] : [{ note, sentence: this.#sentence(sentence, words) }]
  }

  #sentence(sentence: string, words: string): Html {
    return this.#source.context.prose(sentence, words)
  }

  #onward(next: LinkedNote | undefined): { readonly onward?: { readonly note: number; readonly reason: Html } } {
    const number = next && this.#source.links.numberOf(next.path)
    if (next === undefined || number === undefined) return {}
    return { onward: { note: number, reason: this.#sentence(next.sentence, next.words) } }
  }

  /** A reference of front matter: markdown, with a DOI or web address as a link. */
  #reference(item: string, note: Note, page: Address): Html {
    const linked = item
      .replace(
        /(?<![\w/])doi:\s*(10\.\d{4,9}\/[^\s,;)]+[^\s,;.)])/gi,
        (whole, doi: string) => `[${whole}](https://doi.org/${encodeURI(doi)})`,
      )
      .replace(
        /(?<![\w/])arXiv:\s*(\d{4}\.\d{4,5})(?:v\d+)?/gi,
        (whole, id: string) => `[${whole}](https://arxiv.org/abs/${id})`,
      )
    const { markup } = renderBody(
      { text: linked, rules: { ...note, bodyStart: 0 } },
      note.path,
      this.#options(note, page, false),
    )
    return new Html(markup.replace(/^<p[^>]*>|<\/p>$/g, ''))
  }
}

/** The part of a note that an anchor names: a heading with all below it, or a block; undefined for the whole of it. */
function partOf(note: Note, text: string, { anchor = '' }: WrittenLink): BodyText['part'] {
  const match = resolveAnchor(note, anchor)
  if (match?.kind === 'block') return { block: match.id }
  const heading = headingNamed(match)
  if (heading === undefined) return undefined
  return headingSpan(note.headings, note.headings.indexOf(heading), text.length)
}
