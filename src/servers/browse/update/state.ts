import type { LinkForm } from '../../../core/model/config.ts'
import type { NotePath } from '../../../core/model/note-path.ts'
import type { Vault } from '../../../core/vault/vault.ts'
import { layOutScreen, scrollTo } from '../view/layout.ts'
import { listRows, startingMode, withRows } from './list-rows.ts'
import type { BrowseEvent, KeyName, Step } from '../events.ts'
import type { BrowseState, History, ListMode, ListPane, NotePane, Place, Size, Visit } from '../model.ts'
import { asRead, turnedIn } from './history.ts'
import { goneMessage, look, openNote, still, takeRendered } from './open-note.ts'
import { letterCommand } from './letter-command.ts'
import { updateList } from './update-list.ts'
import { updateMouse } from './update-mouse.ts'
import { updateNote } from './update-note.ts'
import { refit } from './refit.ts'
import { closePanel, showPanel, tourPanel, updatePanel } from './update-panel.ts'
import { openPrompt, takeHits, type, updatePrompt } from './update-prompt.ts'
import { halfPage } from './vim-keys.ts'

/** What the reader starts with: the saved place, or a requested note. */
export interface ReaderStart {
  readonly mode?: ListMode
  readonly history: History
  readonly marks?: Readonly<Record<string, Visit>>
  readonly linkForm?: LinkForm | undefined
  readonly note?: NotePath
  /** Whether to show the introduction to the keys. */
  readonly isFirst?: boolean
  /** Titles and summaries as they are read. */
  readonly shown?: (text: string, isMarkdown?: boolean) => string
}

/** The reader as it starts, and what it asks for first. */
export function begin(vault: Vault, size: Size, beginning: ReaderStart): Step {
  const visits = beginning.history.visits.filter(({ path }) => vault.note(path) !== undefined)
  const at = Math.min(beginning.history.at, visits.length - 1)
  const place = visits[at]
  const base = beginning.note ?? place?.path
  const mode = startingMode(vault, beginning.mode, base !== undefined)
  const choice = { mode, collapsed: new Set<string>(), ...(base === undefined ? {} : { base }) }
  const rows = listRows(vault, choice)
  const list = withRows(vault, { ...choice, rows, selected: 0, top: 0 }, base)
  const { bodyRows } = layOutScreen({ size, focus: 'list' })
  const state: BrowseState = {
    vault,
    size,
    focus: 'list',
    list: { ...list, top: scrollTo(list.selected, 0, bodyRows, list.rows.length) },
    history: { visits, at },
    ...(beginning.marks === undefined ? {} : { marks: beginning.marks }),
    linkForm: beginning.linkForm,
    ...(beginning.shown === undefined ? {} : { shown: beginning.shown }),
  }
  const first = beginAt(state, beginning, place)
  if (beginning.isFirst !== true || beginning.note !== undefined) return first
  return { ...first, state: showPanel(first.state, tourPanel()).state }
}

/** The requested note, else the last one read, else the first of the list. */
function beginAt(state: BrowseState, beginning: ReaderStart, place: Visit | undefined): Step {
  if (beginning.note !== undefined) return openNote(state, beginning.note)
  if (place !== undefined) return look(state, place.path, asRead(place))
  const first = state.list.rows.find((row) => row.kind === 'note')
  return first?.kind === 'note' ? look(state, first.path) : still(state)
}

/** The state after an event, and the effects to run. Pure: the same state and event give the same result. */
export function update(state: BrowseState, event: BrowseEvent): Step {
  switch (event.type) {
    case 'key':
      return updateKey(withoutPending(afterTour(withoutMessage(state), event.key)), event.key)
    case 'text':
      return updateText(afterTour(withoutMessage(state)), event.text)
    case 'paste':
      return updatePaste(withoutMessage(state), event.text)
    case 'mouse':
      return event.action === 'move' ? updateMouse(state, event) : updateMouse(withoutMessage(state), event)
    case 'resize':
      return resize(state, event.size)
    case 'rendered':
      return takeRendered(state, event.note)
    case 'hits':
      return takeHits(state, event)
    case 'backlinks':
      if (state.note?.path !== event.path) return still(state)
      return showPanel(state, { kind: 'backlinks', title: 'Linked from', items: event.items })
    case 'open':
      return openNote(state, event.path)
    case 'moved':
      return takeMoved(state, event.from, event.to)
    case 'vault':
      return event.behind === true ? renewBehind(state, event.vault) : renew(withoutPanel(state), event.vault)
    case 'message':
      return still({ ...state, message: event.text })
  }
}

function updateKey(state: BrowseState, key: Extract<BrowseEvent, { type: 'key' }>['key']): Step {
  if (key === 'ctrl-c') return { state, effects: [{ kind: 'quit', interrupted: true }] }
  if (key === 'ctrl-z') return { state, effects: [{ kind: 'suspend' }] }
  if (key === 'ctrl-l') return { state, effects: [{ kind: 'repaint' }] }
  if (state.prompt !== undefined) return updatePrompt(state, state.prompt, key) ?? still(state)
  if (key === 'ctrl-d' || key === 'ctrl-u') return halfPage(state, key === 'ctrl-d' ? 1 : -1)
  const handled = state.panel !== undefined ? updatePanel(state, state.panel, key) : inPane(state, key)
  if (handled !== undefined) return handled
  return key === 'backspace' ? letterCommand(state, '[') : still(state)
}

function inPane(state: BrowseState, key: Extract<BrowseEvent, { type: 'key' }>['key']): Step | undefined {
  return state.focus === 'list' ? updateList(state, key) : updateNote(state, key)
}

