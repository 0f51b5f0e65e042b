import { followsWikiRules, type Link } from '../../model/link.ts'
import type { Note } from '../../model/note.ts'
import { isBlockAnchor } from '../../vault/resolve-anchor.ts'
import { percentDecode } from '../../model/percent-decode.ts'
import { nameKey } from './name-key.ts'
import { nearestNames } from './nearest-names.ts'
import { typoOf } from './typo.ts'

/** Headings or blocks that a broken anchor may have meant, spelled as the link's syntax wants them, best first, at most three. */
export function suggestAnchors(note: Note, anchor: string, link: Link): readonly string[] {
  const wanted = lastPart(anchor)
  if (isBlockAnchor(wanted)) {
    return nearestNames(
      wanted.slice(1),
      note.blocks.map(({ id }) => id),
    ).map((id) => `^${id}`)
  }
  return nearestNames(
    wanted,
    note.headings.map(({ text }) => text),
  ).map((text) => spellAnchor(note, text, link))
}

/** The one heading with the same `nameKey` as a broken anchor, as an anchor. */
export function clearAnchor(note: Note, anchor: string, link: Link): string | undefined {
  const wanted = nameKey(lastPart(anchor))
  if (wanted === '' || anchor.replace(/^#+/, '').includes('#')) return undefined
  return onlyHeading(note, link, (text) => nameKey(text) === wanted)
}

/** The one heading of which a broken anchor is a typo, as an anchor, with the misspelled word. */
export function typoAnchor(
  note: Note,
  anchor: string,
  link: Link,
): { readonly anchor: string; readonly word: string } | undefined {
  const wanted = lastPart(anchor)
  if (anchor.replace(/^#+/, '').includes('#')) return undefined
  const found = onlyHeading(note, link, (text) => typoOf(wanted, text) !== undefined)
  const word = note.headings.flatMap(({ text }) => typoOf(wanted, text) ?? [])[0]
  return found === undefined || word === undefined ? undefined : { anchor: found, word }
}

function onlyHeading(note: Note, link: Link, fits: (text: string) => boolean): string | undefined {
  const [only, other] = [...new Set(note.headings.map(({ text }) => text))].filter(fits)
  return only === undefined || other !== undefined ? undefined : spellAnchor(note, only, link)
}

function lastPart(anchor: string): string {
  return percentDecode(anchor).replace(/^.*#/s, '')
}

/** A wikilink names a heading by its text, without what would end the link; a markdown link by its slug. */
function spellAnchor(note: Note, text: string, link: Link): string {
  if (followsWikiRules(link))
    return text
      .replace(/[[\]|#^]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  return note.headings.find((heading) => heading.text === text)?.slug ?? text
}
