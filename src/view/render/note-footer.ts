import { toNotePath } from '../../core/model/note-path.ts'
import type { Resolution } from '../../core/model/resolution.ts'
import { groupByPath } from '../../core/model/group-by-path.ts'
import { isBroken } from './inlines/link-book.ts'
import { hanging, type NotePage } from './note-header.ts'
import type { RenderedLink } from './render-options.ts'
import { type Line, run, type Run, styled } from './runs/run.ts'

/** Links with the summary of each target, backlinks with their sentence, related notes. */
export function footerLines(page: NotePage): readonly Line[] {
  return [
    ...section('Links', linkEntries(page)),
    ...section('Backlinks', backlinkEntries(page)),
    ...section('Related', relatedEntries(page)),
  ].slice(1)
}

function section(name: string, entries: readonly Line[]): readonly Line[] {
  return entries.length === 0 ? [] : [[], [run(name, 'heading')], [run('─'.repeat(name.length), 'rule')], ...entries]
}

function linkEntries(page: NotePage): readonly Line[] {
  const rows = new Map(page.note.linksOut.map((row) => [row.resolved ?? row.target, row]))
  const seen = new Set<number>()
  const digits = String(Math.max(0, ...page.book.links.map(({ number }) => number))).length
  return page.book.links.flatMap((link, index) => {
    if (link.number === 0 || seen.has(link.number) || isSelf(link, page.note.path)) return []
    seen.add(link.number)
    const path = link.resolution !== undefined && 'path' in link.resolution ? link.resolution.path : undefined
    const row = rows.get(path ?? link.target)
    const marker = page.numbered ? `[${String(link.number)}]`.padEnd(digits + 3) : '→ '
    const style = isBroken(link.resolution) ? 'broken' : 'link'
    const shown = row?.title === undefined ? [run(linkName(link, path))] : page.told(row.title)
    const name = styled(shown, style).map((piece) => ({ ...piece, link: index }))
    return entry(page, marker, [...name, ...note(link)], row?.summary)
  })
}

function linkName(link: RenderedLink, path: string | undefined): string {
  if (link.tool === 'block') return path ?? `((${link.target}))`
  return path ?? (link.anchor === undefined ? link.target : `${link.target}#${link.anchor}`)
}

function note({ resolution }: RenderedLink): readonly Run[] {
  if (resolution?.status === 'broken-anchor') return [run(` (no heading "${resolution.anchor}")`, 'dim')]
  return isBroken(resolution) ? [run(' (not found)', 'dim')] : []
}

function isSelf({ resolution }: RenderedLink, path: string): boolean {
  return resolution !== undefined && 'path' in resolution && resolution.path === path
}

/** A name behind a marker, and what is said of it below, indented as the name. */
function entry(
  page: NotePage,
  marker: string,
  name: readonly Run[],
  ...texts: readonly (string | undefined)[]
): readonly Line[] {
  const margin = [run(' '.repeat(marker.length + 2))]
  const below = texts.flatMap((text) =>
    text === undefined || text === '' ? [] : hanging(margin, styled(page.told(text), 'dim'), page.width),
  )
  return [...hanging([run(`  ${marker}`, 'dim')], name, page.width), ...below]
}

/** Each note that links here once, with the sentence around each of its links. */
function backlinkEntries(page: NotePage): readonly Line[] {
  return [...groupByPath(page.note.linksIn)].flatMap(([path, rows]) => {
    const sentences = [...new Set(rows.map(({ context }) => context))]
    return entry(page, '← ', place(page, path, rows[0]?.title), ...sentences)
  })
}

function relatedEntries(page: NotePage): readonly Line[] {
  return (page.note.related ?? []).flatMap(({ path, title, summary: text }) =>
    entry(page, '~ ', place(page, path, title), text),
  )
}

function place(page: NotePage, path: string, title: string | undefined): readonly Run[] {
  const inside = toNotePath(path)
  const resolution: Resolution | undefined =
    inside === undefined ? undefined : { status: 'ok', path: inside, isNote: true, styles: [] }
  const link = page.book.add({ kind: 'wiki', target: path }, title ?? path, resolution)
  const shown = title === undefined ? [run(path)] : page.told(title)
  return styled(shown, 'link').map((piece) => ({ ...piece, link }))
}
