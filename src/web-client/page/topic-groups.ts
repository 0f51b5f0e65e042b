import { all, make, one } from './dom.ts'
import { siteData, siteUrl } from './site-data.ts'

/** The topics: their notes with summaries, taken from the list of all notes, and all titles where only some are shown. */
export function topicGroups(): void {
  for (const button of all('[data-summaries]'))
    button.addEventListener('click', () => summaries(button, button.getAttribute('aria-expanded') !== 'true'))
  const every = one('[data-all-summaries]')
  every?.addEventListener('click', () => {
    const wanted = every.getAttribute('aria-pressed') !== 'true'
    every.setAttribute('aria-pressed', String(wanted))
    every.textContent = wanted ? 'Titles only' : 'All with summaries'
    for (const button of all('[data-summaries]')) summaries(button, wanted)
  })
  for (const button of all('[data-whole]')) button.addEventListener('click', () => void showAll(button))
}

let rowOf: Map<string, HTMLElement> | undefined

function summaries(button: HTMLElement, wanted: boolean): void {
  const group = button.closest<HTMLElement>('.group')
  const titles = group && one('.titles', group)
  if (group === null || titles === undefined || titles === null) return
  button.setAttribute('aria-expanded', String(wanted))
  button.textContent = wanted ? 'titles only' : 'summaries'
  one('.rows', group)?.remove()
  titles.hidden = wanted
  if (!wanted) return
  rowOf ??= new Map(all('.letters .rows > li').map((row) => [one<HTMLAnchorElement>('a', row)?.href ?? '', row]))
  const rows = all<HTMLAnchorElement>('a', titles).flatMap(({ href }) => {
    const row = rowOf?.get(href)?.cloneNode(true)
    if (row instanceof HTMLElement) row.hidden = false
    return row ?? []
  })
  titles.after(make('ol', { class: 'rows' }, ...rows))
}

async function showAll(button: HTMLElement): Promise<void> {
  const group = button.closest<HTMLElement>('.group')
  const list = group && one('.titles', group)
  const topic = Number(button.dataset['whole'])
  const { n } = await siteData()
  const shown = new Set(all<HTMLAnchorElement>('a', list ?? document).map(({ href }) => href))
  const rest = n.flatMap(([title, address, topics]) => {
    const href = siteUrl(address.split('/').map(encodeURIComponent).join('/'))
    return topics.includes(topic) && !shown.has(href) ? make('li', {}, make('a', { href }, title)) : []
  })
  list?.append(...rest)
  button.parentElement?.remove()
}
