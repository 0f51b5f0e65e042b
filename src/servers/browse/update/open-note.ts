import type { NotePath } from '../../../core/model/note-path.ts'
import { asRead, travel, visit } from './history.ts'
import { bestLine } from './find-in-note.ts'
import { foldNote, lineIn, revealing, rowOfLine } from './folding.ts'
import { lineOfSource, sameLine } from './source-places.ts'
import { clamp, layOutScreen, scrollTo } from '../view/layout.ts'
import { withRows } from './list-rows.ts'
import type { Effect, Step } from '../events.ts'
import type { BrowseState, Find, History, NotePane, RenderedNote, WantedView } from '../model.ts'

/** The step that only changes the state. */
export function still(state: BrowseState): Step {
  return { state, effects: [] }
}

/** Previews a note on the right; the history stays as it is. */
export function look(state: BrowseState, path: NotePath, wanted?: WantedView): Step {
  const { find: _find, panel: _panel, ...rest } = state
  if (state.note?.path === path && wanted === undefined) return still({ ...rest, note: state.note })
  const note: NotePane = { path, top: 0, ...(wanted === undefined ? {} : { wanted }) }
  return { state: { ...rest, note }, effects: [renderEffect(state, path)] }
}

/** Why there is no note to act on: none is chosen, or the one on the screen was removed by someone else; undefined when there is one. */
export function missingNoteMessage({ vault, note }: BrowseState): string | undefined {
  if (note === undefined) return 'choose a note first'
  return vault.note(note.path) === undefined ? goneMessage(note.path) : undefined
}

/** The message about a removed note. */
export function goneMessage(path: NotePath): string {
  return `there is no note at ${path} any more`
}

/** Opens a note: it enters the history, and the list of linked notes is about it. */
export function openNote(state: BrowseState, path: NotePath, wanted?: WantedView): Step {
  if (state.vault.note(path) === undefined) return still({ ...state, message: goneMessage(path) })
  const history = visit(readSoFar(state), state.note, path)
  const { before: _before, ...left } = state
  const shown = look(left, path, wanted)
  const next: BrowseState = { ...shown.state, history, focus: 'note' }
  const effects = shown.effects.map((effect) => (effect.kind === 'render' ? renderEffect(next, path) : effect))
  return { state: follow(next, path), effects: [...effects, { kind: 'save' }] }
}

/** The visited notes; the one on the screen is included once it has the focus. */
function readSoFar({ focus, history, note }: BrowseState): History {
  return focus === 'note' && note !== undefined ? visit(history, note, note.path) : history
}

/** Goes one visit back or ahead. */
export function goThrough(state: BrowseState, by: -1 | 1): Step {
  const history = travel(state.history, state.note, by)
  const place = history?.visits[history.at]
  if (history === undefined || place === undefined)
    return still({ ...state, message: by === -1 ? 'this is where you began' : 'nothing ahead' })
  const shown = look({ ...state, history }, place.path, asRead(place))
  const next: BrowseState = { ...shown.state, focus: 'note' }
  return { state: follow(next, place.path), effects: [...shown.effects, { kind: 'save' }] }
}

/** Takes a laid out note, if it is the one on the screen, and scrolls it to the wanted position. */
export function takeRendered(state: BrowseState, rendered: RenderedNote): Step {
  if (rendered.width !== layOutScreen(state).noteWidth) return still(state)
  const { note, beside } = state
  const find = note?.path === rendered.path ? foundIn(state, note, rendered) : undefined
  return still({
    ...state,
    ...(find === undefined ? {} : { find }),
    ...(note?.path === rendered.path ? { note: settled(state, note, rendered) } : {}),
    ...(beside?.path === rendered.path ? { beside: settled(state, beside, rendered) } : {}),
  })
}

