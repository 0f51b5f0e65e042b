import type { InputEvent, KeyName } from './events.ts'
import { nameTable } from '../../core/model/name-table.ts'

/** The events in terminal input, and the beginning of an incomplete one. */
export interface InputRead {
  readonly events: readonly InputEvent[]
  readonly rest: string
}

const keys: Readonly<Record<string, KeyName>> = nameTable({
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\u007f': 'backspace',
  '\b': 'backspace',
  '\u0003': 'ctrl-c',
  '\u0004': 'ctrl-d',
  '\u000c': 'ctrl-l',
  '\u0015': 'ctrl-u',
  '\u0017': 'ctrl-w',
  '\u001a': 'ctrl-z',
  '\u001b': 'escape',
})

/** The keys of the control sequences `ESC [ … letter` and `ESC O letter` of xterm and its kin. */
const letters: Readonly<Record<string, KeyName>> = nameTable({
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  Z: 'shift-tab',
})

/** The keys of the sequences `ESC [ number ~`. */
const numbers: Readonly<Record<string, KeyName>> = nameTable({
  1: 'home',
  3: 'delete',
  4: 'end',
  5: 'page-up',
  6: 'page-down',
  7: 'home',
  8: 'end',
})

const pasteStart = '\u001b[200~'
const pasteEnd = '\u001b[201~'

/**
 * Reads keys, text, pastes and mouse events (xterm's control sequences, SGR mouse mode 1006, bracketed paste 2004) from
 * what a terminal sent. What it does not know is dropped. A lone escape at the end is kept as `rest`, since more may come.
 */
export function readInput(input: string): InputRead {
  const events: InputEvent[] = []
  let at = 0
  while (at < input.length) {
    const read = input[at] === '\u001b' ? readEscape(input, at) : readText(input, at)
    if (read === undefined) return { events, rest: input.slice(at) }
    if (read.event !== undefined) events.push(read.event)
    at = read.end
  }
  return { events, rest: '' }
}

/**
 * How long to wait for the rest of an incomplete sequence, in milliseconds; longer for a paste. After that it is the escape key, or
 * dropped.
 */
export function patienceFor(rest: string): number {
  if (rest.startsWith(pasteStart)) return Infinity
  return report.test(rest) ? 1000 : 40
}

/** The beginning of a report that a terminal sends (OSC, DCS, APC, PM, SOS), which ends with BEL or ST. */
const report = /^\u001b[\]P_^X]/

/** The longest report, in characters; anything longer is none. */
const longestReport = 4096

interface OneRead {
  readonly event?: InputEvent
  readonly end: number
}

function readText(input: string, at: number): OneRead {
  const key = keys[input[at] ?? '']
  if (key !== undefined) return { event: { type: 'key', key }, end: at + 1 }
  const text = /[^\u0000-\u001f\u007f-\u009f]*/y
  text.lastIndex = at
  const match = text.exec(input)?.[0] ?? ''
  return match === '' ? { end: at + 1 } : { event: { type: 'text', text: match }, end: at + match.length }
}

/** One sequence after an escape; undefined while it is incomplete. */
function readEscape(input: string, at: number): OneRead | undefined {
  if (input.startsWith(pasteStart, at)) {
    const end = input.indexOf(pasteEnd, at)
    if (end < 0) return undefined
    return { event: { type: 'paste', text: input.slice(at + pasteStart.length, end) }, end: end + pasteEnd.length }
  }
  if (report.test(input.slice(at, at + 2))) return readReport(input, at)
  const sequence = /\u001b(?:\[([<\d;?]*)([@-~])|O([@-~]))/y
  sequence.lastIndex = at
  const match = sequence.exec(input)
  if (match !== null) {
    const [whole, parameters = '', letter = '', shifted = ''] = match
    const event = shifted === '' ? controlEvent(parameters, letter) : keyEvent(letters[shifted])
    return { ...(event === undefined ? {} : { event }), end: at + whole.length }
  }
  const incomplete = /\u001b(?:\[[<\d;?]*|O)?$/y
  incomplete.lastIndex = at
  if (incomplete.test(input)) return undefined
  return { event: { type: 'key', key: 'escape' }, end: at + 1 }
}

/** A late answer of the terminal, about the background for instance, is not typed input and is dropped. */
function readReport(input: string, at: number): OneRead | undefined {
  const end = /\u0007|\u001b\\/g
  end.lastIndex = at + 2
  const match = end.exec(input)
  if (match !== null) return { end: match.index + match[0].length }
  return input.length - at > longestReport ? { end: at + 2 } : undefined
}

function controlEvent(parameters: string, letter: string): InputEvent | undefined {
  if (parameters.startsWith('<')) return letter === 'M' ? mouseEvent(parameters.slice(1)) : undefined
  if (letter === '~') return keyEvent(numbers[parameters.split(';')[0] ?? ''])
  return keyEvent(letters[letter])
}

function keyEvent(key: KeyName | undefined): InputEvent | undefined {
  return key === undefined ? undefined : { type: 'key', key }
}

/** A press, move or wheel turn of SGR mouse mode: `button;column;row`, columns and rows from 1; drags and modifiers are left out. */
function mouseEvent(parameters: string): InputEvent | undefined {
  const [button = -1, column = 1, row = 1] = parameters.split(';').map(Number)
  const actions: Readonly<Record<number, 'press' | 'move' | 'wheel-up' | 'wheel-down'>> = {
    0: 'press',
    35: 'move',
    64: 'wheel-up',
    65: 'wheel-down',
  }
  const action = actions[button]
  return action === undefined ? undefined : { type: 'mouse', action, column: column - 1, row: row - 1 }
}
