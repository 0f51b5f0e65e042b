import type { Change, ChangeSet, EditFile } from '../../model/change.ts'
import { readFrontMatter } from '../../parse/front-matter.ts'
import { editAt } from '../draft.ts'
import { firstHeld } from './held-key.ts'

/** The time of a change, in the forms that notes use. */
export interface ChangeTime {
  /** The local day, `YYYY-MM-DD`. */
  readonly day: string
  /** The local time, `HH:mm:ss`, and its offset from UTC, `+01:00`. */
  readonly time: string
  readonly offset: string
}

/**
 * The same change with `updated` (or `modified`) set in each edited note that has a day or time there, unless the change sets it itself.
 * Any other value (`weekly`, `01/02/2024`) stays: it is no time, or its form is unknown.
 */
export function keepUpdated({ title, changes }: ChangeSet, now: ChangeTime): ChangeSet {
  return {
    title,
    changes: changes.map((change): Change => (change.kind === 'edit' ? withUpdated(change, now) : change)),
  }
}

function withUpdated(change: EditFile, now: ChangeTime): EditFile {
  const { original, edits } = change
  const { metadata, bodyStart } = readFrontMatter(original)
  const key = firstHeld(Object.keys(metadata), ['updated', 'modified'])
  const old = key === undefined ? undefined : metadata[key]
  if (key === undefined || typeof old !== 'string' || edits.length === 0) return change
  const written = inFormOf(old, now)
  if (written === undefined) return change
  // A value whose text differs from what YAML reads (with escapes, say) is left alone; the rest of the change is made all the same.
  const found = new RegExp(
    `^${key}[ \\t]*[:=][ \\t]*["']?(?=(${old.replace(/[^\w\s]/g, '\\$&')})["']?[ \\t]*(?:\\s#.*)?\\r?$)`,
    'm',
  ).exec(original.slice(0, bodyStart))
  if (found === null) return change
  const start = found.index + found[0].length
  const isSet = edits.some(({ span }) => span.start < start + old.length && span.end > found.index)
  const edit = editAt(original, start, start + old.length, written)
  return isSet || edit.before === edit.after ? change : { ...change, edits: [...edits, edit] }
}

/** The time in the precision of the old value: a day, or with hours, seconds and a zone; undefined for another form. */
function inFormOf(old: string, { day, time, offset }: ChangeTime): string | undefined {
  const found = /^\d{4}-\d\d-\d\d(?:([T ]+)\d\d:\d\d(:\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/.exec(old)
  if (found === null) return undefined
  const [, gap, seconds, zone] = found
  if (gap === undefined) return day
  const shown = zone === 'Z' && offset === '+00:00' ? zone : zone === undefined ? '' : offset
  return day + gap + (seconds === undefined ? time.slice(0, 5) : time) + shown
}
