import { describe, expect, test } from '@jest/globals'
import { inlineMath } from '../../../src/view/math/inline-math.ts'

describe('inlineMath', () => {
  test.each([
    ['\\mathbb{E}_x[\\|\\nabla f(x)\\|^2]', '𝔼ₓ[‖∇f(x)‖²]'],
    ['x_i^2+x_{n+1}', 'xᵢ² + xₙ₊₁'],
    ['\\pi_\\theta(a\\mid s)', 'π_θ(a | s)'],
    ['\\theta_{\\text{old}}^2', 'θ²_old'],
    ['e^{-x^2/2}', 'e^(−x²/2)'],
    ['-x,\\ a-b,\\ (-1)^n', '−x, a − b, (−1)ⁿ'],
    ['\\hat\\theta,\\bar x,\\tilde A', 'θ̂, x̄, Ã'],
    ['\\tfrac12\\|x\\|^2', '½‖x‖²'],
    ['\\begin{align}a&=b\\end{align}', 'a = b'],
  ])('writes %s as %s', (tex, text) => {
    expect(inlineMath(tex)).toBe(text)
  })

  test.each([
    ['\\frac{a}{b}', 'a/b'],
    ['\\frac{a+b}{c}', '(a + b)/c'],
    ['\\frac{a}{bc}', 'a/(bc)'],
    ['\\frac{a}{b}c', '(a/b) c'],
    ['c\\frac{a}{b}', 'c a/b'],
    ['\\frac{a}{b}!', '(a/b)!'],
    ['\\log\\frac{a}{b}', 'log(a/b)'],
    ['\\frac{1}{f(x)}', '1/f(x)'],
    ['\\frac{1}{a(b-c)}', '1/(a(b − c))'],
    ['\\frac{\\frac{a}{b}}{c}', '(a/b)/c'],
    ['\\left(\\frac{a}{b}\\right)^2', '(a/b)²'],
    ['\\frac{\\partial f}{\\partial x}', '∂f/∂x'],
  ])('puts brackets into %s only where the slash would bind wrongly: %s', (tex, text) => {
    expect(inlineMath(tex)).toBe(text)
  })

  test.each([
    ['\\mathrm{head_i}+\\mathrm{CO_2}', 'headᵢ + CO₂'],
    ['x∈ℝ^n,ℕ⊂ℤ,ℒ(θ)', 'x ∈ ℝⁿ, ℕ ⊂ ℤ, ℒ(θ)'],
    ['\\dddot{x} + \\ddddot{\\theta}_1', 'x\u20db + θ\u20dc₁'],
    ['\\overset{2}{x}+\\underset{n}{A}', '(x with 2 above) + (A with n below)'],
    ['\\overset{\\circ}{A}\\overset{\\text{def}}{=}x\\stackrel{d}{\\to}y', 'Å ≝ x →ᵈ y'],
    ['\\underset{x}{\\arg\\max} f', 'arg maxₓ f'],
    ['\\sum_{i \\atop j} x,\\binom nk,{n \\brack k}', '∑_(i; j) x, (n choose k), [n; k]'],
    ['\\underbrace{a+b}_{n}', '(a + b with n below)'],
    ['\\widehat{\\mathrm{Var}}(X)', 'hat(Var)(X)'],
    ['d_{\\text{model_dim}}', 'd_(model_dim)'],
    ['a=b\\\\c=d', 'a = b; c = d'],
    ['\\frac{a}{b}+\\unknown{x}', 'a/b + \\unknown{x}'],
    ['\\newcommand{\\R}{\\mathbb{R}}x\\in\\R', 'x ∈ ℝ'],
    ['\\newcommand{\\p}[2][k]{#1-#2}\\p{x}+\\p[a]{y}+\\p[\\alpha b]z', 'k − x + a − y + αb − z'],
    ['\\newcommand{\\p}[3][k]{#3#1#2}\\p{x}y', 'ykx'],
    ['\\newcommand{\\p}{\\nosuch +x}a+\\p', 'a + \\nosuch + x'],
    ['\\ce{H2SO4 ->[\\Delta] SO4^2-}', 'H₂SO₄ →^Δ SO₄²⁻'],
    ['\\href{https://example.org}{x}', 'x'],
    ['\\text{façade}', 'façade'],
  ])('means what is written in %s: %s', (tex, text) => {
    expect(inlineMath(tex)).toBe(text)
  })

  test('keeps the macros of an author within bounds', () => {
    const doubling = Array.from({ length: 26 }, (_, index) => {
      const [name, next] = [String.fromCharCode(97 + index), String.fromCharCode(98 + index)]
      return `\\newcommand{\\m${name}}[1]{\\m${next}{#1#1}}`
    }).join('')
    expect(inlineMath('\\newcommand{\\sq}[1]{#1 #1}\\sq{x}')).toBe('xx')
    expect(inlineMath(doubling + '\\ma{xxxxxxxx}')).toBeUndefined()
  })

  test.each(['\\frac{a}', 'x^2^3', '\\nosuchcommand', '{', '\\begin{cases}'])('leaves %s to its source', (tex) => {
    expect(inlineMath(tex)).toBeUndefined()
  })
})
