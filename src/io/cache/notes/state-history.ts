import type { NotePath } from '../../../core/model/note-path.ts'

/** By note's place, the turn at which something last changed. */
type Turns = Readonly<Record<number, number>>

/** What changed when, since a base file was written or since a state whose links were not resolved. */
export interface History {
  readonly turn: number
  /** The last states of the vault, oldest first; that of the present turn is last. */
  readonly states: readonly string[]
  /** Notes read anew. */
  readonly notes: Turns
  /** Notes with links that were decided anew: those read anew among them. */
  readonly links: Turns
  /** Notes that other notes have come to link to, or that a note linking to them changed. */
  readonly sources: Turns
}

/** The notes concerned by later changes; no path, title, alias or attachment of the vault is another. */
export interface ChangesSince {
  readonly notes: readonly NotePath[]
  readonly links: readonly NotePath[]
  readonly sources: readonly NotePath[]
}

/** A history that knows of no state before this one. */
export function historyFrom(state: string): History {
  return { turn: 0, states: [state], notes: {}, links: {}, sources: {} }
}

/** The history of a base file to which nothing was added: its own state has no name. */
export const noHistory = historyFrom('')

/** How many states are known by name; what rests on an older one is made anew. */
const mostStates = 100

/** A history with one more turn, which leads to a state and concerns the notes at some places. */
export function extendHistory(
  history: History,
  state: string,
  places: Readonly<Record<'notes' | 'links' | 'sources', readonly number[]>>,
): History {
  const turn = history.turn + 1
  const mark = (name: 'notes' | 'links' | 'sources'): Turns => {
    const turns = { ...history[name] }
    for (const place of places[name]) turns[place] = turn
    return turns
  }
  const states = [...history.states.slice(1 - mostStates), state]
  return { turn, states, notes: mark('notes'), links: mark('links'), sources: mark('sources') }
}

/** What a history tells of the changes since a state, named as the index cache names it; undefined when it does not know the state. */
export function changesSince(
  state: string,
  { id, history }: { readonly id: string; readonly history: History },
  pathAt: (place: number) => NotePath,
): ChangesSince | undefined {
  const [base, name = ''] = state.split('/')
  const order = history.states.lastIndexOf(name)
  if (base !== id || order < 0) return undefined
  const turn = history.turn - history.states.length + 1 + order
  const later = (turns: Turns): readonly NotePath[] =>
    Object.entries(turns).flatMap(([place, at]) => (at > turn ? [pathAt(Number(place))] : []))
  return { notes: later(history.notes), links: later(history.links), sources: later(history.sources) }
}
