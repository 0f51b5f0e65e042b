import type { NotePath } from '../model/note-path.ts'
import type { Note } from '../model/note.ts'
import { targetPath, type ResolvedLink } from '../model/resolution.ts'
import type { Sentences } from '../parse/sentences.ts'
import { relatedNotes } from '../query/graph/related-notes.ts'
import type { Vault } from '../vault/vault.ts'

/** A note beside another, with the sentence that links them and the words of the link. */
export interface LinkedNote {
  readonly path: string
  readonly sentence: string
  readonly words: string
}

/** The notes that link to a note, each once, by how much is linked to them; `vault` holds the published notes. */
export function linkingNotes(
  vault: Vault,
  note: Note,
  sentencesOf: (path: string) => Sentences,
): readonly LinkedNote[] {
  const first = new Map<string, ResolvedLink>()
  for (const resolved of vault.linksTo(note.path)) {
    const known = first.get(resolved.from.path)
    // A sentence of the text tells more than a property.
    if (known === undefined || (known.link.kind === 'property' && resolved.link.kind !== 'property'))
      first.set(resolved.from.path, resolved)
  }
  return [...first.values()]
    .map((resolved) => ({ resolved, count: linksOfNotes(vault, resolved.from.path) }))
    .sort((a, b) => b.count - a.count || (a.resolved.from.path < b.resolved.from.path ? -1 : 1))
    .map(({ resolved }) => linked(resolved, resolved.from.path, sentencesOf))
}

/** The first note that a note links to, or that links to it: where a walk goes on. */
export function nextNote(vault: Vault, note: Note, sentencesOf: (path: string) => Sentences): LinkedNote | undefined {
  for (const resolved of vault.linksFrom(note.path)) {
    const path = targetPath(resolved.resolution)
    if (path === undefined || path === note.path || vault.note(path) === undefined) continue
    if (resolved.link.kind !== 'property') return linked(resolved, path, sentencesOf)
  }
  const back = vault.linksTo(note.path)[0]
  return back && linked(back, back.from.path, sentencesOf)
}

/** How many links of notes lead to a note: those of a canvas that is not published would tell of it. */
function linksOfNotes(vault: Vault, path: NotePath): number {
  return vault.backlinkCount(path) - vault.canvasLinksTo(path).length
}

function linked(resolved: ResolvedLink, path: string, sentencesOf: (path: string) => Sentences): LinkedNote {
  const { link, from } = resolved
  const sentence = sentencesOf(from.path).around(link.span)
  return { path, sentence, words: link.text ?? (link.target === '' ? (link.anchor ?? '') : link.target) }
}

/** How many close notes are told. */
const mostRelated = 4

/** Notes that are close without a link between them, and why. */
export function closeTo(vault: Vault, note: Note): readonly { readonly path: string; readonly reason: string }[] {
  const near = new Set<string>(vault.neighbours(note.path))
  return relatedNotes(vault, note, mostRelated).map(({ path }) => {
    const between = vault
      .neighbours(path)
      .filter((other) => near.has(other))
      .sort((a, b) => linksOfNotes(vault, a) - linksOfNotes(vault, b))
    const titles = between.slice(0, 3).map((other) => vault.note(other)?.title ?? other)
    const more = between.length > titles.length ? ` and ${between.length - titles.length} more` : ''
    return { path, reason: `both are linked with ${titles.join(', ')}${more}` }
  })
}
