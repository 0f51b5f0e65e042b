import sliceAnsi from 'slice-ansi'
import type { Style } from '../../../view/style.ts'
import { wrapText } from '../../../view/wrap-text.ts'
import { findColumns, withoutPainting } from '../update/find-in-note.ts'
import { inverse } from '../../../view/inverse.ts'
import { shownName } from './one-line.ts'
import type { BrowseState, Find, NotePane } from '../model.ts'
import type { PaneRoom } from './view-list.ts'

/** The visible lines of the note, with the selected link and matches marked; before it is laid out, its summary. */
export function noteLines(
  state: BrowseState,
  note: NotePane | undefined,
  room: PaneRoom,
  style: Style,
): readonly string[] {
  const { vault } = state
  if (note === undefined) return []
  if (note.rendered === undefined) {
    const summary = shownName(state, vault.note(note.path)?.summary ?? '')
    return ['', ...wrapText(summary, room.width).map((line) => style.paint('summary', line))]
  }
  const { lines, width } = note.rendered
  return lines
    .slice(note.top, note.top + room.rows)
    .map((line) => (width > room.width ? sliceAnsi(line, 0, room.width) : line))
    .map((line, index) =>
      marksOf(line, note.top + index, note, state.find).reduce((text, one) => mark(text, one, style), line),
    )
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly kind: 'found' | 'selected'
}

function marksOf(line: string, at: number, note: NotePane, find: Find | undefined): readonly Mark[] {
  const links = (note.rendered?.places ?? []).filter((place) => place.line === at && place.link === note.link)
  const found = find === undefined ? [] : findColumns(line, find)
  return [
    ...found.map((range) => ({ ...range, kind: 'found' as const })),
    ...links.map(({ start, end }) => ({ start, end, kind: 'selected' as const })),
  ]
}

function mark(line: string, { start, end, kind }: Mark, style: Style): string {
  const text = withoutPainting(sliceAnsi(line, start, end))
  const marked = kind === 'selected' ? inverse(text) : inverse(style.paint('match', text))
  return sliceAnsi(line, 0, start) + marked + sliceAnsi(line, end)
}
