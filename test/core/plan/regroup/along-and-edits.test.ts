import { expect, test } from '@jest/globals'
import type { ToolName } from '../../../../src/core/model/tool-dialect.ts'
import { answerOf, applied, sourceOf, type Texts } from '../../../support/planned.ts'
import { ways } from '../../../support/regroup-ways.ts'

/** The note that another comes to and the other one, of a tool; the note then, with what is said. */
// prettier-ignore
test.each<[ToolName, 'inline' | 'merge', string, string, string, string?]>([
  ['logseq', 'merge', 'tags:: x\n\n- text', 'tags:: y\nalias:: bee\n\n- other [[a]]', 'tags:: x, y\nalias:: n, bee\n\n- text\n\n## n\n\n- other [[a]]\n'],
  ['logseq', 'merge', 'tags:: x, [[w]]\nalias:: ay\n\n- text', 'tags:: y, [[z]], [[w]], x\nalias:: bee, ay\nk:: v\n\n- other #u', 'tags:: x, [[w]], y, [[z]]\nalias:: ay, n, bee\n\n- text\n\n## n\n\n- other #u\n', 'of the front matter of n.md these keys go to the trash with it: k'],
  ['logseq', 'merge', 'tags:: x\n\n', '- other', 'tags:: x\nalias:: n\n\n## n\n\n- other\n'],
  ['mkdocs', 'merge', '---\nt: 1\n---\n\n', '# N', '---\nt: 1\naliases: ["N"]\n---\n\n## N\n'],
  ['logseq', 'merge', '- text', '- other', 'alias:: n\n\n- text\n\n## n\n\n- other\n'],
  ['logseq', 'merge', '', 'title:: Bee\n\n- other', 'alias:: Bee, n\n\n## Bee\n\n- other\n'],
  ['logseq', 'merge', 'tags:: x\r\n\r\n- text\r\n', 'tags:: y\n', 'tags:: x, y\r\nalias:: n\r\n\r\n- text\r\n\r\n## n\r\n'],
  ['logseq', 'merge', '---\ntags: [x]\n---\n- text', 'tags:: y, [[z]]\n\n- other', '---\ntags: [x, "y", "[[z]]"]\naliases: ["n"]\n---\n- text\n\n## n\n\n- other\n'],
  ['logseq', 'merge', 'tags:: x\n- text', '---\ntags: [y]\naliases: [q]\n---\n- other', 'tags:: x, y\nalias:: n, q\n- text\n\n## n\n\n- other\n'],
  ['logseq', 'inline', '- text\n- [[n]]', 'tags:: y\n\n- other\n  - more', '- text\n- **n**\n\n  - other\n    - more', 'of the front matter of n.md these keys go to the trash with it: tags'],
  ['logseq', 'inline', '- text [[n]]', 'alias:: y\n\n- other', '- text [[#n|n]]\n\n## n\n\n- other\n', 'of the front matter of n.md these keys go to the trash with it: alias'],
  ['hugo', 'merge', '+++\ntitle = "A"\n+++\n\ntext', '---\ntags: [q]\n---\nx', '+++\ntitle = "A"\naliases = ["n"]\ntags = ["q"]\n+++\n\ntext\n\n## n\n\nx\n'],
  ['hugo', 'merge', '# A', '{\n"title": "N", "tags": ["q"]\n}\n# M', '---\naliases: ["N"]\ntags: [q]\n---\n\n# A\n\n## M\n'],
  ['hugo', 'merge', '{\n"title": "A"\n}\n# A', '# N', 'the front matter of a.md cannot be edited: it is JSON, which is read and not changed; nothing was changed — edit it by hand with: wend open a.md'],
  ['mkdocs', 'merge', '---\n---\n# A', '---\ntags: [q]\n---\n# N', '---\naliases: ["N"]\ntags: [q]\n---\n# A\n\n## N\n'],
  ['mkdocs', 'merge', 'x\ny\r\nz', '# N\n', '---\r\naliases: ["N"]\r\n---\r\n\r\nx\ny\r\nz\r\n\r\n## N\r\n'],
])('in a vault of %s, %s of %j: %j comes to it', (tool, way, into, note, expected, ...messages) => {
  const texts = { 'a.md': into, 'n.md': note }
  const answer = answerOf(() => {
    const plan = ways[way](sourceOf(texts, { tool }))
    return [applied(texts, plan.changes)['a.md'], ...plan.messages]
  })
  expect(answer).toEqual(typeof answer === 'string' ? expected : [expected, ...messages])
})

