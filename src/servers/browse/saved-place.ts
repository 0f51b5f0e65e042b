import { type NotePath, toNotePath } from '../../core/model/note-path.ts'
import { isRecord } from '../../io/files/is-record.ts'
import { remember } from './update/history.ts'
import { type BrowseState, type History, type ListMode, listModes, type Visit } from './model.ts'

/** What the reader keeps of a vault from one time to the next. */
export interface SavedPlace {
  readonly mode?: ListMode
  readonly history: History
  /** Places under letters. */
  readonly marks?: Readonly<Record<string, Visit>>
  /** Nothing was kept: the reader is started for the first time. */
  readonly isFirst?: boolean
}

const nowhere: SavedPlace = { history: { visits: [], at: -1 }, isFirst: true }

/** What of a state is kept. */
export function placeToSave(state: BrowseState): SavedPlace {
  const { marks } = state
  return {
    mode: state.list.mode,
    history: remember(state.history, state.note),
    ...(marks === undefined ? {} : { marks }),
  }
}

/** Reads a kept place, whatever the file holds; what is wrong counts as never visited. */
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
