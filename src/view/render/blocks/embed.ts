import type { InlineToken } from '../../../core/parse/inlines/inline-token.ts'
import type { Undrawn } from '../../../core/model/pixels.ts'
import type { Resolution } from '../../../core/model/resolution.ts'
import type { Picture } from '../pictures/picture.ts'
import { writtenLink } from '../inlines/inline-renderer.ts'
import { safeText } from '../runs/safe-text.ts'
import type { Page } from '../page.ts'
import type { EmbeddedNote, WrittenLink } from '../render-options.ts'
import { type Line, prefixed, run } from '../runs/run.ts'
import { wrapRuns } from '../runs/wrap-runs.ts'

/** The lines of a paragraph that is one embed or image: the note it brings in, the picture; undefined to show it as text. */
export function embed(page: Page, tokens: readonly InlineToken[], width: number): readonly Line[] | undefined {
  const [token, ...others] = tokens.filter(isShown)
  if (token === undefined || others.length > 0) return undefined
  const link = linkOf(token)
  if (link === undefined) return undefined
  const resolution = page.options.resolve?.(link)
  const picture = page.options.image?.(link, resolution, width)
  if (picture !== undefined) return pictureLines(page, tokens, { width, picture })
  const path = link.kind === 'embed' ? notePath(resolution) : undefined
  if (path === undefined || resolution === undefined) return undefined
  if (page.embedding.includes(path)) return named(path, 'an embed of itself', width)
  const note = page.embedding.length > (page.options.embeds ?? 1) ? undefined : page.options.embed?.(link, resolution)
  return note && written(page, note, { link, path, width })
}

function written(
  page: Page,
  note: EmbeddedNote | 'too much',
  { link, path, width }: { readonly link: WrittenLink; readonly path: string; readonly width: number },
): readonly Line[] {
  if (note === 'too much' || page.embedRoom.left <= 0) return named(path, 'not shown: too much is embedded', width)
  page.embedRoom.left -= note.markdown.length + smallest
  return framed(page, note, link, width)
}

/** The rows of a picture; the name of one that is not drawn, with why. */
function pictureLines(
  page: Page,
  tokens: readonly InlineToken[],
  { width, picture }: { readonly width: number; readonly picture: Picture | Undrawn },
): readonly Line[] {
  if ('lines' in picture) return picture.lines.map((line) => (line === '' ? [] : [{ ...run(''), picture: line }]))
  return wrapRuns([...page.renderer.inline(tokens), run(` (${picture.reason})`, 'dim')], width)
}

function notePath(resolution: Resolution | undefined): string | undefined {
  return resolution !== undefined && 'path' in resolution && resolution.isNote ? resolution.path : undefined
}

/** The least number of characters that an embed counts for: even short ones take time. */
const smallest = 100

/** An embed that is not written out, and why. */
function named(path: string, reason: string, width: number): readonly Line[] {
  return wrapRuns([run('▣ ', 'rule'), run(safeText(path), 'broken'), run(` (${reason})`, 'dim')], width)
}

function framed(page: Page, note: EmbeddedNote, link: WrittenLink, width: number): readonly Line[] {
  const { book, marks } = page.renderer
  const name = safeText(note.title)
  const title = book.mark(book.add(link, name), name)
  const lines = [...wrapRuns(marks(title), Math.max(1, width - 2)), ...page.embedded(note, Math.max(1, width - 2))]
  return prefixed(lines, [run('▏ ', 'rule')], [run('▏ ', 'rule')])
}

function linkOf(token: InlineToken): WrittenLink | undefined {
  return token.type === 'link' && token.embeds ? writtenLink(token) : undefined
}

function isShown(token: InlineToken): boolean {
  if (token.type === 'text') return token.text.trim() !== ''
  return token.type !== 'comment' && token.type !== 'blockId' && token.type !== 'break'
}
