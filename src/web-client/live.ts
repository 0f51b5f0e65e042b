// Under `wend serve`: reloads the page when a note changed since it was made, without losing what the reader types: it waits for a search
// to end, and fills the filter of the notes in again.
import { one } from './page/dom.ts'
import { keepVisit, readVisit } from './page/settings.ts'

const filter = one<HTMLInputElement>('#w\\:filter')
const typed = readVisit('typed')
if (filter !== undefined && typed !== '') {
  filter.value = typed
  filter.dispatchEvent(new Event('input'))
  if (readVisit('typing') !== '') filter.focus({ preventScroll: true })
}
keepVisit('typed', '')

/** Whether the browser is leaving the page, for instance to a hit of the search. */
let leaves = false
addEventListener('beforeunload', () => (leaves = true))

const events = new EventSource(new URL(`${document.body.dataset['root'] ?? ''}wend/events`, document.baseURI))
events.addEventListener('version', ({ data }) => {
  if (data === document.body.dataset['version']) return
  const search = one('dialog[open]')
  if (search === undefined) readAnew()
  else search.addEventListener('close', () => setTimeout(() => leaves || readAnew(), 100), { once: true })
})

function readAnew(): void {
  keepVisit('typed', filter?.value ?? '')
  keepVisit('typing', document.activeElement === filter ? 'yes' : '')
  location.reload()
}
