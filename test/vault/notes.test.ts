import { beforeAll, describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { graphOf } from '../../src/core/query/graph/graph.ts'
import { groupsOf } from '../../src/core/query/lists/groups.ts'
import { statsOf } from '../../src/core/query/lists/stats.ts'
import type { Note } from '../../src/core/model/note.ts'
import type { Vault } from '../../src/core/vault/vault.ts'
import { readVault } from '../../src/io/vault/read-vault.ts'
import { runWend } from '../support/run-wend.ts'

let vault: Vault
let notes: readonly Note[]
let paths: readonly Note[]
beforeAll(() => {
  vault = readVault('notes', { ignore: ['/README.md'], follow: false })
  paths = vault.notes.filter(({ path }) => path.startsWith('paths/'))
  notes = vault.notes.filter((note) => !paths.includes(note))
})

/** The form of a reference: authors, year, "title", where, and identifiers written one way. */
const form = /^[^"]+ \(\d{4}\), "[^"]+"(?:(?!\bDOI\b| & ).)*$/

/** The sum over an ISBN's thirteen digits, every second one three times, ends in 0. */
const isbnSum = (value: string): number =>
  [...value.replaceAll('-', '')].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)

/** What an identifier of each kind looks like. */
const wellFormed = {
  arXiv: (value: string): boolean => /^(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/.test(value),
  doi: (value: string): boolean => /^10\.\d{4,5}\/\S+$/.test(value),
  ISBN: (value: string): boolean => /^97[89]-[\d-]{13}$/.test(value) && isbnSum(value) % 10 === 0,
}

/** Words of prose and mathematics in the body, as an editor counts them. */
function bodyWords(path: string, from: number): number {
  return readFileSync(join('notes', path), 'utf8').slice(from).split(/\s+/).filter(Boolean).length
}

describe('the shipped vault', () => {
  test('has 168 notes and three paths, all found by the check to be in order', async () => {
    expect([notes.length, paths.length]).toEqual([168, 3])
    const { stdout, exit } = await runWend(['-C', 'notes', 'check'], { cwd: process.cwd() })
    expect([exit, stdout]).toEqual([0, expect.stringContaining('No problems: 171 notes')])
  })

  test('every note has the fields of a working note', () => {
    for (const note of notes) {
      const { metadata, path } = note
      expect([path, note.titleSource, note.summarySource]).toEqual([path, 'front-matter', 'front-matter'])
      expect([path, (note.summary?.length ?? 0) >= 60 && (note.summary?.length ?? 0) <= 200]).toEqual([path, true])
      expect([path, note.topics.length >= 1 && note.topics.length <= 3, note.aliases.length >= 1]).toEqual([
        path,
        true,
        true,
      ])
      expect([path, ['draft', 'working', 'settled'].includes(String(metadata['status']))]).toEqual([path, true])
      expect([path, Array.isArray(metadata['references']) && metadata['references'].length >= 1]).toEqual([path, true])
      expect([path, note.created >= '2026-11-22' && note.created <= note.modified]).toEqual([path, true])
      for (const reference of metadata['references'] as readonly string[])
        expect([path, reference]).toEqual([path, expect.stringMatching(form)])
      const words = bodyWords(path, note.bodyStart)
      expect([path, words >= 150 && words <= 900]).toEqual([path, true])
    }
  })

  test('every identifier is well formed and names one title', () => {
    const titles = new Map<string, string>()
    for (const { metadata } of notes)
      for (const reference of metadata['references'] as readonly string[]) {
        const title = /"([^"]+)"/.exec(reference)?.[1] ?? ''
        for (const [id, kind, value = ''] of reference.matchAll(/(arXiv|doi|ISBN):(\S+?)(?=,|$)/g)) {
          expect([reference, wellFormed[kind as keyof typeof wellFormed](value)]).toEqual([reference, true])
          expect([id, titles.get(id) ?? title]).toEqual([id, title])
          titles.set(id, title)
        }
      }
  })

  test('every name is that of one note', () => {
    const names = vault.notes.flatMap(({ title, aliases }) => [title, ...aliases].map((name) => name.toLowerCase()))
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  test('the index names as many notes and topics as there are', () => {
    expect(readFileSync('notes/README.md', 'utf8')).toContain(
      `${notes.length} notes on ${groupsOf(notes, 'topics').length} topics and three`,
    )
  })

  test.each([
    ['paths/from-bandits-to-ppo.md', 'ppo', []],
    ['paths/from-bayes-to-variational-autoencoders.md', 'vae', []],
    ['paths/how-a-transformer-serves-one-token.md', 'Beam Search', ['Grouped Query Attention (GQA)']],
  ])('%s is what `wend learn` lists, but for what it says', async (path, last, beside) => {
    const { stdout } = await runWend(
      ['-C', 'notes', 'learn', last, '--depth', '12', '--max', '30', '--format', '{{title}}'],
      { cwd: process.cwd() },
    )
    const steps = [...readFileSync(join('notes', path), 'utf8').matchAll(/^\d+\. \[\[([^\]]+)\]\]/gm)]
    const titles = steps.map(([, title = '']) => title).filter((title) => !beside.some((other) => other === title))
    expect(stdout.trim().split('\n')).toEqual(titles)
  })

  test('every topic has 6 to 40 notes', () => {
    const topics = groupsOf(notes, 'topics')
    expect(topics.length).toBeGreaterThanOrEqual(12)
    expect(topics.length).toBeLessThanOrEqual(16)
    for (const { name, count } of topics) expect([name, count >= 6 && count <= 40]).toEqual([name, true])
  })

  test('every note links to four others and is linked from two; all hang together', () => {
    const { edges } = graphOf(vault)
    for (const { path } of notes) {
      const out = new Set(edges.filter(({ from }) => from === path).map(({ to }) => to)).size
      const back = new Set(edges.filter(({ to }) => to === path).map(({ from }) => from)).size
      expect([path, out >= 4, back >= 2]).toEqual([path, true, true])
    }
    expect(statsOf(vault).components).toBe(1)
  })

  test('prerequisites can be reached: from GQA to attention and on to the scaling of dot products', () => {
    const reach = (path: string): readonly string[] =>
      vault
        .linksFrom(vault.note(path)?.path ?? ('' as never))
        .flatMap(({ resolution }) => ('path' in resolution ? [resolution.path] : []))
    expect(reach('grouped-query-attention-gqa.md')).toContain('attention.md')
    expect(reach('attention.md')).toContain('high-dimensional-dot-product-normalization.md')
  })

  test('misspelled names of the list are kept as aliases', () => {
    const aliases = vault.notes.flatMap((note) => note.aliases)
    expect(aliases).toEqual(expect.arrayContaining(['Principle Component Analysis (PCA)', 'Latenent Variable Models']))
  })
})
