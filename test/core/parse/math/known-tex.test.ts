import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { knownTex, withoutCommand } from '../../../../src/core/parse/math/known-tex.ts'
import { configuredMacro } from '../../../../src/core/parse/math/macros.ts'

describe('knownTex', () => {
  test.each([
    ['\\begin{eqnarray} a &=& b \\\\ &=& c \\end{eqnarray}', '\\begin{aligned} a &={} b \\\\ &={} c \\end{aligned}'],
    ['\\begin{flalign*}a&=b\\end{flalign*}', '\\begin{aligned}a&=b\\end{aligned}'],
    ['\\begin{multline}a\\\\[2pt]+b\\end{multline}', '\\begin{aligned}&a\\\\&\\qquad +b\\end{aligned}'],
    ['\\begin{equation}\\begin{split}a&=b\\end{split}\\end{equation}', '\\begin{aligned}a&=b\\end{aligned}'],
    ['\\begin{tabular}{@{}l|p{3cm}}a&b\\end{tabular}', '\\begin{array}{l|l}a&b\\end{array}'],
    ['\\mbox{a_b} \\text{50% & #1 $x_1$}', '\\text{a\\_b} \\text{50\\% \\& \\#1 $x_1$}'],
    ['\\cancelto{0}{x}', '\\overset{0}{\\cancel{x}}'],
    ['\\eqref{eq:1}\\label{a}', '(\\text{eq:1})'],
    ['\\enclose{circle}{\\mbox{a}}', '\\boxed{\\text{a}}'],
    ['\\pmatrix{a & b \\cr c & d}', '\\begin{pmatrix}a & b \\cr c & d\\end{pmatrix}'],
    ['\\root n+1 \\of {x}', '\\sqrt[ n+1 ]{x}'],
    ['\\unicode{x3B1}\\unicode{946}', '\\char"3B1 \\char"3B2 '],
    ['a = b \\\\ c = d', '\\begin{gathered}a = b \\\\ c = d\\end{gathered}'],
    ['a &= b \\\\ &= d', '\\begin{aligned}a &= b \\\\ &= d\\end{aligned}'],
    ['\\begin{cases}a\\\\b\\end{cases}', '\\begin{cases}a\\\\b\\end{cases}'],
    ['\\ce{A_2 & \\label{x}}', '\\ce{A_2 & \\label{x}}'],
    ['x % a remark\n+ y', 'x + y'],
    ['50\\% \\& \\unknown{a}', '50\\% \\& \\unknown{a}'],
    ['\\SI{9.81}{\\metre\\per\\second\\squared}', '9.81\\,\\mathrm{m}\\,\\mathrm{s}^{-2}'],
    ['\\qty[per-mode=symbol]{5}{\\kilo\\newton}', '5\\,\\mathrm{kN}'],
    ['\\num{-1.5e-3}', '{-1.5\\times 10^{-3}}'],
    ['\\ang{12;30;}', '{12}\\text{°}{30}\\text{′}'],
    ['\\si{\\foo}', '\\si{\\foo}'],
    ['\\SI{5}{m/s}', '5\\,\\mathrm{m/s}'],
    ['\\qty(\\frac{a}{(b)})', '\\left(\\frac{a}{(b)}\\right)'],
    ['\\dv[2]{f}{x}', '\\frac{\\mathrm{d}^{2}f}{\\mathrm{d}x^{2}}'],
    ['\\pdv{x}', '\\frac{\\partial }{\\partial x}'],
    ['\\pdv{f}{x}{y}', '\\frac{\\partial ^{2}f}{\\partial x\\,\\partial y}'],
    ['\\braket{a}{b}\\braket{a|b}', '\\left\\langle a\\middle|b\\right\\rangle \\braket{a|b}'],
    ['\\ev{A}{\\psi}', '\\left\\langle \\psi\\middle|A\\middle|\\psi\\right\\rangle '],
    ['\\vb{a}\\vb*{a}', '\\mathbf{a}\\boldsymbol{a}'],
    ['\\abs*{x}', '\\left|x\\right|'],
    ['\\tensor{T}{^a_b}', '{T}{}^a{}_b'],
    ['\\prescript{14}{6}{C}', '{}^{14}_{6}{C}'],
    ['\\begin{dcases*}a & if $x_1$\\end{dcases*}', '\\begin{dcases}a &\\text{if $x_1$}\\end{dcases}'],
    ['\\begin{psmallmatrix}a\\end{psmallmatrix}', '\\left(\\begin{smallmatrix}a\\end{smallmatrix}\\right)'],
    ['\\qty(a', '\\qty(a'],
    ['\\dv', '\\dv'],
    ['\\mbox', '\\mbox'],
    ['\\begin{eqnarray} a', '\\begin{eqnarray} a'],
    ['\\cancelto{0', '\\cancelto{0'],
  ])('rewrites %s as %s', (tex, known) => {
    expect(knownTex(tex).tex).toBe(known)
  })

  test.each([
    ['\\newcommand{\\R}{\\mathbb{R}}', 'R', { body: '\\mathbb{R}', parameters: 0 }],
    ['\\renewcommand*\\norm[1]{\\|#1\\|}', 'norm', { body: '\\|#1\\|', parameters: 1 }],
    ['\\newcommand{\\p}[2][n]{#2_#1}', 'p', { body: '#2_#1', parameters: 2, fallback: 'n' }],
    ['\\def\\f#1#2{#1(#2)}', 'f', { body: '#1(#2)', parameters: 2 }],
    ['\\let\\eps=\\varepsilon', 'eps', { body: '\\varepsilon ', parameters: 0 }],
    ['\\DeclareMathOperator*{\\argmax}{arg\\,max}', 'argmax', { body: '\\operatorname*{arg\\,max}', parameters: 0 }],
    ['\\newcommand{\\m}{\\mbox{a_b}}', 'm', { body: '\\text{a\\_b}', parameters: 0 }],
  ])('takes the definition out of %s', (tex, name, macro) => {
    const known = knownTex(`${tex} x`)
    expect(known.tex.trim()).toBe('x')
    expect(known.macros.get(name)).toEqual(macro)
  })

  test('leaves a name of its own to what an author defined', () => {
    const { macros } = knownTex('\\newcommand{\\abs}[1]{|#1|}')
    expect(knownTex('\\abs{x}', macros).tex).toBe('\\abs{x}')
    expect(configuredMacro('\\f', '#1(#2)')).toEqual(['f', { body: '#1(#2)', parameters: 2 }])
  })

  test('shows a command with its arguments as it was typed', () => {
    expect(withoutCommand('a+\\foo[1]{x_1}{y} + \\foo', 'foo')).toBe(
      'a+\\text{\\textbackslash{}foo[1]\\{x\\_1\\}\\{y\\}} + \\text{\\textbackslash{}foo}',
    )
  })

  test('never throws and ends', () => {
    const piece = fc.constantFrom(
      ...'\\qty \\qty[ \\mqty \\dv \\SI \\tensor ( | \\begin{ \\end{ eqnarray} align} \\\\ { } [ ] & % $ \\newcommand \\def \\x #1 \\mbox \\cancelto \\root \\of \\ \n a'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => typeof knownTex(pieces.join('')).tex === 'string'),
      { numRuns: 1000 },
    )
    expect(knownTex('\\begin{a}'.repeat(1000)).tex).toHaveLength(9000)
  })
})