const files = ['f.txt', 's/g.txt', '../out.md']
const toFiles = '[x](f.txt) ![x](s/g.txt "t") [[f.txt]] [x](../out.md)'
const fromFolder = '[x](../f.txt) ![x](g.txt "t") [[f.txt]] [x](../../out.md)'

// prettier-ignore
test.each<[keyof typeof ways, Texts, string, Texts]>([
  ['inline', { 'a.md': `[[n]]\n\n${toFiles}`, 'n.md': toFiles }, '', { 'a.md': `## n\n\n${toFiles}\n\n${toFiles}` }],
  ['merge', { 'a.md': toFiles, 'n.md': `# N\n\n${toFiles}` }, '', { 'a.md': `---\naliases: ["N"]\n---\n\n${toFiles}\n\n## N\n\n${toFiles}\n` }],
  ['extract', { 'a.md': `# A\n\n${toFiles}\n\n## P\n\n${toFiles}\n` }, 'P', { 'a.md': `# A\n\n${toFiles}\n\n[[p|P]]\n`, 's/p.md': `# P\n\n${fromFolder}\n` }],
  ['split', { 'a.md': `# A\n\n## P\n\n${toFiles}\n\n## Q\n` }, '', { 'a.md': '# A\n\n- [[p1|P]]\n- [[p2|Q]]\n', 'p1.md': `# P\n\n${toFiles}\n`, 'p2.md': '# Q\n' }],
  ['extract', { 'a.md': '# A\n\n<a id="x"></a>\n\n## P\n\n<a id="y"></a> [1](#x) [2](#y)\n', 'b.md': '[3](a.md#x) [4](a.md#y)' }, 'P', { 'a.md': '# A\n\n<a id="x"></a>\n\n[[p|P]]\n', 'b.md': '[3](a.md#x) [4](s/p.md#y)', 's/p.md': '# P\n\n<a id="y"></a> [1](../a.md#x) [2](#y)\n' }],
  ['extract', { 'a.md': '# A\n\n<a id="x"></a>\n\n## P\n\n<a id="x"></a> [1](#x)\n', 'b.md': '[3](a.md#x)' }, 'P', { 'a.md': '# A\n\n<a id="x"></a>\n\n[[p|P]]\n', 'b.md': '[3](a.md#x)', 's/p.md': '# P\n\n<a id="x"></a> [1](../a.md#x)\n' }],
  ['inline', { 'a.md': '[[n]]\n\nz\n', 'n.md': '# N\n\n<a id="x"></a> [1](#x)\n', 'b.md': '[3](n.md#x) [[n#x]]' }, '', { 'a.md': '## N\n\n<a id="x"></a> [1](#x)\n\nz\n', 'b.md': '[3](a.md#x) [[a#x]]' }],
  ['extract', { 'a.md': '- x\n- y\n- [ ] a ^q\n  - [x] b\n    - c\n' }, '^q', { 'a.md': '- x\n- y\n- [ ] [[p|a]]\n', 's/p.md': '# a\n\na ^q\n- [x] b\n  - c\n' }],
  ['extract', { 'a.md': '- x\n- a ^q\n\n  ### H\n\n  ## I\n' }, '^q', { 'a.md': '- x\n- [[p|a]]\n', 's/p.md': '# a\n\na ^q\n\n### H\n\n## I\n' }],
  // Definitions and footnotes go along: what several need is copied, and the id of a footnote goes with the text that names it.
  ['extract', { 'a.md': '# A\n\nx[^1] [^2]\n\n## P\n\ny[^1] ^id\n\n[^1]: f [[#^id]] [^2]\n\n[^2]: g ^two\n', 'b.md': '[[a#^two]] [[a#^id]]' }, 'P', { 'a.md': '# A\n\nx[^1] [^2]\n\n[[p|P]]\n\n[^1]: f [[p#^id]] [^2]\n[^2]: g\n', 'b.md': '[[p#^two]] [[p#^id]]', 's/p.md': '# P\n\ny[^1] ^id\n\n[^1]: f [[#^id]] [^2]\n\n[^2]: g ^two\n' }],
  ['extract', { 'a.md': '# A\n\nx [r] [s]\n\n## P\n\ny [r] [t]\n\n[r]: b.md\n[s]: b.md\n[t]: c.md\n', 'b.md': '', 'c.md': '' }, 'P', { 'a.md': '# A\n\nx [r] [s]\n\n[[p|P]]\n\n[r]: b.md\n[s]: b.md\n', 's/p.md': '# P\n\ny [r] [t]\n\n[r]: ../b.md\n[t]: ../c.md\n' }],
  ['split', { 'a.md': '# A\n\n## P\n\ny [r] [^1]\n\n## Q\n\nz [r] [^1]\n\n[r]: b.md "t"\n\n[^1]: f [x](b.md)\n', 'b.md': '' }, '', { 'a.md': '# A\n\n- [P](p1.md)\n- [Q](p2.md)\n', 'p1.md': '# P\n\ny [r] [^1]\n\n[r]: b.md "t"\n[^1]: f [x](b.md)\n', 'p2.md': '# Q\n\nz [r] [^1]\n\n[r]: b.md "t"\n\n[^1]: f [x](b.md)\n' }],
  ['inline', { 'a.md': '[[n]] [x][r] [y][r]\n\n[r]: n.md#q\n', 'n.md': '# N\n\n## Q\n' }, '', { 'a.md': '[[#N|n]] [x][r] [y][r]\n\n[r]: #q\n\n## N\n\n### Q\n' }],
  // Blanks behind what is replaced go with it.
  ['inline', { 'a.md': '[[n]]  \n\nx', 'n.md': 't' }, '', { 'a.md': '## n\n\nt\n\nx' }],
  ['inline', { 'a.md': '[[n]] \t\nx', 'n.md': 't' }, '', { 'a.md': '[[#n|n]] \t\nx\n\n## n\n\nt\n' }],
  ['inline', { 'a.md': '## S\n\nsee [[n]]  \n\n## T', 'n.md': 't' }, '', { 'a.md': '## S\n\nsee [[#n|n]]\n\n### n\n\nt\n\n## T' }],
  ['inline', { 'a.md': '## S\n\nsee [[n]]  \n# T', 'n.md': 't' }, '', { 'a.md': '## S\n\nsee [[#n|n]]\n\n### n\n\nt\n\n# T' }],
])('%s of %j (%s) beside other files', (way, texts, anchor, expected) => {
  expect(applied(texts, ways[way](sourceOf(texts, { files }), [anchor, 's/p.md']).changes)).toEqual({ ...texts, ...gone(texts, way), ...expected })
})

