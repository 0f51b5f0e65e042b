import type { NotePath } from '../../model/note-path.ts'
import type { TextComparison } from '../../model/report.ts'
import { noteOfText } from './note-of-text.ts'
import { textDifference } from './text-difference.ts'

/** Compares two texts of a note: their lines, links and headings. */
export function compareTexts(path: NotePath, before: string, after: string): TextComparison {
  const edits = textDifference(before, after)
  const [old, now] = [partsOf(path, before), partsOf(path, after)]
  return {
    added: edits.reduce((sum, edit) => sum + linesIn(edit.after), 0),
    removed: edits.reduce((sum, edit) => sum + linesIn(edit.before), 0),
    linksAdded: without(now.links, old.links),
    linksRemoved: without(old.links, now.links),
    headingsAdded: without(now.headings, old.headings),
    headingsRemoved: without(old.headings, now.headings),
  }
}

function partsOf(
  path: NotePath,
  text: string,
): { readonly links: readonly string[]; readonly headings: readonly string[] } {
  const note = noteOfText(path, text)
  const links = note.links.map(({ target, anchor }) => (anchor === undefined ? target : `${target}#${anchor}`))
  return { links, headings: note.headings.map((heading) => heading.text) }
}

function linesIn(text: string): number {
  return text === '' ? 0 : text.replace(/\n$/, '').split('\n').length
}

/** The items of a list that another list lacks; an item that occurs more often is listed as often as it does so. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = new Map<string, number>()
  for (const item of other) left.set(item, (left.get(item) ?? 0) + 1)
  return list.filter((item) => {
    const count = left.get(item) ?? 0
    left.set(item, count - 1)
    return count <= 0
  })
}
