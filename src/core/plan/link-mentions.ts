import { followsWikiRules, type Link } from '../model/link.ts'
import type { Edit } from '../model/change.ts'
import { type NotePath, relativePath } from '../model/note-path.ts'
import { encodeDestination } from '../query/encode-destination.ts'
import { shortestSpelling } from '../query/spell-target.ts'
import { cellsOf } from '../parse/cells-of.ts'
import type { Vault } from '../vault/vault.ts'
import { editAt, type PlanSource } from './draft.ts'
import type { Mention } from './find-mentions.ts'
import { keepLinks } from './spelling/keep-links.ts'
import type { Plan } from './rename-note.ts'

/** Plans to make links of mentions, in the syntax that the vault uses most; the text that is shown stays as it is. */
export function linkMentions(source: PlanSource, mentions: readonly Mention[]): Plan {
  const wiki = usesWikilinks(source.vault)
  const edits = new Map<NotePath, readonly Edit[]>()
  const cells = new Map<NotePath, (offset: number) => boolean>()
  for (const mention of mentions) {
    const { note, start, text } = mention
    const whole = source.textOf(note.path)
    const inCell = cells.get(note.path) ?? cellsOf(whole, note.bodyStart)
    cells.set(note.path, inCell)
    const mark = inCell(start) ? '\\|' : '|'
    const written = wiki ? wikilink(source.vault, mention, mark) : markdownLink(mention)
    edits.set(note.path, [...(edits.get(note.path) ?? []), editAt(whole, start, start + text.length, written)])
  }
  const { changes, messages } = keepLinks(source, { moves: new Map(), edits })
  const count = mentions.length === 1 ? '1 mention' : `${mentions.length} mentions`
  return { changes: { title: `link ${count}`, changes }, messages }
}

function usesWikilinks(vault: Vault): boolean {
  let balance = 0
  for (const note of vault.notes)
    for (const link of note.links)
      if (followsWikiRules(link)) balance++
      else if (link.kind === 'markdown' && /\.(?:md|markdown)$/i.test(link.target)) balance--
  return balance >= 0
}

/** `[[name]]` where that is how the note is found, else `[[path|name]]` with the mark given. */
function wikilink(vault: Vault, { note, target, text }: Mention, mark: string): string {
  const spelling = shortestSpelling(vault, target.path)
  if (spelling.normalize('NFC') === text.normalize('NFC')) return `[[${text}]]`
  const link: Link = { kind: 'wiki', target: text, span: none, targetSpan: none, line: 1, column: 1 }
  const resolution = vault.resolve(note, link)
  const isName = text === target.title || target.aliases.includes(text)
  if (isName && resolution.status === 'ok' && resolution.path === target.path) return `[[${text}]]`
  return `[[${spelling}${mark}${text}]]`
}

const none = { start: 0, end: 0 }

function markdownLink({ note, target, text }: Mention): string {
  return `[${text}](${encodeDestination(relativePath(note.path, target.path), { raw: '', angle: false, html: false })})`
}
