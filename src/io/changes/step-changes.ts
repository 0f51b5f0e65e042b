import type { Change, Edit } from '../../core/model/change.ts'
import { type NotePath, toNotePath } from '../../core/model/note-path.ts'
import { decodeText } from '../files/decode-text.ts'
import type { Splice } from './edit-bytes.ts'
import type { Step } from './journal.ts'
import { type Place, realFile } from './run-journal.ts'

/** What steps come to on the files as they are, as changes to show. */
export function stepChanges(place: Place, steps: readonly Step[]): readonly Change[] {
  const changes = steps.flatMap((step): readonly Change[] => {
    const path = toNotePath(step.path)
    if (path === undefined || step.kind === 'make-folder') return []
    if (step.kind === 'remove-folder') return [{ kind: 'remove-folder', path }]
    if (step.kind === 'write') return writeChange(place, path, step)
    const to = toNotePath(step.to)
    return to === undefined ? [] : [{ kind: 'move', path, to }]
  })
  return changes.sort((a, b) => Number(b.kind === 'move') - Number(a.kind === 'move') || (a.path < b.path ? -1 : 1))
}

function writeChange(place: Place, path: NotePath, step: Extract<Step, { kind: 'write' }>): readonly Change[] {
  if (step.after === null) return [{ kind: 'trash', path }]
  if (step.before === null)
    return [{ kind: 'create', path, text: step.splices.map(({ inserted }) => inserted.toString('utf8')).join('') }]
  const bytes = place.fs.readFileSync(realFile(place, path))
  const decoded = decodeText(bytes)
  if ('binary' in decoded) return []
  const edits = step.splices.map((splice) => toEdit(bytes, splice))
  return [{ kind: 'edit', path, original: decoded.text, edits }]
}

function toEdit(bytes: Buffer, { at, removed, inserted }: Splice): Edit {
  const start = textOf(bytes, bytes.subarray(0, at)).length
  const before = textOf(bytes, removed)
  return { span: { start, end: start + before.length }, before, after: textOf(bytes, inserted) }
}

/** A part of a file as text, in the file's encoding. */
function textOf(file: Buffer, part: Buffer): string {
  const mark = file.subarray(0, file[0] === 0xef ? 3 : 2)
  const marked = file[0] === 0xff || file[0] === 0xfe || (file[0] === 0xef && file[1] === 0xbb)
  const whole = !marked || part.subarray(0, mark.length).equals(mark) ? part : Buffer.concat([mark, part])
  const decoded = decodeText(whole)
  return 'binary' in decoded ? '' : decoded.text
}
