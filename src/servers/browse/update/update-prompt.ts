import { graphemes } from '../../../view/graphemes.ts'
import { findLines } from './find-in-note.ts'
import { lineIn } from './folding.ts'
import { layOutScreen } from '../view/layout.ts'
import type { BrowseEvent, KeyName, Step } from '../events.ts'
import type { BrowseState, ListRow, Prompt } from '../model.ts'
import { hitRows } from './list-rows.ts'
import { missingNoteMessage, openNote, still } from './open-note.ts'
import { backTo, placeNow } from './place.ts'
import { runTypedLine } from './run-typed-line.ts'
import { clearSearch, hitPlace, hitWords, leaveSearch, select } from './update-list.ts'
import { comeToLine, withoutFind } from './update-note.ts'

/** Opens the prompt, to search all notes or inside the note. */
export function openPrompt(state: BrowseState, kind: Prompt['kind'], text = ''): Step {
  const needsNote = kind === 'find' || kind === 'rename' || kind === 'remove'
  const lacking = kind === 'find' && state.note !== undefined ? undefined : missingNoteMessage(state)
  if (needsNote && lacking !== undefined) return still({ ...state, message: lacking })
  const from = placeNow(state)
  if (!isSearch(kind)) return still({ ...state, prompt: { kind, text, from } })
  const { panel: _panel, ...plain } = state
  const next: BrowseState = { ...plain, focus: 'list', prompt: { kind, text }, before: state.before ?? from }
  return { state: next, effects: [{ kind: 'prepare-search' }] }
}

/** Whether a prompt searches all notes. */
export function isSearch(kind: Prompt['kind']): kind is 'search' | 'exact' {
  return kind === 'search' || kind === 'exact'
}

/** What a key does while words are typed; undefined when it means nothing there. */
export function updatePrompt(state: BrowseState, prompt: Prompt, key: KeyName): Step | undefined {
  switch (key) {
    case 'escape':
      return cancel(state, prompt)
    case 'enter':
      return confirm(state, prompt)
    case 'backspace':
      return prompt.text === ''
        ? updatePrompt(state, prompt, 'escape')
        : setText(state, prompt, withoutLast(prompt.text))
    case 'ctrl-u':
      return setText(state, prompt, '')
    case 'ctrl-w':
      return setText(state, prompt, prompt.text.replace(/\S+\s*$/u, ''))
    default:
      return isSearch(prompt.kind) ? moveInHits(state, key) : undefined
  }
}

/** Cancels the prompt and returns to where it was opened. */
function cancel(state: BrowseState, { kind, from }: Prompt): Step {
  const closed = closePrompt(state)
  if (isSearch(kind)) return leaveSearch(closed)
  return kind === 'find' && from !== undefined ? backTo(withoutFind(closed), from) : still(closed)
}

function moveInHits(state: BrowseState, key: KeyName): Step | undefined {
  const page = layOutScreen(state, 'list').bodyRows - 1
  const moves: Partial<Record<KeyName, number>> = { up: -1, down: 1, 'page-up': -page, 'page-down': page }
  const by = moves[key]
  return by === undefined ? undefined : select(state, state.list.selected + by)
}

/** Adds typed or pasted text to the words; line breaks become spaces. */
export function type(state: BrowseState, prompt: Prompt, text: string): Step {
  if (prompt.kind === 'remove') return answerRemove(closePrompt(state), text)
  return setText(state, prompt, prompt.text + text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' '))
}

/** Takes the hits of a search, if its query is still the current one. */
export function takeHits(state: BrowseState, event: Extract<BrowseEvent, { type: 'hits' }>): Step {
  const { query, hits, isExact = false, said = '' } = event
  if (!isWanted(state, query, isExact)) return still(state)
  const { awaited, ...plain } = state
  const rows = hitRows(state.vault, hits)
  const list = { ...state.list, rows, query, isExact, said, selected: 0, top: 0 }
  const found: BrowseState = { ...plain, list }
  const [first] = rows
  if (first?.kind !== 'note') return still(found)
  return awaited === query ? openHit(found, first) : select(found, 0)
}

/** Whether the query of a search is still the one that is typed, awaited, or listed. */
function isWanted({ prompt, awaited, list }: BrowseState, query: string, isExact: boolean): boolean {
  if (query === '') return false
  if (prompt !== undefined && isSearch(prompt.kind))
    return prompt.text === query && isExact === (prompt.kind === 'exact')
  return (awaited ?? list.query) === query
}

/** Opens a hit at its line, or the line with most of the words of the query. */
export function openHit(state: BrowseState, row: Exclude<ListRow, { kind: 'heading' }>): Step {
  const { query: words } = state.list
  if (words === undefined) return openNote(state, row.path)
  const isShown = state.note?.path === row.path
  const opened = openNote(state, row.path, isShown ? undefined : hitPlace(state.list, row, words))
  const find = isShown && state.find?.words === words ? state.find : hitWords(state.list, row, words)
  return { ...opened, state: { ...opened.state, find } }
}

/** Only a plain yes removes a note. */
function answerRemove(state: BrowseState, text: string): Step {
  if (!/^[yY]/.test(text) || state.note === undefined) return still({ ...state, message: 'nothing was removed' })
  return { state, effects: [{ kind: 'remove', path: state.note.path }] }
}

function setText(state: BrowseState, prompt: Prompt, text: string): Step {
  const typed: BrowseState = { ...state, prompt: { ...prompt, text } }
  if (prompt.kind !== 'find' && !isSearch(prompt.kind)) return still(typed)
  if (prompt.kind === 'find') return still(findFirst(typed, text))
  if (text.trim() === '') return clearSearch(typed)
  return { state: typed, effects: [{ kind: 'search', query: text, isExact: prompt.kind === 'exact' }] }
}

function confirm(state: BrowseState, prompt: Prompt): Step {
  const closed = closePrompt(state)
  const text = prompt.text.trim()
  if (prompt.kind === 'command') return runTypedLine(closed, text)
  if (prompt.kind === 'new')
    return text === '' ? still(closed) : { state: closed, effects: [{ kind: 'create', title: text }] }
  if (prompt.kind === 'rename') return rename(closed, text)
  if (prompt.kind === 'remove') return answerRemove(closed, '')
  if (prompt.kind === 'find') return still(prompt.text === '' ? withoutFind(closed) : { ...closed, focus: 'note' })
  if (prompt.text.trim() !== '' && closed.list.query !== prompt.text) return still({ ...closed, awaited: prompt.text })
  const row = closed.list.rows[closed.list.selected]
  if (prompt.text === '' || row === undefined || row.kind === 'heading') return still(closed)
  return openHit(closed, row)
}

function rename(state: BrowseState, name: string): Step {
  const { note, vault } = state
  if (note === undefined || name === '' || name === vault.note(note.path)?.title) return still(state)
  return { state, effects: [{ kind: 'rename', path: note.path, name }] }
}

/** Goes to the first match at or below the top of the screen, else to the first in the note. */
function findFirst(state: BrowseState, words: string): BrowseState {
  const { note } = state
  if (words === '') return withoutFind(state)
  const found: BrowseState = { ...state, find: { words } }
  if (note?.folding === undefined) return found
  const lines = findLines(note.folding.whole, { words })
  const top = lineIn(note.folding, note.top)
  const line = lines.find((one) => one >= top) ?? lines[0]
  return line === undefined ? found : comeToLine(found, note, line)
}

function closePrompt({ prompt: _prompt, ...state }: BrowseState): BrowseState {
  return state
}

function withoutLast(text: string): string {
  return [...graphemes(text)].slice(0, -1).join('')
}
