import type { Address } from '../../../core/model/site.ts'
import { type Html, html } from '../html.ts'
import type { PageContext } from '../page-context.ts'
import { pageDocument } from './document.ts'
import { spectrum } from './spectrum.ts'

/** What a canvas shows, as markup. */
export interface CanvasParts {
  readonly address: Address
  readonly title: string
  readonly groups: readonly { readonly label?: string; readonly cards: readonly Html[] }[]
  readonly arrows: readonly { readonly from: string; readonly to: string; readonly label?: string }[]
}

/** The page of a canvas: its cards group by group, and what its arrows join. */
export function canvasPage(context: PageContext, { address, title, groups, arrows }: CanvasParts): string {
  const main = html`<main id="w:main" tabindex="-1">
    <article class="note">
      <header class="head">
        <p class="facts"><span>canvas</span></p>
        <h1>${title}</h1>
      </header>
      <div class="text">
        ${groups.map(
          ({ label, cards }) =>
            html`<section class="cards" ${label && html` aria-label="${label}"`}>
              ${label && html`<h2>${label}</h2>`}
              <ul>
                ${cards.map((card) => html`<li>${card}</li>`)}
              </ul>
            </section>`,
        )}
        ${
          arrows.length > 0 &&
          html`<section class="arrows">
            <h2>Arrows</h2>
            <ul>
              ${arrows.map(({ from, to, label }) => html`<li>${from} → ${to}${label && `: ${label}`}</li>`)}
            </ul>
          </section>`
        }
      </div>
    </article>
  </main>`
  return pageDocument(context, { address, kind: 'canvas', title, spectrum: spectrum(context.site), main })
}
