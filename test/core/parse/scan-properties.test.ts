import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { toNotePath } from '../../../src/core/model/note-path.ts'
import type { Note } from '../../../src/core/model/note.ts'
import type { Position, Span } from '../../../src/core/model/span.ts'
import { unescapeMarkdown } from '../../../src/core/parse/links/unescape.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { plainText } from '../../../src/core/parse/plain-text.ts'
import { scanMarkdown } from '../../../src/core/parse/scan-markdown.ts'
import { Sentences } from '../../../src/core/parse/sentences.ts'
import { allDocuments } from './documents.ts'

const runs = { numRuns: Number(process.env['PARSE_RUNS'] ?? 1500) }
const path = toNotePath('a.md') ?? never()

function never(): never {
  throw new Error('a.md is a note path')
}

function parse(text: string): Note {
  return parseNote({ path, text, facts: { size: 0, modifiedMs: 0, createdMs: 0 } })
}

/** Any document, with front matter or without. */
const notes = fc.oneof(
  allDocuments,
  fc.tuple(allDocuments, allDocuments).map(([yaml, body]) => `---\n${yaml}\n---\n${body}`),
  allDocuments.map((yaml) => `---\n${yaml}`),
)

describe('whatever a note holds', () => {
  test('it is read', () => {
    fc.assert(
      fc.property(notes, (text) => {
        const note = parse(text)
        expect(note.title).not.toBe('')
        expect(note.summary ?? '').not.toMatch(/\n/)
        expect((note.summary ?? '').length).toBeLessThanOrEqual(300)
        expect(JSON.parse(JSON.stringify(note.metadata))).toEqual(note.metadata)
      }),
      runs,
    )
  })

  test('every span lies in it, and every position is that of its span', () => {
    fc.assert(
      fc.property(notes, (text) => {
        const note = parse(text)
        const { links, headings, blocks, inlineTags, definitions, footnotes, problems } = note
        const all: readonly (Position & { readonly span: Span })[] = [
          ...links,
          ...headings,
          ...blocks,
          ...inlineTags,
          ...definitions,
          ...footnotes,
          ...problems,
        ]
        for (const { span, line, column } of all) {
          expect(span.start).toBeLessThanOrEqual(span.end)
          expect(span.end).toBeLessThanOrEqual(text.length)
          expect({ line, column }).toEqual(positionOf(text, span.start))
        }
      }),
      runs,
    )
  })

  test('every link slices back to its target, and links come in order', () => {
    fc.assert(
      fc.property(allDocuments, (text) => {
        const { links, inlineTags, blocks, definitions } = scanMarkdown(text, 0)
        for (const link of links) {
          const written = text.slice(link.targetSpan.start, link.targetSpan.end)
          const path = unescapeMarkdown(written)
          const target = link.target.startsWith(`${path}?`) ? path : link.target
          expect([written, path, `mailto:${written}`]).toContain(target)
        }
        const starts = links.map(({ span }) => span.start)
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
        for (const { tag, span } of inlineTags) expect(text.slice(span.start, span.end)).toBe(`#${tag}`)
        for (const { id, span } of blocks) expect(text.slice(span.start, span.end)).toBe(`^${id}`)
        for (const { label, uses } of definitions) expect([label === '', uses < 0]).toEqual([false, false])
      }),
      runs,
    )
  })

  test('code, mathematics and comments do not overlap, and hold no link', () => {
    fc.assert(
      fc.property(allDocuments, (text) => {
        const { excluded, links, inlineTags } = scanMarkdown(text, 0)
        let last = 0
        for (const { start, end } of excluded) {
          expect(start).toBeGreaterThanOrEqual(last)
          last = end
        }
        const hidden = excluded.filter(({ kind }) => kind !== 'html')
        for (const { span } of [...links, ...inlineTags]) {
          expect(hidden.some(({ start, end }) => start <= span.start && span.end <= end)).toBe(false)
        }
      }),
      runs,
    )
  })

  test('plain text and sentences are on one line', () => {
    fc.assert(
      fc.property(allDocuments, fc.nat(200), fc.nat(50), (text, start, length) => {
        expect(plainText(text)).not.toMatch(/[\n\r]/)
        const from = Math.min(start, text.length)
        const sentence = new Sentences(text).around({ start: from, end: Math.min(from + length, text.length) })
        expect(sentence.length).toBeLessThanOrEqual(240)
      }),
      runs,
    )
  })
})

/** Lines and columns counted the slow way. */
function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/)
  // An offset between CR and LF belongs to the line that they end.
  const split = text.charAt(offset - 1) === '\r' && text.charAt(offset) === '\n'
  const kept = split ? lines.slice(0, -1) : lines
  return { line: kept.length, column: (kept.at(-1) ?? '').length + 1 + (split ? 1 : 0) }
}
