import { capital } from '../../view/html/capital.ts'
import { all, isWide, leaning, make, one } from './dom.ts'
import { canFetch, fetchPage } from './note-source.ts'
import { addressOf, siteData, summaryOf } from './site-data.ts'

/** How many milliseconds the pointer must rest on a link before its note is shown. */
const patience = 250

let shown: { readonly link: HTMLElement; readonly card: HTMLElement } | undefined
let timer: ReturnType<typeof setTimeout> | undefined

/** Shows what a link leads to, beside the text, while the pointer or the focus is on it. Touch opens the note. */
export function previews(within: ParentNode = document): void {
  for (const link of all<HTMLAnchorElement>(
    '.text a[href], .backs a[href], .close a[href], .near a[href], .on a[href]',
    within,
  )) {
    if (link.closest('.sec, .out') !== null || link.getAttribute('href')?.startsWith('#') === true) continue
    if (addressOf(link) === undefined) continue
    link.addEventListener('pointerenter', (event) => {
      if (event.pointerType === 'mouse') look(link)
    })
    link.addEventListener('pointerleave', leave)
    link.addEventListener('focus', () => {
      if (link.matches(':focus-visible')) look(link)
    })
    link.addEventListener('blur', leave)
  }
}

/** Takes the preview away; false when there was none. */
export function closePreview(): boolean {
  clearTimeout(timer)
  if (shown === undefined) return false
  shown.link.classList.remove('lit')
  shown.card.remove()
  document.documentElement.classList.remove('previewing')
  shown = undefined
  return true
}

function look(link: HTMLAnchorElement): void {
  clearTimeout(timer)
  timer = setTimeout(() => void show(link), patience)
}

function leave(): void {
  clearTimeout(timer)
  timer = setTimeout(closePreview, 120)
}

async function show(link: HTMLAnchorElement): Promise<void> {
  let asked = true
  const stop = (): void => void (asked = false)
  link.addEventListener('pointerleave', stop, { once: true })
  link.addEventListener('blur', stop, { once: true })
  const card = await cardOf(link).catch(() => undefined)
  if (card === undefined || !asked) return
  closePreview()
  link.classList.add('lit')
  document.documentElement.classList.add('previewing')
  document.body.append(card)
  const pane = link.closest<HTMLElement>('.pane')
  if (pane !== null) placeInPane(pane, card)
  cutAtSentence(one('.start', card))
  card.addEventListener('pointerenter', () => clearTimeout(timer))
  card.addEventListener('pointerleave', leave)
  if (pane === null && isWide()) place(link, card)
  if (getComputedStyle(card).position === 'fixed') clearLine(link, card)
  shown = { link, card }
}

/** Cuts a beginning that is longer than its box to the sentences that fit; if not even one does, the box cuts it. */
function cutAtSentence(start: HTMLElement | undefined): void {
  if (start === undefined) return
  const whole = [...start.childNodes].map((node) => node.cloneNode(true))
  for (let count = sentenceEnds(start).length - 1; start.scrollHeight > start.clientHeight + 2; count--) {
    const end = sentenceEnds(start)[count]
    if (end === undefined) return start.replaceChildren(...whole)
    const rest = document.createRange()
    rest.setStart(end.node, end.offset)
    rest.setEndAfter(start.lastChild ?? start)
    rest.deleteContents()
  }
}

/** Where sentences end in the text of an element, ignoring formulas. */
function sentenceEnds(element: HTMLElement): readonly { readonly node: Text; readonly offset: number }[] {
  const ends: { node: Text; offset: number }[] = []
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest('.katex, code') !== null) continue
    for (const found of node.data.matchAll(/[.!?…][)"”’]?(?=\s)|[。！？]/g))
      ends.push({ node, offset: found.index + found[0].length })
  }
  return ends
}

/** In the margin with its top at the link's line, and whole on the screen. */
function place(link: HTMLElement, card: HTMLElement): void {
  const text = one('.text')?.getBoundingClientRect()
  const line = link.getClientRects()[0]
  if (text === undefined || line === undefined) return
  const rtl = getComputedStyle(one('main') ?? document.body).direction === 'rtl'
  const lowest = innerHeight - card.offsetHeight - 12
  card.style.top = `${Math.max(12, Math.min(line.top - 4, lowest)) + scrollY}px`
  if (rtl) card.style.right = `${document.documentElement.clientWidth - text.left + 48}px`
  else card.style.left = `${text.right + 48}px`
}