/** The search inside the note with its match after layout: that of the opened hit, or the former one at another width. */
function foundIn(state: BrowseState, { wanted, folding }: NotePane, whole: RenderedNote): Find | undefined {
  const { find } = state
  if (find === undefined) return undefined
  const before =
    find.line === undefined || folding === undefined ? undefined : sameLine(folding.whole, whole, find.line)
  const line = wanted?.kind === 'words' ? placeOf(state, whole, wanted).line : before
  return line === undefined ? find : { ...find, line }
}

function settled(state: BrowseState, note: NotePane, whole: RenderedNote): NotePane {
  const { wanted, link: _link, ...pane } = note
  const { line, link: chosen, top } = wanted === undefined ? stayed(note, whole) : placeOf(state, whole, wanted)
  const turned = (wanted?.kind === 'top' ? wanted.turned : undefined) ?? note.folding?.turned ?? []
  const shown = foldNote(whole, line === undefined ? turned : revealing(whole, turned, line))
  const link = chosen !== undefined && whole.links[chosen] !== undefined ? { link: chosen } : {}
  const laid: NotePane = { ...pane, ...shown, top, ...link }
  return { ...laid, top: withinNote(state, laid, line === undefined ? top : rowOfLine(shown.folding, line) + top) }
}

/** Scrolls the note so that a line is at the top of the screen, as far as possible. */
export function withinNote(state: BrowseState, note: NotePane, top: number): number {
  const { bodyRows } = layOutScreen(state)
  return clamp(top, 0, Math.max(0, (note.rendered?.lines.length ?? 0) - bodyRows))
}

/** Asks for the note on the screen to be laid out for its width. */
export function renderEffect(state: BrowseState, path: NotePath): Effect {
  return { kind: 'render', path, width: layOutScreen(state).noteWidth }
}

/** Makes the list follow the note: its row is selected, and the list of linked notes is about it. */
export function follow(state: BrowseState, path: NotePath): BrowseState {
  const { list } = state
  const { bodyRows } = layOutScreen(state, 'list')
  const moved =
    list.query === undefined && list.mode === 'linked'
      ? withRows(state.vault, { ...list, base: path, selected: 0 }, path)
      : list
  const at = moved.rows.findIndex((row) => row.kind === 'note' && row.path === path)
  const selectedRow = moved.rows[moved.selected]
  const kept = at < 0 || (selectedRow !== undefined && selectedRow.kind !== 'heading' && selectedRow.path === path)
  const selected = kept ? moved.selected : at
  return {
    ...state,
    list: { ...moved, base: path, selected, top: scrollTo(selected, moved.top, bodyRows, moved.rows.length) },
  }
}

/** Where to scroll a note: to a line of the unfolded note with an offset from the top of the screen, or, without a line, to a row. */
interface Target {
  readonly line?: number | undefined
  readonly top: number
  readonly link?: number | undefined
}

/** Where a note that is laid out again is scrolled to: the same text as before, when the width changed. */
function stayed({ folding, top, link }: NotePane, whole: RenderedNote): Target {
  const isSame = folding === undefined || folding.whole.width === whole.width || top === 0
  const line = isSame ? undefined : sameLine(folding.whole, whole, lineIn(folding, top))
  return line === undefined ? { top, link } : { line, top: 0, link }
}

function placeOf(state: BrowseState, whole: RenderedNote, wanted: WantedView): Target {
  const third = -Math.floor(layOutScreen(state, 'note').bodyRows / 3)
  switch (wanted.kind) {
    case 'top':
      return wanted
    case 'anchor': {
      const folded = wanted.anchor.toLowerCase()
      const heading = whole.headings.find(({ text, slug }) => slug === folded || text.toLowerCase() === folded)
      return { line: heading?.line, top: 0 }
    }
    case 'words': {
      const { words, source } = wanted
      const line = source === undefined ? bestLine(whole, words) : lineOfSource(whole, source, words)
      return { line, top: line === undefined ? 0 : third }
    }
    case 'link-to': {
      const link = whole.links.findIndex(({ goal }) => goal.kind === 'note' && goal.path === wanted.path)
      const line = whole.places.find((place) => place.link === link)?.line
      return line === undefined ? { top: 0 } : { line, top: third, link }
    }
  }
}