/** Typed text goes to the open line; elsewhere each character is a command. */
function updateText(state: BrowseState, text: string): Step {
  if (state.prompt !== undefined) return type(state, state.prompt, text)
  let step = still(state)
  let rest = text
  for (const character of text) {
    if (step.state.prompt !== undefined) break
    rest = rest.slice(character.length)
    const next = letterCommand(step.state, character)
    step = { state: next.state, effects: [...step.effects, ...next.effects] }
  }
  if (rest === '' || step.state.prompt === undefined) return step
  const typed = type(step.state, step.state.prompt, rest)
  return { state: typed.state, effects: [...step.effects, ...typed.effects] }
}

/** Pasted text is never taken for commands: it goes to the open line, else it is searched for. */
function updatePaste(state: BrowseState, text: string): Step {
  const { state: ready, effects } = state.prompt === undefined ? openPrompt(state, 'search') : still(state)
  if (ready.prompt === undefined) return still(ready)
  const typed = type(ready, ready.prompt, text)
  return { state: typed.state, effects: [...effects, ...typed.effects] }
}

function resize(state: BrowseState, size: Size): Step {
  const sized: BrowseState = { ...state, size }
  const { bodyRows } = layOutScreen({ size, focus: 'list' })
  const list = { ...state.list, top: scrollTo(state.list.selected, state.list.top, bodyRows, state.list.rows.length) }
  return { state: { ...sized, list }, effects: [{ kind: 'repaint' }, ...refit(sized)] }
}

/** Switches to the present vault: the rows and the note on the screen are renewed. */
function renew(state: BrowseState, vault: Vault): Step {
  const { note, beside, ...rest } = state
  const list =
    state.list.query === undefined ? withRows(vault, state.list, note?.path) : withHitsLeft(vault, state.list)
  const { bodyRows } = layOutScreen(state, 'list')
  const second = beside === undefined || vault.note(beside.path) === undefined ? undefined : unlaid(beside)
  const renewed: BrowseState = {
    ...rest,
    ...(second === undefined ? {} : { beside: second }),
    vault,
    list: { ...list, top: scrollTo(list.selected, list.top, bodyRows, list.rows.length) },
  }
  if (note === undefined || vault.note(note.path) === undefined) {
    const row = list.rows[list.selected]
    const shown = row?.kind === 'note' ? look(renewed, row.path) : still({ ...renewed, focus: 'list' })
    return { state: shown.state, effects: refit(shown.state) }
  }
  const kept = { ...renewed, note: unlaid(note) }
  return { state: kept, effects: refit(kept) }
}

/** A note that must be laid out again, at the same position. */
function unlaid(note: NotePane): NotePane {
  return { path: note.path, top: note.top, wanted: asRead({ ...note, ...turnedIn(note) }) }
}

/** The hits of a search, without those whose notes are gone. */
function withHitsLeft(vault: Vault, list: ListPane): ListPane {
  const rows = list.rows.filter((row) => row.kind === 'heading' || vault.note(row.path) !== undefined)
  return { ...list, rows, selected: Math.max(0, Math.min(list.selected, rows.length - 1)) }
}

/** Switches to a vault that changed in the background: the screen stays until the note is laid out again, and the position is kept. */
function renewBehind(state: BrowseState, vault: Vault): Step {
  const { state: renewed, effects } = renew(state, vault)
  const { note, beside } = state
  if (note === undefined) return { state: renewed, effects }
  const kept = { ...renewed, note, ...(beside === undefined || renewed.beside === undefined ? {} : { beside }) }
  if (vault.note(note.path) !== undefined) return { state: kept, effects }
  const others = effects.filter((effect) => effect.kind === 'render' && effect.path === beside?.path)
  return { state: { ...kept, message: goneMessage(note.path) }, effects: others }
}

function withoutPanel({ panel: _panel, ...state }: BrowseState): BrowseState {
  return state
}

function withoutPending({ pending: _pending, ...state }: BrowseState): BrowseState {
  return state
}

/** Closes the introduction at the first key, except for keys that scroll it. */
function afterTour(state: BrowseState, key?: KeyName): BrowseState {
  const scrolls = key !== undefined && /^(?:up|down|page-up|page-down|escape|enter)$/.test(key)
  return state.panel?.kind === 'tour' && !scrolls ? closePanel(state).state : state
}

/** Handles a moved note as the same note. */
function takeMoved(state: BrowseState, from: NotePath, to: NotePath): Step {
  const moved = <V extends { readonly path: NotePath }>(visit: V): V =>
    visit.path === from ? { ...visit, path: to } : visit
  const { history, marks = {}, note, beside, before } = state
  const known: BrowseState = {
    ...state,
    list: listMoved(state.list, moved),
    ...(beside === undefined ? {} : { beside: moved(beside) }),
    ...(before === undefined ? {} : { before: placeMoved(before, moved) }),
    history: { ...history, visits: history.visits.map(moved) },
    marks: Object.fromEntries(Object.entries(marks).map(([letter, visit]) => [letter, moved(visit)])),
  }
  return note?.path === from ? look(known, to, asRead({ ...note, ...turnedIn(note) })) : still(known)
}

type Moved = <V extends { readonly path: NotePath }>(thing: V) => V

function listMoved(list: ListPane, moved: Moved): ListPane {
  const base = list.base === undefined ? {} : { base: moved({ path: list.base }).path }
  return { ...list, ...base, rows: list.rows.map((row) => (row.kind === 'heading' ? row : moved(row))) }
}

function placeMoved(place: Place, moved: Moved): Place {
  const { note } = place
  return { ...place, list: listMoved(place.list, moved), ...(note === undefined ? {} : { note: moved(note) }) }
}

function withoutMessage({ message: _message, ...state }: BrowseState): BrowseState {
  return state
}
