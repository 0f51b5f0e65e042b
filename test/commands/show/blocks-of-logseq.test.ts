import { describe, expect, test } from '@jest/globals'
import { trial } from '../../support/trial.ts'

const id = (last: string): string => `65e8a1f0-1111-4222-8333-44445555666${last}`
const blocks = [
  `- The *first* with $x^2$, \`a*b\` and [[other]]`,
  `  id:: ${id('1')}`,
  '\t- child',
  `- ## Second ((${id('1')}))`,
  `  id:: ${id('2')}`,
  `- goes round ((${id('3')}))`,
  `  id:: ${id('3')}`,
].join('\n')

function vault(text: string): ReturnType<typeof trial> {
  return trial({ 'logseq/config.edn': '{}', 'pages/blocks.md': `${blocks}\n`, 'pages/other.md': `${text}\n` })
}

describe('a link to a block shows what the block says', () => {
  test.each([
    ['a block', `- See ((${id('1')})).`, 'See The first with x², a*b and other.'],
    ['a heading that names another', `- ((${id('2')}))`, 'Second The first with x², a*b and other'],
    ['one that names itself', `- ((${id('3')}))`, 'goes round …'],
    ['words of its own', `- [its *words*](((${id('1')})))`, 'its words'],
    ['no block', `- ((${id('9')}))`, id('9')],
  ])('%s', async (_name, text, said) => {
    const { run, json } = vault(text)
    expect((await run('show', 'other', '--plain')).stdout.replace(/\s+/g, ' ')).toContain(said)
    expect((await run('links', 'other')).stdout.replace(/\s+/g, ' ')).toContain(said)
    const [row] = await json<{ context: string }[]>('links', 'other')
    expect(row?.context).toBe(said.replace('x²', '$x^2$'))
    const page = (await run('export', 'other', '--format', 'html')).stdout
    const words = page.slice(page.lastIndexOf('</style>')).replace(/<[^>]*>/g, '')
    expect(words).toContain(said.replace(/ with.*/, ''))
  })

  test('where it is embedded its note is named, not its id', async () => {
    const { run } = vault(`- {{embed ((${id('1')}))}}`)
    const shown = (await run('show', 'other', '--plain')).stdout
    expect(shown).toMatch(/▏ blocks\n.*▏ • The first/)
    expect(shown).not.toContain(id('1'))
  })
})

test('of a block that is nowhere no other name is suggested, and --fix leaves it', async () => {
  const text = `- ((${id('9')}))`
  const { run, read, json } = vault(text)
  const { problems } = await json<{ problems: { message: string; suggestions: string[] }[] }>('check')
  expect(problems.filter(({ message }) => message.includes(id('9')))).toEqual([
    expect.objectContaining({ message: `no block has the id "${id('9')}"`, suggestions: [] }),
  ])
  await run('check', '--fix-typos', '--yes')
  expect(read('pages/other.md')).toBe(`${text}\n`)
})
