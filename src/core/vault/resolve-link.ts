import { followsWikiRules, type Link } from '../model/link.ts'
import type { Note } from '../model/note.ts'
import { type NotePath, toNotePath } from '../model/note-path.ts'
import { toolDialects } from '../model/tool-dialect.ts'
import type { LinkStyle, Resolution } from '../model/resolution.ts'
import { findMarkdownTarget } from './find-markdown-target.ts'
import { findWikiTarget } from './find-wiki-target.ts'
import { percentDecode } from '../model/percent-decode.ts'
import { preferNear } from './prefer-near.ts'
import { isBlockAnchor, isFirstOfSeveral, resolveAnchor } from './resolve-anchor.ts'
import type { ResolverIndex, TargetMatch } from './resolver-index.ts'
import { uidOf } from './uid-of.ts'

/** Decides what a link of a note points at: the only place that does (links.md sections 2-4). */
export function resolveLink(index: ResolverIndex, from: Note, link: Link): Resolution {
  const wiki = followsWikiRules(link)
  const target = link.target.trim()
  const own = resolveOwn(index, from, link, target)
  if (own !== undefined) return own
  if (isExternal(target, wiki))
    return { status: 'external', url: link.anchor === undefined ? target : `${target}#${link.anchor}` }
  if (target === '') return withAnchor(from, link, { paths: [from.path], styles: [] }, index)
  const match = findTarget(index, from, link, target)
  if (match === undefined)
    return (wiki && opaqueUrl.test(target)) || placeholder.test(target) || isGenerated(from, target)
      ? { status: 'external', url: target }
      : { status: 'broken' }
  if (match.found === 'outside') {
    const { path } = match
    return { status: 'outside', exists: index.exists(path) || index.exists(`${path}.md`) }
  }
  const first = match.paths[0]
  const note = first === undefined ? undefined : index.note(first)
  return withAnchor(note, link, match, index)
}

/**
 * The target of a link by an id that is unique in the vault; undefined when it names a path. An `xref:` without a note refers to code that
 * other tools know; a `#page` without a note is just a tag.
 */
function resolveOwn(index: ResolverIndex, from: Note, link: Link, target: string): Resolution | undefined {
  if (link.tool === 'tag') {
    const match = findWikiTarget(index, from.path, target, from.dialects)
    if (match?.found !== 'files') return { status: 'external', url: `#${target}` }
    return withAnchor(undefined, link, { ...match, styles: [] }, index)
  }
  const isBlock = link.tool === 'block'
  const uid = link.tool === 'docfx' ? uidOf(target) : undefined
  if (!isBlock && uid === undefined) return undefined
  const paths = isBlock ? index.homes.ofBlock(target) : index.homes.ofUid(percentDecode(uid ?? ''))
  const [first] = paths
  if (first === undefined) return isBlock ? { status: 'broken' } : { status: 'external', url: target }
  return withAnchor(index.note(first), link, { paths, styles: [] }, index)
}

/** A canvas names a file by its path from the root only. */
function findTarget(index: ResolverIndex, from: Note, link: Link, target: string): TargetMatch | undefined {
  if (link.canvas === 'file')
    return toNotePath(target) === target ? findWikiTarget(index, from.path, `/${target}`) : undefined
  if (followsWikiRules(link)) return findWikiTarget(index, from.path, target, from.dialects)
  const path = link.tool === 'docfx' ? target.replace(/^~(?=\/)/, '') : target
  const match = findMarkdownTarget(index, from.path, path, from.dialects) ?? bundleAt(index, from.path, link, path)
  // Hugo finds a page by the end of its path.
  return link.tool === 'shortcode' && match?.found === 'files' ? { ...match, styles: [] } : match
}

/** `{{< ref "x" >}}` finds a bundle, whose page is the index of its folder, by the name of the folder. */
function bundleAt(index: ResolverIndex, from: NotePath, link: Link, path: string): TargetMatch | undefined {
  if (link.tool !== 'shortcode') return undefined
  const name = path.replace(/^\/+|\/+$/g, '')
  const match = index.notesByStem.endingWith(`${name}/index`) ?? index.notesByStem.endingWith(`${name}/_index`)
  return match && { found: 'files', paths: preferNear(match.paths, from), styles: [] }
}

function withAnchor(
  note: Note | undefined,
  link: Link,
  match: { paths: readonly NotePath[]; styles: readonly LinkStyle[] },
  index: ResolverIndex,
): Resolution {
  const path = match.paths[0]
  if (path === undefined) return { status: 'broken' }
  const isNote = index.note(path) !== undefined
  const anchor = note === undefined ? undefined : findAnchor(note, link)
  const named = {
    ...(anchor?.id === undefined ? {} : { anchor: anchor.id }),
    ...(anchor?.isFirstOfSeveral === true ? { isFirstOfSeveral: true as const } : {}),
  }
  if (match.paths.length > 1) {
    return {
      status: 'ambiguous',
      path,
      isNote,
      candidates: match.paths,
      styles: match.styles,
      ...named,
      ...(anchor?.missing ? { anchorMissing: true } : {}),
    }
  }
  if (anchor?.missing)
    return {
      status: 'broken-anchor',
      path,
      isNote: true,
      anchor: link.anchor ?? '',
      block: isBlockAnchor((link.anchor ?? '').replace(/^#+/, '')),
      styles: match.styles,
    }
  return { status: 'ok', path, isNote, styles: match.styles, ...named }
}

interface FoundAnchor {
  readonly missing: boolean
  readonly id?: string
  readonly isFirstOfSeveral?: boolean
}

function findAnchor(note: Note, link: Link): FoundAnchor | undefined {
  if (link.anchor === undefined) return undefined
  const decoded = percentDecode(link.anchor)
  const spellings = followsWikiRules(link) ? [link.anchor, decoded] : [decoded, link.anchor]
  for (const spelling of new Set(spellings)) {
    const match = resolveAnchor(note, spelling)
    if (match === undefined) continue
    if (match.kind === 'top') return { missing: false }
    if (match.kind === 'heading')
      return { missing: false, id: match.heading.slug, isFirstOfSeveral: isFirstOfSeveral(note, match.heading) }
    return { missing: false, id: match.kind === 'block' ? `^${match.id}` : match.id }
  }
  return { missing: true }
}

/** A placeholder that a template leaves for its tool: `{{date}}`, `<% tp.file.title %>`. */
const placeholder = /\{\{[^{}\n]{1,100}\}\}|<%[^\n]{0,100}?%>/

/** Whether the site's program generates the page at a path without a note. */
function isGenerated({ dialects }: Note, target: string): boolean {
  return dialects?.tools.some((tool) => toolDialects[tool].generated?.test(target)) === true
}

/** URLs without `//`. In wikilinks only these schemes count: `[[Project: plan]]` and `[[ns:note]]` are notes. */
const opaqueUrl = /^(?:mailto|tel|sms|data|doi|urn|news|xmpp|magnet|geo|file|javascript|about):\S/i

/** Whether a target is a URL that leaves the vault: `scheme:` or `//host` in markdown links, `scheme://` or `mailto:` in wikilinks. */
function isExternal(target: string, wiki: boolean): boolean {
  if (wiki) return /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:)/i.test(target)
  return /^(?:[a-z][a-z0-9+.-]{1,31}:|\/\/)/i.test(target)
}
