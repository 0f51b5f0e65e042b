import { all, make, one } from './dom.ts'
import { canFetch, fetchPage } from './note-source.ts'
import { closePreview, previews } from './previews.ts'
import { markBoxes } from './scrolling-boxes.ts'
import { addressOf, hrefOf } from './site-data.ts'

/** The parameter of the address that names a note beside the first, once for each. */
const parameter = 'beside'

/** Opens the note of a link clicked with Shift in a pane beside its own; the address lists the panes. */
export function panes(): void {
  if (one('.note') === undefined && one('.on-index') === undefined) return
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
    if (link === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.altKey) return
    if (!event.shiftKey || !hasRoom() || addressOf(link) === undefined) return
    event.preventDefault()
    openBeside(link)
  })
  addEventListener('popstate', () => void arrange())
  addEventListener('resize', fold)
  if (named().length > 0) void arrange()
}

/** Opens a note beside the pane that holds a link. */
export function openBeside(link: HTMLAnchorElement): void {
  const address = addressOf(link)
  if (address === undefined || !hasRoom()) return void (location.href = link.href)
  closePreview()
  if (document.body.dataset['here'] === undefined) return void (location.href = link.href)
  const pane = link.closest<HTMLElement>('.pane')
  const at = pane === null ? 0 : Number(pane.dataset['order'])
  for (const other of all('.text a.lit', pane ?? document)) other.classList.remove('lit')
  link.classList.add('lit')
  go([...named().slice(0, at), address])
}

/** Closes the last pane that stands beside the first; false when there is none. */
export function closeLastPane(): boolean {
  const addresses = named()
  if (one('.pane') === undefined || addresses.length === 0) return false
  go(addresses.slice(0, -1))
  return true
}

function hasRoom(): boolean {
  return canFetch() && matchMedia('(min-width: 1000px)').matches
}

/** The notes listed in the address; those of other sites are ignored. */
function named(): readonly string[] {
  const given = new URLSearchParams(location.search).getAll(parameter)
  return given.filter((address) => addressOf(make('a', { href: hrefOf(address) })) === address)
}

function go(addresses: readonly string[]): void {
  const search = addresses
    .map((address) => `${parameter}=${encodeURIComponent(address).replaceAll('%2F', '/')}`)
    .join('&')
  history.pushState(null, '', `${location.pathname}${search === '' ? '' : `?${search}`}`)
  void arrange()
}

/** Shows the panes that the address names; those that stand already stay. */
async function arrange(): Promise<void> {
  const addresses = hasRoom() ? named() : []
  document.documentElement.classList.toggle('paned', addresses.length > 0)
  let box = one('.panes')
  if (addresses.length === 0) return box?.remove()
  if (box === undefined) {
    box = make('div', { class: 'panes' })
    document.body.append(box)
  }
  await fill(box, [document.body.dataset['here'] ?? '', ...addresses])
  const now = all('.pane', box)
  if (now.length < 2) {
    // What was named beside the note is not there.
    document.documentElement.classList.remove('paned')
    return box.remove()
  }
  for (const [order, pane] of now.entries()) {
    pane.style.setProperty('--order', String(order))
    pane.style.setProperty('--left', String(now.length - order))
    pane.classList.toggle('here', order === now.length - 1)
  }
  light(now)
  box.addEventListener('scroll', fold, { passive: true })
  now.at(-1)?.scrollIntoView({ inline: 'end', block: 'nearest' })
  now.at(-1)?.focus({ preventScroll: true })
  fold()
}

/** Puts the notes at some addresses into the box, from the first one on that is not there yet. */
async function fill(box: HTMLElement, wanted: readonly string[]): Promise<void> {
  const standing = all('.pane', box)
  const same = wanted.findIndex((address, at) => standing[at]?.dataset['address'] !== address)
  for (const pane of standing.slice(same < 0 ? wanted.length : same)) pane.remove()
  for (const [order, address] of wanted.entries()) {
    if (all('.pane', box).length > order) continue
    const made = await makePane(address, order).catch(() => undefined)
    if (made !== undefined && box.isConnected) box.append(made)
  }
}

/** Tints in each pane the link that the next one was opened from. */
function light(standing: readonly HTMLElement[]): void {
  for (const [order, pane] of standing.entries()) {
    const next = standing[order + 1]?.dataset['address']
    if (next === undefined || one('.text a.lit', pane) !== undefined) continue
    all<HTMLAnchorElement>('.text a[href]', pane)
      .find((link) => addressOf(link) === next)
      ?.classList.add('lit')
  }
}

async function makePane(address: string, order: number): Promise<HTMLElement> {
  const page = await fetchPage(hrefOf(address))
  const title = one('h1', page)?.textContent ?? address
  const pane = make('section', {
    class: 'pane',
    'data-address': address,
    'data-order': String(order),
    tabindex: '-1',
    'aria-label': title,
  })
  const dot = one('.facts .dot', page)
  const spine = make(
    'button',
    { class: 'spine', type: 'button' },
    ...(dot === undefined ? [] : [document.importNode(dot)]),
    ` ${title}`,
  )
  spine.addEventListener('click', () => pane.scrollIntoView({ inline: 'center', block: 'nearest' }))
  const parts = ['.head', '.text', '.references', '.links'].flatMap((part) => one(part, page) ?? [])
  pane.append(spine, ...parts.map((part) => document.importNode(part, true)))
  if (order > 0) {
    const shut = make('button', { class: 'shut', type: 'button', 'aria-label': `Close ${title}` }, '×')
    shut.addEventListener('click', () => go(named().slice(0, Number(pane.dataset['order']) - 1)))
    pane.append(shut)
  }
  renameIds(pane, `p${order}:`)
  previews(pane)
  requestAnimationFrame(() => markBoxes(pane))
  return pane
}

/** Ids that no other pane has, and links inside the pane that lead to them. */
function renameIds(pane: HTMLElement, prefix: string): void {
  for (const element of all('[id]', pane)) element.id = prefix + element.id
  for (const link of all<HTMLAnchorElement>('a[href^="#"]', pane))
    link.setAttribute('href', `#${prefix}${link.getAttribute('href')?.slice(1) ?? ''}`)
}

/** Panes that the next one covers show their spine. */
function fold(): void {
  const standing = all('.pane')
  for (const [order, pane] of standing.entries()) {
    const next = standing[order + 1]
    const own = pane.getBoundingClientRect()
    const end = next === undefined ? Number.POSITIVE_INFINITY : next.getBoundingClientRect().left
    const right = Math.min(end, innerWidth)
    pane.classList.toggle('folded', right - own.left < 200)
  }
}
