import type { Address, Site } from '../../core/model/site.ts'
import { dataScript } from '../../view/html/json-script.ts'
import { topicClass } from '../../view/html/page-context.ts'
import { linesOf } from '../../view/html/pages/spectrum.ts'
import { noteOfLine } from '../../view/html/pages/spectrum-lines.ts'
import { shortHash } from './short-hash.ts'

/** How many summaries are in one file. */
const perPiece = 500

/** An id of the numbering of a site's notes and the order of its spectrum, by which the data of its pages is recognised. */
export function numberingOf({ notes, spectrum }: Site): string {
  return shortHash(`${notes.map(({ address }) => address).join('\n')}\n${spectrum.map(({ note }) => note).join()}`)
}

/**
 * The data for the scripts of the pages, by address below the folder of assets, loaded when needed: titles and addresses, links, names of
 * the lines of the spectrum, and summaries in pieces, one of which is enough for a preview. Names are single letters to keep it small (see
 * web-client/page/site-data.ts).
 */
export function notesData(site: Site, numbering: string): ReadonlyMap<Address, () => string> {
  const data = new Map<string, () => unknown>([
    ['notes', () => namesOf(site)],
    ['links', () => site.notes.map(({ linksTo }) => linksTo)],
    ['spectrum', () => linesOf(site).map(({ place, notes }) => lineOf(site, place, notes))],
  ])
  for (let from = 0; from < site.notes.length; from += perPiece)
    data.set(`about-${from / perPiece}`, () =>
      site.notes
        .slice(from, from + perPiece)
        .map(({ summary = '', shownSummary }) => (shownSummary === undefined ? summary : [shownSummary, summary])),
    )
  return new Map([...data].map(([name, make]) => [`${name}.js`, () => dataScript(name, make(), numbering)] as const))
}

function namesOf(site: Site): unknown {
  return {
    t: site.topics.map((topic) => [topic.name, topicClass(topic)]),
    n: site.notes.map(({ title, written, address, topics, backlinks }) => [
      title,
      address,
      topics,
      backlinks,
      ...(written === undefined ? [] : [written]),
    ]),
    p: perPiece,
  }
}

function lineOf(site: Site, place: number, notes: readonly number[]): readonly unknown[] {
  const { title, address } = site.notes[noteOfLine(site, notes)] ?? {}
  return [place, title, address]
}
