import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readableHeading } from '../../../../src/core/vault/math/readable-math.ts'
import { readInline } from '../../../../src/core/parse/inlines/read-inline.ts'
import { inlineMath } from '../../../../src/view/math/inline-math.ts'

/** Without what renderers do each in their own way: spaces, brackets and symbols, raised and styled letters, accents. */
function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\s\p{P}\p{S}\p{M}]/gu, '')
    .toLowerCase()
}

const formulas = String.raw`
\alpha  O(n^2)  \mathbb{R}^n  \frac{a}{b}  \frac12  \sqrt{d_k}  \hat{x}  \bar{xy}  \mathbb{E}_{x\sim~p}[f(x)]  \log~p(x)
\text{softmax}(QK^T/\sqrt{d_k})V  \left(x\right)  \operatorname{argmax}_x  x_{t+1}  a\leq~b  \ell_2  \mathcal{L}  \mathrm{KL}(p\|q)
\nabla~f  x'  \vec{v}  1\times1  \sum_{i=1}^n~x_i  a\bmod~b  \mathbf{W}^{(l)}  50\%  \{a\}  \lVert~x\rVert  \tfrac12  e^{i\pi}
\boldsymbol{\theta}  \varepsilon  \arg\min  \limsup  \not=  f\colon~A\to~B  \Gamma(\tfrac{n}{2})  \hbar\omega  \aleph_0  \{x\mid~x>0\}
\lceil~x\rceil  p\,dx  \Delta_{ij}  \varphi\circ\psi  \overline{AB}  \textbf{W}x  \mathfrak{g}  x\in\mathbb{Z}  \phi(\mu,\Sigma)
`
  .trim()
  .split(/\s+/)
  .map((formula) => formula.replaceAll('~', ' '))

test('what is raised and lowered is written as one says', () => {
  const raising = { high: (text: string) => `↑${text}↓`, low: (text: string) => `↓${text}↑` }
  expect(readableHeading('$x^2_{ij}$ and $e^{-\\frac{a}{2}}_\\alpha$ of 2^3', raising)).toBe(
    'x↑2↓↓ij↑ and e↑-a/2↓↓α↑ of 2^3',
  )
})

describe('formulas of headings as a reader sees them', () => {
  test.each([
    ['The $\\alpha$ rate', 'The α rate'],
    ['$\\beta$ and $$\\gamma$$', 'β and γ'],
    ['$\\sqrt{d_k}$ in $\\mathbb{R}^{n}$', '√dk in Rn'],
    ['$\\frac{\\pi}{2}$ or $\\frac12$', 'π/2 or 1/2'],
    ['$a \\leq b$, $a\\geq b$', 'a ≤ b, a≥ b'],
    ['$50\\%$ of $\\{a\\|b\\}$', '50% of {a‖b}'],
    ['$\\hat{\\theta}$', 'θ\u0302'],
    ['$\\log x$', 'log x'],
    ['${a}}b$', 'a'],
  ])('%s', (heading, shown) => {
    expect(readableHeading(heading)).toBe(shown)
  })

  test('a heading without a formula has no other form', () => {
    expect(readableHeading('Plain text')).toBeUndefined()
    expect(readableHeading('From $5 on')).toBeUndefined()
    expect(readableHeading('$ a $')).toBeUndefined()
  })

  test('formulas are those that the grammar reads', () => {
    const piece = fc.constantFrom('$', '$', '$$', 'a', '5', ' ', '-', '\\alpha', '.')
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const heading = pieces.join('').trim()
        const shown = readInline(heading).map((token) =>
          token.type === 'math' ? readableHeading(`$$${token.tex}$$`) : heading.slice(token.span.start, token.span.end),
        )
        expect((readableHeading(heading) ?? heading).replaceAll(' ', '')).toBe(shown.join('').replaceAll(' ', ''))
      }),
    )
  })

  test.each(formulas)('%s has the letters and digits that `show` prints', (formula) => {
    expect(bare(readableHeading(`$${formula}$`) ?? '')).toBe(bare(inlineMath(formula) ?? 'not shown'))
  })

  test('anything between dollars is read', () => {
    const piece = fc.constantFrom('\\', '{', '}', '\\frac', '\\hat', '\\sqrt', '^', '_', 'a', ' ', '\\left', '\\|')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(typeof readableHeading(`$x${pieces.join('')}y$`)).toBe('string')
      }),
    )
    expect(readableHeading(`$${'{'.repeat(50_000)}a$`)).toBeDefined()
    expect(readableHeading(`$${'\\hat'.repeat(50_000)} a$`)).toBeDefined()
  })
})
