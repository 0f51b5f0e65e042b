import type { NotePath } from '../../../core/model/note-path.ts'
import { writeLink } from '../../../core/query/links/write-link.ts'
import type { ReadPlace, Step } from '../events.ts'
import type { BrowseState, LinkGoal, NotePane } from '../model.ts'
import { layOutScreen } from '../view/layout.ts'
import { exchange, toggleBeside, toggleWide } from './beside.ts'
import { withoutPainting } from './find-in-note.ts'
import { lineIn, rowOfLine } from './folding.ts'
import { goThrough, missingNoteMessage, still } from './open-note.ts'
import { shownLink } from './selected-link.ts'
import { sourceOfLine } from './source-places.ts'
import { chooseMode, leaveSearch, updateList } from './update-list.ts'
import { findAgain, updateNote, withoutFind } from './update-note.ts'
import { graphPanel, keysPanel, outlinePanel, showPanel, updatePanel, closePanel } from './update-panel.ts'
import { openPrompt } from './update-prompt.ts'
import { toStart, twoKeys } from './vim-keys.ts'
import { nameTable } from '../../../core/model/name-table.ts'

type Command = (state: BrowseState) => Step

const commands: Readonly<Record<string, Command>> = nameTable({
  '1': (state) => chooseMode(state, 'topics'),
  '2': (state) => chooseMode(state, 'notes'),
  '3': (state) => chooseMode(state, 'linked'),
  '4': (state) => chooseMode(state, 'tags'),
  '5': (state) => chooseMode(state, 'folders'),
  h: (state) => press(state, 'left'),
  l: (state) => press(state, 'right'),
  G: (state) => press(state, 'end'),
  z: (state) => still({ ...state, pending: 'z' }),
  m: (state) => still({ ...state, pending: 'm', message: 'a letter marks this place' }),
  "'": (state) => still({ ...state, pending: "'", message: 'a letter goes to its mark' }),
  ':': (state) => openPrompt(state, 'command'),
  f: toggleWide,
  v: toggleBeside,
  x: exchange,
  j: (state) => press(state, 'down'),
  k: (state) => press(state, 'up'),
  ' ': (state) => press(state, 'page-down'),
  '[': (state) => goThrough(state, -1),
  ']': (state) => goThrough(state, 1),
  s: (state) => openPrompt(state, 'search'),
  S: (state) => openPrompt(state, 'exact'),
  '/': (state) => openPrompt(state, state.focus === 'list' ? 'search' : 'find'),
  n: (state) => (state.find === undefined ? openPrompt(state, 'new', wantedTitle(state)) : findAgain(state, 1)),
  N: (state) => findAgain(state, -1),
  b: (state) => onNote(state, (path) => ({ state, effects: [{ kind: 'backlinks', path }] })),
  g: (state) => onNote(state, (path) => showPanel(state, graphPanel(state, path))),
  o: (state) =>
    state.note === undefined
      ? still({ ...state, message: 'choose a note first' })
      : showPanel(state, outlinePanel(state)),
  e: (state) => onNote(state, (path) => ({ state, effects: [{ kind: 'edit', path, place: readPlace(state) }] })),
  y: (state) => onNote(state, () => ({ state, effects: [{ kind: 'copy', text: linkText(state) }] })),
  r: (state) => ({ state, effects: [{ kind: 'random' }] }),
  R: (state) => openPrompt(state, 'rename', state.vault.note(state.note?.path ?? '')?.title),
  D: (state) => openPrompt(state, 'remove'),
  u: (state) => ({ state, effects: [{ kind: 'undo' }] }),
  '?': (state) => showPanel(state, keysPanel()),
  q: close,
})

