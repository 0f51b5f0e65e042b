import { expect, test } from '@jest/globals'
import { inlineNote } from '../../../../src/core/plan/regroup/join-notes.ts'
import { answerOf, applied, sourceOf, type Texts, withCrlf } from '../../../support/planned.ts'
import { noteAt } from '../../../support/vault-of.ts'

/** A note, one that it takes in, and what it is then; or why not. Besides is a note `b` with the headings x and y. */
// prettier-ignore
test.each<[string, string, string]>([
  ['# A\n\n##### S\n\n[[n]]\n', '# N\n\n## M\n\n# O\n', '# A\n\n##### S\n\n###### N\n\n###### M\n\n###### O\n'],
  ['# A\n\n## S\n\n[[n]]\n', 'N\n===\n\n##### F\n\n###### G\n', '# A\n\n## S\n\n### N\n\n###### F\n\n###### G\n'],
  ['# A\n\n## S\n\n[[n]]\n', 'N\ntwo\n=====\n\n> Q\n> r\n> ---\n', '# A\n\n## S\n\n### N two\n\n> #### Q r\n'],
  ['###### S\n\nx [[n]] y\n', '# N\n', '###### S\n\nx [[#N|n]] y\n\n###### N\n'],
  ['x [[n]] y\n\n## S\n\nz', '# N\n', 'x [[#N|n]] y\n\n## S\n\nz\n\n## N\n'],
  ['# A\n\nx [[n]] y\n\n## S\n\nz', '# N\n', '# A\n\nx [[#N|n]] y\n\n## S\n\nz\n\n## N\n'],
  ['## S\n\n### T\n\nq [[n]]\n\n### U\n', '### N\n\n#### O', '## S\n\n### T\n\nq [[#n|n]]\n\n#### n\n\n##### N\n\n###### O\n\n### U\n'],
  ['# A\n[[n]]\n# B', '# N', '# A\n\n## N\n\n# B'],
  ['---\na: 1\n---\n[[n]]\n\n\ny', '# N', '---\na: 1\n---\n\n## N\n\n\ny'],
  ['# A\n \t\n[[n]]\n  \nB', 't  \n\n', '# A\n \t\n## n\n\nt\n  \nB'],
  ['[[n]]\n\n', '# N\n\nx\n\n\n', '## N\n\nx\n\n'],
  ['z [[n]]', '\n  \n# N\n\nx', 'z [[#N|n]]\n\n## N\n\nx\n'],
  ['z [[n]]', 'intro\n\n# N\n\nx\n\n## M', 'z [[#N|n]]\n\n## N\n\nintro\n\n### N\n\nx\n\n#### M\n'],
  ['z [[n]]', '', 'z [[#n|n]]\n\n## n\n'],
  ['[[n]]', '```\nopen', '## n\n\n```\nopen\n'],
  ['[[n]]\n\nz', '```\nopen', 'n.md ends in a code block or comment that is never closed; nothing was changed — close it, since what comes below would be part of it: wend open "n.md"'],
  ['z [[n]]\n\n```\nopen', 'x', 'a.md ends in a code block or comment that is never closed; nothing was changed — close it, since what comes below would be part of it: wend open "a.md"'],
  ['[[n]]\n\nx\n\n[q]: z\n', 't [r]\n\n[r]: u\n\nlast\n\n[s]: v\n', '## n\n\nt [r]\n\n[r]: u\n\nlast\n\nx\n\n[q]: z\n[s]: v\n'],
  ['[[n]]\n\nx', '[r]: u\n', '## n\n\nx\n\n[r]: u\n'],
  ['[[n]]\n\nx\n', '# N\n\n[r]: u\n', '## N\n\nx\n\n[r]: u\n'],
  ['[[n]]\n\nx [^1]\n\n[^1]: f\n', '# N\n\n[^1]\n\n[^1]: f\n', '## N\n\n[^1]\n\nx [^1]\n\n[^1]: f\n'],
  ['[[n]]\n\n[^1]\n\n[^1]: f [[b]]\n', '# N\n\n[^1]\n\n[^1]: f [[n]]\n', '## N\n\n[^1-2]\n\n[^1]\n\n[^1]: f [[b]]\n\n[^1-2]: f [[#N|n]]\n'],
  ['[[n]]\n\n[^A]\n\n[^A]: f\n', '# N\n\n[^a] [^a-2]\n\n[^a]: g\n\n[^a-2]: h\n', '## N\n\n[^a-3] [^a-2]\n\n[^A]\n\n[^A]: f\n\n[^a-3]: g\n\n[^a-2]: h\n'],
  ['[[n]]\n\n[r]: u "t"\n[r-2]: z\n', '[x][r] ![r] [r][] [R]\n\n[r]: u "s"\n[r]: dup\n', '## n\n\n[x][r-3] ![r][r-3] [r][r-3] [R][r-3]\n\n[r]: u "t"\n[r-2]: z\n[r-3]: u "s"\n[r]: dup\n'],
  ['[[n]]\n\n[r]: u\n\n[^1]: f\n', '[r] [^1]\n\n[^2]: g\n\n[r]: u\n\n[^1]: f\n', '## n\n\n[r] [^1]\n\n[r]: u\n\n[^1]: f\n\n[^2]: g\n'],
  ['[[n]]\n\n[r]: u\n', 'a\n\n[r]: u\n\nb\n', '## n\n\na\n\nb\n\n[r]: u\n'],
  ['[[n]]\n\n[^1]\n\n[^1]: f\n\n    [r]: u\n', 'y [^1]\n\n[^1]: f\n\n    [r]: u\n', '## n\n\ny [^1]\n\n[^1]\n\n[^1]: f\n\n    [r]: u\n'],
  ['- [[n]]\n\n[r]: u\n', '# N\n\n[r]\n\n[r]: u\n[s]: v\n', '- **N**\n\n  [r]\n\n[r]: u\n[s]: v\n'],
  ['- [[n]]\n\nx\n\n[r]: u\n', '[r]: u\n', '- **n**\n\nx\n\n[r]: u\n'],
  ['- x\n- [[n]]\n- y', '# N\n\n- p\n  - q\n\n> r\n', '- x\n- **N**\n\n  - p\n    - q\n\n  > r\n\n- y'],
  ['> [!note]\n> [[n]]\n> z', 't', '> [!note]\n> [[#n|n]]\n> z\n\n## n\n\nt\n'],
  ['> [!note]\n> [[n]]', 't\n\nu', '> [!note]\n> **n**\n>\n> t\n>\n> u'],
  ['> q\n> [[n]]', 't', '> q\n> [[#n|n]]\n\n## n\n\nt\n'],
  ['> > 1) [ ] [[n]]\nx', 't\n# H\nu', '> > 1) [ ] [[#H|n]]\nx\n\n## H\n\nt\n### H\nu\n'],
  ['> > 1) [ ] [[n]]\n\nx', 't\n# H\nu', '> > 1) [ ] **H**\n> >\n> >    t\n> >\n> >    **H**\n> >\n> >    u\n\nx'],
  ['- [[n]] ^id', 't', '- [[#n|n]] ^id\n\n## n\n\nt\n'],
  ['- [[n]]\n\n  more', 't', '- **n**\n\n  t\n\n  more'],
  ['- [[n]]  \n  more', 't', '- [[#n|n]]  \n  more\n\n## n\n\nt\n'],
  ['- a\n\n  [[n]]', '# N\n\nt', '- a\n\n  **N**\n\n  t'],
  ['- [[n]]\n- z', '# N\n\n## H *i*\n\nt', '- [[#N|n]]\n- z\n\n## N\n\n### H *i*\n\nt\n'],
  ['- [[n]]\n- z', '# N', '- **N**\n- z'],
  ['- [[n]]\n- z', '---\nk: 1\n---\n# N\n\nt', '- **N**\n\n  t\n\n- z'],
  ['[[n]]\n\n[^1]\n\n[^1]: f [x](#h)\n\n# h\n', '# N\n\n[^1]\n\n## h\n\n[^1]: f [x](#h)\n', '## N\n\n[^1-2]\n\n### h\n\n[^1]\n\n[^1]: f [x](#h-1)\n\n# h\n\n[^1-2]: f [x](#h)\n'],
  ['---\nup: see [[n]]\n---\n\n# A\n', '# c: d\n', 'the link to "n" at a.md:2:9 cannot be written so that it leads to the same place; nothing was changed — write it in another way, then run the command again'],
  ['[[n]]\n\n## x\n', '# N\n\n<a id="x"></a>\n\n[1](#x)\n', 'the link to "" at n.md:5:1 cannot be written so that it leads to the same place; nothing was changed — write it in another way, then run the command again'],
  ['- [[n]]\n- z', '# N\n## H ##\nt', '- **N**\n\n  **H**\n\n  t\n\n- z'],
  ['- [[n]]\n- z', '# N\n\n## \n\nt', '- [[#N|n]]\n- z\n\n## N\n\n### \n\nt\n'],
  ['- [[n]]\n- z', '# N\n\n- ## I\n', '- [[#N|n]]\n- z\n\n## N\n\n- ### I\n'],
  ['- [[n]]\n- z', '# N\n## H\n## I\n## J\n', '- **N**\n\n  **H**\n\n  **I**\n\n  **J**\n\n- z'],
  ['- [[n]]\n- z', '## H\n\nt\n', '- **n**\n\n  **H**\n\n  t\n\n- z'],
  ['- [[n]]\n- z', '---\ntitle: a*b\n---\nt\n', '- [[#a*b|n]]\n- z\n\n## a*b\n\nt\n'],
  ['- [[n]] [[n]]\n- z', 't', '- [[#n|n]] [[#n|n]]\n- z\n\n## n\n\nt\n'],
  ['- [[n|x]]\n', 't [[n]]', '- **n**\n\n  t [[n]]\n'],
  ['* [[n]]\n+ z', 'a\n\n\n\nb', '* **n**\n\n  a\n\n\n\n  b\n\n+ z'],
  ['123456789. [[n]]\n', 'a\nb', '123456789. **n**\n\n           a\n           b\n'],
  ['- [/] [[n]]\n', 'a\nb', '- [/] **n**\n\n  a\n  b\n'],
  ['- x [[n]]\n', 'a\nb', '- x [[#n|n]]\n\n## n\n\na\nb\n'],
  ['| [[n]] |\n|-|\n', 'a\nb', '| [[#n\\|n]] |\n|-|\n\n## n\n\na\nb\n'],
  ['- [[n]]\n', '# N\n\n## H {#own}\n\ny\n', '- [[#N|n]]\n\n## N\n\n### H {#own}\n\ny\n'],
  ['- [[n]]\n\nz [^1]\n\n[^1]: q\n', '# N [^1]\n\nx\n\n[^1]: f\n', '- **N [^1-2]**\n\n  x\n\nz [^1]\n\n[^1]: q\n\n[^1-2]: f\n'],
  ['[[n]]\n\n[r]: u\n', '[r]\n\n> [r]: v\n', '## n\n\n[r][r-2]\n\n> [r-2]: v\n\n[r]: u\n'],
  ['[[n]]\n\n[r]: u\n', '[r]\n\n> [r]: u\n', '## n\n\n[r]\n\n> [r]: u\n\n[r]: u\n'],
  ['[[n]]\n\n[^1]\n\n[^1]: f\n', '[^1]\n\n  [^1]: g\n', '## n\n\n[^1-2]\n\n[^1]\n\n[^1]: f\n\n[^1-2]: g\n'],
  ['[[n]]\n\n> [^1]\n>\n> [^1]: f\n', '[^1] [^2]\n\n> [^1]: g\n', '## n\n\n[^1-2] [^2]\n\n> [^1-2]: g\n\n> [^1]\n>\n> [^1]: f\n'],
  ['[[n]]\n\n[r]: u\n[q]: w\n\n[^2]: f\n', 'x [r] [q] y\n\n[q]: w\n[r]: v\n\nz\n\n[^1]: own [r]\n', '## n\n\nx [r][r-2] [q] y\n\n[r-2]: v\n\nz\n\n[r]: u\n[q]: w\n\n[^2]: f\n\n[^1]: own [r][r-2]\n'],
  ['[[n]]\n\n[^1]: f\n[r]: u\n', '[^1]\n\n[^1]: g\n    more [^2]\n\n[^2]: h\n\n[r]: u\n[s]: x\n', '## n\n\n[^1-2]\n\n[^1]: f\n[r]: u\n\n[^1-2]: g\n    more [^2]\n\n[^2]: h\n\n[r]: u\n[s]: x\n'],
  ['x [[n]]\n\n## T\n\n- q\n', 't\n\n---\nu\n***\n', 'x [[#n|n]]\n\n## T\n\n- q\n\n## n\n\nt\n\n---\nu\n***\n'],
  ['x [[n]]\n\n[r]: u\n', '# N\n\ny\n', 'x [[#N|n]]\n\n[r]: u\n\n## N\n\ny\n'],
])('%j takes in %j: %j', (into, note, expected) => {
  const takenIn = (texts: Texts): unknown =>
    answerOf(() => {
      const source = sourceOf(texts)
      const { changes } = inlineNote(source, noteAt(source.vault, 'n.md'), noteAt(source.vault, 'a.md'))
      return applied(texts, changes)['a.md']
    })
  const texts = { 'a.md': into, 'n.md': note, 'b.md': '# x\n\n# y\n' }
  expect(takenIn(texts)).toBe(expected)
  if (into.includes('\n')) expect(takenIn(withCrlf(texts))).toBe(withCrlf(expected))
})
