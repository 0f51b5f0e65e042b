import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { McpClient } from '../../support/mcp-client.ts'
import { runWend } from '../../support/run-wend.ts'

// Questions that were written before anybody looked at what is found for them; several notes where each of them answers.
const questionsOf = (file: string): readonly (readonly [string, string])[] =>
  readFileSync(`test/servers/mcp/${file}`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [string, string])

/** The share of the questions for which the needed note must be there. */
const floor = 0.95

interface Piece {
  readonly title: string
}

const client = new McpClient(['-C', 'notes', 'mcp'])
beforeAll(async () => void (await client.start()))
afterAll(() => client.close())

test.each([
  ['context-questions.tsv', 40],
  ['context-questions-later.tsv', 15],
])('the note that a question of %s needs is within 4,000 tokens', async (file, count) => {
  const questions = questionsOf(file)
  expect(questions).toHaveLength(count)
  const missed: string[] = []
  for (const [question, needed] of questions) {
    const { pieces, tokens } = await client.data('context', { notes: [question], tokens: 4000 })
    expect((tokens as { estimate: number }).estimate).toBeLessThanOrEqual(4000)
    const titles = (pieces as readonly Piece[]).map(({ title }) => title)
    if (!needed.split('|').some((title) => titles.includes(title))) missed.push(question)
  }
  expect([missed, missed.length <= questions.length * (1 - floor)]).toEqual([missed, true])
})

test('the command line gives the same', async () => {
  const [[question] = ['']] = questionsOf('context-questions.tsv')
  const { stdout } = await runWend(['context', question, '--tokens', '4000', '--json'], { cwd: resolve('notes') })
  expect(await client.data('context', { notes: [question], tokens: 4000 })).toMatchObject(
    JSON.parse(stdout, (key, value: unknown) => (key === 'absPath' ? undefined : value)) as object,
  )
})

test('quotes that only name a word of a question leave the rest to be found, and that is said', async () => {
  const asked = 'How do I find out which earlier mention the word "she" refers to?'
  const { pieces, said } = await client.data('context', { notes: [asked] })
  expect(pieces).toMatchObject(expect.arrayContaining([expect.objectContaining({ title: 'Coreference Resolution' })]))
  expect(said).toEqual([expect.stringContaining('what stands in quotes'), expect.anything()])
  expect(await client.data('context', { notes: ['"no such phrase"'] })).toMatchObject({ pieces: [] })
})
