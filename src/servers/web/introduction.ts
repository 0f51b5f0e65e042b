import type { Note } from '../../core/model/note.ts'
import type { Site } from '../../core/model/site.ts'
import { plainText } from '../../core/parse/plain-text.ts'
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

/** What the index page begins with: what the configuration says, else the first paragraphs of the index note. */
export function findIntroduction(
  vault: Vault,
  given: string | undefined,
  bodyOf: (note: Note) => string,
): Site['introduction'] {
  if (given !== undefined) return { markdown: given }
  const note = indexNotes.map((path) => vault.note(path)).find((found) => found !== undefined)
  if (note === undefined) return undefined
  const blocks = withoutTitle(bodyOf(note).replaceAll('\r\n', '\n').trim()).split(/\n{2,}/)
  const prose = blocks.map((block) => block.trim()).filter((block) => block !== '')
  prose[0] = quoted(prose[0])
  const end = prose.findIndex((block) => !isParagraph(block))
  const markdown = prose
    .slice(0, end < 0 ? undefined : end)
    .slice(0, paragraphs)
    .join('\n\n')
  return markdown === '' || markdown.length > longest ? undefined : { markdown, from: note.path }
}

/** A text without the heading that it begins with: what follows may stand in the very next line. */
function withoutTitle(text: string): string {
  return text.replace(/^(?:# .*|.+\n=+[ \t]*)(?:\n|$)/, '')
}

/** A quote that stands below the title is a summary, which is shown as a paragraph; a callout stays what it is. */
function quoted(block = ''): string {
  return /^>(?! ?\[!)/.test(block) ? block.replace(/^> ?/gm, '') : block
}

/** Whether a block begins as no other does: no heading, quote, list, code, table, HTML, picture, formula, line, definition or badge. */
function isParagraph(block: string): boolean {
  const starts = /^(?:#{1,6}\s|>|(?:[-*+]|\d+[.)])\s|`{3}|~{3}|\||!\[|\$\$|:::|%%|\\\[|\[[^\]]+\]:|\[!\[)/
  const line = /^(?:-{3,}|\*{3,}|_{3,})[ \t]*(?:\n|$)/
  // An address between brackets is no tag (CommonMark 6.5).
  const tag = /^<(?![a-z][a-z\d+.-]+:|[^\s<>]+@)/i
  return block !== '' && ![starts, line, tag].some((other) => other.test(block))
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
