import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { displayMath } from '../../../src/view/math/display-math.ts'
import { inlineMath } from '../../../src/view/math/inline-math.ts'
import { parseTex } from '../../../src/view/math/parse-tex.ts'

/** Formulas of the golden pages and of the shipped notes: what is drawn is checked against the MathML they mean. */
function goldenFormulas(): readonly string[] {
  const pages = new URL('../../goldens/math/', import.meta.url)
  return readdirSync(pages).flatMap((name) =>
    (readFileSync(new URL(name, pages), 'utf8').match(/(?:^\$ .*\n)+/gm) ?? []).map((tex) => tex.replace(/^\$ /gm, '')),
  )
}

function shippedFormulas(): readonly string[] {
  const texts = readdirSync('notes')
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(`notes/${name}`, 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/g, ''))
  const found = texts.flatMap((text) => [
    ...text.matchAll(/\$\$([\s\S]+?)\$\$|(?<![\\$\w])\$(?=\S)([^$\n]*?\S)\$(?!\d)/g),
  ])
  return [...new Set(found.map(([, display, inline]) => (display ?? inline ?? '').trim()))]
}

const formulas = [...new Set([...goldenFormulas(), ...shippedFormulas()])]

/** Letters, digits and signs in their plain forms; space, brackets, bars and marks above letters may be drawn in many ways. */
function symbols(text: string): readonly string[] {
  return [
    ...spelled(text)
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}=<>+−±×·∑∏∫∂∇∈∉⊂⊆∪∩→←↔⇒⇔∞∀∃≤≥≠≈∼∝⊗⊕]/gu, ''),
  ]
}

/** Signs that stand for several, as those. */
function spelled(text: string): string {
  const parts: Readonly<Record<string, string>> = {
    '∛': '3',
    '∜': '4',
    '≝': 'def=',
    '≟': '=',
    '≗': '=',
    '≜': '=',
    '↔': '←→',
    '⇔': '⇐⇒',
  }
  return Array.from(text, (character) => parts[character] ?? character).join('')
}

const drawnOtherwise: Readonly<Record<string, string>> = {
  '∣': '',
  '⋅': '·',
  '⟶': '→',
  '⟹': '⇒',
  '⟺': '⇔',
  '⩾': '≥',
  '⩽': '≤',
  '≔': ':=',
}

/** The symbols of a formula in the order of its MathML; undefined when it is not read. */
function meant(tex: string): { readonly symbols: readonly string[]; readonly isPlain: boolean } | undefined {
  const { markup } = parseTex(tex, new Map(), { displayMode: true, output: 'mathml' })
  if (markup === undefined) return undefined
  const body = markup
    .replace(/<annotation[\s\S]*?<\/annotation>/, '')
    .replace(/<mphantom>[\s\S]*?<\/mphantom>/g, '')
    .replace(/<mover accent="true">([\s\S]*?)<mo[^>]*>[^<]*<\/mo><\/mover>/g, '$1')
  const text = body
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
  const drawn = Array.from(text, (character) => drawnOtherwise[character] ?? character).join('')
  return {
    symbols: symbols(drawn),
    isPlain: !/<m(?:subsup|underover|over|under|root|table|padded)|linethickness/.test(body),
  }
}

function missing(wanted: readonly string[], drawn: string): readonly string[] {
  const left = [...symbols(drawn)]
  return wanted.filter((symbol) => {
    const at = left.indexOf(symbol)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function isInOrder(wanted: readonly string[], drawn: string): boolean {
  let at = 0
  for (const symbol of symbols(drawn)) if (symbol === wanted[at]) at++
  return at === wanted.length
}

test('there are more than 600 formulas, and each is read', () => {
  expect(formulas.length).toBeGreaterThanOrEqual(600)
  // KaTeX alone knows no tags inside aligned equations.
  expect(formulas.filter((tex) => !tex.includes('\\tag') && meant(tex) === undefined)).toEqual([])
})

test('every symbol of a formula is drawn, on one line and in two dimensions', () => {
  const faults = formulas.flatMap((tex) => {
    const { symbols: wanted } = meant(tex) ?? { symbols: [] }
    const inline = missing(wanted, inlineMath(tex) ?? '')
    const display = missing(wanted, (displayMath(tex, 200) ?? []).join('\n'))
    return inline.length + display.length === 0 ? [] : [`${tex}: ${inline.join('')} ${display.join('')}`]
  })
  expect(faults).toEqual([])
})

test('the symbols of a formula without stacks are drawn in their order', () => {
  const faults = formulas.filter((tex) => {
    const found = meant(tex)
    return found?.isPlain === true && !isInOrder(found.symbols, inlineMath(tex) ?? '')
  })
  expect(faults).toEqual([])
})
