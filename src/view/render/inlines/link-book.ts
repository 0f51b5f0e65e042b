import { leadsNowhere, type Resolution } from '../../../core/model/resolution.ts'
import { closeMark, marked, openMark } from '../runs/marks.ts'
import type { RenderedLink, RenderOptions, WrittenLink } from '../render-options.ts'

/** Collects the links of a document as they are met, numbers their targets and marks their text. */
export class LinkBook {
  readonly links: RenderedLink[]
  readonly #numbers: Map<string, number>
  readonly #options: RenderOptions

  /** A new book, or the pages of one for a document inside, whose links resolve in their own way. */
  constructor(options: RenderOptions, outer?: LinkBook) {
    this.#options = options
    this.links = outer?.links ?? []
    this.#numbers = outer === undefined ? new Map() : outer.#numbers
  }

  /** Adds a link and gives its index; `text` is what is shown of it. */
  add(link: WrittenLink, text: string, resolution: Resolution | undefined = this.#options.resolve?.(link)): number {
    const number = showsItself(link, text) ? 0 : this.#number(destination(link, resolution))
    this.links.push({ ...link, text, number, ...(resolution === undefined ? {} : { resolution }) })
    return this.links.length - 1
  }

  #number(key: string): number {
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1
    this.#numbers.set(key, number)
    return number
  }

  /** The marked text of a link: coloured, crossed when broken, with its number where links are numbered. */
  mark(index: number, text: string): string {
    return this.open(index) + text + this.close(index)
  }

  open(index: number): string {
    return openMark(this.#style(index)) + openMark(`link:${index}`)
  }

  close(index: number): string {
    const link = this.links[index]
    const cross = link !== undefined && isBroken(link.resolution) ? '✗' : ''
    const numbered = this.#options.links === 'numbered' && link !== undefined && link.number > 0
    return (
      cross +
      closeMark(`link:${index}`) +
      closeMark(this.#style(index)) +
      (numbered ? marked('dim', `[${link.number}]`) : '')
    )
  }

  #style(index: number): 'link' | 'broken' {
    return isBroken(this.links[index]?.resolution) ? 'broken' : 'link'
  }
}

/** Whether a link leads nowhere, or to a heading that is not there. */
export function isBroken(resolution: Resolution | undefined): boolean {
  if (resolution === undefined) return false
  if (resolution.status === 'ambiguous') return resolution.anchorMissing === true
  return resolution.status === 'broken-anchor' || leadsNowhere(resolution)
}

/** Whether a number would tell no more than the text does: an address that shows itself, or a place in this document. */
function showsItself({ kind, target, anchor }: WrittenLink, text: string): boolean {
  const address = anchor === undefined ? target : `${target}#${anchor}`
  return target === '' || (kind === 'markdown' && (address === text || address === `mailto:${text}`))
}

/** Links to one note share a number, whatever their anchors; others share it when their address is the same. */
function destination(link: WrittenLink, resolution: Resolution | undefined): string {
  return resolution !== undefined && 'path' in resolution
    ? `/${resolution.path}`
    : `${link.target}#${link.anchor ?? ''}`
}
