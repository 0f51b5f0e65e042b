import type { NotePath } from '../../../core/model/note-path.ts'
import { firstLinksFrom, firstLinksTo } from '../../../core/query/graph/first-links.ts'
import { keyHelp, tour } from '../view/key-help.ts'
import { shownName } from '../view/one-line.ts'
import { clamp, layOutScreen } from '../view/layout.ts'
import type { KeyName, Step } from '../events.ts'
import type { BrowseState, Panel, PanelItem } from '../model.ts'
import { revealed } from './folding.ts'
import { openNote, still, withinNote } from './open-note.ts'
import { refit } from './refit.ts'

/** Shows a panel in place of the note. */
export function showPanel(state: BrowseState, panel: NewPanel): Step {
  const from = state.panel?.from ?? state.focus
  return still({ ...state, focus: 'note', panel: { ...panel, selected: 0, from } })
}

/** A panel that is about to be shown. */
export type NewPanel = Omit<Panel, 'selected' | 'from'>

/** The introduction shown at the first start. */
export function tourPanel(): NewPanel {
  const items = tour.map(([keys, does]): PanelItem => ({ title: keys, detail: does, goal: { kind: 'none' } }))
  return { kind: 'tour', title: 'Welcome: any key goes on', items }
}

/** The panel of the keys. */
export function keysPanel(): NewPanel {
  return {
    kind: 'keys',
    title: 'Keys',
    items: keyHelp.map(([keys, does]) => ({ title: keys, detail: does, goal: { kind: 'none' } })),
  }
}

/** The headings of the note on the right. */
export function outlinePanel({ note }: BrowseState): NewPanel {
  const items = (note?.folding?.whole.headings ?? []).map(({ level, text, line }): PanelItem => ({
    title: `${'  '.repeat(level - 1)}${text}`,
    goal: { kind: 'line', line },
  }))
  return { kind: 'outline', title: 'Outline', items }
}

/** The notes that a note links to and that link to it, each once. */
export function graphPanel(state: BrowseState, path: NotePath): NewPanel {
  const { vault } = state
  const out = [...firstLinksFrom(vault, path).keys()]
  const back = [...firstLinksTo(vault, path).keys()]
  const item = (other: NotePath, side: NonNullable<PanelItem['side']>): PanelItem => ({
    title: shownName(state, vault.note(other)?.title ?? other),
    goal: { kind: 'note', path: other },
    side,
  })
  const items = [
    ...back.filter((other) => !out.includes(other)).map((other) => item(other, 'in')),
    ...out.map((other) => item(other, back.includes(other) ? 'both' : 'out')),
  ]
  return { kind: 'graph', title: shownName(state, vault.note(path)?.title ?? path), items }
}

/** What a key does while a panel is open; undefined when it means nothing there. */
export function updatePanel(state: BrowseState, panel: Panel, key: KeyName): Step | undefined {
  const page = layOutScreen(state, 'note').bodyRows - 2
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
      return closePanel(state)
    default:
      return undefined
  }
}

/** Moves the selection of a panel by so many entries. */
export function movePanel(state: BrowseState, panel: Panel, by: number): Step {
  const selected = clamp(panel.selected + by, 0, Math.max(0, panel.items.length - 1))
  return still({ ...state, panel: { ...panel, selected } })
}

/** The state without its panel; the focus returns to what had it before. */
export function closePanel({ panel, ...state }: BrowseState): Step {
  const closed: BrowseState = { ...state, focus: panel?.from ?? state.focus }
  const isAsWide = layOutScreen(closed).noteWidth === layOutScreen(state).noteWidth
  return { state: closed, effects: isAsWide ? [] : refit(closed) }
}

/** Goes where the selected entry of a panel leads. */
export function enterPanel(state: BrowseState, panel: Panel): Step {
  const goal = panel.items[panel.selected]?.goal
  const closed = closePanel(state)
  if (goal === undefined || goal.kind === 'none') return closed
  if (goal.kind === 'note') return openNote({ ...closed.state, focus: 'note' }, goal.path, goal.wanted)
  const { panel: _panel, ...plain } = state
  if (plain.note === undefined) return closed
  const { note, row } = revealed(plain.note, goal.line)
  return still({ ...plain, focus: 'note', note: { ...note, top: withinNote(plain, note, row) } })
}

/** The entry on the other side of a graph, at the same position. */
function acrossGraph({ items, selected }: Panel, key: 'left' | 'right'): number {
  const incoming = items.filter(({ side }) => side === 'in').length
  const outgoing = items.length - incoming
  if (key === 'left' && selected >= incoming && incoming > 0) return Math.min(selected - incoming, incoming - 1)
  if (key === 'right' && selected < incoming && outgoing > 0) return incoming + Math.min(selected, outgoing - 1)
  return selected
}
