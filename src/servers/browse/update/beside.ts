import type { Step } from '../events.ts'
import type { BrowseState, NotePane } from '../model.ts'
import { hasRoomBeside } from '../view/layout.ts'
import { remember } from './history.ts'
import { follow, missingNoteMessage, still } from './open-note.ts'
import { refit } from './refit.ts'

/** Keeps the note on the screen beside the next one; pressed again at the same note, it removes it. */
export function toggleBeside(state: BrowseState): Step {
  const { note, beside, ...rest } = state
  const message = missingNoteMessage(state)
  if (note === undefined || message !== undefined) return still({ ...state, message: message ?? '' })
  if (beside?.path === note.path) return refitted({ ...rest, note })
  if (!hasRoomBeside(state.size)) return still({ ...state, message: 'two notes beside each other need 130 columns' })
  return refitted({ ...state, beside: note, message: 'this note stays on the right; x changes sides, v puts it away' })
}

/** Swaps the two notes, so that the other one can be read. */
export function exchange(state: BrowseState): Step {
  const { note, beside } = state
  if (note === undefined || beside === undefined) return still({ ...state, message: 'v keeps a note beside this one' })
  // A removed note stays on the screen only while it is read.
  if (missingNoteMessage(state) !== undefined) return putAway(state, beside)
  const { panel: _panel, find: _find, hover: _hover, ...plain } = state
  const history = remember(state.history, note)
  return refitted(follow({ ...plain, history, focus: 'note', note: beside, beside: note }, beside.path))
}

function putAway({ beside: _beside, ...state }: BrowseState, note: NotePane): Step {
  return refitted(follow({ ...state, focus: 'note', note }, note.path))
}

/** Hides the list while a note is read, or shows it again. */
export function toggleWide(state: BrowseState): Step {
  if (state.note === undefined) return still({ ...state, message: 'choose a note first' })
  return refitted({ ...state, focus: 'note', isWide: state.isWide !== true })
}

function refitted(state: BrowseState): Step {
  return { state, effects: refit(state) }
}
