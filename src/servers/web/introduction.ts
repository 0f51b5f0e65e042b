import type { Note } from '../../core/model/note.ts'
import type { Site } from '../../core/model/site.ts'
import type { BlockToken } from '../../core/parse/blocks/block-token.ts'
import { isShown } from '../../core/parse/blocks/shown-block.ts'
import type { InlineToken } from '../../core/parse/inlines/inline-token.ts'
import { plainText } from '../../core/parse/plain-text.ts'
import { readDocument } from '../../core/parse/read-document.ts'
import type { Vault } from '../../core/vault/vault.ts'
import { Html, html } from '../../view/html/html.ts'
import { counted, type PageContext } from '../../view/html/page-context.ts'
import { indexPage } from '../../view/html/pages/index-page.ts'
import type { NotePages } from './note-pages.ts'

/** Notes of the root that tell what a vault is about. */
const indexNotes = ['index.md', '_index.md', 'README.md', 'readme.md', 'Home.md', 'home.md']
/** Paragraphs of such a note that the index page shows. */
const paragraphs = 2
/** Characters that an introduction has at most. */
const longest = 900

/** The introduction of the index page: from the configuration, else the first paragraphs of the index note. */
export function findIntroduction(
  vault: Vault,
  given: string | undefined,
  bodyOf: (note: Note) => string,
): Site['introduction'] {
  if (given !== undefined) return { markdown: given }
  const note = indexNotes.map((path) => vault.note(path)).find((found) => found !== undefined)
  if (note === undefined) return undefined
  const text = bodyOf(note).replaceAll('\r\n', '\n').trim()
  const blocks = readDocument(text, { bodyStart: 0, dialects: note.dialects }).filter(isShown)
  const below = blocks[0]?.type === 'heading' && blocks[0].level === 1 ? blocks.slice(1) : blocks
  const written = below.map((block, at) => shownParagraph(block, at === 0, text))
  const end = written.indexOf(undefined)
  const markdown = written.slice(0, end < 0 ? paragraphs : Math.min(end, paragraphs)).join('\n\n')
  return markdown === '' || markdown.length > longest ? undefined : { markdown, from: note.path }
}

/**
 * A paragraph of prose as it is written; undefined for all else. A quote that comes `first` counts as a summary, unless it is a callout.
 */
function shownParagraph(block: BlockToken, first: boolean, text: string): string | undefined {
  const written = text.slice(block.span.start, block.span.end)
  if (first && block.type === 'quote' && block.callout === undefined) return written.replace(/^> ?/gm, '')
  return block.type === 'paragraph' && beginsWithWords(block.children[0]) ? written : undefined
}

/** Whether a paragraph begins with text, not with a picture, a badge, a display formula or HTML. */
function beginsWithWords(token: InlineToken | undefined): boolean {
  if (token?.type === 'link')
    return !token.embeds && (token.children.length === 0 || beginsWithWords(token.children[0]))
  return token?.type !== 'html' && !(token?.type === 'math' && token.display)
}

/** The index page with its introduction. */
export async function indexMarkup(context: PageContext, pages: NotePages): Promise<string> {
  const { site } = context
  const { introduction } = site
  const description = introductionText(site).slice(0, 300)
  if (introduction === undefined)
    return indexPage(
      context,
      html`<p>
        ${defaultIntroduction(site)}${site.notes.length > 1 && html` Feel free to <a href="#wander" data-wander>wander</a>.`}
      </p>`,
      description,
    )
  const markup = await pages.introduction(introduction.markdown, introduction.from)
  return indexPage(context, new Html(markup), description)
}

/** The introduction as one line of text. */
export function introductionText(site: Site): string {
  const given = site.introduction?.markdown
  return given === undefined ? defaultIntroduction(site) : plainText(given)
}

/** What the index page says where nobody has written an introduction. */
export function defaultIntroduction({ notes, links, topics, groupedBy }: Site): string {
  const of = groupedBy === 'topics' ? ` on ${counted(topics.length, 'topic')}` : ''
  const joined = links === 0 ? '' : `, joined by ${counted(links, 'link')}`
  return `${counted(notes.length, 'note')}${of}${joined}.`
}
