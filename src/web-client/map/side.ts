import { leaning, make, one } from '../page/dom.ts'
import { hrefOf, summaryOf } from '../page/site-data.ts'
import { capital } from '../../view/html/capital.ts'
import type { MapData } from './map-data.ts'

let usual: readonly Node[] | undefined

/** Shows a note and its neighbours beside the map in the place of the usual lists; undefined brings these back. */
export function showBeside(data: MapData, number: number | undefined): void {
  const side = one('#w\\:side')
  if (side === undefined) return
  usual ??= [...side.childNodes]
  const note = number === undefined ? undefined : data.notes[number]
  if (note === undefined) return side.replaceChildren(...usual)
  const topic = note.topic === undefined ? undefined : data.topics[note.topic]
  const facts = [topic && capital(topic.name), leaning(note.backlinks)].filter((part) => part !== undefined).join(' · ')
  const about = make('p', { class: 'what' })
  if (number !== undefined) void summaryOf(data.site, number).then((summary) => (about.textContent = summary))
  const card = make(
    'div',
    { class: `card ${topic?.hue ?? 'tx'}` },
    make('p', { class: 'facts' }, dotOf(topic), facts),
    make('p', { class: 'about' }, make('a', { href: hrefOf(note.address) }, note.title)),
    about,
  )
  const near = [...note.near].sort((a, b) => (data.notes[b]?.backlinks ?? 0) - (data.notes[a]?.backlinks ?? 0))
  const items = near.slice(0, 30).flatMap((other) => {
    const neighbour = data.notes[other]
    if (neighbour === undefined) return []
    const own = neighbour.topic === undefined ? undefined : data.topics[neighbour.topic]
    return make(
      'li',
      {},
      dotOf(own),
      make('a', { href: hrefOf(neighbour.address) }, neighbour.title),
      make('small', {}, String(neighbour.backlinks)),
    )
  })
  const title = near.length === 1 ? 'Its neighbour' : `Its ${near.length} neighbours`
  side.replaceChildren(card, make('section', {}, make('h3', {}, title), make('ul', { class: 'legend' }, ...items)))
}

function dotOf(topic: MapData['topics'][number] | undefined): HTMLElement {
  return make('i', { class: `dot ${topic?.hue ?? 'tx'}${topic?.ring === true ? ' ring' : ''}` })
}

/** Opens the page of a note, in a window of its own if asked. */
export function openPage(address: string, beside: boolean): void {
  if (beside) window.open(hrefOf(address))
  else location.href = hrefOf(address)
}
