import type { Note } from '../../core/model/note.ts'
import { narrowNotes } from '../../core/query/names/narrow-notes.ts'
import { displayWidth } from '../../view/display-width.ts'
import { inverse } from '../../view/inverse.ts'
import { neutralise } from '../../view/neutralise.ts'
import { truncate } from '../../view/wrap-text.ts'
import { nameTable } from '../../core/model/name-table.ts'

/** What is typed, which notes it leaves, which of them is under the cursor, and how it ended. */
export interface PickerState {
  readonly notes: readonly Note[]
  readonly typed: string
  readonly found: readonly Note[]
  readonly at: number
  readonly end?: 'left' | Note
}

/** The picker as it opens. */
export function startOf(notes: readonly Note[]): PickerState {
  return { notes, typed: '', found: notes, at: 0 }
}

const moves: Readonly<Record<string, number>> = nameTable({
  '\u001b[A': -1,
  '\u001bOA': -1,
  '\u0010': -1,
  '\u000b': -1,
  '\u001b[B': 1,
  '\u001bOB': 1,
  '\u000e': 1,
  '\n': 1,
  '\u001b[5~': -10,
  '\u001b[6~': 10,
  ...Object.fromEntries(['\u001b[H', '\u001bOH', '\u001b[1~'].map((home) => [home, -Infinity])),
  ...Object.fromEntries(['\u001b[F', '\u001bOF', '\u001b[4~'].map((end) => [end, Infinity])),
})

/** The picker after a key. */
export function pressed(state: PickerState, key: string): PickerState {
  const move = moves[key]
  if (move !== undefined) return { ...state, at: Math.max(0, Math.min(state.found.length - 1, state.at + move)) }
  switch (key) {
    case '\r': {
      const note = state.found[state.at]
      return note === undefined ? state : { ...state, end: note }
    }
    case '\u001b':
    case '\u0003':
    case '\u0007':
      return { ...state, end: 'left' }
    case '\u007f':
    case '\b':
      return typing(state, [...state.typed].slice(0, -1).join(''))
    case '\u0015':
      return typing(state, '')
    case '\u0017':
      return typing(state, state.typed.replace(/\S*\s*$/, ''))
    default:
      return /^\P{C}$/u.test(key) ? typing(state, state.typed + key) : state
  }
}

function typing(state: PickerState, typed: string): PickerState {
  return { ...state, typed, found: narrowNotes(state.notes, typed), at: 0 }
}

/** The output that draws the picker: the input line, the notes, and the summary of the selected one. */
export function screenOf(
  { typed, notes, found, at }: PickerState,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): string {
  const room = Math.max(1, rows - 4)
  const first = Math.max(0, Math.min(at - (room >> 1), found.length - room))
  const list = found.slice(first, first + room).map((note, index) => {
    const line = truncate(`${oneLine(note.title)}  ${oneLine(note.path)}`, columns - 2)
    return first + index === at ? inverse(`> ${line}`) : `  ${line}`
  })
  const head = [`> ${truncate(oneLine(typed), columns - 4)}`, `  ${found.length}/${notes.length}`]
  const summary = oneLine(found[at]?.summary ?? '')
  const foot = [truncate(summary, columns - 1), truncate('Enter choose  Esc leave  ↑ ↓ move', columns - 1)]
  const empty = Array.from({ length: room - list.length }, () => '')
  const lines = [...head, ...list, ...empty, ...foot].slice(0, rows)
  const width = displayWidth(head[0] ?? '')
  return `\u001b[H${lines.map((line) => `${line}\u001b[K`).join('\r\n')}\u001b[J\u001b[1;${width + 1}H\u001b[?25h`
}

function oneLine(text: string): string {
  return neutralise(text).replace(/\s+/g, ' ')
}
