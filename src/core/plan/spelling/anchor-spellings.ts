import { slug } from 'github-slugger'
import { followsWikiRules } from '../../model/link.ts'
import type { Heading, Note } from '../../model/note.ts'
import { headingIds } from '../../model/heading-ids.ts'
import { percentDecode } from '../../model/percent-decode.ts'
import { resolveAnchor } from '../../vault/resolve-anchor.ts'
import type { TargetChange } from './respell-task.ts'

/** Spellings of a link's anchor for the heading that it named, best first: text or slug as before, then the other. */
export function anchorSpellings({ task, oldNote, newNote }: TargetChange): readonly string[] {
  const { link, resolution } = task
  if (oldNote === undefined || newNote === undefined || link.anchor === undefined) return []
  if (!('anchor' in resolution) || resolution.anchor === undefined) return []
  const index = oldNote.headings.findIndex((heading) => heading.slug === resolution.anchor)
  const heading = newNote.headings[index]
  if (index < 0 || heading === undefined) return []
  return headingSpellings({ written: link.anchor, wiki: followsWikiRules(link), index, heading, oldNote, newNote })
}

/** A written anchor, the place of the heading that it named, and that heading as it is now. */
interface NamedHeading {
  readonly written: string
  readonly wiki: boolean
  readonly index: number
  readonly heading: Heading
  readonly oldNote: Note
  readonly newNote: Note
}

function headingSpellings({ written, wiki, index, heading, oldNote, newNote }: NamedHeading): readonly string[] {
  const write = wiki ? wikiAnchor : (text: string) => encodeAnchor(text, written)
  const readable = wiki ? written : percentDecode(written)
  const ownId = headingIds(oldNote)[index] === readable ? headingIds(newNote)[index] : undefined
  if (ownId !== undefined && !wiki) return [ownId, heading.slug, write(heading.text)]
  const parts = readable.split('#').map((part) => newPart(part, oldNote, newNote))
  const texts = [parts.join('#'), heading.text].map(write)
  const isSlug = readable === oldNote.headings[index]?.slug && readable !== oldNote.headings[index].text
  // In a wikilink a single lower-case word is more likely the text than a slug.
  return (isSlug && readable.includes('-')) || !wiki ? [heading.slug, ...texts] : [...texts, write(heading.slug)]
}

/** One part of `A#B`, renamed if its heading was. */
function newPart(part: string, oldNote: Note, newNote: Note): string {
  const match = resolveAnchor(oldNote, part)
  if (match?.kind !== 'heading') return part
  const now: Heading | undefined = newNote.headings[oldNote.headings.indexOf(match.heading)]
  if (now === undefined || now.text === match.heading.text) return part
  const isSlug = part === slug(match.heading.text) && part !== match.heading.text && part.includes('-')
  return isSlug ? now.slug : wikiAnchor(now.text)
}

/** Heading text for a wikilink: characters that would end the link or start another part become spaces. */
export function wikiAnchor(text: string): string {
  return text
    .replace(/[[\]|^]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
}

/** Heading text for a markdown destination; letters beyond ASCII stay unencoded if the old anchor had such. */
export function encodeAnchor(text: string, old: string): string {
  const encoded = encodeURIComponent(text).replaceAll('%23', '#')
  return /[^\0-\x7f]/.test(old) ? encoded.replace(/(?:%[89A-F][\dA-F])+/gi, percentDecode) : encoded
}
