import type { NotePath } from '../../../core/model/note-path.ts'
import { firstLinksFrom, firstLinksTo } from '../../../core/query/first-links.ts'
import { keyHelp } from '../view/key-help.ts'
import { clamp, layOutScreen } from '../view/layout.ts'
import type { BrowseState, KeyName, Panel, PanelItem, Step } from '../model.ts'
import { open, still, withinNote } from './open-note.ts'

/** Shows a panel in place of the note. */
export function showPanel(state: BrowseState, panel: Omit<Panel, 'selected'>): Step {
  return still({ ...state, focus: 'note', panel: { ...panel, selected: 0 } })
}

/** The panel of the keys. */
export function keysPanel(): Omit<Panel, 'selected'> {
  return {
    kind: 'keys',
    title: 'Keys',
    items: keyHelp.map(([keys, does]) => ({ title: keys, detail: does, goal: { kind: 'none' } })),
  }
}

/** The headings of the note on the right. */
export function outlinePanel({ note }: BrowseState): Omit<Panel, 'selected'> {
  const items = (note?.rendered?.headings ?? []).map(({ level, text, line }): PanelItem => ({
    title: `${'  '.repeat(level - 1)}${text}`,
    goal: { kind: 'line', line },
  }))
  return { kind: 'outline', title: 'Outline', items }
}

/** The notes that a note links to and that link to it, each once. */
export function graphPanel({ vault }: BrowseState, path: NotePath): Omit<Panel, 'selected'> {
  const out = [...firstLinksFrom(vault, path).keys()]
  const back = [...firstLinksTo(vault, path).keys()]
  const item = (other: NotePath, side: NonNullable<PanelItem['side']>): PanelItem => ({
    title: vault.note(other)?.title ?? other,
    goal: { kind: 'note', path: other },
    side,
  })
  const items = [
    ...back.filter((other) => !out.includes(other)).map((other) => item(other, 'in')),
    ...out.map((other) => item(other, back.includes(other) ? 'both' : 'out')),
  ]
  return { kind: 'graph', title: vault.note(path)?.title ?? path, items }
}

/** What a key does while a panel is open; undefined when it means nothing there. */
export function updatePanel(state: BrowseState, panel: Panel, key: KeyName): Step | undefined {
  const page = layOutScreen(state.size, 'note').bodyRows - 2
  const move = (to: number): Step => movePanel(state, panel, to - panel.selected)
  switch (key) {
    case 'up':
    case 'shift-tab':
      return move(panel.selected - 1)
    case 'down':
    case 'tab':
      return move(panel.selected + 1)
    case 'page-up':
      return move(panel.selected - page)
    case 'page-down':
      return move(panel.selected + page)
    case 'home':
      return move(0)
    case 'end':
      return move(panel.items.length - 1)
    case 'left':
    case 'right':
      return panel.kind === 'graph' ? move(acrossGraph(panel, key)) : undefined
    case 'enter':
      return enterPanel(state, panel)
    case 'escape':
    case 'backspace':
      return still(closePanel(state))
    default:
      return undefined
  }
}

/** Moves the selection of a panel by so many entries. */
export function movePanel(state: BrowseState, panel: Panel, by: number): Step {
  const selected = clamp(panel.selected + by, 0, Math.max(0, panel.items.length - 1))
  return still({ ...state, panel: { ...panel, selected } })
}

/** The reader without its panel. */
export function closePanel({ panel: _panel, ...state }: BrowseState): BrowseState {
  return state
}

/** Goes where the selected entry of a panel leads. */
export function enterPanel(state: BrowseState, panel: Panel): Step {
  const goal = panel.items[panel.selected]?.goal
  const closed = closePanel(state)
  if (goal === undefined || goal.kind === 'none') return still(closed)
  if (goal.kind === 'note') return open(closed, goal.path, goal.wanted)
  const { note } = closed
  return still(note === undefined ? closed : { ...closed, note: { ...note, top: withinNote(closed, note, goal.line) } })
}

/** The entry across the middle of a graph, in the same place of its column. */
function acrossGraph({ items, selected }: Panel, key: 'left' | 'right'): number {
  const incoming = items.filter(({ side }) => side === 'in').length
  const outgoing = items.length - incoming
  if (key === 'left' && selected >= incoming && incoming > 0) return Math.min(selected - incoming, incoming - 1)
  if (key === 'right' && selected < incoming && outgoing > 0) return incoming + Math.min(selected, outgoing - 1)
  return selected
}
