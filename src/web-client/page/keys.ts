import { all, make, one } from './dom.ts'
import { openSearch } from './find.ts'
import { closeLastPane } from './panes.ts'
import { closePreview } from './previews.ts'
import { keepSetting, readSetting } from './settings.ts'
import { siteUrl } from './site-data.ts'
import { turnColours } from './theme-button.ts'
import { goOn } from './wander.ts'

/** What a letter does; the order is that of the help. */
const commands: readonly { readonly key: string; readonly does: string; readonly run: () => void }[] = [
  { key: '/', does: 'search', run: openSearch },
  { key: 't', does: 'topics', run: () => goTo('index.html#topics') },
  { key: 'n', does: 'notes', run: () => goTo('index.html#notes') },
  { key: 'l', does: 'what is linked', run: () => goTo('index.html#linked') },
  { key: 'j', does: 'next note of the list', run: () => step(1) },
  { key: 'k', does: 'the one before', run: () => step(-1) },
  { key: 'w', does: 'wander on', run: () => void goOn(undefined) },
  { key: 'b', does: 'what links here', run: () => one('#w\\:links')?.scrollIntoView() },
  { key: '[', does: 'the note before in the topic', run: () => one('a[rel=prev]')?.click() },
  { key: ']', does: 'the note after', run: () => one('a[rel=next]')?.click() },
  { key: 'd', does: 'light or dark', run: turnColours },
  { key: '?', does: 'this help', run: () => help() },
]

/** Single keys do what their help says, but for where one types; they can be switched off. */
export function keys(): void {
  addEventListener('keydown', (event) => {
    const isTaken = event.defaultPrevented || one('dialog[open]') !== undefined
    if (event.key === 'Escape' && !isTaken && (closePreview() || closeLastPane())) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const target = event.target
    if (target instanceof Element && target.closest('input, textarea, select, dialog, [contenteditable]') !== null)
      return
    const command = commands.find(({ key }) => key === event.key)
    if (command === undefined || (readSetting('keys') === 'off' && command.key !== '?')) return
    event.preventDefault()
    command.run()
  })
}

function goTo(address: string): void {
  const url = new URL(siteUrl(address))
  if (url.pathname === location.pathname) location.hash = url.hash
  else location.href = url.href
}

/** Moves the focus along the notes of the list that is shown, or the links of a note's text. */
function step(by: 1 | -1): void {
  const links = all('.view .rows h4 a, .view .titles a, .view .hubs a, .text a[href], .backs h3 a').filter(
    (link) => link.offsetParent !== null && !link.matches('.sec'),
  )
  const at = links.indexOf(document.activeElement as HTMLElement)
  const first = links.findIndex((link) => link.getBoundingClientRect().top > 0)
  const next = links[at < 0 ? Math.max(0, first) : at + by]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

let dialog: HTMLDialogElement | undefined

/** Shows the keys. */
function help(): void {
  dialog ??= makeHelp()
  dialog.showModal()
}

function makeHelp(): HTMLDialogElement {
  const others = [
    ['Enter', 'open the note'],
    ['Shift Enter', 'open it beside this one (Shift click too)'],
    ['Esc', 'close what lies over or beside the note'],
  ]
  const rows = [...commands.map(({ key, does }) => [key, does]), ...others].flatMap(([key = '', does = '']) => [
    make('dt', {}, make('kbd', {}, key)),
    make('dd', {}, does),
  ])
  const box = make('input', { type: 'checkbox' })
  box.checked = readSetting('keys') !== 'off'
  box.addEventListener('change', () => keepSetting('keys', box.checked ? undefined : 'off'))
  const made = make(
    'dialog',
    { class: 'help', 'aria-labelledby': 'w:keys' },
    make('h2', { id: 'w:keys' }, 'Keys'),
    make('dl', {}, ...rows),
    make('label', {}, box, 'single letters are commands'),
    make('form', { method: 'dialog' }, make('button', {}, 'Close')),
  )
  document.body.append(made)
  return made
}
