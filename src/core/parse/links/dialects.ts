import type { LinkKind } from '../../model/link.ts'
import type { LinkDialect } from './dialect.ts'
import { htmlLink } from './html.ts'
import { image, inlineLink } from './inline.ts'
import { property } from './property.ts'
import { reference } from './reference.ts'
import { embed, wikilink } from './wiki.ts'

/** Every syntax of links there is, one line each; a member of the union `Link` without a line does not compile. */
export const dialects: { readonly [Kind in LinkKind]: LinkDialect<Kind> } = {
  wiki: wikilink,
  embed,
  markdown: inlineLink,
  image,
  reference,
  html: htmlLink,
  property,
}
