import { type NotePath, toNotePath } from '../../core/model/note-path.ts'
import { isRecord } from '../../io/files/is-record.ts'
import { remember } from './update/history.ts'
import { type BrowseState, type History, type ListMode, listModes, type Visit } from './model.ts'

/** What the reader saves for a vault between two runs. */
export interface SavedPlace {
  readonly mode?: ListMode
  readonly history: History
  /** Places under letters. */
  readonly marks?: Readonly<Record<string, Visit>>
  /** Set when nothing was saved, so that this is the first start. */
  readonly isFirst?: boolean
}

const nowhere: SavedPlace = { history: { visits: [], at: -1 }, isFirst: true }

/** The part of a state that is saved. */
export function placeToSave(state: BrowseState): SavedPlace {
  const { marks } = state
  return {
    mode: state.list.mode,
    history: remember(state.history, state.note),
    ...(marks === undefined ? {} : { marks }),
  }
}

/** Reads a saved place; anything invalid counts as not saved. */
export function readPlace(saved: unknown): SavedPlace {
  if (!isRecord(saved) || !isRecord(saved['history'])) return nowhere
  const { mode, history } = saved
  const kept = Array.isArray(history['visits']) ? history['visits'].flatMap(readVisit) : []
  const at = typeof history['at'] === 'number' && Number.isInteger(history['at']) ? history['at'] : kept.length - 1
  return {
    ...(isListMode(mode) ? { mode } : {}),
    ...readMarks(saved['marks']),
    history: { visits: kept, at: Math.max(-1, Math.min(at, kept.length - 1)) },
  }
}

function readVisit(saved: unknown): readonly Visit[] {
  if (!isRecord(saved) || typeof saved['path'] !== 'string') return []
  const path: NotePath | undefined = toNotePath(saved['path'])
  const { top, turned } = saved
  if (path === undefined) return []
  const folds = Array.isArray(turned) ? turned.filter((fold) => Number.isInteger(fold)) : []
  return [
    {
      path,
      top: typeof top === 'number' && top >= 0 ? Math.floor(top) : 0,
      ...(folds.length === 0 ? {} : { turned: folds }),
    },
  ]
}

function readMarks(saved: unknown): Pick<SavedPlace, 'marks'> {
  if (!isRecord(saved)) return {}
  const marks = Object.entries(saved).flatMap(([letter, visit]) => {
    const [read] = readVisit(visit)
    return /^[A-Za-z]$/.test(letter) && read !== undefined ? [[letter, read] as const] : []
  })
  return { marks: Object.fromEntries(marks) }
}

function isListMode(mode: unknown): mode is ListMode {
  return listModes.some((one) => one === mode)
}
