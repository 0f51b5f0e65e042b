import type { LinkForm } from '../../model/config.ts'
import { relativePath } from '../../model/note-path.ts'
import type { InlineToken } from '../../parse/inlines/inline-token.ts'
import { readInline } from '../../parse/inlines/read-inline.ts'
import { dialects } from '../../parse/links/dialects.ts'
import { oneLine, plainOf, readableOf } from '../../parse/plain-text.ts'
import type { Vault } from '../../vault/vault.ts'
import { groupsOf } from './groups.ts'
import { listNotes } from './list-notes.ts'
import { escapeMarkdown, writeLink } from '../links/write-link.ts'
import { nameTable } from '../../model/name-table.ts'

/** The template of a vault without its own (`.wend/index.md`); a vault without topics or links gets no section for them. */
export function defaultIndexTemplate(vault: Vault): string {
  const hasTopics = vault.notes.some(({ topics }) => topics.length > 0)
  const hasLinks = vault.notes.some(({ path }) => vault.linksTo(path).length > 0)
  const named = (count: number, name: string): string => (count === 1 ? name : `${name}s`)
  const inTopics = hasTopics ? ` in {{topic-count}} ${named(groupsOf(vault.notes, 'topics').length, 'topic')}` : ''
  const links = named(linkCount(vault), 'link')
  const counts = `{{count}} ${named(vault.notes.length, 'note')}${inTopics}, joined by {{link-count}} ${links}.`
  return `# Index

${counts} Start anywhere and follow what you do not know yet.

${hasTopics ? '## Topics\n\n{{topics}}\n\n' : ''}## Notes

{{notes}}
${hasLinks ? linkedSection : ''}`
}

const linkedSection = `
## Linked

The notes that others lean on most, with some of those that do.

{{linked}}
`

/** How many notes the view of linked notes shows, and how many of the notes that link to each. */
const hubCount = 30
const sourceCount = 6

/**
 * An index page in markdown: a template whose `{{count}}`, `{{topic-count}}`, `{{link-count}}`, `{{topics}}`,
 * `{{notes}}` and `{{linked}}` are filled in. `folder` is where the page stands, from the root (`''` is the root):
 * links are relative to it, or in the form of the configuration. The same vault gives the same page, so that a stale one can be told.
 */
export function fillIndexPage(
  vault: Vault,
  template: string,
  { folder, linkForm }: { readonly folder: string; readonly linkForm?: LinkForm | undefined },
): string {
  const link = linkForm === undefined ? linker(folder) : linkerOf(vault, folder, linkForm)
  const fields: Readonly<Record<string, () => string>> = nameTable({
    count: () => vault.notes.length.toLocaleString('en-US'),
    'topic-count': () => String(groupsOf(vault.notes, 'topics').length),
    'link-count': () => linkCount(vault).toLocaleString('en-US'),
    topics: () => topicsView(vault, link),
    notes: () => notesView(vault, link),
    linked: () => linkedView(vault, link),
  })
  return template.replace(/\{\{\s*([a-z-]+)\s*\}\}/g, (whole, name: string) => fields[name]?.() ?? whole)
}

function linkCount(vault: Vault): number {
  return vault.notes.reduce((sum, { path }) => sum + vault.linksFrom(path).length, 0)
}

type Linker = (note: { readonly path: string; readonly title: string }) => string

function topicsView(vault: Vault, link: Linker): string {
  const groups = [...groupsOf(vault.notes, 'topics')].sort((a, b) =>
    a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1,
  )
  return groups
    .map(({ name, notes }) => `- **${shownIn(name)}** (${notes.length}): ${notes.map(link).join(' · ')}`)
    .join('\n')
}

function notesView(vault: Vault, link: Linker): string {
  const notes = listNotes(vault, [], { sort: 'title', reverse: false, random: () => 0 })
  return notes
    .map((note) => `- ${link(note)}${note.summary === undefined ? '' : `: ${shownIn(note.summary)}`}`)
    .join('\n')
}

function linkedView(vault: Vault, link: Linker): string {
  return listNotes(vault, [], { sort: 'title', reverse: false, random: () => 0 })
    .map((note) => ({ note, sources: [...new Set(vault.linksTo(note.path).map(({ from }) => from))] }))
    .filter(({ sources }) => sources.length > 0)
    .sort((one, other) => other.sources.length - one.sources.length)
    .slice(0, hubCount)
    .map(({ note, sources }) => {
      const more = sources.length - sourceCount
      return `- ${link(note)}, linked from ${sources.length}: ${sources.slice(0, sourceCount).map(link).join(' · ')}${more > 0 ? ` and ${more} more` : ''}`
    })
    .join('\n')
}

function linker(folder: string): Linker {
  return ({ path, title }) => {
    const way = relativePath(folder === '' ? 'page' : `${folder}/page`, path)
    return dialects.markdown.write({ target: way.split('/').map(encodeSegment).join('/') }, shownIn(title))
  }
}

/** Links in the form that the configuration names, each showing the title. */
function linkerOf(vault: Vault, folder: string, form: LinkForm): Linker {
  const from = folder === '' ? 'page' : `${folder}/page`
  return (listed) => {
    const target = vault.note(listed.path)
    if (target === undefined) return linker(folder)(listed)
    const text = form === 'markdown' ? shownIn(target.title) : target.title.replace(/[[\]|]/g, ' ')
    return writeLink(vault, { from, target, text }, form)
  }
}

/** A line of markdown, such as a title, ready to stand in a page: its formulas stay, other markup is removed. */
function shownIn(line: string): string {
  return oneLine(readableOf(readInline(line), writeTokens))
}

function writeTokens(tokens: readonly InlineToken[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'math') return token.raw
      const holdsText = 'children' in token && token.type !== 'ownFootnote' && token.type !== 'link'
      return holdsText ? readableOf(token.children, writeTokens) : escapeMarkdown(plainOf([token]))
    })
    .join('')
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))
}
