import { type Node, type ParseError, parseTree } from 'jsonc-parser'
import type { Link } from '../model/link.ts'
import { fileName } from '../model/note-path.ts'
import type { Note, ParseProblem } from '../model/note.ts'
import type { Span } from '../model/span.ts'
import type { Mutable } from './found.ts'
import { placeValue } from './front-matter/value-places.ts'
import { isoTime } from './iso-time.ts'
import { jsonProblem } from './json-problem.ts'
import { LineIndex } from './line-index.ts'
import { splitDestination } from './links/unescape.ts'
import type { NoteFile } from './note-file.ts'
import { scanMarkdown } from './scan-markdown.ts'

/** The length from which a canvas is not read. */
const MAX_LENGTH = 16_777_216

/**
 * What a canvas of Obsidian (JSON Canvas 1.0) says: the files and pages of its cards, the links in the markdown of its texts, the pictures
 * behind its groups, each with its place in the JSON. It has no title, words or headings of its own. Never throws: JSON that is broken is
 * a problem, and nothing is read of it then.
 */
export function parseCanvas(file: NoteFile): Note {
  const { path, text, facts, dates } = file
  const lines = LineIndex.of(text)
  const read = readCards(text)
  const problems: ParseProblem[] = []
  if ('reason' in read) {
    const span = { start: read.at, end: read.at }
    problems.push({ code: 'bad-canvas', reason: read.reason, span, ...lines.position(read.at) })
  }
  const links = 'reason' in read ? [] : read.cards.flatMap((card) => linksOf(text, card, file))
  const placed = links
    .sort((a, b) => a.span.start - b.span.start)
    .map((link) => ({ ...link, ...lines.position(link.span.start) }) as Link)
  return {
    path,
    ...{ title: fileName(path), titleSource: 'file', aliases: [], topics: [], tags: [], words: 0, metadata: {} },
    ...{
      created: dates?.created ?? '',
      modified: dates?.edited ?? isoTime(facts.modifiedMs),
      bodyStart: 0,
      headings: [],
    },
    ...{ blocks: [], inlineTags: [], anchors: [], definitions: [], footnotes: [], links: placed, problems },
    file: facts,
    dialects: file.dialects,
  }
}

/** The properties of a card that are strings, by name. */
type Card = ReadonlyMap<string, Node>

type CardsRead = { readonly cards: readonly Card[] } | { readonly reason: string; readonly at: number }

/** An empty file is a canvas without cards: Obsidian makes such. */
function readCards(text: string): CardsRead {
  if (text.trim() === '') return { cards: [] }
  if (text.length > MAX_LENGTH) return { reason: 'it is longer than 16 MB', at: 0 }
  const errors: ParseError[] = []
  let root: Node | undefined
  try {
    root = parseTree(text, errors, { disallowComments: true })
  } catch {
    return { reason: 'it is nested too deeply', at: 0 }
  }
  const problem = jsonProblem(errors)
  if (problem !== undefined) return problem
  if (root?.type !== 'object') return { reason: 'it is no object', at: 0 }
  const nodes = valueOf(root, 'nodes')
  if (nodes === undefined) return { cards: [] }
  if (nodes.type !== 'array') return { reason: '"nodes" is no list', at: nodes.offset }
  return { cards: (nodes.children ?? []).map(stringsOf) }
}

function valueOf(object: Node, key: string): Node | undefined {
  return object.children?.find(({ children }) => children?.[0]?.value === key)?.children?.[1]
}

function stringsOf(card: Node): Card {
  const pairs = card.type === 'object' ? (card.children ?? []) : []
  return new Map(
    pairs.flatMap(({ children }) => {
      const [key, value] = children ?? []
      return typeof key?.value === 'string' && value?.type === 'string' ? [[key.value, value] as const] : []
    }),
  )
}

type Unplaced = Omit<Mutable<Link>, 'line' | 'column'>

function linksOf(text: string, card: Card, file: NoteFile): readonly Unplaced[] {
  switch (card.get('type')?.value) {
    case 'file':
      return fileLink(text, card.get('file'), card.get('subpath'))
    case 'link':
      return pageLink(card.get('url'))
    case 'text':
      return textLinks(text, card.get('text'), file)
    case 'group':
      return fileLink(text, card.get('background'), undefined)
    default:
      return []
  }
}

/** The inside of a string. */
function insideOf({ offset, length }: Node): Span {
  return { start: offset + 1, end: offset + length - 1 }
}

/** A file is named by its path from the root; `subpath` is a heading or block of it, with its `#`. */
function fileLink(text: string, file: Node | undefined, subpath: Node | undefined): readonly Unplaced[] {
  const target: unknown = file?.value
  if (file === undefined || typeof target !== 'string' || target === '') return []
  const span = insideOf(file)
  const link: Unplaced = { kind: 'embed', canvas: 'file', target, span, targetSpan: span }
  const anchor: unknown = subpath?.value
  if (subpath === undefined || typeof anchor !== 'string' || !anchor.startsWith('#')) return [link]
  const inside = insideOf(subpath)
  const mark = text.startsWith('#', inside.start) ? 1 : 0
  return [{ ...link, anchor: anchor.slice(1), anchorSpan: { start: inside.start + mark, end: inside.end } }]
}

function pageLink(url: Node | undefined): readonly Unplaced[] {
  if (url === undefined || typeof url.value !== 'string' || url.value === '') return []
  const span = insideOf(url)
  const { target, anchor } = splitDestination(url.value)
  const link = { kind: 'markdown', canvas: 'text', target, span, targetSpan: span } as const
  return [anchor === undefined ? link : { ...link, anchor }]
}

/** The links of a text's markdown, placed in the JSON that writes it. */
function textLinks(text: string, node: Node | undefined, { dialects }: NoteFile): readonly Unplaced[] {
  if (node === undefined || typeof node.value !== 'string') return []
  const inside = insideOf(node)
  const places = placeValue(text.slice(inside.start, inside.end), node.value, 'escaped')
  if (places === undefined) return []
  const at = ({ start, end }: Span): Span => {
    const span = places.spanOf(start, end)
    return { start: inside.start + (start === end ? span.end : span.start), end: inside.start + span.end }
  }
  return scanMarkdown(node.value, 0, dialects).links.map((link) => ({
    ...link,
    canvas: 'text',
    span: at(link.span),
    targetSpan: at(link.targetSpan),
  }))
}
