import { html } from '../html.ts'
import type { PageContext } from '../page-context.ts'
import { indexRow } from './index-page.ts'
import { pageDocument } from './document.ts'
import { spectrum } from './spectrum.ts'

/** The page for an address at which no note stands; scripts put the nearest notes in the place of the most linked ones. */
export function missingPage(context: PageContext): string {
  const { site } = context
  const { notes } = site
  const most = Math.max(1, notes[site.mostLinked]?.backlinks ?? 1)
  const shown = [...notes]
    .sort((a, b) => b.backlinks - a.backlinks)
    .slice(0, 3)
    .map((note) => indexRow(context, '404.html', note, { most, level: 3 }))
  const main = html`<main id="w:main" tabindex="-1">
    <article class="none">
      <p class="where" id="w:where"></p>
      <h1>No note stands here.</h1>
      <h2 class="hint" id="w:nearest">Three that many lean on:</h2>
      <ol class="rows">
        ${shown}
      </ol>
    </article>
  </main>`
  const path = site.base === undefined ? '/' : new URL(site.base).pathname
  return pageDocument(context, {
    address: '404.html',
    kind: 'missing',
    title: 'No note stands here',
    baseHref: path.endsWith('/') ? path : `${path}/`,
    spectrum: spectrum(site),
    main,
  })
}
