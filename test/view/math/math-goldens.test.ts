import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { displayMath } from '../../../src/view/math/display-math.ts'
import { inlineMath } from '../../../src/view/math/inline-math.ts'

/**
 * A page lists formulas: lines that begin with `$ ` are the TeX of one, and what follows is its inline form
 * and its display form at 76 columns, or as many as the title of the page says. With UPDATE_GOLDENS=1 the forms are written anew from the TeX lines.
 */
const pages = new URL('../../goldens/math/', import.meta.url)
const usualWidth = 76

describe('formulas look as on the golden pages', () => {
  for (const name of readdirSync(pages)) {
    test(name, () => {
      const url = new URL(name, pages)
      const page = readFileSync(url, 'utf8')
      const rendered = renderPage(page)
      if (process.env['UPDATE_GOLDENS'] !== undefined) writeFileSync(url, rendered)
      else expect(page).toBe(rendered)
    })
  }
})

describe('the golden pages', () => {
  test('hold at least 800 formulas, all of which render', () => {
    const formulas = readdirSync(pages).flatMap((name) => formulasOf(readFileSync(new URL(name, pages), 'utf8')))
    expect(formulas.length).toBeGreaterThanOrEqual(800)
    expect(
      formulas.filter((tex) => inlineMath(tex) === undefined || displayMath(tex, usualWidth) === undefined),
    ).toEqual([])
  })
})

function renderPage(page: string): string {
  const title = page.slice(0, page.indexOf('\n'))
  const width = Number(/(\d+) columns/.exec(title)?.[1] ?? usualWidth)
  return [title, ...formulasOf(page).map((tex) => renderFormula(tex, width))].join('\n\n') + '\n'
}

function formulasOf(page: string): readonly string[] {
  const sources = page.match(/(?:^\$ .*\n)+/gm) ?? []
  return sources.map((source) => source.replace(/^\$ /gm, '').trimEnd())
}

function renderFormula(tex: string, width: number): string {
  const source = tex.replace(/^/gm, '$ ')
  const display = displayMath(tex, width)?.map((row) => `  ${row}`.trimEnd()) ?? ['(not laid out)']
  return [source, `  ${inlineMath(tex) ?? '(not written)'}`, '', ...display].join('\n')
}
