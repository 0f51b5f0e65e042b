import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeVault } from '../../support/make-vault.ts'
import { type Run, runWend } from '../../support/run-wend.ts'

const uuid = '65e4a111-1111-4111-8111-111111111111'
const page = `title:: Big Project
alias:: BP, [[The Project]]
tags:: work, [[home stuff]]
type:: [[Person]]
rating:: 4

- Some text
  id:: ${uuid}
`
const notes = {
  'logseq/config.edn': '{}',
  'pages/big___project.md': page,
  'pages/x.md': `- [[BP]] [[Big Project]] [label](((${uuid}))) {{query [[BP]]}}\n`,
  'pages/bullet.md': '- a:: 1\n  b:: 2\n- text\n',
}

function graph(): {
  readonly cwd: string
  readonly wend: (...args: readonly string[]) => Promise<Run>
  readonly text: (path: string) => string
} {
  const cwd = makeVault(notes)
  return {
    cwd,
    wend: (...args) => runWend(args, { cwd }),
    text: (path) => readFileSync(join(cwd, path), 'utf8'),
  }
}

describe('the properties of a page of Logseq', () => {
  test('are read as front matter is elsewhere: title, aliases, tags and whatever --where asks', async () => {
    const { wend } = graph()
    const { stdout } = await wend('list', '--where', 'type="[[Person]]" AND rating=4', '--json')
    expect(JSON.parse(stdout)).toMatchObject([{ path: 'pages/big___project.md', title: 'Big Project', tags: ['work'] }])
    expect(stdout).not.toContain('title::')
    const check = await wend('check', '--only', 'broken-link', '--json')
    expect(
      (JSON.parse(check.stdout) as { problems: { target: string }[] }).problems.map(({ target }) => target),
    ).toEqual(['home stuff', 'Person'])
  })

  test.each<readonly [args: readonly string[], path: string, after: string]>([
    [
      ['alias', 'remove', 'big___project', 'The Project'],
      'pages/big___project.md',
      page.replace(', [[The Project]]', ''),
    ],
    [
      ['alias', 'add', 'big___project', 'New'],
      'pages/big___project.md',
      page.replace('Project]]\n', 'Project]], New\n'),
    ],
    [['tag', 'remove', 'big___project', 'work'], 'pages/big___project.md', page.replace('work, ', '')],
    [['tag', 'add', 'x', 'one', 'two'], 'pages/x.md', `tags:: one, two\n\n${notes['pages/x.md']}`],
    [['tag', 'rename', 'work', 'job'], 'pages/big___project.md', page.replace('work', 'job')],
    [
      ['set', 'big___project', 'rating=4.50', 'new=a: b'],
      'pages/big___project.md',
      page.replace(':: 4\n', ':: 4.50\nnew:: a: b\n'),
    ],
    [['set', 'bullet', 'c=3'], 'pages/bullet.md', '- a:: 1\n  b:: 2\n  c:: 3\n- text\n'],
    [['unset', 'bullet', 'a'], 'pages/bullet.md', '- b:: 2\n- text\n'],
    [['unset', 'bullet', 'a', 'b'], 'pages/bullet.md', '- text\n'],
    [
      ['mv', 'big___project', 'Other', '--only', 'title'],
      'pages/big___project.md',
      page.replace('Big Project', 'Other'),
    ],
  ])('are what %j changes, on their own lines; undo brings back every byte', async (args, path, after) => {
    const { wend, text } = graph()
    const before = text(path)
    expect((await wend(...args)).exit).toBe(0)
    expect(text(path)).toBe(after)
    expect((await wend('undo')).exit).toBe(0)
    expect(text(path)).toBe(before)
  })

  test('that links name are followed: an alias or a title that goes', async () => {
    const { wend, text } = graph()
    await wend('alias', 'remove', 'big___project', 'BP')
    await wend('unset', 'big___project', 'title')
    expect(text('pages/x.md')).toBe(
      `- [[big___project]] [[big/project]] [label](((${uuid}))) {{query [[big___project]]}}\n`,
    )
  })

  test.each([['k=a\nb'], ['a key=b'], ['k= a']])('refuse what does not stand on one line: %j', async (word) => {
    const { wend, text } = graph()
    expect((await wend('set', 'x', word)).exit).not.toBe(0)
    expect(text('pages/x.md')).toBe(notes['pages/x.md'])
  })
})
