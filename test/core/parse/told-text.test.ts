import { describe, expect, test } from '@jest/globals'
import { toldText } from '../../../src/core/parse/plain-text.ts'
import { toldParts } from '../../../src/core/parse/prose/told-text.ts'
import { Sentences } from '../../../src/core/parse/sentences.ts'
import { scanMarkdown } from '../../../src/core/parse/scan-markdown.ts'
import { noteAt, vaultOf } from '../../support/vault-of.ts'

/** A told line as its pieces say, formulas between angles. */
function said(line: string): string {
  return toldParts(line)
    .map((part) => ('text' in part ? part.text : `‹${part.math}›`))
    .join('')
}

describe('what is told of markdown says the same when its formulas are looked for', () => {
  test.each([
    ['Set `$HOME/$USER` first', 'Set $HOME/$USER first'],
    ['Set `$HOME` and `$PATH`, pay $5', 'Set $HOME and $PATH, pay $5'],
    ['`$x$` is no formula, $x$ is', '$x$ is no formula, ‹$x$› is'],
    ['\\$x\\$ and **`a$`$b$**', '$x$ and a$‹$b$›'],
    ['`\\$x` and `\\\\$y$`', '\\$x and \\\\$y$'],
    ['$$a$$ and `$$b$$`', '‹$$a$$› and $$b$$'],
    ['[[a|`$x$`]] [*$y$*](b.md)', '$x$ ‹$y$›'],
    ['$`a`$ costs $$', '‹$`a`$› costs $$'],
  ])('%j', (markdown, shown) => {
    expect(said(toldText(markdown))).toBe(shown)
    expect(said(noteAt(vaultOf({ 'a.md': `# A\n\nText: ${markdown}.` }), 'a.md').summary ?? '')).toBe(`Text: ${shown}.`)
    const text = `${markdown}, [[z]]`
    const link = scanMarkdown(text, 0).links.at(-1)
    expect(link && said(new Sentences(text).around(link.span))).toBe(`${shown}, z`)
  })
})

describe('a summary of front matter is a line of markdown', () => {
  test.each([
    ['Uses **bold** and `*args*` of [[b|them]]', 'Uses bold and *args* of them'],
    ['With $\\alpha$ and `$x$`', 'With $\\alpha$ and \\$x\\$'],
    ['A List<T> of H<sub>2</sub>O <b>here</b><br>', 'A List<T> of H₂O here'],
    ['__init__ and snake_case', '__init__ and snake_case'],
    ['plain: yes', 'plain: yes'],
    ['of [b] and [c][b]', 'of [b] and [c][b]'],
  ])('%j', (written, told) => {
    const note = noteAt(vaultOf({ 'a.md': `---\nsummary: '${written}'\n---\n# A\n\n[b]: c.md\n` }), 'a.md')
    expect([note.summary, note.metadata['summary']]).toEqual([told, written])
  })
})
