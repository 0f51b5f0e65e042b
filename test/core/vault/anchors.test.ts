import { describe, expect, test } from '@jest/globals'
import { toNotePath } from '../../../src/core/model/note-path.ts'
import { vaultOf } from '../../support/vault-of.ts'

/** What the links of a text, to a note `t`, say of their anchors. */
function anchors(t: string, text: string): readonly string[] {
  const vault = vaultOf({ 't.md': t, 'a.md': text })
  return vault.linksFrom(toNotePath('a.md') ?? vault.notes[0]!.path).map(({ resolution }) => {
    if (resolution.status === 'broken-anchor') return 'missing'
    return 'anchor' in resolution && resolution.anchor !== undefined ? resolution.anchor : 'top'
  })
}

describe('headings as other programs name them (links.md section 4)', () => {
  test.each([
    ['## 7.6 Fats', '[[t#7 6 Fats]]', '76-fats'],
    ['## D&D WOTC', '[[t#D D WOTC]]', 'dd-wotc'],
    ['## What is it: a start', '[[t#What is it a start]]', 'what-is-it-a-start'],
    ['## Cafe\u0301', '[x](t.md#caf\u00e9)', undefined],
    ['## Caf\u00e9', '[x](t.md#cafe\u0301)', 'caf\u00e9'],
    ['## Cafe\u0301\n\n## Cafe\u0301', '[x](t.md#caf\u00e9-1)', 'cafe\u0301-1'],
    ['## 🎉 Party\n\n## 🎉 Party', '[x](t.md#party-1)', '-party-1'],
    ['## The $\\vec{v}$ field', '[[t#The v field]]', 'the-vecv-field'],
    ['## A -- B\n\n## A -- B\n\n## A - B\n\n## A - B', '[x](t.md#a---b-1)', 'a---b-1'],
    ['## C++', '[[t#C++]]', 'c'],
    ['## C# basics', '[[t#C# basics]]', 'c-basics'],
    ['## A#B', '[[t#A#B]]', 'ab'],
    ['## C# basics\n\n### Deep', '[[t#C# basics#Deep]]', 'deep'],
    ['## A\n\n### F# and C#\n\n#### G#', '[[t#A#F# and C##G#]]', 'g'],
    ['## C#\n\n## D\n\n### Deep', '[[t#C##Deep]]', 'missing'],
    ['## A\n\n#### Deep\n\n### B', '[[t#A#B]]', 'b'],
    ['## A\n\n### B\n\n##### C', '[[t#A#C]]', 'c'],
    ['## A\n\n## Other\n\n## A\n\n### B', '[[t#A#B]]', 'b'],
    ['## A\n\n## B', '[[t#A#B]]', 'missing'],
    ['## B\n\n## A\n\n### X\n\n### B', '[[t#A#B]]', 'b-1'],
    ['x', '[x](t.md#top)', 'top'],
    ['x', '[x](t.md#Top)', 'top'],
    ['## Top', '[x](t.md#top)', 'top'],
    ['## Setup { #inst .cls }', '[x](t.md#inst)', 'inst'],
    ['## Setup {#inst .cls key=value}', '[x](t.md#inst)', 'inst'],
    ['## Setup { id="in-st" }', '[[t#in-st]]', 'in-st'],
    ['## Setup { #inst }', '[[t#Setup]]', 'setup'],
    ['## Set {a, b}', '[[t#Set {a, b}]]', 'set-a-b'],
    ['<a id="Part-1"></a>', '[x](t.md#part-1)', 'Part-1'],
  ])('%j: %s', (note, link, slug) => {
    const [found] = anchors(note, link)
    if (slug === undefined) expect(found).not.toBe('missing')
    else expect(found).toBe(slug)
  })
})
