import type { Edit } from '../../model/change.ts'
import type { Definition, Note } from '../../model/note.ts'
import { targetPath } from '../../model/resolution.ts'
import { isWithin, type Span } from '../../model/span.ts'
import { readDocument } from '../../parse/read-document.ts'
import type { Vault } from '../../vault/vault.ts'
import { editAt, type PlanSource } from '../draft.ts'
import { editOfDefinition, editOfUse } from '../rename/rename-label.ts'
import { isFirstInLine } from './definition-tail.ts'
import { withLineEnd } from './line-end-edits.ts'

/**
 * The edits that rename reference labels, footnotes and block ids of a note where the note it is joined with has the same, and remove
 * definitions and footnotes that are equal there.
 */
export function renameLabels({ vault, textOf }: PlanSource, note: Note, other: Note): readonly Edit[] {
  const pair = { vault, note, text: textOf(note.path), other, otherText: textOf(other.path) }
  const edits = [...definitionEdits(pair), ...footnoteEdits(pair), ...blockEdits(pair)]
  const taken = takenEdits(
    pair.text,
    edits.filter(({ after }) => after === '').map(({ span }) => span),
  )
  return [
    ...taken,
    ...edits.filter(({ span, after }) => after !== '' && !taken.some((one) => isWithin(span, one.span))),
  ]
}

/** The edits that remove ranges. Adjacent ranges are joined; at the end of the text the blanks before them go too. */
function takenEdits(text: string, spans: readonly Span[]): readonly Edit[] {
  const joined: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last === undefined || text.slice(last.end, span.start).trim() !== '') joined.push(span)
    else joined.splice(-1, 1, { start: last.start, end: Math.max(last.end, span.end) })
  }
  return joined.map((span) => {
    if (text.slice(span.end).trim() === '')
      return editAt(text, text.slice(0, span.start).trimEnd().length, span.end, '')
    const { start, end } = withLineEnd(text, span)
    return editAt(text, start, end, '')
  })
}

/** The note that is moved and the note that receives it. */
interface Pair {
  readonly vault: Vault
  readonly note: Note
  readonly text: string
  readonly other: Note
  readonly otherText: string
}

function definitionEdits({ vault, note, text, other, otherText }: Pair): readonly Edit[] {
  const theirs = new Map(other.definitions.filter(({ duplicate }) => !duplicate).map((one) => [one.label, one]))
  const known = new Set([...theirs.keys(), ...note.definitions.map(({ label }) => label)])
  return note.definitions.flatMap((definition): readonly Edit[] => {
    const { label, span, duplicate } = definition
    const same = theirs.get(label)
    if (same === undefined || duplicate) return []
    const titles = [
      text.slice(definition.targetSpan.end, span.end),
      otherText.slice(same.targetSpan.end, same.span.end),
    ]
    if (titles[0] === titles[1] && goalOf(vault, note, definition) === goalOf(vault, other, same))
      return isFirstInLine(text, span) ? [editAt(text, span.start, span.end, '')] : []
    const name = freeName(label, known)
    return [
      editOfDefinition(text, definition, name),
      ...note.links.flatMap((link) => ('label' in link && link.label === label ? [editOfUse(text, link, name)] : [])),
    ]
  })
}

/** What a definition points at, for comparison. */
function goalOf(vault: Vault, note: Note, { uses: _uses, duplicate: _duplicate, ...definition }: Definition): string {
  const resolution = vault.resolve(note, { kind: 'reference', ...definition })
  return `${targetPath(resolution) ?? definition.target}#${definition.anchor ?? ''}`
}

function footnoteEdits(pair: Pair): readonly Edit[] {
  const { note, text, other } = pair
  const alike = footnotesAlike(pair)
  const theirs = new Set(other.footnotes.map(({ id }) => id.toLowerCase()))
  const known = new Set([...theirs, ...note.footnotes.map(({ id }) => id.toLowerCase())])
  const names = new Map<string, string>()
  const gone = [...alike.values()].map(({ start, end }) => editAt(text, start, end, ''))
  const renamed = note.footnotes
    .filter(({ id }) => theirs.has(id.toLowerCase()) && !alike.has(id.toLowerCase()))
    .map(({ id, span }) => {
      const name = names.get(id.toLowerCase()) ?? freeName(id, known)
      names.set(id.toLowerCase(), name)
      const start = text.indexOf('[^', span.start) + 2
      return editAt(text, start, start + id.length, name)
    })
  return [...gone, ...renamed]
}

/** The footnotes that the other note has in the same words, with links to the same targets. */
function footnotesAlike({ vault, note, text, other, otherText }: Pair): ReadonlyMap<string, Span> {
  const said = (one: Note, whole: string): ReadonlyMap<string, { readonly span: Span; readonly words: string }> =>
    new Map(
      readDocument(whole, one).flatMap((block) => {
        if (block.type !== 'footnote') return []
        const links = vault
          .linksFrom(one.path)
          .filter(({ link }) => isWithin(link.span, block.span))
          .map(({ resolution }) => targetPath(resolution) ?? '')
        const words = [whole.slice(block.span.start, block.span.end).trim().replace(/\r\n/g, '\n'), ...links].join('\n')
        return [[block.label.toLowerCase(), { span: block.span, words }] as const]
      }),
    )
  const theirs = said(other, otherText)
  const alike = [...said(note, text)].filter(([id, { words }]) => theirs.get(id)?.words === words)
  return new Map(alike.map(([id, { span }]) => [id, span]))
}

function blockEdits({ note, text, other }: Pair): readonly Edit[] {
  const theirs = new Set(other.blocks.map(({ id }) => id.toLowerCase()))
  const known = new Set([...theirs, ...note.blocks.map(({ id }) => id.toLowerCase())])
  return note.blocks
    .filter(({ id }) => theirs.has(id.toLowerCase()))
    .map(({ id, span }) => editAt(text, span.start + 1, span.end, freeName(id, known)))
}

/** The name with the smallest number that makes it new. */
function freeName(name: string, known: Set<string>): string {
  let number = 2
  while (known.has(`${name}-${number}`.toLowerCase())) number++
  const free = `${name}-${number}`
  known.add(free.toLowerCase())
  return free
}
