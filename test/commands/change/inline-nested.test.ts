import { expect, test } from '@jest/globals'
import { trial } from '../../support/trial.ts'

const note = '# Tea\nGreen *or* black.\n\n- pot\n\n## How\n```\nboil\n\npour\n```\n'

test.each([
  [
    'an item',
    '# I\n\n- a\n- [[tea]]\n- z\n',
    '# I\n\n- a\n- **Tea**\n\n  Green *or* black.\n\n  - pot\n\n  **How**\n\n  ```\n  boil\n\n  pour\n  ```\n\n- z\n',
  ],
  [
    'a numbered task in an item, at the end',
    '- a\n  1. [ ] [[tea]]',
    '- a\n  1. [ ] **Tea**\n\n     Green *or* black.\n\n     - pot\n\n     **How**\n\n     ```\n     boil\n\n     pour\n     ```',
  ],
  [
    'a quote',
    '> said\n>\n> [[tea]]\n> # h\n',
    '> said\n>\n> **Tea**\n>\n> Green *or* black.\n>\n> - pot\n>\n> **How**\n>\n> ```\n> boil\n>\n> pour\n> ```\n>\n> # h\n',
  ],
  [
    'a callout',
    '> [!note] Drinks\n> [[tea]]\n',
    '> [!note] Drinks\n> **Tea**\n>\n> Green *or* black.\n>\n> - pot\n>\n> **How**\n>\n> ```\n> boil\n>\n> pour\n> ```\n',
  ],
  [
    'an item in a quote, lines ending as Windows has them',
    '> - [[tea]]\r\n\r\nend\r\n',
    '> - **Tea**\r\n>\r\n>   Green *or* black.\r\n>\r\n>   - pot\r\n>\r\n>   **How**\r\n>\r\n>   ```\r\n>   boil\r\n>\r\n>   pour\r\n>   ```\r\n\r\nend\r\n',
  ],
])('a note takes the place of its only link in %s, and undo takes it back', async (_what, text, after) => {
  const { run, read } = trial({ 'i.md': text, 'tea.md': note })
  expect((await run('inline', 'tea')).exit).toBe(0)
  expect(read('i.md')).toBe(after)
  await run('undo')
  expect([read('i.md'), read('tea.md')]).toEqual([text, note])
})

test('its title is its name where it has no heading; definitions go to the end, links keep leading where they led', async () => {
  const { run, read, json } = trial({
    'i.md': '- [[sub/tea]]\n\nend\n',
    'sub/tea.md': 'See [pot](pot.md) and [r].\n\n[r]: http://e.org\n',
    'sub/pot.md': '# Pot\n',
  })
  await run('inline', 'tea')
  expect(read('i.md')).toBe('- **tea**\n\n  See [pot](sub/pot.md) and [r].\n\nend\n\n[r]: http://e.org\n')
  expect(await json('links', 'i')).toMatchObject([{ resolved: 'sub/pot.md', status: 'ok' }, {}])
})

test.each([
  [
    'another link leads to it',
    '- [[tea]]\n\nsee [[tea]]\n',
    '# Tea\n\nx\n',
    '- [[#Tea|tea]]\n\nsee [[#Tea|tea]]\n\n## Tea\n\nx\n',
  ],
  ['words stand beside the link', '- see [[tea]]\n', '# Tea\n\nx\n', '- see [[#Tea|tea]]\n\n## Tea\n\nx\n'],
  [
    'words stand above the link',
    '> [!note]\n> see\n> [[tea]]\n',
    '# Tea\n',
    '> [!note]\n> see\n> [[#Tea|tea]]\n\n## Tea\n',
  ],
  ['a tab would indent less', '- [[tea]]\n', '# Tea\n\n\tcode\n', '- [[#Tea|tea]]\n\n## Tea\n\n\tcode\n'],
  ['a heading has stars', '- [[tea]]\n', '# Tea *x*\n\nx\n', '- [[#Tea x|tea]]\n\n## Tea *x*\n\nx\n'],
])('it becomes a section at the end where %s', async (_why, text, tea, after) => {
  const { run, read } = trial({ 'i.md': text, 'tea.md': tea })
  expect((await run('inline', 'tea')).exit).toBe(0)
  expect(read('i.md')).toBe(after)
})
