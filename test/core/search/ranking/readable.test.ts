import { expect, test } from '@jest/globals'
import { searchNotes } from '../../../../src/core/search/search-notes.ts'
import { searchSourceOf } from '../../../support/search-source-of.ts'
import { readable } from '../../../../src/core/search/ranking/best-matches.ts'

test.each([
  ['- the mean of *every* feature and **all** of _them_', 'the mean of every feature and all of them'],
  ['see ([[Kernel Methods#The trick]]) or [[#Part]]', 'see (Kernel Methods > The trick) or Part'],
  ['see [[a#b|words]], ![[c]] and [d](e.md)', 'see words, c and d'],
  ['$a*b + c*d$ and $x_i + {y}_{j}$ stay', '$a*b + c*d$ and $x_i + {y}_{j}$ stay'],
  ['$$\\mathrm{Hom}_{C}(X)+\\mathrm{Hom}_{D}(Y)$$ stays', '$$\\mathrm{Hom}_{C}(X)+\\mathrm{Hom}_{D}(Y)$$ stays'],
  ['\\mathrm{Hom}_{C}(X) = \\bar{y}_{D}', '\\mathrm{Hom}_{C}(X) = \\bar{y}_{D}'],
  ['`*p = *q` and 2*3*4 and snake_case_name', '`*p = *q` and 2*3*4 and snake_case_name'],
  [
    '`__init__`, `[[a|b]]` and `a == b == c` stay, **of `x`** too',
    '`__init__`, `[[a|b]]` and `a == b == c` stay, of `x` too',
  ],
  ['\\*no\\* emphasis, and * none * here', '\\*no\\* emphasis, and * none * here'],
])('a reader sees of %j the line %j', (line, shown) => {
  expect(readable(line)).toBe(shown)
})

test.each([
  ['$$\nA_t = \\sum_{l=0} _x_ zebra\n$$\n', 'A_t = \\sum_{l=0} _x_ zebra'],
  ['$$ y =\nA_t + _x_ zebra $$\n', 'A_t + _x_ zebra $$'],
  ['```py\n  f(*args*, _x_) # zebra\n```\n', 'f(*args*, _x_) # zebra'],
  ['$$a$$\n\nA _striped_ zebra\n', 'A striped zebra'],
  ['$$\na\n$$\n\nA _striped_ zebra\n', 'A striped zebra'],
  ['~~~\n```\n~~~\n\nA _striped_ zebra\n', 'A striped zebra'],
])('the line of a hit within %j is %j', async (text, shown) => {
  const source = searchSourceOf({ 'a.md': `# Animal\n\nText.\n\n${text}` })
  const { hits } = await searchNotes(source, 'zebra', { filters: [], limit: 1 })
  expect(hits[0]?.matches.find(({ field }) => field === 'body')?.text).toBe(shown)
})
