import { type NotePath, toNotePath } from '../../core/model/note-path.ts'
import { remember } from './update/history.ts'
import type { BrowseState, History, ListMode, Visit } from './model.ts'

/** What the reader keeps of a vault from one time to the next. */
export interface SavedPlace {
  readonly mode: ListMode
  readonly history: History
}

const nowhere: SavedPlace = { mode: 'topics', history: { visits: [], at: -1 } }

/** What of a state is kept. */
export function placeToSave(state: BrowseState): SavedPlace {
  return { mode: state.list.mode, history: remember(state.history, state.note) }
}

/** Reads a kept place, whatever the file holds; what is wrong counts as never visited. */
export function readPlace(saved: unknown): SavedPlace {
  if (!isRecord(saved) || !isRecord(saved['history'])) return nowhere
  const { mode, history } = saved
  const kept = Array.isArray(history['visits']) ? history['visits'].flatMap(readVisit) : []
  const at = typeof history['at'] === 'number' && Number.isInteger(history['at']) ? history['at'] : kept.length - 1
  return {
    mode: mode === 'notes' || mode === 'linked' ? mode : 'topics',
    history: { visits: kept, at: Math.max(-1, Math.min(at, kept.length - 1)) },
  }
}

function readVisit(saved: unknown): readonly Visit[] {
  if (!isRecord(saved) || typeof saved['path'] !== 'string') return []
  const path: NotePath | undefined = toNotePath(saved['path'])
  const top = saved['top']
  return path === undefined ? [] : [{ path, top: typeof top === 'number' && top >= 0 ? Math.floor(top) : 0 }]
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
