import { fail } from '../model/failure.ts'
import type { Note } from '../model/note.ts'
import type { PlanSource } from './draft.ts'
import { editFrontMatter } from './edit-front-matter.ts'
import { addItem, removeItems, tagsList } from './list-items.ts'
import type { Plan } from './rename-note.ts'
import { requireTag } from './rename-tag.ts'
import { textBody } from './text-body.ts'

/** Plans to give a note tags, in its front matter; those that it has stay as they are. */
export function addTags(source: PlanSource, note: Note, wanted: readonly string[]): Plan {
  const has = new Set(note.tags.map((tag) => tag.toLowerCase()))
  const tags = [...new Set(wanted.map(requireTag))].filter((tag) => !has.has(tag.toLowerCase()))
  const title = `tag ${note.path} with ${tags.join(', ')}`
  return editFrontMatter(source, note, title, (start) =>
    tags.reduce((text, tag) => addItem(textBody(start.path, text), tagsList, tag), start.text),
  )
}

/** Plans to take tags out of a note's front matter. Hashtags in its text are part of what it says and stay; where they are is told. */
export function removeTags(source: PlanSource, note: Note, wanted: readonly string[]): Plan {
  const tags = wanted.map(requireTag).map((tag) => tag.toLowerCase())
  const inText = note.inlineTags.filter(({ tag }) => tags.includes(tag.toLowerCase()))
  const where = inText.map(({ tag, line, column }) => `#${tag} stands in the text at ${note.path}:${line}:${column}`)
  const missing = tags.find((tag) => !note.tags.some((one) => one.toLowerCase() === tag))
  if (missing !== undefined)
    return fail({
      kind: 'refused',
      message: `${note.path} has no tag "${missing}"`,
      ...(note.tags.length > 0 ? { hint: `its tags: ${note.tags.join(', ')}` } : {}),
    })
  const plan = editFrontMatter(
    source,
    note,
    `remove the ${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')} of ${note.path}`,
    (start) => removeItems(start, tagsList, (item) => tags.includes(item.toLowerCase())) ?? start.text,
  )
  if (plan.changes.changes.length === 0 && where[0] !== undefined)
    return fail({ kind: 'refused', message: where[0], hint: 'only tags of the front matter are removed' })
  return { ...plan, messages: [...plan.messages, ...where] }
}
