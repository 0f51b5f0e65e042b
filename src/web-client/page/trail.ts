import { make, one } from './dom.ts'
import { here, siteUrl } from './site-data.ts'

/** A note on the path of this visit, with the place of its line in the spectrum, 0 to 1 from the left and from the top. */
export interface VisitedNote {
  readonly address: string
  readonly title: string
  readonly x: number
  readonly y: number
}

/** How many steps are stored, and how many are shown. */
const most = 12
const shown = 6

function storage(name: string): string {
  return `wend-${name}:${new URL(siteUrl('.')).pathname}`
}

function read<T>(name: string): readonly T[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storage(name)) ?? '[]')
    return Array.isArray(kept) ? (kept as T[]) : []
  } catch {
    return []
  }
}

function keep(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(storage(name), JSON.stringify(value))
  } catch {
    // A browser that stores nothing has no path.
  }
}

/** The addresses of the notes that were read in this visit. */
export function seen(): ReadonlySet<string> {
  return new Set(read<string>('seen'))
}

/** Adds this page to the path of the visit, and draws it: as a list and as a thread over the spectrum. */
export function trail(): void {
  const address = here()
  const spectrum = one('.spectrum')
  if (address === undefined || spectrum === undefined) return
  const x = Number(spectrum.dataset['x'])
  const y = Number(spectrum.dataset['y'])
  const before = read<VisitedNote>('trail').filter(
    (step) => typeof step.x === 'number' && typeof step.title === 'string',
  )
  const title = one('h1')?.textContent ?? document.title
  const back = before.at(-2)?.address === address ? before.slice(0, -1) : before
  const steps = [...(back.at(-1)?.address === address ? back.slice(0, -1) : back), { address, title, x, y }].slice(
    -most,
  )
  keep('trail', steps)
  keep('seen', [...new Set([...seen(), address])])
  if (steps.length < 2) return
  drawThread(spectrum, steps)
  const items = steps.slice(-shown).map((step, order, list) => {
    if (order === list.length - 1) return make('li', { 'aria-current': 'page' }, step.title)
    return make(
      'li',
      {},
      make('a', { href: siteUrl(step.address.split('/').map(encodeURIComponent).join('/')) }, step.title),
    )
  })
  one('.outline')?.append(make('div', { class: 'path' }, make('p', {}, 'Your path'), make('ol', {}, ...items)))
}

const svg = 'http://www.w3.org/2000/svg'

/** Draws thin arcs from line to line, the last one animated. */
function drawThread(spectrum: HTMLElement, steps: readonly VisitedNote[]): void {
  const picture = document.createElementNS(svg, 'svg')
  picture.setAttribute('viewBox', '0 0 1000 50')
  picture.setAttribute('preserveAspectRatio', 'none')
  picture.setAttribute('class', 'thread')
  picture.setAttribute('aria-hidden', 'true')
  for (const [order, { x, y }] of steps.entries()) {
    const from = steps[order - 1]
    if (from === undefined || from.x === x) continue
    const [a, b] = [from.x * 1000, x * 1000]
    const [top, end] = [from.y * 50, y * 50]
    const rise = Math.min(top, end) - 8 - 16 * Math.abs(x - from.x)
    const path = document.createElementNS(svg, 'path')
    path.setAttribute('d', `M${a} ${top}C${a + (b - a) * 0.1} ${rise} ${b - (b - a) * 0.1} ${rise} ${b} ${end}`)
    path.setAttribute('pathLength', '1')
    picture.append(path)
  }
  spectrum.append(picture)
}
