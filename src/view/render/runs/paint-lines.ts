import { displayWidth } from '../../display-width.ts'
import type { Style } from '../../style.ts'
import type { LaidOut } from '../lay-out.ts'
import type { PlacedLink, PlacedSource, RenderedDocument, RenderedHeading, RenderedLink } from '../render-options.ts'
import { placeFolds } from './folds.ts'
import type { Line, Run } from './run.ts'

/** How runs become text: styles, and addresses of links by their index. */
export interface Painter {
  readonly style: Style
  readonly url: (link: number) => string | undefined
  /** The links that stand on several lines. */
  readonly broken?: ReadonlySet<number>
}

/** Paints a page and notes where its links and headings stand. */
export function paintPage(page: LaidOut, links: readonly RenderedLink[], painter: Painter): RenderedDocument {
  const places: PlacedLink[] = []
  const headings: RenderedHeading[] = []
  const sources: PlacedSource[] = []
  const parted = { ...painter, broken: brokenLinks(page.lines) }
  const lines = page.lines.map((line, index) => {
    placeLinks(line, index, places)
    for (const piece of line) {
      if (piece.source !== undefined) sources.push({ line: index, source: piece.source })
      const heading = piece.heading === undefined ? undefined : page.headings[piece.heading]
      if (heading !== undefined && headings.length <= (piece.heading ?? 0)) headings.push({ ...heading, line: index })
    }
    return paintLine(line, parted)
  })
  return { lines, links, places, headings, folds: placeFolds(page.lines), sources, warnings: page.warnings }
}

/** Paints one line, without the blanks at its end. */
export function paintLine(line: Line, { style, url, broken }: Painter): string {
  let text = ''
  for (const piece of joined(withoutTrailingBlanks(line))) {
    const painted = piece.styles.reduceRight((inner, name) => style.paint(name, inner), piece.text)
    const address = piece.link === undefined ? undefined : url(piece.link)
    const id = piece.link !== undefined && broken?.has(piece.link) === true ? `l${piece.link}` : undefined
    text += (piece.picture ?? '') + (address === undefined ? painted : style.hyperlink(painted, address, id))
  }
  return text
}

function brokenLinks(lines: readonly Line[]): ReadonlySet<number> {
  const first = new Map<number, number>()
  const broken = new Set<number>()
  lines.forEach((line, index) => {
    for (const { link } of line) {
      if (link === undefined) continue
      if (first.has(link) && first.get(link) !== index) broken.add(link)
      first.set(link, index)
    }
  })
  return broken
}

function placeLinks(line: Line, index: number, places: PlacedLink[]): void {
  let column = 0
  for (const { text, link } of line) {
    const end = column + displayWidth(text)
    const last = places.at(-1)
    if (link !== undefined && last?.line === index && last.link === link && last.end === column)
      places[places.length - 1] = { ...last, end }
    else if (link !== undefined) places.push({ link, line: index, start: column, end })
    column = end
  }
}

function withoutTrailingBlanks(line: Line): Line {
  const last = line.at(-1)
  if (last === undefined || !last.text.endsWith(' ')) return line
  const text = last.text.trimEnd()
  return text === '' ? withoutTrailingBlanks(line.slice(0, -1)) : [...line.slice(0, -1), { ...last, text }]
}

function joined(line: Line): readonly Run[] {
  const runs: Run[] = []
  for (const piece of line) {
    const last = runs.at(-1)
    if (last !== undefined && piece.picture === undefined && last.link === piece.link && sameStyles(last, piece))
      runs[runs.length - 1] = { ...last, text: last.text + piece.text }
    else if (piece.text !== '' || piece.picture !== undefined) runs.push(piece)
  }
  return runs
}

function sameStyles(a: Run, b: Run): boolean {
  return (
    a.styles === b.styles ||
    (a.styles.length === b.styles.length && a.styles.every((name, index) => name === b.styles[index]))
  )
}
