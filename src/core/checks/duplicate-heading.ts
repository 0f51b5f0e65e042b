import { followsWikiRules } from '../model/link.ts'
import type { Heading, Note } from '../model/note.ts'
import { foldName } from '../vault/fold.ts'
import { atLink, perLink, type Rule } from './rule.ts'

/** A wikilink to a heading whose text the note has several times: it goes to the first, whichever was meant. */
export const duplicateHeading: Rule = {
  severity: 'warning',
  summary: 'A link to a heading that its note has several times',
  find: perLink(({ from, link, resolution }, { vault }) => {
    if (!('isFirstOfSeveral' in resolution) || !followsWikiRules(link)) return undefined
    if (link.anchor === undefined || /^[#^]|#/.test(link.anchor)) return undefined
    const target = vault.note(resolution.path)
    const same = target === undefined ? [] : headingsLike(target, resolution.anchor ?? '')
    const [first] = same
    if (first === undefined) return undefined
    return atLink(
      from,
      link,
      `${resolution.path} has ${same.length} headings "${first.text}"; this goes to the first, on line ${first.line}`,
    )
  }),
}

function headingsLike(note: Note, slug: string): readonly Heading[] {
  const linked = note.headings.find((heading) => heading.slug === slug)
  return linked === undefined ? [] : note.headings.filter(({ text }) => foldName(text) === foldName(linked.text))
}
