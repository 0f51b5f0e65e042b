import { describe, expect, test } from '@jest/globals'
import { saidOfOthers } from '../../src/cli/command-line/words-of-others.ts'
import { findCommand } from '../../src/commands/registry.ts'
import { runWend } from '../support/run-wend.ts'
import { makeVault } from '../support/make-vault.ts'

describe('lines of other tools', () => {
  test.each([
    [['help', 'delete'], 'wend: no help for "delete"\n      here: wend rm NOTE\n'],
    [['help', 'querys'], 'wend: no help for "querys"\n      did you mean "wend help queries"?\n'],
    [['help', 'lst'], 'wend: no help for "lst"\n      did you mean "wend help list"?\n'],
    [['help', 'zzzz'], 'wend: no help for "zzzz"\n      commands and topics: wend help\n'],
    [['notebooks'], 'wend: unknown command "notebooks"\n      here: wend vaults\n'],
    [['delete', 'a'], 'wend: unknown command "delete"\n      here: wend rm NOTE\n'],
    [['list', '--tagless'], "wend: unknown option '--tagless'\n      here: --where '!tags'\n"],
    [['new', '--title', 'X'], 'here: the title stands alone: wend new "A title"'],
    [['new', '--title=X'], 'here: the title stands alone: wend new "A title"'],
    [['edit', '--interactive'], 'here: choose from a list with --pick'],
    [['edit', '-i'], 'here: choose from a list with --pick'],
    [['list', '--quire'], 'did you mean --quiet?'],
    [['tasks', '--all'], 'all options: wend tasks --help'],
    [['context', '--budget', '9', 'a'], 'all options: wend context --help'],
  ])('are refused with what to type here: %s', async (args, said) => {
    const { exit, stderr } = await runWend(args, { cwd: makeVault({ 'a.md': '# A\n' }) })
    expect([exit, stderr]).toEqual([2, expect.stringContaining(said)])
  })

  test.each([
    [['help', 'exit-codes', '--no-pager']],
    [['help', '-q', '--width', '60', 'exit', 'codes']],
    [['--no-pager', 'help', '-C', '.', 'exit-codes', '-h']],
  ])('help of a topic is found among options of all commands: %j', async (args) => {
    const { exit, stdout } = await runWend(args, { cwd: makeVault({ 'a.md': '# A\n' }) })
    expect([exit, stdout]).toEqual([0, expect.stringMatching(/^What the exit code says\n/)])
  })

  test('name commands and options that there are', async () => {
    for (const said of saidOfOthers) {
      for (const [, line = ''] of said.matchAll(/\bwend ((?:[a-z]+|-C)(?: (?:--?[\w-]+|[a-z.]+(?![\w:])))*)/g)) {
        const [name = '', ...words] = line.split(' ')
        if (name === 'asks' || name === 'changes' || name === 'keeps' || name === 'reads' || name === '-C') continue
        const command = await findCommand(name)?.load()
        expect([said, command]).toEqual([said, expect.anything()])
        const flags = command?.options.map(({ flags: spelled }) => spelled).join(' ') ?? ''
        for (const word of words.filter((one) => one.startsWith('--') && !/^--(?:format|pick|json)$/.test(one)))
          expect([said, flags]).toEqual([said, expect.stringContaining(word)])
      }
    }
  })
})
