import { fileName, fileStem, folderOf, isNoteFile, relativePath } from '../../model/note-path.ts'
import { dayOfPage, writeDay } from '../../model/logseq-day.ts'
import type { LinkStyle } from '../../model/resolution.ts'
import { withoutNoteExtension } from '../../vault/file-index.ts'
import { foldName } from '../../vault/fold.ts'
import { logseqPageName } from '../../parse/dialects/logseq-title.ts'
import { logseqFileName } from '../../vault/logseq-names.ts'
import { nameSlug } from '../../vault/name-index.ts'
import { percentDecode } from '../../model/percent-decode.ts'
import { inStyleOf } from './name-style.ts'
import { joinSegments } from './join-segments.ts'
import type { TargetChange } from './respell-task.ts'

/** Spellings of a wikilink's target, best first: in the style of the old one, then from the shortest path suffix to the whole path. */
export function wikiTargets(change: TargetChange): readonly string[] {
  const { link } = change.task
  const encoded = hasStyle(change, 'encoded-wikilink')
  const written = (encoded ? percentDecode(link.target) : link.target).replaceAll('\\', '/')
  const spellings = [...asPage(change, written), ...byName(change, written), ...asFolder(change, written)]
  const backslashes = link.target.includes('\\') && !link.target.includes('/')
  const finished = spellings
    .filter((target) => target !== '' && !/[|#\n\r]|\[\[|\]\]|\]$/.test(target))
    .map((target) => (encoded ? target.replaceAll('%', '%25').replaceAll(' ', '%20') : target))
    .map((target) => (backslashes ? target.replaceAll('/', '\\') : target))
  return [...new Set(finished)]
}

function hasStyle({ task }: TargetChange, style: LinkStyle): boolean {
  return 'styles' in task.resolution && task.resolution.styles.includes(style)
}

/** For a Logseq page: `a/b` for the file `a___b`, and the name of a journal day in the pattern of the old name. */
function asPage({ task, oldPath, newPath, oldNote, newNote }: TargetChange, written: string): readonly string[] {
  const { dialects } = task.from
  if (dialects?.pages !== true) return []
  const day = dayOfPage(written, dialects.journals)
  const newDay = newNote === undefined ? undefined : dayOfPage(newNote.title, dialects.journals)
  if (day !== undefined && newDay !== undefined) {
    const now = writeDay(newDay.date, day.pattern)
    return [inStyleOf(written, writeDay(day.date, day.pattern), now), now]
  }
  const isTitled = oldNote?.titleSource === 'file' && foldName(oldNote.title) === foldName(written)
  if (!isTitled && foldName(fileStem(oldPath)) !== foldName(logseqFileName(written))) return []
  const old = isTitled ? oldNote.title : logseqPageName(fileStem(oldPath))
  const now = isTitled && newNote !== undefined ? newNote.title : logseqPageName(fileStem(newPath))
  return [inStyleOf(written, old, now), now]
}

/** For links by title or slug: the new title, or the slug of the name that gave the old one. */
function byName(change: TargetChange, written: string): readonly string[] {
  const { oldNote, newNote, oldPath, newPath } = change
  if (oldNote === undefined || newNote === undefined) return []
  const isTitle = hasStyle(change, 'case-mismatch') && written === oldNote.title && newNote.title !== oldNote.title
  if (isTitle || hasStyle(change, 'resolved-by-title'))
    return [inStyleOf(written, oldNote.title, newNote.title), newNote.title]
  if (!hasStyle(change, 'resolved-by-slug')) return []
  const names = [
    [fileStem(oldPath), fileStem(newPath)],
    [oldNote.title, newNote.title],
  ] as const
  const match = names.find(([old]) => nameSlug(old) === nameSlug(written))
  return match === undefined ? [] : [inStyleOf(written, match[0], match[1]), nameSlug(match[1])]
}

/** Spellings by path; for a folder that was written with a slash at its end (`docs/`), first those with one. */
function asFolder(change: TargetChange, written: string): readonly string[] {
  const bare = written.replace(/(?<=[^/])\/+$/, '')
  const targets = targetsByPath(change, bare)
  return bare === written ? targets : [...targets.map((target) => `${target}/`), ...targets]
}

function targetsByPath(change: TargetChange, written: string): readonly string[] {
  const { oldPath, newPath, task } = change
  const folder = namesFolder(written, oldPath)
  const shorten = (path: string): string => (folder ? folderOf(path) : withoutNoteExtension(path))
  const target = shorten(newPath)
  const extension =
    isNoteFile(written) && isNoteFile(newPath) ? newPath.slice(withoutNoteExtension(newPath).length) : ''
  const styled = styledPath(change, written.replace(/\.(?:md|markdown)$/i, ''), { old: shorten(oldPath), now: target })
  const whole = withoutNoteExtension(newPath)
  const suffixes = [...suffixesOf(target), ...suffixesOf(whole)]
  const all = [styled, ...suffixes, `/${target}`, dotted(relativePath(task.now.path, whole)), `/${whole}`]
  return [...all.map((path) => path + extension), ...(extension === '' ? all.map((path) => `${path}.md`) : all)]
}

/** The new path relative to the same place as the old one, with as many segments, its name in the same form. */
function styledPath(
  { task }: TargetChange,
  written: string,
  { old, now }: { readonly old: string; readonly now: string },
): string {
  const name = inStyleOf(fileName(written), fileName(old), fileName(now))
  const styled = folderOf(now) === '' ? name : `${folderOf(now)}/${name}`
  if (written.startsWith('/')) return `/${styled}`
  if (/^\.\.?(?:\/|$)/.test(written)) return dotted(relativePath(task.now.path, styled))
  const segments = written.split('/')
  const count = segments.length
  if (count > 1 && joinSegments('', written).toLowerCase() === old.toLowerCase()) return styled
  const near = relativePath(task.now.path, styled)
  if (count > 1 && joinSegments(folderOf(task.from.path), written) === old && !near.startsWith('..')) return near
  return keepCase(styled.split('/').slice(-count), segments).join('/')
}

/** Unchanged folders keep the case in which the link wrote them. */
function keepCase(path: readonly string[], written: readonly string[]): readonly string[] {
  const known = new Map(written.map((segment) => [segment.toLowerCase(), segment]))
  return path.map((segment, at) => (at === path.length - 1 ? segment : (known.get(segment.toLowerCase()) ?? segment)))
}

/** Whether a link names a note by the folder whose index it is. */
function namesFolder(written: string, path: string): boolean {
  return /^(?:index|readme)$/i.test(fileStem(path)) && !/(?:^|\/)(?:index|readme)(?:\.md|\.markdown)?$/i.test(written)
}

function suffixesOf(path: string): readonly string[] {
  const segments = path.split('/')
  return segments.map((_segment, at) => segments.slice(segments.length - 1 - at).join('/'))
}

function dotted(path: string): string {
  return path.startsWith('.') ? path : `./${path}`
}
