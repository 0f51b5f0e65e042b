import { fileStem } from '../model/note-path.ts'
import type { Note } from '../model/note.ts'
import { targetPath } from '../model/resolution.ts'
import type { Vault } from '../vault/vault.ts'

/**
 * The text of a note as others may read it: without front matter and comments, links to notes that are not published as their words.
 * `whole` is the vault with all notes, `isKnown` tells the published ones.
 */
export function publicText(whole: Vault, note: Note, text: string, isKnown: (path: string) => boolean): string {
  let open = ''
  let from = note.bodyStart
  for (const { link, resolution } of whole.linksFrom(note.path)) {
    const path = targetPath(resolution)
    if (path === undefined || whole.note(path) === undefined || isKnown(path)) continue
    if (link.span.start < from || link.kind === 'property' || link.kind === 'html') continue
    open += text.slice(from, link.span.start) + wordsOf(link)
    from = link.span.end
  }
  return withoutComments(open + text.slice(from))
}

function wordsOf(link: {
  readonly kind: string
  readonly text?: string
  readonly target: string
  readonly anchor?: string
}): string {
  if (link.kind === 'embed' || link.kind === 'image') return ''
  return link.text ?? (link.target === '' ? (link.anchor ?? '') : fileStem(link.target))
}

/** Text without `<!-- … -->` and `%% … %%`, which a reader never sees; code keeps what looks like them. */
function withoutComments(text: string): string {
  if (!text.includes('<!--') && !text.includes('%%')) return text
  let fence = ''
  let inside = ''
  const kept: string[] = []
  for (const line of text.split('\n')) {
    const marker = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
    if (inside === '' && (fence !== '' || marker !== '')) {
      if (fence === '') fence = marker
      else if (marker.startsWith(fence)) fence = ''
      kept.push(line)
      continue
    }
    const { shown, open } = cutComments(line, inside)
    if (shown !== '' || line === '') kept.push(shown)
    inside = open
  }
  return kept.join('\n')
}

/** A line without its comments, and what closes the one that goes on after it. */
function cutComments(line: string, inside: string): { readonly shown: string; readonly open: string } {
  let shown = ''
  let rest = line
  let open = inside
  while (rest !== '') {
    if (open !== '') {
      const end = rest.indexOf(open)
      if (end < 0) return { shown, open }
      rest = rest.slice(end + open.length)
      open = ''
      continue
    }
    // Code spans are passed over.
    const match = /(`+)(?:.*?[^`])??\1(?!`)|<!--|%%/.exec(rest)
    if (match === null) return { shown: shown + rest, open: '' }
    const isComment = match[1] === undefined
    shown += rest.slice(0, match.index + (isComment ? 0 : match[0].length))
    rest = rest.slice(match.index + match[0].length)
    if (isComment) open = match[0] === '%%' ? '%%' : '-->'
  }
  return { shown, open }
}
