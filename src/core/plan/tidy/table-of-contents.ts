import type { Edit } from '../../model/change.ts'
import type { Heading, Note } from '../../model/note.ts'
import type { BlockToken, ListToken } from '../../parse/blocks/block-token.ts'
import { readDocument } from '../../parse/read-document.ts'
import { walkTokens } from '../../parse/walk-tokens.ts'
import { editAt } from '../draft.ts'

/** How the links of a table of contents are written. */
type Style = 'markdown' | 'wiki'

/** The table of contents of a note: its first list in which every item is a link to a heading of the note. */
export interface FoundTable {
  readonly isThere: boolean
  /** The edit that brings it up to date; undefined when there is no table of contents, or it is up to date. */
  readonly update: Edit | undefined
}

/** Finds the table of contents of a note. */
export function findTableOfContents(note: Pick<Note, 'bodyStart' | 'headings'>, text: string): FoundTable {
  const list = readDocument(text, note).find(isTable)
  return { isThere: list !== undefined, update: list && updateOf(list, note, text) }
}

function updateOf(list: ListToken, note: Pick<Note, 'headings'>, text: string): Edit | undefined {
  const { start, end } = list.span
  const written = text.slice(start, end).trimEnd()
  const style = isOfWikilinks(list) ? 'wiki' : 'markdown'
  const marker = /^([-*+]|\d+[.)])/.exec(written)?.[0] ?? '-'
  const below = note.headings.filter(({ span }) => span.start > start)
  const table = contentsOf(below, { style, marker, lineEnd: /\r\n/.test(text) ? '\r\n' : '\n' })
  return table === '' || table === written ? undefined : editAt(text, start, start + written.length, table)
}

/** A table of contents of the headings below an offset; empty when there are none. */
export function tableOfContents({ headings }: Pick<Note, 'headings'>, offset: number, style: Style): string {
  const below = headings.filter(({ span }) => span.start > offset)
  return contentsOf(below, { style, marker: '-', lineEnd: '\n' })
}

interface Writing {
  readonly style: Style
  readonly marker: string
  readonly lineEnd: string
}

function contentsOf(headings: readonly Heading[], { style, marker, lineEnd }: Writing): string {
  const least = Math.min(...headings.map(({ level }) => level))
  const isNumbered = /\d/.test(marker)
  let indent = ''
  let count = 0
  let depth = -1
  const lines = headings.flatMap((heading) => {
    if (heading.text === '') return []
    // Where levels are skipped, an item is at most one level below the one before: deeper it would be code.
    depth = Math.min(heading.level - least, depth + 1)
    if (depth === 0) count++
    const mark = !isNumbered ? marker : depth === 0 ? marker.replace(/\d+/, String(count)) : '-'
    // Nested items are indented to the text of their parent, whose number is wider from 10 on.
    if (depth === 0) indent = ' '.repeat(mark.length + 1)
    return [`${indent.repeat(depth)}${mark} ${linkTo(heading, style)}`]
  })
  return lines.join(lineEnd)
}

function linkTo({ text, slug }: Heading, style: Style): string {
  return style === 'wiki' && !/[[\]|#^]/.test(text) ? `[[#${text}]]` : `[${text.replace(/[[\]\\]/g, '\\$&')}](#${slug})`
}

function isTable(block: BlockToken): block is ListToken {
  if (block.type !== 'list') return false
  let links = 0
  for (const token of walkTokens([block])) {
    if (token.type === 'link' && token.target === '' && token.anchor !== undefined) links++
    else if (token.type === 'paragraph') {
      const own = token.children.filter((child) => child.type !== 'text' || child.text.trim() !== '')
      if (own.length !== 1 || own[0]?.type !== 'link') return false
    }
  }
  return links > 0
}

function isOfWikilinks(list: ListToken): boolean {
  for (const token of walkTokens([list])) if (token.type === 'link' && token.kind === 'wiki') return true
  return false
}