/** Beside stands another note: the card lies over the foot of its own. */
function placeInPane(pane: HTMLElement, card: HTMLElement): void {
  const { left, right } = pane.getBoundingClientRect()
  card.classList.add('low')
  card.style.left = `${Math.max(0, left) + 44}px`
  card.style.right = `${Math.max(0, innerWidth - right) + 44}px`
}

/** A card at the foot goes to the head where it would hide its own link. */
function clearLine(link: HTMLElement, card: HTMLElement): void {
  const { top, bottom } = link.getBoundingClientRect()
  const box = card.getBoundingClientRect()
  if (bottom > box.top - 8 && top > box.height + 24) card.classList.add('high')
}

async function cardOf(link: HTMLAnchorElement): Promise<HTMLElement> {
  return canFetch() ? pageCard(await fetchPage(link.href), decodeURIComponent(link.hash.slice(1))) : dataCard(link)
}

/** What the page of the note begins with, or the section that the link names. Ids stay unique: the card has none. */
function pageCard(page: Document, section: string): HTMLElement {
  const topic = one('.facts .topic .dot', page)
  const heading = section === '' ? null : page.getElementById(section)
  const start = heading === null ? one('.text > p', page) : sectionStart(heading)
  const card = make('aside', {
    class: `preview card ${(topic?.className ?? '').replace('dot', '')}`,
    'aria-hidden': 'true',
  })
  const facts = factsOf(page)
  if (facts !== '')
    card.append(make('p', { class: 'facts' }, ...(topic === undefined ? [] : [topic.cloneNode()]), facts))
  card.append(
    make(
      'p',
      { class: 'about' },
      ...copy(one('h1', page)),
      ...(heading === null ? [] : [' § ', ...copy(withoutSign(heading))]),
    ),
  )
  if (heading === null) card.append(make('p', { class: 'what' }, ...copy(one('.summary', page))))
  if (start !== undefined) card.append(make('div', { class: 'start' }, ...copy(start)))
  for (const element of card.querySelectorAll('[id]')) element.removeAttribute('id')
  for (const mark of card.querySelectorAll('sup.fn')) mark.remove()
  return card
}

function factsOf(page: Document): string {
  const name = one('.facts .topic', page)?.textContent ?? ''
  const count = /^[\d,]+/.exec(one('.links h2', page)?.textContent ?? '')?.[0]
  return [name, count === undefined ? '' : leaning(Number(count.replace(',', '')))]
    .filter((part) => part !== '')
    .join(' · ')
}

function sectionStart(heading: HTMLElement): HTMLElement | undefined {
  if (!/^H\d$/.test(heading.tagName)) return heading
  for (let next = heading.nextElementSibling; next !== null; next = next.nextElementSibling)
    if (next instanceof HTMLElement && next.tagName !== 'ASIDE') return next
  return undefined
}

function withoutSign(heading: HTMLElement): HTMLElement {
  const bare = heading.cloneNode(true) as HTMLElement
  one('a.sec', bare)?.remove()
  return bare
}

function copy(element: Element | undefined): readonly Node[] {
  return element === undefined ? [] : [...element.childNodes].map((node) => document.importNode(node, true))
}

/** Title and summary alone, where other pages can't be read. */
async function dataCard(link: HTMLAnchorElement): Promise<HTMLElement> {
  const site = await siteData()
  const { n, t } = site
  const address = addressOf(link)
  const number = n.findIndex((note) => note[1] === address)
  const note = n[number]
  if (note === undefined) throw new Error('no such note')
  const topic = t[note[2][0] ?? -1]
  const card = make('aside', { class: `preview card ${topic?.[1] ?? 'tx'}`, 'aria-hidden': 'true' })
  card.append(
    make(
      'p',
      { class: 'facts' },
      [topic && capital(topic[0]), leaning(note[3])].filter((part) => part !== undefined).join(' · '),
    ),
  )
  card.append(make('p', { class: 'about' }, note[0]), make('p', { class: 'what' }, await summaryOf(site, number)))
  return card
}
