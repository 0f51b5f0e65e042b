import { expect, test } from '@jest/globals'
import { searchNotes } from '../../../../src/core/search/search-notes.ts'
import { searchSourceOf } from '../../../support/search-source-of.ts'

/** The line of a note that a hit shows, with its number and its words marked. */
async function lineOf(body: string, query: string): Promise<string> {
  const source = searchSourceOf({
    'a.md': `---\ntitle: T\nsummary: nothing\n---\n${body}\n`,
    'b.md': '# Other\n\nText.\n',
  })
  const { hits } = await searchNotes(source, query, { filters: [], limit: 1 })
  const found = hits[0]?.matches.find(({ field }) => field === 'body')
  if (found === undefined) return ''
  const marked = (found.ranges ?? []).reduceRight(
    (text, [from, to]) => `${text.slice(0, from)}<${text.slice(from, to)}>${text.slice(to)}`,
    found.text,
  )
  return `${found.line} ${marked}`
}

const far = (lines: number): string => `${'x\n'.repeat(lines)}`
test.each<[string, string, string, string]>([
  ['the first of lines that say as much', 'a luff\nthe luff\n', 'luff', '5 a <luff>'],
  ['the one that says most', 'a luff\nthe luff and leech\nleech\n', 'luff leech', '6 the <luff> and <leech>'],
  ['no heading', '# luff\na luff', 'luff', '6 a <luff>'],
  ['nor one that is blank before', '  # luff\na luff', 'luff', '6 a <luff>'],
  ['no fence', '```luff\na luff\n```\n', 'luff', '6 a <luff>'],
  ['no fence of tildes', '~~~luff\na luff\n~~~\n', 'luff', '6 a <luff>'],
  ['no image alone', '![luff](x.png)\n![[luff.png]]\na luff', 'luff', '7 a <luff>'],
  ['an image with words', '![luff](x.png) here\na luff', 'luff', '5 <luff> here'],
  ['a line of three letters', 'rig\n', 'rig', '5 <rig>'],
  ['none of two', 'ox\nthe ox', 'ox', '6 the <ox>'],
  [
    'the sentence that says most',
    'One luff! Then the luff and leech? A leech. ',
    'luff leech',
    '5 Then the <luff> and <leech>?',
  ],
  ['sentences of Chinese', '一个。机械学习！其他。', '机械', '5 <机械>学习！'],
  ['a list without its mark', '- [x](y.md) the **luff**', 'luff', '5 x the <luff>'],
  ['code as it is written', '```\na **luff**\n```\n', 'luff', '6 a **<luff>**'],
  ['code of longer fences', '````\n```\na **luff**\n', 'luff', '7 a **<luff>**'],
  ['code of another fence', '~~~\n```\na **luff**\n', 'luff', '7 a **<luff>**'],
  ['code in a quote', '> ```\n> a **luff**\n', 'luff', '6 > a **<luff>**'],
  ['text behind code', '```\nx\n```\na **luff**\n', 'luff', '8 a <luff>'],
  ['text behind code of one line', '```x``` y\na **luff**\n', 'luff', '6 a <luff>'],
  ['code with what only looks like its end', '```\n```js\na **luff**\n', 'luff', '7 a **<luff>**'],
  ['code in an item', '- ```\n  a **luff**\n  ```\n', 'luff', '6 a **<luff>**'],
  ['a formula as it is written', '$$\na **luff**\n$$\n', 'luff', '6 a **<luff>**'],
  ['text behind a formula', '$$\nx\n$$\na **luff**\n', 'luff', '8 a <luff>'],
  ['text behind a formula of one line', '$$x$$\na **luff**\n', 'luff', '6 a <luff>'],
  ['a line within the first 3,000', `${far(2999)}the luff`, 'luff', '3004 the <luff>'],
  ['none behind them', `${far(3000)}the luff`, 'luff', ''],
  ['the first 2,000 characters of a line', `${'x '.repeat(997)}luff, leech`, 'luff', `5 ${'x '.repeat(997)}<luff>,`],
  ['none behind them', `${'x '.repeat(1000)}luff`, 'luff', ''],
])('%s', async (_, body, query, expected) => {
  expect(await lineOf(body, query)).toBe(expected)
})
