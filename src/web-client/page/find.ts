import { all } from './dom.ts'
import { loadScript } from './site-data.ts'

/** The text typed while the search is being loaded; undefined when it is not. */
let typed: string | undefined

/** Opens the search, which is loaded at the first use; text typed meanwhile becomes its query. */
export function openSearch(): void {
  if (typed !== undefined) return
  typed = ''
  addEventListener('keydown', takeKey, true)
  loadScript(document.body.dataset['search'] ?? '').then(
    () => document.dispatchEvent(new CustomEvent('search', { detail: stopTaking() })),
    () => {
      stopTaking()
      for (const text of all('.find span')) text.textContent = 'The search could not be loaded'
    },
  )
}

function takeKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Backspace') typed = typed?.slice(0, -1)
  else if ([...event.key].length === 1) typed += event.key
  else return
  event.preventDefault()
  event.stopPropagation()
}

function stopTaking(): string {
  const query = typed ?? ''
  typed = undefined
  removeEventListener('keydown', takeKey, true)
  return query
}

/** Makes the field at the head of the page open the search. */
export function findButton(): void {
  for (const button of all('.find')) {
    if (button.textContent.trim() === '') button.setAttribute('aria-label', 'Search')
    button.addEventListener('click', openSearch)
  }
}
