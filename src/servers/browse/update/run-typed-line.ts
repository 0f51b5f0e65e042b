import { findNote } from '../../../core/query/names/find-note.ts'
import type { Step } from '../events.ts'
import type { BrowseState } from '../model.ts'
import { openNote, still, withinNote } from './open-note.ts'
import { keysPanel, showPanel } from './update-panel.ts'
import { nameTable } from '../../../core/model/name-table.ts'

type Command = (state: BrowseState, rest: string) => Step

const commands: Readonly<Record<string, Command>> = nameTable({
  q: (state) => ({ state, effects: [{ kind: 'quit', interrupted: false }] }),
  help: (state) => showPanel(state, keysPanel()),
  new: (state, title) => (title === '' ? needs(state, 'new TITLE') : { state, effects: [{ kind: 'create', title }] }),
  rename: (state, name) => {
    if (state.note === undefined || name === '') return needs(state, 'rename NAME')
    return { state, effects: [{ kind: 'rename', path: state.note.path, name }] }
  },
  undo: (state) => ({ state, effects: [{ kind: 'undo' }] }),
  reload: (state) => ({ state, effects: [{ kind: 'reload' }] }),
  open: openNamed,
})

const shortNames: Readonly<Record<string, string>> = nameTable({
  quit: 'q',
  h: 'help',
  mv: 'rename',
  u: 'undo',
  e: 'open',
  o: 'open',
})

/** Does what a line after `:` says: a command, the number of a line, or the name of a note. */
export function runTypedLine(state: BrowseState, line: string): Step {
  const text = line.trim()
  if (text === '') return still(state)
  if (/^\d+$/.test(text)) return goToLine(state, Number(text))
  const [word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text)?.slice(1) ?? []
  const name = shortNames[word] ?? word
  const command = commands[name]
  return command === undefined ? openNamed(state, text) : command(state, rest)
}

function needs(state: BrowseState, form: string): Step {
  return still({ ...state, message: `it is written :${form}` })
}

function goToLine(state: BrowseState, line: number): Step {
  const { note } = state
  if (note === undefined) return still(state)
  return still({ ...state, focus: 'note', note: { ...note, top: withinNote(state, note, line - 1) } })
}

function openNamed(state: BrowseState, name: string): Step {
  const found = findNote(state.vault, name)
  if (found.status === 'found') return openNote(state, found.note.path)
  return still({ ...state, message: `no note and no command is named "${name}"` })
}
