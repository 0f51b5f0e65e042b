import type { WrittenLink } from '../../render/render-options.ts'
import { escapeHtml } from '../html.ts'
import type { EmbeddedBody } from './body-options.ts'
import { type BodyWriter, element } from './body-writer.ts'

/** Embeds inside embeds that are written out. */
const deepest = 5

/** A note that stands in the place of an embed; undefined when the link leads to no note of the site. */
export function embedMarkup(writer: BodyWriter, link: WrittenLink): string | undefined {
  const target = writer.options.target(link)
  if (target.kind !== 'note') return undefined
  const inside = writer.options.embed(link)
  if (inside === undefined) return undefined
  const name = element(writer, 'a', { href: target.href }, escapeHtml(inside.title))
  const reason = refusal(writer, inside)
  if (reason !== undefined) return element(writer, 'p', { class: 'cycle' }, `${name} ${reason}`)
  writer.page.embedsLeft--
  const label = element(writer, 'p', { class: 'label' }, name)
  return element(writer, 'div', { class: 'embed' }, label + writer.embedded(inside))
}

function refusal({ page, embedding }: BodyWriter, { key }: EmbeddedBody): string | undefined {
  if (embedding.includes(key)) return 'embeds itself; it is shown once.'
  if (embedding.length > deepest) return 'is embedded too deep to be shown here.'
  return page.embedsLeft <= 0 ? 'is not shown: this page embeds too much.' : undefined
}
