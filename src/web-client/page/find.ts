import { all } from './dom.ts'
import { loadScript } from './site-data.ts'

/** Opens the search, which is loaded when it is first asked for. */
export function openSearch(): void {
  loadScript(document.body.dataset['search'] ?? '').then(
    () => document.dispatchEvent(new Event('search')),
    () => undefined,
  )
}

/** Makes the field at the head of the page open the search. */
export function findButton(): void {
  for (const button of all('.find')) {
    if (button.textContent.trim() === '') button.setAttribute('aria-label', 'Search')
    button.addEventListener('click', openSearch)
  }
}
