import { followsWikiRules, type Link } from '../../model/link.ts'
import type { Note } from '../../model/note.ts'
import { encodeDestination } from '../../query/links/encode-destination.ts'
import { newPath, outsidePath } from './link-meaning.ts'
import { relativePath } from '../../model/note-path.ts'
import { splitQuery } from './join-segments.ts'
import { markdownTargets } from './markdown-targets.ts'
import { anchorSpellings } from './anchor-spellings.ts'
import type { RespellTask, TargetChange } from './respell-task.ts'
import { type Spelling, spellingOf } from './spelling.ts'
import { wikiTargets } from './wiki-targets.ts'

/**
 * The best spelling of a link's target and anchor: in the style of the old one if that leads to the right place, else the shortest that
 * does; one that leads there only in a worse way (ambiguous, by folded case) if there is no other. Undefined when none leads there.
 */
export function respellLink(
  task: RespellTask,
  judge: (spelling: Spelling) => 'same' | 'worse' | 'other',
): Spelling | undefined {
  const { link, resolution, draft, before, after } = task
  if (resolution.status === 'outside') {
    const spelling = { target: outsideTarget(task.from, link, task.now.path) }
    return judge(spelling) === 'other' ? undefined : spelling
  }
  if (!('path' in resolution)) return undefined
  const path = newPath(resolution.path, draft)
  const change: TargetChange = {
    task,
    oldPath: resolution.path,
    newPath: path,
    oldNote: before.note(resolution.path),
    newNote: after.note(path),
  }
  const targets = targetsOf(change)
  const anchors = anchorSpellings(change)
  let lesser: Spelling | undefined
  for (const target of [link.target, ...targets]) {
    for (const anchor of [link.anchor, ...anchors]) {
      const spelling = spellingOf(link, target, anchor)
      const verdict = judge(spelling)
      if (verdict === 'same') return spelling
      if (verdict === 'worse') lesser ??= spelling
    }
  }
  return lesser
}

/** Spellings of the target, best first; a canvas always names a file by its path from the root. */
function targetsOf(change: TargetChange): readonly string[] {
  const { link } = change.task
  if (link.canvas === 'file') return [change.newPath]
  if (link.target === '') return []
  return followsWikiRules(link) ? wikiTargets(change) : markdownTargets(change)
}

/** The target of a link out of the vault, written for a note at another path: only its `..` change. */
export function outsideTarget(from: Note, link: Link, holder: string): string {
  const [raw, query] = splitQuery(link.target)
  const path = relativePath(holder, outsidePath({ from, link }))
  return encodeDestination(path, { raw: raw.replaceAll('\\', '/'), angle: false, html: link.kind === 'html' }) + query
}
