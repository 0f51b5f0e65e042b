import type { NotePath } from '../../../core/model/note-path.ts'
import type { Vault } from '../../../core/vault/vault.ts'
import { layOutScreen, scrollTo } from '../view/layout.ts'
import { listRows, rowsOf, withRows } from './list-rows.ts'
import type { BrowseEvent, BrowseState, History, ListMode, Size, Step } from '../model.ts'
import { look, open, renderEffect, still, takeRendered } from './open-note.ts'
import { letterCommand } from './letter-command.ts'
import { updateList } from './update-list.ts'
import { updateMouse } from './update-mouse.ts'
import { updateNote } from './update-note.ts'
import { showPanel, updatePanel } from './update-panel.ts'
import { openPrompt, takeHits, type, updatePrompt } from './update-prompt.ts'

/** What the reader begins with: where it was left the last time, or a note that was asked for. */
export interface Beginning {
  readonly mode: ListMode
  readonly history: History
  readonly note?: NotePath
}

/** The reader as it starts, and what it asks for first. */
export function begin(vault: Vault, size: Size, beginning: Beginning): Step {
  const visits = beginning.history.visits.filter(({ path }) => vault.note(path) !== undefined)
  const at = Math.min(beginning.history.at, visits.length - 1)
  const place = visits[at]
  const base = beginning.note ?? place?.path
  const mode = beginning.mode === 'linked' && base === undefined ? 'topics' : beginning.mode
  const choice = { mode, collapsed: new Set<string>(), ...(base === undefined ? {} : { base }) }
  const rows = listRows(vault, choice)
  const list = withRows(vault, { ...choice, rows, selected: 0, top: 0 }, base)
  const { bodyRows } = layOutScreen(size, 'list')
  const state: BrowseState = {
    vault,
    size,
    focus: 'list',
    list: { ...list, top: scrollTo(list.selected, 0, bodyRows, list.rows.length) },
    history: { visits, at },
  }
  if (beginning.note !== undefined) return open(state, beginning.note)
  if (place !== undefined) return look(state, place.path, { kind: 'top', top: place.top, link: place.link })
  const first = list.rows.find((row) => row.kind === 'note')
  return first?.kind === 'note' ? look(state, first.path) : still(state)
}

/** The reader after an event, and what it asks the outside to do. Pure: the same state and event give the same step. */
export function update(state: BrowseState, event: BrowseEvent): Step {
  switch (event.type) {
    case 'key':
      return updateKey(withoutMessage(state), event.key)
    case 'text':
      return updateText(withoutMessage(state), event.text)
    case 'paste':
      return updatePaste(withoutMessage(state), event.text)
    case 'mouse':
      return updateMouse(withoutMessage(state), event)
    case 'resize':
      return resize(state, event.size)
    case 'rendered':
      return takeRendered(state, event.note)
    case 'hits':
      return takeHits(state, event.query, rowsOf(state.vault, event.paths))
    case 'backlinks':
      if (state.note?.path !== event.path) return still(state)
      return showPanel(state, { kind: 'backlinks', title: 'Linked from', items: event.items })
    case 'open':
      return open(state, event.path)
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
  const { bodyRows } = layOutScreen(size, 'list')
  const list = { ...state.list, top: scrollTo(state.list.selected, state.list.top, bodyRows, state.list.rows.length) }
  const { note } = state
  return {
    state: { ...sized, list },
    effects: [{ kind: 'repaint' }, ...(note === undefined ? [] : [renderEffect(sized, note.path)])],
  }
}

/** Takes in the vault as it is now: the rows and the note on the screen are made anew. */
function renew(state: BrowseState, vault: Vault): Step {
  const { note, ...rest } = state
  const list = withRows(vault, state.list, note?.path)
  const { bodyRows } = layOutScreen(state.size, 'list')
  const renewed: BrowseState = {
    ...rest,
    vault,
    list: { ...list, top: scrollTo(list.selected, list.top, bodyRows, list.rows.length) },
  }
  if (note === undefined || vault.note(note.path) === undefined) {
    const row = list.rows[list.selected]
    return row?.kind === 'note' ? look(renewed, row.path) : still(renewed)
  }
  const kept = {
    ...renewed,
    note: { path: note.path, top: note.top, wanted: { kind: 'top' as const, top: note.top, link: note.link } },
  }
  return { state: kept, effects: [renderEffect(kept, note.path)] }
}

/** Takes in the vault as it became meanwhile: what is on the screen stays until it is laid out anew, and nothing is lost of where the person is. */
function renewBehind(state: BrowseState, vault: Vault): Step {
  const { state: renewed, effects } = renew(state, vault)
  return { state: state.note === undefined ? renewed : { ...renewed, note: state.note }, effects }
}

function withoutPanel({ panel: _panel, ...state }: BrowseState): BrowseState {
  return state
}

function withoutMessage({ message: _message, ...state }: BrowseState): BrowseState {
  return state
}
