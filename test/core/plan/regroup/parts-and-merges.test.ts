import { expect, test } from '@jest/globals'
import { answerOf, applied, sourceOf, type Texts } from '../../../support/planned.ts'
import { ways } from '../../../support/regroup-ways.ts'

/** What is done in a vault, the notes that are others then and what is said; or why not. */
// prettier-ignore
test.each<[keyof typeof ways, Texts, readonly string[], Texts | string]>([
  ['inline', { 'a.md': '[[n]]\n\n[r]: b.md#x\n', 'n.md': '[r]\n\n[r]: ./b.md#x\n', 'b.md': '# x' }, [], { 'a.md': '## n\n\n[r]\n\n[r]: b.md#x\n' }],
  ['inline', { 'a.md': '[[n]]\n\n[r]: b.md#x\n', 'n.md': '[r]\n\n[r]: b.md#y\n', 'b.md': '# x\n\n# y' }, [], { 'a.md': '## n\n\n[r][r-2]\n\n[r]: b.md#x\n[r-2]: b.md#y\n' }],
  ['inline', { 'a.md': '- [[n]]\n\n[r]: b.md#x\n', 'n.md': '[r] t\n\n[r]: ./b.md#x\n', 'b.md': '# x' }, [], { 'a.md': '- **n**\n\n  [r] t\n\n[r]: b.md#x\n' }],
  ['inline', { 'a.md': '- [[n]]\n- z', 'n.md': 't', 'c.md': '[[n]]' }, [], { 'a.md': '- [[#n|n]]\n- z\n\n## n\n\nt\n', 'c.md': '[[a#n|n]]' }],
  ['merge', { 'a.md': 'x [^1]\n\n[^1]: f\n', 'n.md': '# N\n\n[^1]\n\n[^1]: f\n' }, [], { 'a.md': '---\naliases: ["N"]\n---\n\nx [^1]\n\n[^1]: f\n\n## N\n\n[^1]\n' }],
  ['merge', { 'a.md': 'x [r]\n\n[r]: u\n', 'n.md': '# N\n\n[r]\n\n[s]: v\n[r]: u\n' }, [], { 'a.md': '---\naliases: ["N"]\n---\n\nx [r]\n\n[r]: u\n\n## N\n\n[r]\n\n[s]: v\n' }],
  ['merge', { 'a.md': '# A\n\n## H\n', 'n.md': '# N\n\n## H\n\n### K\n', 'b.md': '[[n#H]] [[n#K]] [x](n.md#h) [[n#N#H]] [x](n.md) [[n]] ![[n]] [[a#H]] [[n#h]] [[n#Gone]] [x](n.md#gone) [[n#]]' }, [], { 'a.md': '---\naliases: ["N"]\n---\n\n# A\n\n## H\n\n## N\n\n### H\n\n#### K\n', 'b.md': '[[a#N#H]] [[a#K]] [x](a.md#h-1) [[a#N#H]] [x](a.md#n) [[a#N|n]] ![[a#N]] [[a#H]] [[a#N#H]] [[a#Gone]] [x](a.md#gone) [[a#N|n]]' }],
  ['merge', { 'a.md': '# A\n\n## H\n', 'n.md': 'text\n\n## H\n', 'b.md': '[[n]] [x](n.md) [[n#H]] [x](n.md#h) <a href="n.md#h">' }, [], { 'a.md': '---\naliases: ["n"]\n---\n\n# A\n\n## H\n\n## n\n\ntext\n\n### H\n', 'b.md': '[[a#n|n]] [x](a.md#n) [[a#n#H]] [x](a.md#h-1) <a href="a.md#h-1">' }],
  ['merge', { 'a.md': '# A\n', 'n.md': '# Old name\n\n## Öl words\n', 'b.md': '[x](n.md#öl-words) [x](n.md#%C3%B6l-words) [[n#öl-words]] [[old-name]] [[old name]]' }, [], { 'a.md': '---\naliases: [Old name, "n"]\n---\n\n# A\n\n## Old name\n\n### Öl words\n', 'b.md': '[x](a.md#öl-words) [x](a.md#%C3%B6l-words) [[a#öl-words]] [[a#Old name|old-name]] [[a#Old name|old name]]' }],
  ['extract', { 'a.md': '## P\n\n[x][r]\n\n## R\n\n[r]: u\n[r]: v\n' }, ['P'], { 'a.md': '[[new|P]]\n\n## R\n\n[r]: v\n', 'new.md': '# P\n\n[x][r]\n\n[r]: u\n' }],
  ['extract', { 'a.md': '## P\n\n[x][R] [^ABC]\n\n## R\n\n[r]: u\n\n[^abc]: Foot [^d].\n\n[^d]: Deep.\n' }, ['P'], { 'a.md': '[[new|P]]\n\n## R\n', 'new.md': '# P\n\n[x][R] [^ABC]\n\n[r]: u\n[^abc]: Foot [^d].\n[^d]: Deep.\n' }],
  ['extract', { 'a.md': '## P\n\n[x][r]\n\n## R\n\ny\n\n[r]: u  \n\n\nz\n' }, ['P'], { 'a.md': '[[new|P]]\n\n## R\n\ny\n\n\nz\n', 'new.md': '# P\n\n[x][r]\n\n[r]: u\n' }],
  ['extract', { 'a.md': '## P\n\n[r]: u\n\nx\n\n## R\n\n[x][r]\n' }, ['P'], { 'a.md': '[[new|P]]\n\n## R\n\n[x][r]\n\n[r]: u\n', 'new.md': '# P\n\nx\n' }],
  ['extract', { 'a.md': '[x][r]\n\n## P\n\ny\n\n[r]: u\n' }, ['P'], { 'a.md': '[x][r]\n\n[[new|P]]\n\n[r]: u\n', 'new.md': '# P\n\ny\n' }],
  ['extract', { 'a.md': '## P\n\nx [r]\n\n## R\n\n[^f]\n\n[^f]: q\n\n    [r]: https://b.org\n' }, ['P'], 'the link to "https://b.org" at a.md:3:3 cannot be written so that it leads to the same place; nothing was changed — write it in another way, then run the command again'],
  ['extract', { 'a.md': '- a\n\n  para ^q\n\n- d\n' }, ['^q'], 'the block ^q stands in a quote or a list in a.md, and is no part that can be taken out; nothing was changed — take the section that it stands in'],
  ['extract', { 'a.md': '> - quote ^q\n- d\n' }, ['^q'], 'the block ^q stands in a quote or a list in a.md, and is no part that can be taken out; nothing was changed — take the section that it stands in'],
  ['extract', { 'a.md': '*Some* [linked](b.md) words, `code`? Then. ^q\n\nz' }, ['^q'], { 'a.md': '[Some linked words, code?](new.md)\n\nz', 'new.md': '# Some linked words, code?\n\n*Some* [linked](b.md) words, `code`? Then. ^q\n' }],
  ['extract', { 'a.md': '123456789 123456789 123456789 123456789 123456789 1234567890 ^q\n\nz' }, ['^q'], { 'a.md': '[[new|123456789 123456789 123456789 123456789 123456789 1234567890]]\n\nz', 'new.md': '# 123456789 123456789 123456789 123456789 123456789 1234567890\n\n123456789 123456789 123456789 123456789 123456789 1234567890 ^q\n' }],
  ['extract', { 'a.md': '123456789 123456789 123456789 123456789 123456789 123456789 1 ^q\n\nz' }, ['^q'], { 'a.md': '[[new|123456789 123456789 123456789 123456789 123456789 123456789]]\n\nz', 'new.md': '# 123456789 123456789 123456789 123456789 123456789 123456789\n\n123456789 123456789 123456789 123456789 123456789 123456789 1 ^q\n' }],
  ['extract', { 'a.md': '123456789 123456789 123456789 123456789 123456789 12345678901 23 ^q\n\nz' }, ['^q'], { 'a.md': '[[new|123456789 123456789 123456789 123456789 123456789]]\n\nz', 'new.md': '# 123456789 123456789 123456789 123456789 123456789\n\n123456789 123456789 123456789 123456789 123456789 12345678901 23 ^q\n' }],
  ['extract', { 'a.md': 'Title,;: ^q\n\nz' }, ['^q'], { 'a.md': '[[new|Title]]\n\nz', 'new.md': '# Title\n\nTitle,;: ^q\n' }],
  ['extract', { 'a.md': '   Title one\n   two ^q\n\nz' }, ['^q'], { 'a.md': '[[new|Title one two]]\n\nz', 'new.md': '# Title one two\n\n   Title one\n   two ^q\n' }],
  ['extract', { 'a.md': '# A\n\n> ## Q\n\n## P\n\nx\n\n> ## Z\n\ny\n' }, ['P'], { 'a.md': '# A\n\n> ## Q\n\n[[new|P]]\n', 'new.md': '# P\n\nx\n\n> # Z\n\ny\n' }],
  ['extract', { 'a.md': 'P\none {#id}\n---\n\nx\n\n## R\n' }, ['P one', 'new.md', 'Other'], { 'a.md': '[[new|Other]]\n\n## R\n', 'new.md': '# Other {#id}\n\nx\n' }],
  ['extract', { 'a.md': 'P\n---\n\nx\n\n## R\n' }, ['P', 'new.md', 'Other'], { 'a.md': '[[new|Other]]\n\n## R\n', 'new.md': '# Other\n\nx\n' }],
  ['extract', { 'a.md': '# A\n\n## P\n\n[[#A]] [[#^i]] [[a]] [[a#A|x]] ![[#Z]] [x](#z) [x](a.md?q=1#z)\n\nx ^i\n\n## Z\n\n[[#P]] ![[#P]] [x](#p) [[a#P]] [[a#P#Q]] [x](#p "t") [[#^i]] [x](a.md?q=1#p)\n' }, ['P'], { 'a.md': '# A\n\n[[new|P]]\n\n## Z\n\n[[new|P]] ![[new]] [x](new.md) [[new|P]] [[a#P#Q]] [x](new.md "t") [[new#^i]] [x](new.md?q=1)\n', 'new.md': '# P\n\n[[a#A]] [[#^i]] [[a]] [[a#A|x]] ![[a#Z]] [x](a.md#z) [x](a.md?q=1#z)\n\nx ^i\n' }],
  ['extract', { 'a.md': '# A\n\n## P\n\n[[#A]] [[#^i]]\n\nx ^i\n', 'b.md': '[[a#A#P]] [[a#p|y]] [x](./a.md#p) [x](/a.md#p) [x](<a.md#p>) [y](a#p) [r]\n\n[r]: a.md#p "t"' }, ['P', 's/new it.md'], { 'a.md': '# A\n\n[[new it|P]]\n', 'b.md': '[[new it|P]] [[new it|y]] [x](./s/new%20it.md) [x](/s/new%20it.md) [x](<s/new it.md>) [y](s/new%20it) [r]\n\n[r]: s/new%20it.md "t"', 's/new it.md': '# P\n\n[[a#A]] [[#^i]]\n\nx ^i\n' }],
  ['extract', { 'a.md': '---\nu: "[[#P]]"\nv: "[[a#P]]"\n---\n# A\n\n## P\n\nx\n\n## Z' }, ['P', 's/new it.md'], { 'a.md': '---\nu: "[[new it|P]]"\nv: "[[new it|P]]"\n---\n# A\n\n[[new it|P]]\n\n## Z', 's/new it.md': '# P\n\nx\n' }],
  ['split', { 'a.md': '# A\n\n[x][r]\n\n## P\n\n[x][r] [^1]\n\n## R\n\n[y][r] [^1]\n\n[r]: u\n\n[^1]: f\n' }, [], { 'a.md': '# A\n\n[x][r]\n\n- [[p1|P]]\n- [[p2|R]]\n\n[r]: u\n', 'p1.md': '# P\n\n[x][r] [^1]\n\n[r]: u\n[^1]: f\n', 'p2.md': '# R\n\n[y][r] [^1]\n\n[r]: u\n\n[^1]: f\n' }],
  ['split', { 'a.md': '## P\n\n[x][r]\n\n## R\n\n[y][s]\n\n[s]: v\n[r]: u' }, [], { 'a.md': '- [[p1|P]]\n- [[p2|R]]', 'p1.md': '# P\n\n[x][r]\n\n[r]: u\n', 'p2.md': '# R\n\n[y][s]\n\n[s]: v\n' }],
  ['split', { 'a.md': '## P\n\nx\n\n## Q\n\ny\n\nz\n\n# T\n\nt\n\n## R\n\nr\n' }, [], { 'a.md': '- [[p1|P]]\n- [[p2|Q]]\n\n# T\n\nt\n\n- [[p3|R]]\n', 'p1.md': '# P\n\nx\n', 'p2.md': '# Q\n\ny\n\nz\n', 'p3.md': '# R\n\nr\n' }],
  ['split', { 'a.md': '---\nt: 1\n---\n## P\n\nx\n' }, [], '"P" is the whole of a.md; nothing was changed — split it at a deeper level, with --level'],
  ['extract', { 'a.md': '- a\n- b ^q\n  - c\n    - d\n' }, ['^q'], { 'a.md': '- a\n- [[new|b]]\n', 'new.md': '# b\n\nb ^q\n- c\n  - d\n' }],
  ['extract', { 'a.md': 'x\n\n- b ^q\n\n  c\n\n      code\n- z\n' }, ['^q'], { 'a.md': 'x\n\n- [[new|b]]\n- z\n', 'new.md': '# b\n\nb ^q\n\nc\n\n    code\n' }],
  ['extract', { 'a.md': '# A\n\n## P\n\nx\n', 'b.md': '[[new]] [[Gone]] [[p]]' }, ['P'], { 'a.md': '# A\n\n[[new|P]]\n', 'new.md': '# P\n\nx\n', 'said': 'the link to "new" at b.md:1:1 was broken and now resolves | the link to "p" at b.md:1:18 was broken and now resolves' }],
  ['extract', { 'a.md': '# A\n\n## P\n\nx [^1]\n\n[^1]: f ^i\n\n## Q\n\ny [^1] [[#^i]]\n', 'b.md': '[[a#^i]]' }, ['P'], { 'a.md': '# A\n\n[[new|P]]\n\n## Q\n\ny [^1] [[new#^i]]\n\n[^1]: f\n', 'b.md': '[[new#^i]]', 'new.md': '# P\n\nx [^1]\n\n[^1]: f ^i\n' }],
  ['extract', { 'a.md': '# A\n\n## P\n\n<a id="m"></a>\n\n## Q\n\n<a id="m2"></a>\n', 'b.md': '[x](a.md#m) [x](a.md#m2) [x](a.md#no) [[a#P#No]]' }, ['P'], { 'a.md': '# A\n\n[P](new.md)\n\n## Q\n\n<a id="m2"></a>\n', 'b.md': '[x](new.md#m) [x](a.md#m2) [x](a.md#no) [[a#P#No]]', 'new.md': '# P\n\n<a id="m"></a>\n' }],
  ['extract', { 'a.md': '# A\n\n## P\n\n### D\n\n## Q\n\n### D\n', 'b.md': '[[a#D]] [[a#P#D]] [[a#Q#D]] [x](a.md#d) [x](a.md#d-1)' }, ['P'], { 'a.md': '# A\n\n[[new|P]]\n\n## Q\n\n### D\n', 'b.md': '[[new#D]] [[new#P#D]] [[a#Q#D]] [x](new.md#d) [x](a.md#d)', 'new.md': '# P\n\n## D\n' }],
  ['extract', { 'a.md': '# A\n\n## P\n\n### D\n\n## Q\n\n### D\n', 'b.md': '[[a#D]] [[a#P#D]] [[a#Q#D]] [x](a.md#d) [x](a.md#d-1)' }, ['Q'], { 'a.md': '# A\n\n## P\n\n### D\n\n[[new|Q]]\n', 'b.md': '[[a#D]] [[a#P#D]] [[new#Q#D]] [x](a.md#d) [x](new.md#d)', 'new.md': '# Q\n\n## D\n' }],
  ['split', { 'a.md': '# A\n\n## P\n\n[x][r] [^1]\n\n## Q\n\n[y][r] [^1]\n\n# Z\n\n[r]: u\n\n[^1]: f ^i\n', 'b.md': '[[a#^i]]' }, [], { 'a.md': '# A\n\n- [[p1|P]]\n- [[p2|Q]]\n\n# Z\n', 'b.md': '[[p1#^i]]', 'p1.md': '# P\n\n[x][r] [^1]\n\n[r]: u\n[^1]: f ^i\n', 'p2.md': '# Q\n\n[y][r] [^1]\n\n[r]: u\n[^1]: f\n' }],
  ['merge', { 'a.md': '---\ntag: q\n---\nx\n', 'n.md': '---\ntag: p\nalias: X\nTitle: N\nk: 1\n---\nx' }, [], { 'a.md': '---\ntag: [q, p]\naliases: ["N", X]\n---\nx\n\n## N\n\nx\n', 'said': 'of the front matter of n.md these keys go to the trash with it: k' }],
  ['merge', { 'a.md': '---\naliases: x\n---\n# A\n', 'n.md': '---\naliases: [x, y]\n---\n# N\n', 'c.md': '---\naliases: [y]\n---\n' }, [], { 'a.md': '---\naliases: [x, "N"]\n---\n# A\n\n## N\n' }],
  ['merge', { 'a.md': '# A #t\n', 'n.md': '---\ntags: [t, u]\n---\n# N #v\n' }, [], { 'a.md': '---\naliases: ["N #v", "n"]\ntags: [u]\n---\n\n# A #t\n\n## N #v\n' }],
  ['inline', { 's/a.md': '[[n]]\n', 's/n.md': '', 'a.md': '', 'n.md': '# N\n' }, [], { 's/a.md': '[[a#N|n]]\n', 'a.md': '## N\n' }],
  ['extract', { 'a.md': '# A\n\nx [^p] [p][s]\n\n## P\n\ny [^q] [q][^x]\n\n## R\n\n[^p]: 1\n\n[^q]: 2 [^p]\n\n[s]: v\n[^x]: w\n' }, ['P'], { 'a.md': '# A\n\nx [^p] [p][s]\n\n[[new|P]]\n\n## R\n\n[^p]: 1\n\n[s]: v\n', 'new.md': '# P\n\ny [^q] [q][^x]\n\n[^p]: 1\n[^q]: 2 [^p]\n[^x]: w\n' }],
  ['extract', { 'a.md': '# A\n\n## P\n\nT\n===\n\n> U\n> ---\n\n## R\n\nV\n---\n' }, ['P'], { 'a.md': '# A\n\n[[new|P]]\n\nT\n===\n\n> U\n> ---\n\n## R\n\nV\n---\n', 'new.md': '# P\n' }],
  ['extract', { 'a.md': '# A\n\n### Z\n\n## P\n\n### Y\n\n## R\n\n### X\n' }, ['P'], { 'a.md': '# A\n\n### Z\n\n[[new|P]]\n\n## R\n\n### X\n', 'new.md': '# P\n\n## Y\n' }],
  ['extract', { 'a.md': '- a\n  - x\n- b\n  - c ^q\n  - d\n' }, ['^q'], { 'a.md': '- a\n  - x\n- b\n  - [[new|c]]\n  - d\n', 'new.md': '# c\n\nc ^q\n' }],
  ['extract', { 'a.md': '- a\n\n  - y ^p\n- b\n\n  > z\n\n  - c ^q\n' }, ['^q'], { 'a.md': '- a\n\n  - y ^p\n- b\n\n  > z\n\n  - [[new|c]]\n', 'new.md': '# c\n\nc ^q\n' }],
  ['extract', { 'a.md': '- a ^q\n' }, ['^q'], { 'a.md': '- [[new|a]]\n', 'new.md': '# a\n\na ^q\n' }],
  ['extract', { 'a.md': '1. a\n2. b ^q\n\nx\n' }, ['^q'], { 'a.md': '1. a\n2. [[new|b]]\n\nx\n', 'new.md': '# b\n\nb ^q\n' }],
  ['extract', { 'a.md': '## P\n\nx\n\n## R\n', 'b.md': '[[A#P#Q]] [[a#P ]] [[ a#P]] [[a # P]]' }, ['P'], { 'a.md': '[[new|P]]\n\n## R\n', 'b.md': '[[A#P#Q]] [[new|P ]] [[ new|P]] [[new |P]]', 'new.md': '# P\n\nx\n' }],
  ['merge', { 'a.md': 'x\n', 'n.md': '### K\n\n## H\n', 'b.md': '[[n#K]] [[n#H]] [x](n.md#k)' }, [], { 'a.md': '---\naliases: ["n"]\n---\n\nx\n\n## n\n\n#### K\n\n### H\n', 'b.md': '[[a#K]] [[a#H]] [x](a.md#k)' }],
  ['merge', { 'a.md': '## H\n\n### H\n', 'n.md': '## Up\n\n### H\n\n## Other\n\n### H\n', 'b.md': '[[n#Up#H]] [[n#Other#H]] [[n#H]] [x](n.md#h-1)' }, [], { 'a.md': '---\naliases: ["n"]\n---\n\n## H\n\n### H\n\n## n\n\n### Up\n\n#### H\n\n### Other\n\n#### H\n', 'b.md': '[[a#Up#H]] [[a#Other#H]] [[a#Up#H]] [x](a.md#h-3)' }],
  ['merge', { 'a.md': 'x\n', 'n.md': '---\ntitle: T\n---\nsee [[#]] [x](#) [[n]] [x](n.md) ![[n#]]\n', 'b.md': '| [[n]] |\n|-|' }, [], { 'a.md': '---\naliases: [T, "n"]\n---\n\nx\n\n## T\n\nsee [[#T]] [x](#t) [[#T|n]] [x](#t) ![[a#T]]\n', 'b.md': '| [[a#T\\|n]] |\n|-|' }],
  ['split', { 'a.md': '# A\n\nx\n\n## P\n\ny\n\ntext after\n\n## Q\n\nz\n\n[r]: u\n\n## R\n\n[r]\n' }, [], { 'a.md': '# A\n\nx\n\n- [[p1|P]]\n- [[p2|Q]]\n- [[p3|R]]\n', 'p1.md': '# P\n\ny\n\ntext after\n', 'p2.md': '# Q\n\nz\n', 'p3.md': '# R\n\n[r]\n\n[r]: u\n' }],
])('%s: %j, %j', (what, texts, how, expected) => {
  const outcome = answerOf(() => {
    const { changes, messages } = ways[what](sourceOf(texts), how)
    const changed = Object.entries(applied(texts, changes)).filter(([path, text]) => texts[path] !== text)
    return { ...Object.fromEntries(changed), ...(messages.length === 0 ? {} : { said: messages.join(' | ') }) }
  })
  expect(outcome).toEqual(expected)
})
