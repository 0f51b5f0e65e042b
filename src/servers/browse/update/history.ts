import type { NotePath } from '../../../core/model/note-path.ts'
import type { History, NotePane, Visit, WantedView } from '../model.ts'

/** The longest history; older visits are dropped. */
const longest = 200

/** The history after opening a note: the position in the current one is saved, visits ahead are dropped. */
export function visit(history: History, pane: NotePane | undefined, path: NotePath): History {
  const kept = remember(history, pane)
  if (kept.visits[kept.at]?.path === path) return kept
  const visits = [...kept.visits.slice(0, kept.at + 1), { path, top: 0 }].slice(-longest)
  return { visits, at: visits.length - 1 }
}

/** The history with the position in the current note saved. */
export function remember(history: History, pane: NotePane | undefined): History {
  const current = history.visits[history.at]
  if (pane === undefined || current?.path !== pane.path) return history
  const link = pane.link === undefined ? {} : { link: pane.link }
  const read: Visit = { path: pane.path, top: pane.top, ...link, ...turnedIn(pane) }
  return { ...history, visits: history.visits.with(history.at, read) }
}

/** The position of a visit, to scroll its note to. */
export function asRead({ top, link, turned }: Pick<Visit, 'top' | 'link' | 'turned'>): WantedView {
  return { kind: 'top', top, link, ...(turned === undefined ? {} : { turned }) }
}

/** The folds of a note that were turned, where there are any. */
export function turnedIn({ folding }: NotePane): { readonly turned?: readonly number[] } {
  const turned = folding?.turned ?? []
  return turned.length === 0 ? {} : { turned }
}

/** The history one visit back (-1) or ahead (1); undefined at its end. A note that is only previewed counts as one visit ahead. */
export function travel(history: History, pane: NotePane | undefined, by: -1 | 1): History | undefined {
  const kept = remember(history, pane)
  const looking = pane !== undefined && kept.visits[kept.at]?.path !== pane.path
  const at = by === -1 && looking ? kept.at : kept.at + by
  return kept.visits[at] === undefined ? undefined : { ...kept, at }
}
