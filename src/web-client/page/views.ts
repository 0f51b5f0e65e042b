import { all, make, one } from './dom.ts'
import { loadScript } from './site-data.ts'
import { startView } from './start-view.ts'

/** Shows the view that the address names, and follows it; the map is loaded when it is first looked at. */
export function views(): void {
  const names = document.documentElement.dataset['views']?.split(' ')
  if (names === undefined) return
  const follow = (): void => {
    const name = startView(names, decodeURIComponent(location.hash))
    document.documentElement.dataset['view'] = name
    for (const tab of all<HTMLAnchorElement>('.tabs a')) {
      if (tab.hash === `#${name}`) tab.setAttribute('aria-current', 'page')
      else tab.removeAttribute('aria-current')
    }
    if (name === 'linked') void loadScript(document.body.dataset['map'] ?? '').catch(mapIsMissing)
  }
  addEventListener('hashchange', follow)
  for (const tab of all<HTMLAnchorElement>('.tabs a'))
    tab.addEventListener('click', (event) => switchTo(event, tab, follow))
  follow()
}

/** Switches the view in place, so that the page does not jump. */
function switchTo(event: MouseEvent, tab: HTMLAnchorElement, follow: () => void): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  if (location.hash !== tab.hash) history.pushState(null, '', tab.hash)
  follow()
}

function mapIsMissing(): void {
  one('#w\\:map')?.append(make('p', { class: 'hint' }, 'The map could not be loaded.'))
}