/** What a character does outside of the line being typed. */
export function letterCommand(state: BrowseState, character: string): Step {
  const { pending, ...ready } = state
  const together = pending === undefined ? undefined : twoKeys(ready, pending, character)
  if (together !== undefined) return together
  const command = commands[character]
  if (command === undefined) return still(ready)
  const again = ready.panel !== undefined && panelOf[character] === ready.panel.kind
  // `gg` goes to the beginning, so the graph that the first `g` opened is closed.
  if (again) return character === 'g' ? toStart(ready) : closePanel(ready)
  return command(ready)
}

/** Closes the topmost of what is open: a panel, the hits of a search, a search inside the note; finally the reader. */
function close(state: BrowseState): Step {
  if (state.panel !== undefined) return closePanel(state)
  if (state.list.query !== undefined) return leaveSearch(withoutFind(state))
  if (state.find !== undefined) return still(withoutFind(state))
  return { state, effects: [{ kind: 'quit', interrupted: false }] }
}

/** The title of the note that the selected broken link names. */
function wantedTitle(state: BrowseState): string {
  const goal = selectedGoal(state)
  return goal?.kind === 'broken' ? goal.target.replace(/#.*$/, '').replace(/\.(?:md|markdown)$/i, '') : ''
}

/** Where the selected link leads. */
function selectedGoal(state: BrowseState): LinkGoal | undefined {
  const link = shownLink(state)
  return link === undefined ? undefined : state.note?.rendered?.links[link]?.goal
}

/** The place that is being read: the match of a search, else the selected link, if it is on the screen, else the top of the screen. */
function readPlace(state: BrowseState): ReadPlace {
  const { note } = state
  if (note?.rendered === undefined) return { words: '' }
  const { lines } = note.rendered
  const row = readRow(state, note)
  const words =
    lines
      .slice(row)
      .map(withoutPainting)
      .find((text) => /[\p{L}\p{N}]/u.test(text)) ?? ''
  return { words, ...sourceOfLine(note.folding?.whole ?? note.rendered, lineIn(note.folding, row)) }
}

function readRow(state: BrowseState, note: NotePane): number {
  const { find } = state
  const found = find?.line === undefined ? -1 : rowOfLine(note.folding, find.line)
  if (found >= note.top && found < note.top + layOutScreen(state).bodyRows) return found
  const selected = shownLink(state)
  return note.rendered?.places.find(({ link }) => link === selected)?.line ?? note.top
}

/** A key pressed again closes the panel it opened. */
const panelOf: Readonly<Record<string, string>> = { b: 'backlinks', g: 'graph', o: 'outline', '?': 'keys' }

function press(state: BrowseState, key: 'down' | 'up' | 'page-down' | 'left' | 'right' | 'end'): Step {
  if (state.panel !== undefined) return updatePanel(state, state.panel, key) ?? still(state)
  return (state.focus === 'list' ? updateList(state, key) : updateNote(state, key)) ?? still(state)
}

function onNote(state: BrowseState, command: (path: NonNullable<BrowseState['note']>['path']) => Step): Step {
  const message = missingNoteMessage(state)
  return state.note === undefined || message !== undefined
    ? still({ ...state, message: message ?? '' })
    : command(state.note.path)
}

/** The text that is copied: the selected link, or a link to the note on the right. */
function linkText(state: BrowseState): string {
  const { note } = state
  const goal = selectedGoal(state)
  if (goal === undefined) return note === undefined ? '' : linkTo(state, note.path, undefined)
  switch (goal.kind) {
    case 'note':
      return linkTo(state, goal.path, goal.anchor)
    case 'web':
    case 'outside':
      return goal.address
    case 'broken':
      return goal.target
    case 'fold':
      return note === undefined ? '' : linkTo(state, note.path, undefined)
  }
}

/** A link in the configured form, by default by title; a markdown link has the path from the root. */
function linkTo({ vault, linkForm = 'title' }: BrowseState, path: NotePath, anchor: string | undefined): string {
  const target = vault.note(path)
  return target === undefined ? path : writeLink(vault, { from: '', target, anchor }, linkForm)
}
