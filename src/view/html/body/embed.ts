import type { LinkToken } from '../../../core/parse/inlines/inline-token.ts'
import { escapeHtml } from '../html.ts'
import type { EmbeddedBody } from './body-options.ts'
import { type BodyWriter, element } from './body-writer.ts'
import { writtenLink } from './inlines.ts'

/** How deep embeds inside embeds are rendered. */
const deepest = 5

/** The note rendered in place of an embed; undefined when the link leads to no note of the site. */
export function embedMarkup(writer: BodyWriter, token: LinkToken): string | undefined {
  const link = writtenLink(token)
  const target = writer.options.target(link)
  const inside = target.kind === 'note' ? writer.options.embed(link) : undefined
  if (target.kind !== 'note' || inside === undefined) return undefined
  const name = element(writer, 'a', { href: target.href }, escapeHtml(inside.title))
  const reason = refusal(writer, inside)
  if (reason !== undefined) return element(writer, 'p', { class: 'cycle' }, `${name} ${reason}`)
  writer.page.embedsLeft--
  writer.page.embedRoom -= lengthOf(inside)
  const label = element(writer, 'p', { class: 'label' }, name)
  return element(writer, 'div', { class: 'embed' }, label + writer.embedded(inside))
}

/** The characters of a text that are written; a block counts for nothing but what is read. */
function lengthOf({ text, part }: EmbeddedBody): number {
  if (part === undefined) return text.length
  return 'start' in part ? part.end - part.start : 0
}

function refusal({ page, embedding }: BodyWriter, { key, rules }: EmbeddedBody): string | undefined {
  if (embedding.includes(key)) return 'embeds itself; it is shown once.'
  if (embedding.length > deepest) return 'is embedded too deep to be shown here.'
  const isFull = page.embedsLeft <= 0 || page.embedRoom <= 0 || page.documents.isFullFor(rules)
  return isFull ? 'is not shown: this page embeds too much.' : undefined
}
