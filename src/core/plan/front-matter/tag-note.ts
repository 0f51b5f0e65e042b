import { fail } from '../../model/failure.ts'
import type { Note } from '../../model/note.ts'
import type { PlanSource } from '../draft.ts'
import { editFrontMatters, notesInTitle } from './edit-front-matter.ts'
import { addItem, removeItems, tagsList } from './list-items.ts'
import type { Plan } from '../rename/rename-note.ts'
import { requireTag } from '../rename/rename-tag.ts'
import { foldName } from '../../vault/fold.ts'
import { textBody } from '../text/text-body.ts'

/** Plans to add tags to the front matter of notes; tags that a note has already are not added again. */
export function addTags(source: PlanSource, notes: readonly Note[], wanted: readonly string[]): Plan {
  const isSame = (one: string, other: string): boolean => foldName(one) === foldName(other)
  const tags = wanted.map(requireTag).filter((tag, at, all) => all.findIndex((one) => isSame(one, tag)) === at)
  const lacks = (note: Note, tag: string): boolean => !note.tags.some((one) => isSame(one, tag))
  const added = tags.filter((tag) => notes.some((note) => lacks(note, tag)))
  return editFrontMatters(source, notes, `tag ${notesInTitle(notes)} with ${added.join(', ')}`, (start, note) =>
    tags
      .filter((tag) => lacks(note, tag))
      .reduce((text, tag) => addItem(textBody(start, text), tagsList, tag), start.text),
  )
}

/**
 * Plans to remove tags from the front matter of notes. Hashtags in their text stay, as part of the prose, and are reported. When there is
 * only one note, it must have the tags.
 */
export function removeTags(source: PlanSource, notes: readonly Note[], wanted: readonly string[]): Plan {
  const tags = [...new Set(wanted.map(requireTag).map(foldName))]
  const [only, second] = notes
  if (only !== undefined && second === undefined) requireTags(only, tags)
  const where = notes.flatMap(({ path, inlineTags }) =>
    inlineTags
      .filter(({ tag, bare }) => bare !== true && tags.includes(foldName(tag)))
      .map(({ tag, line, column }) => `#${tag} stands in the text at ${path}:${line}:${column}`),
  )
  const title = `remove the ${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')} of ${notesInTitle(notes)}`
  const plan = editFrontMatters(
    source,
    notes,
    title,
    (start) => removeItems(start, tagsList, (item) => tags.includes(foldName(item))) ?? start.text,
  )
  if (plan.changes.changes.length === 0 && where[0] !== undefined)
    return fail({ kind: 'refused', message: where[0], hint: 'only tags of the front matter are removed' })
  return { ...plan, messages: [...plan.messages, ...where] }
}

function requireTags(note: Note, tags: readonly string[]): void {
  const missing = tags.find((tag) => !note.tags.some((one) => foldName(one) === tag))
  if (missing === undefined) return
  fail({
    kind: 'refused',
    message: `${note.path} has no tag "${missing}"`,
    ...(note.tags.length > 0 ? { hint: `its tags: ${note.tags.join(', ')}` } : {}),
  })
}
