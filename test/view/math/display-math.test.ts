import { describe, expect, test } from '@jest/globals'
import { displayMath } from '../../../src/view/math/display-math.ts'

describe('displayMath', () => {
  test('sets a fraction on the line of its neighbours', () => {
    expect(displayMath('x=\\frac{a+b}{2}', 40)).toEqual(['    a + b', 'x = ─────', '      2  '])
  })

  test('centres limits and keeps a bracket as tall as its content', () => {
    expect(displayMath('\\left(\\sum_{i=1}^n x_i\\right)^2', 40)).toEqual(['⎛ n    ⎞²', '⎜ ∑  xᵢ⎟ ', '⎝i=1   ⎠ '])
  })

  test('puts tags at the right, one below the other', () => {
    expect(displayMath('\\begin{align}a&=b\\tag{1}\\\\cc&=d\\tag{2}\\end{align}', 40)).toEqual([
      ' a = b    (1)',
      'cc = d    (2)',
    ])
  })

  test('breaks a line that is too long before an operator', () => {
    expect(displayMath('x=aaaa+bbbb+cccc', 16)).toEqual(['x = aaaa + bbbb', '    + cccc     '])
  })

  test('keeps a left side with its own equation, be it in bars', () => {
    const rows = displayMath('x=aaaa+bbbb,\\qquad \\lvert y\\rvert=cccc+dddd', 24)
    expect(rows?.map((row) => row.trimEnd())).toEqual(['x = aaaa + bbbb,', '|y| = cccc + dddd'])
  })

  test('makes one empty row of an empty table', () => {
    expect(displayMath('\\substack{}', 40)).toEqual([''])
  })

  test('gives up what cannot be broken, so that its source is shown', () => {
    expect(displayMath('\\frac{aaaa+bbbb+cccc}{2}', 10)).toBeUndefined()
    expect(displayMath('\\frac{a}', 80)).toBeUndefined()
  })
})
