import { followsWikiRules } from '../../model/link.ts'
import { encodeDestination } from '../../query/links/encode-destination.ts'
import { newPath, outsidePath } from './link-meaning.ts'
import { relativePath } from '../../model/note-path.ts'
import { markdownTargets } from './markdown-targets.ts'
import { anchorSpellings } from './anchor-spellings.ts'
import type { RespellTask, TargetChange } from './respell-task.ts'
import type { Spelling } from './spelling.ts'
import { wikiTargets } from './wiki-targets.ts'

/**
 * The best spelling of a link's target and anchor: in the style of the old one if that leads right, else the shortest that does; one that
 * only leads right in a lesser way (ambiguous, by folded case) if there is no other. Undefined when no spelling leads right.
 */
export function respellLink(
  task: RespellTask,
  judge: (spelling: Spelling) => 'same' | 'worse' | 'other',
): Spelling | undefined {
  const { link, resolution, draft, before, after } = task
  if (resolution.status === 'outside') return outsideSpelling(task, judge)
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
      const spelling: Spelling = {
        ...(target === link.target ? {} : { target }),
        ...(anchor === link.anchor || anchor === undefined ? {} : { anchor }),
      }
      const verdict = judge(spelling)
      if (verdict === 'same') return spelling
      if (verdict === 'worse') lesser ??= spelling
    }
  }
  return lesser
}

/** Spellings of the target, best first; the file of a card of a canvas is always the path from the root. */
function targetsOf(change: TargetChange): readonly string[] {
  const { link } = change.task
  if (link.canvas === 'file') return [change.newPath]
  if (link.target === '') return []
  return followsWikiRules(link) ? wikiTargets(change) : markdownTargets(change)
}

/** A link out of the vault counts its `..` from the folder of its note. */
function outsideSpelling(
  { from, now, link }: RespellTask,
  judge: (spelling: Spelling) => 'same' | 'worse' | 'other',
): Spelling | undefined {
  const path = relativePath(now.path, outsidePath({ from, link }))
  const mark = link.target.indexOf('?')
  const raw = mark < 0 ? link.target : link.target.slice(0, mark)
  const angle = 'angle' in link && link.angle === true
  const target = followsWikiRules(link) ? path : encodeDestination(path, { raw, angle, html: link.kind === 'html' })
  const spelling = { target: mark < 0 ? target : target + link.target.slice(mark) }
  return judge(spelling) === 'other' ? undefined : spelling
}
