import { isScalar, parseDocument } from 'yaml'
import { followsWikiRules, type Link, type PropertyLink } from '../../model/link.ts'
import type { Note } from '../../model/note.ts'
import { folderOf } from '../../model/note-path.ts'
import { unescapeMarkdown } from '../../parse/links/unescape.ts'
import { leadsNowhere, type Resolution } from '../../model/resolution.ts'
import type { Vault } from '../../vault/vault.ts'
import type { Draft, FormerTexts, PlanSource } from '../draft.ts'
import { isLogseq } from '../write/logseq-blocks.ts'
import { splitQuery } from './join-segments.ts'
import { newPath } from './link-meaning.ts'
import type { Spelling } from './spelling.ts'
import { type TrackedLink, verdict } from './tracked-link.ts'

/**
 * Gives links the spelling from before an earlier change that is reversed, if it leads to the right place: renaming back restores each
 * byte.
 */
export function restoreSpellings(source: PlanSource, draft: Draft, links: readonly TrackedLink[], after: Vault): void {
  const formerly = source.formerly?.(draft)
  if (formerly === undefined) return
  for (const tracked of links) {
    const { note, link, resolution } = tracked
    const text = source.textOf(note.path)
    const written = text.slice(link.targetSpan.start, link.targetSpan.end)
    const isTraced = formerly.isTraced(note.path, written, link.targetSpan.start)
    // Without a trace, the same words in the history may have belonged to another link.
    if (leadsNowhere(resolution) && !isTraced) continue
    const all = formerSpellingsOf(formerly, tracked, text)
    const isInPlace = liesWhereItLay(formerly, note, draft)
    const isRight = (spelling: Spelling): boolean => {
      const is = verdict(source.vault, after, { ...tracked, spelling }, draft)
      return is === 'same' || (is === 'worse' && isInPlace)
    }
    const found = all.find(isRight)
    if (found !== undefined) tracked.spelling = found
    // Keeps the spelling of links that the earlier change left alone; links written since may change.
    tracked.restored = found !== undefined || (isInPlace && (isTraced || !leadsToMoved(resolution, draft)))
    tracked.stood = found === undefined && !all.some(({ target }) => target !== undefined) && isTraced
  }
}

/** The possible former spellings of a link, the likeliest first. */
function formerSpellingsOf(formerly: FormerTexts, { note, link }: TrackedLink, text: string): readonly Spelling[] {
  const written = text.slice(link.targetSpan.start, link.targetSpan.end)
  const targets = [
    ...formerly.at(note.path, written, link.targetSpan.start).flatMap((one) => readFormer(link, one) ?? []),
    ...(mayHaveBeenTag(note, link)
      ? formerly
          .at(note.path, text.slice(link.span.start, link.span.end), link.span.start)
          .map((tag) => ({ target: tag, written: tag, unbracketed: true }) as const)
      : []),
  ]
  const anchors =
    link.anchor === undefined
      ? []
      : formerly.at(note.path, link.anchor, link.anchorSpan?.start ?? text.indexOf(link.anchor, link.targetSpan.end))
  return [
    ...targets.flatMap((target) => [target, ...anchors.map((anchor) => ({ ...target, anchor }))]),
    ...anchors.map((anchor) => ({ anchor })),
  ]
}

/** Whether a note will be in the folder for which its links were spelled, so that relative paths hold. */
function liesWhereItLay(formerly: FormerTexts, note: Note, draft: Draft): boolean {
  const folder = formerly.folderOf(note.path)
  return folder === undefined || folder === folderOf(newPath(note.path, draft))
}

/** Whether the target of a link is moved. */
function leadsToMoved(resolution: Resolution, { moves }: Draft): boolean {
  return 'path' in resolution && moves.has(resolution.path)
}

/** Whether a link may have been a Logseq tag, `#page`, that got brackets because a tag can't have the new name. */
function mayHaveBeenTag(note: Note, { kind, text, tool }: Link): boolean {
  return isLogseq(note) && kind === 'wiki' && text === undefined && tool === undefined
}

/** The spelling for a target as it was written before, with escapes undone; undefined when it can't be read. */
function readFormer(link: Link, written: string): Spelling | undefined {
  const read = readString(link, written)
  if (read === undefined || read.includes('\n')) return undefined
  if (followsWikiRules(link)) return { target: read, written }
  return { target: unescapeMarkdown(read) + splitQuery(link.target)[1], written }
}

/** The text of a part of the string that holds a link. */
function readString(link: Link, written: string): string | undefined {
  if (link.canvas !== undefined) return readJson(written)
  return link.kind === 'property' ? readProperty(written, link.quoting) : written
}

function readJson(written: string): string | undefined {
  try {
    return String(JSON.parse(`"${written}"`))
  } catch {
    return undefined
  }
}

/** The text of a part of a front matter string: escapes undone, lines folded. */
function readProperty(written: string, quoting: PropertyLink['quoting']): string | undefined {
  if (quoting === 'single') return written.replaceAll("''", "'").replace(/\s*\n\s*/g, ' ')
  if (quoting !== 'double' || !/[\\\n]/.test(written)) return written.replace(/\s*\n\s*/g, ' ')
  const { errors, contents } = parseDocument(`"${written}"`, { logLevel: 'silent' })
  return errors.length === 0 && isScalar(contents) && typeof contents.value === 'string' ? contents.value : undefined
}