/** Without the note that goes to the trash. */
function gone(texts: Texts, way: keyof typeof ways): Partial<Record<string, undefined>> {
  return (way === 'inline' || way === 'merge') && 'n.md' in texts ? { 'n.md': undefined } : {}
}

/** What stays is in no edit: where each begins in its note, what stood there and what stands there then. */
// prettier-ignore
test.each<[keyof typeof ways, Texts, string, Readonly<Record<string, readonly (readonly [number, string, string])[]>>]>([
  ['extract', { 'a.md': '# A\n\nx\n\n## P\n\ntext\n\n## Q\n\ny', 'b.md': '[[a#P]] and [x](a.md#p)' }, 'P', { 'a.md': [[8, '## P\n\ntext', '[[p|P]]']], 'b.md': [[2, 'a#P', 'p|P'], [16, 'a.md#p', 's/p.md']] }],
  ['extract', { 'a.md': '# A\n\nx [^1]\n\n## P\n\ntext [^1] [r] [^2]\n\n## Q\n\ny [r]\n\n[r]: b.md\n\n[^1]: f\n\n[^2]: g\n', 'b.md': '' }, 'P', { 'a.md': [[13, '## P\n\ntext [^1] [r] [^2]', '[[p|P]]'], [70, '\n\n[^2]: g\n', '\n']] }],
  ['extract', { 'a.md': '# A\n\n- x\n- y ^q\n- z [[#^q]]\n' }, '^q', { 'a.md': [[11, 'y ^q', '[[p|y]]'], [22, '', 'p']] }],
  ['extract', { 'a.md': '# A\n\n## P\n\n### D\n', 'b.md': '[x](a.md?q#p) [x](<a.md#d> "t") [[a#P#D]]' }, 'P', { 'a.md': [[5, '## P\n\n### D', '[[p|P]]']], 'b.md': [[4, 'a.md', 's/p.md'], [10, '#p', ''], [19, 'a.md', 's/p.md'], [34, 'a', 'p']] }],
  ['split', { 'a.md': '# A\n\nx [[#Q]] [[#P|p]]\n\n## P\n\nt\n\n## Q\n\nu', 'b.md': '[[a#P]] [[a]] [[a#Q|q]] [x](a.md#p "t")' }, '', { 'a.md': [[9, '#Q', 'p2|Q'], [16, '#P', 'p1'], [24, '## P\n\nt\n\n## Q\n\nu', '- [[p1|P]]\n- [[p2|Q]]']], 'b.md': [[2, 'a#P', 'p1|P'], [16, 'a#Q', 'p2'], [28, 'a.md#p', 'p1.md']] }],
  ['inline', { 'a.md': '# A\n\nx\n\n[[n]]\n\ny [[n]]\n\nz', 'n.md': '# N\n\nt' }, '', { 'a.md': [[8, '[[n]]', '## N\n\nt'], [19, 'n', '#N|n']] }],
  ['inline', { 'a.md': '# A\n\nx [[n]]\n\n## S\n\ny [[n]]\n\n[r]: b.md\n', 'n.md': '# N\n\nt [r] [q]\n\n[r]: b.md\n[q]: c.md\n', 'b.md': '', 'c.md': '' }, '', { 'a.md': [[9, 'n', '#N|n'], [24, 'n', '#N|n'], [38, '', '\n\n## N\n\nt [r] [q]\n\n[q]: c.md']] }],
  ['inline', { 'a.md': '- x\n- [[n]]\n- y', 'n.md': '# N\n\nt' }, '', { 'a.md': [[6, '[[n]]', '**N**\n\n  t\n']] }],
  ['merge', { 'a.md': '---\ntitle: A\n---\n# A\n\nx [[n]]\n', 'n.md': '# N\n\nt' }, '', { 'a.md': [[13, '', 'aliases: ["N"]\n'], [26, 'n', '#N|n'], [29, '', '\n\n## N\n\nt']] }],
  ['merge', { 'a.md': '# A\n\nx\n', 'n.md': '# N', 'b.md': 'no link' }, '', { 'a.md': [[0, '', '---\naliases: ["N"]\n---\n\n'], [6, '', '\n\n## N']] }],
])('%s of %j (%s) changes just %j', (way, texts, anchor, expected) => {
  const { changes } = ways[way](sourceOf(texts), [anchor, 's/p.md']).changes
  const edited = changes.flatMap((change) =>
    change.kind === 'edit' ? [[change.path, change.edits.map(({ span, before, after }) => [span.start, before, after])]] : [],
  )
  expect(Object.fromEntries(edited)).toEqual(expected)
})
