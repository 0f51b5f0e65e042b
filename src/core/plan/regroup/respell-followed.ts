import { followsWikiRules, type Link } from '../../model/link.ts'
import type { Heading, Note } from '../../model/note.ts'
import { fileStem, relativePath } from '../../model/note-path.ts'
import { percentDecode } from '../../model/percent-decode.ts'
import { encodeAnchor, wikiAnchor } from '../spelling/anchor-spellings.ts'
import { markdownTargets } from '../spelling/markdown-targets.ts'
import { outsideTarget } from '../spelling/respell-link.ts'
import type { TargetChange } from '../spelling/respell-task.ts'
import { type Spelling, spellingOf } from '../spelling/spelling.ts'
import { wikiTargets } from '../spelling/wiki-targets.ts'
import { type FollowedLink, type Goal, goalOf, judge, type Transition } from './followed-link.ts'

/** The best spelling of a link that leads where it has to, in the style of the old one if possible. Undefined when there is none. */
export function respellFollowed(transition: Transition, followed: FollowedLink): Spelling | undefined {
  let lesser: Spelling | undefined
  for (const spelling of candidates(transition, followed)) {
    const verdict = judge(transition, followed, spelling)
    if (verdict === 'same') return spelling
    if (verdict === 'worse') lesser ??= spelling
  }
  return lesser
}

function* candidates(transition: Transition, followed: FollowedLink): Generator<Spelling> {
  const { note, link, resolution, holder } = followed
  if (resolution.status === 'outside') return yield { target: outsideTarget(note, link, holder) }
  const goal = goalOf(transition, followed)
  if (goal === undefined) return
  const anchors = anchorsFor(transition, followed, goal)
  for (const target of targetsFor(transition, followed, goal))
    for (const anchor of anchors) {
      if (target === '' && (anchor ?? '') === '') continue
      yield withLabel(followed, spellingOf(link, target, anchor))
    }
}

/** A link that showed the name of its note still shows it when it now leads to a heading; a link to a heading shows the heading. */
function withLabel({ link }: FollowedLink, spelling: Spelling): Spelling {
  const isWiki = link.kind === 'wiki' || (link.kind === 'property' && link.syntax === 'wiki')
  if (!isWiki || link.text !== undefined || spelling.anchor === undefined) return spelling
  const gone = spelling.anchor === ''
  if (!gone && link.anchor !== undefined && link.anchor !== '') return spelling
  const shown = gone ? (link.anchor ?? '').replace(/^.*#/, '').trim() : link.target
  return shown === '' || shown.startsWith('^') || shown === spelling.target ? spelling : { ...spelling, label: shown }
}

function targetsFor({ before, after }: Transition, followed: FollowedLink, goal: Goal): readonly string[] {
  const { link, note, resolution, holder } = followed
  const now = after.note(holder)
  if (!('path' in resolution) || now === undefined) return [link.target]
  const wiki = followsWikiRules(link)
  // A link within its own note has no name to take the style from; it gets the name of the file.
  const named: Link =
    link.target !== '' ? link : { ...link, target: wiki ? fileStem(note.path) : relativePath(note.path, note.path) }
  const change: TargetChange = {
    task: { before, after, from: note, now, link: named, resolution },
    oldPath: resolution.path,
    newPath: goal.path,
    oldNote: before.note(resolution.path),
    newNote: after.note(goal.path),
  }
  // A link within one note needs no name, unless a query stands in its place.
  const hasQuery = !wiki && link.target.includes('?')
  const needsName = link.kind === 'property' || link.kind === 'embed' || link.kind === 'image' || hasQuery
  const inside = goal.path === holder && !needsName
  const moved = goal.path !== resolution.path
  const targets = wiki ? wikiTargets(change) : markdownTargets(change)
  // A name that leads to the other note may do so for wend only, and not for other programs.
  return moved ? [...(inside ? [''] : []), ...targets, link.target] : [link.target, ...targets]
}

/** The anchors that may name the goal: the old one, the heading's text, the heading below the one above it, its slug. */
function anchorsFor({ after }: Transition, { link }: FollowedLink, goal: Goal): readonly (string | undefined)[] {
  const note = after.note(goal.path)
  const old = link.anchor
  if (goal.isLoose === true || goal.id !== undefined || note === undefined) return [old]
  if (goal.offset === undefined) return [old, '']
  const block = note.blocks.find(({ span }) => span.start === goal.offset)
  if (block !== undefined) return [old, `^${block.id}`]
  const index = note.headings.findIndex(({ span }) => span.start === goal.offset)
  const heading = note.headings[index]
  if (heading === undefined) return [old]
  const names = followsWikiRules(link) ? wikiNames(note, heading, index) : markdownNames(heading, old ?? '')
  const isSlug = old !== undefined && percentDecode(old) === heading.slug
  return [...(goal.isTop === true ? [''] : []), old, ...(isSlug ? [heading.slug] : []), ...names]
}

function wikiNames(note: Note, heading: Heading, index: number): readonly string[] {
  const above = note.headings.slice(0, index).findLast(({ level }) => level < heading.level)
  const text = wikiAnchor(heading.text)
  return [text, ...(above === undefined ? [] : [`${wikiAnchor(above.text)}#${text}`]), heading.slug]
}

function markdownNames({ slug, text }: Heading, old: string): readonly string[] {
  return [slug, encodeAnchor(text, old)]
}
