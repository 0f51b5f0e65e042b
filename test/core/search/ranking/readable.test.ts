import { expect, test } from '@jest/globals'
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
