import { expect, test } from '@jest/globals'
import type { Context } from '../../../src/commands/command.ts'
import { makeContext } from '../../../src/cli/context.ts'
import { terminalFacts } from '../../../src/io/terminal/terminal.ts'
import { openSearcher, type Searcher } from '../../../src/servers/browse/searcher.ts'

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
  expect((await searcher().find('espress'))?.[0]).toBe('espresso.md')
})

test('a query that cannot be read finds nothing', async () => {
  expect(await searcher().find('"open ')).toEqual([])
})

test('words that were changed meanwhile are not looked for', async () => {
  const open = searcher()
  expect(await Promise.all([open.find('gri'), open.find('grind')])).toEqual([undefined, expect.any(Array)])
})

test('goes on after the vault was renewed, and ends', async () => {
  const open = searcher()
  open.prepare()
  open.renew(await context().vault())
  expect((await open.find('grind'))?.length).toBeGreaterThan(0)
  open.close()
})
