import { expect, test } from '@jest/globals'
import type { Context } from '../../../src/commands/command.ts'
import { makeContext } from '../../../src/cli/context.ts'
import { terminalFacts } from '../../../src/io/terminal/terminal.ts'
import type { TypedQuestion } from '../../../src/commands/search/search-source.ts'
import { openSearcher, type Searcher } from '../../../src/servers/browse/searcher.ts'

const words = (text: string): TypedQuestion => ({ words: text, isExact: false })

/** From source there is no program for a thread: the searcher works in this one. */
function searcher(): Searcher {
  return openSearcher(context())
}

function context(): Context {
  const options = {
    vault: 'test/vaults/garden',
    follow: false,
    quiet: true,
    pager: false,
    verbose: false,
    cache: false,
  }
  return makeContext(process, options, terminalFacts(process, 'never', 80))
}

test('finds notes by unfinished words, best first', async () => {
  expect((await searcher().find(words('espress')))?.hits[0]).toMatchObject({ path: 'espresso.md' })
})

test.each([
  [words('"open '), 'this quote is never closed'],
  [words('(grind OR'), 'this parenthesis is never closed'],
  [words('titel:x'), 'no field is named "titel"; did you mean "title:"?'],
  [{ words: '/(/', isExact: true }, "the pattern can't be read: unterminated group"],
])('of %j, which cannot be read, it is said why', async (question, why) => {
  expect(await searcher().find(question)).toEqual({ hits: [], said: [why] })
})

test('words that were changed meanwhile are not looked for', async () => {
  const open = searcher()
  expect(await Promise.all([open.find(words('gri')), open.find(words('grind'))])).toEqual([
    undefined,
    expect.objectContaining({ said: [] }),
  ])
})

test('goes on after the vault was renewed, and ends', async () => {
  const open = searcher()
  open.prepare()
  open.renew(await context().vault())
  expect((await open.find(words('grind')))?.hits.length).toBeGreaterThan(0)
  open.close()
})

test('says which words no note has, and shows the line that answers', async () => {
  const found = await searcher().find(words('telltale grind'))
  expect(found?.said[0]).toBe('no note has the word: telltale')
  const [line] = found?.hits.flatMap(({ lines }) => lines) ?? []
  const [range] = line?.ranges ?? []
  expect(line?.text.slice(...(range ?? [])).toLowerCase()).toContain('grind')
})

test('looks for lines as they are written', async () => {
  const found = await searcher().find({ words: 'Grind', isExact: true })
  expect(found?.hits.length).toBeGreaterThan(0)
  expect(found?.hits.every(({ lines }) => lines.every(({ text }) => text.includes('Grind')))).toBe(true)
})
