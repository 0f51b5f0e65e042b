import { all, make, one } from './dom.ts'
import { folded } from './fold.ts'

interface Row {
  readonly element: HTMLElement
  readonly parent: HTMLElement
  readonly text: string
  readonly edited: string
  readonly links: number
}

/** The list of all notes: filtered as one types, ordered by title, edit or links. */
export function noteList(): void {
  const list = one('.letters')
  if (list === undefined) return
  let rows: readonly Row[] | undefined
  const known = (): readonly Row[] => (rows ??= all('.rows > li', list).map(readRow))
  const filter = one<HTMLInputElement>('#w\\:filter')
  filter?.addEventListener('input', () => show(list, known(), filter.value))
  for (const button of all('[data-sort]'))
    button.addEventListener('click', () => {
      order(list, known(), button.dataset['sort'] ?? 'title')
      for (const other of all('[data-sort]')) other.setAttribute('aria-pressed', String(other === button))
    })
}

function readRow(element: HTMLElement): Row {
  return {
    element,
    parent: element.parentElement ?? element,
    text: folded(element.textContent),
    edited: element.dataset['edited'] ?? '',
    links: Number(one('h4 small', element)?.textContent ?? 0),
  }
}

function show(list: HTMLElement, rows: readonly Row[], wanted: string): void {
  const words = folded(wanted)
    .split(/\s+/)
    .filter((word) => word !== '')
  let count = 0
  for (const { element, text } of rows) {
    const fits = words.every((word) => text.includes(word))
    element.hidden = !fits
    if (fits) count++
  }
  for (const letter of all('.letter', list))
    letter.hidden = one('.rows > li:not([hidden])', letter) === undefined && !list.classList.contains('flat')
  const said = one('#w\\:shown')
  if (said === undefined) return
  said.textContent = words.length === 0 ? '' : told(count, wanted.trim())
  said.classList.toggle('vh', count > 0)
}

function told(count: number, wanted: string): string {
  if (count === 0) return `No title or summary says "${wanted}". The search above looks into the texts, too.`
  return `${count} ${count === 1 ? 'note' : 'notes'}`
}

function order(list: HTMLElement, rows: readonly Row[], by: string): void {
  one(':scope > .rows', list)?.remove()
  list.classList.toggle('flat', by !== 'title')
  for (const letter of all('.letter', list)) letter.hidden = by !== 'title'
  if (by === 'title') for (const { element, parent } of rows) parent.append(element)
  else {
    const sorted = [...rows].sort((a, b) =>
      by === 'links' ? b.links - a.links : a.edited < b.edited ? 1 : a.edited > b.edited ? -1 : 0,
    )
    list.prepend(make('ol', { class: 'rows' }, ...sorted.map(({ element }) => element)))
  }
  show(list, rows, one<HTMLInputElement>('#w\\:filter')?.value ?? '')
}
