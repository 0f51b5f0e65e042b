import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { knownTex, withoutCommand } from '../../../../src/core/parse/math/known-tex.ts'
import { configuredMacro, readMacroDefinition } from '../../../../src/core/parse/math/macros.ts'
import { texCells, texRows } from '../../../../src/core/parse/math/rows.ts'
import { TexReader } from '../../../../src/core/parse/math/tex-reader.ts'
import { asTyped, textArgument } from '../../../../src/core/parse/math/text-mode.ts'

describe('TeX is read piece by piece', () => {
  // What is read, and where the reader stands then.
  test.each([
    ['{a}b', 'a', 3],
    ['  {a}b', 'a', 5],
    ['{a{b}c}d', 'a{b}c', 7],
    ['{a\\}b}c', 'a\\}b', 6],
    ['{}x', '', 2],
    ['ab', 'a', 1],
    [' ab', 'a', 2],
    ['\\alpha b', '\\alpha', 6],
    ['\\{b', '\\{', 2],
    ['[a]', '[', 1],
    ['{a', undefined, 0],
    [' {a', undefined, 0],
    ['', undefined, 0],
    [' ', undefined, 0],
    [' }', undefined, 0],
    [' &', undefined, 0],
  ])('the argument of %j is %j', (tex, argument, at) => {
    const reader = new TexReader(tex)
    expect([reader.argument(), reader.at]).toEqual([argument, at])
  })

  test.each([
    ['[a]b', 'a', 3],
    [' [a]b', 'a', 4],
    ['[a{]}b]c', 'a{]}b', 7],
    ['[a[b]c', 'a[b', 5],
    ['[\\]]', '\\]', 4],
    ['[]', '', 2],
    ['[a', undefined, 0],
    [' a', undefined, 0],
    ['', undefined, 0],
  ])('the option of %j is %j', (tex, option, at) => {
    const reader = new TexReader(tex)
    expect([reader.optional(), reader.at]).toEqual([option, at])
  })

  test.each([
    ['\\frac12', 'frac', 5],
    ['\\a@b c', 'a@b', 4],
    ['\\\\a', '\\', 2],
    ['\\{a', '{', 2],
    ['\\1a', '1', 2],
    ['\\', '', 1],
    ['\\\na', '\n', 2],
    ['a', undefined, 0],
    ['', undefined, 0],
  ])('the command of %j is %j', (tex, command, at) => {
    const reader = new TexReader(tex)
    expect([reader.command(), reader.at, reader.done]).toEqual([command, at, at >= tex.length])
  })

  test.each([
    ['x\\end{a}y', 'x', 8],
    ['\\begin{a}x\\end{a}\\end{a}y', '\\begin{a}x\\end{a}', 24],
    ['\\begin{a}\\end{a}\\begin{a}\\end{a}\\end{a}', '\\begin{a}\\end{a}\\begin{a}\\end{a}', 39],
    ['\\begin{b}\\end{b}\\end{a}', '\\begin{b}\\end{b}', 23],
    ['\\end{a}\\begin{a}', '', 7],
    ['\\begin{a}\\end{a}', undefined, 0],
    ['x\\end{b}', undefined, 0],
  ])('the environment a with the rest %j holds %j', (tex, body, at) => {
    const reader = new TexReader(tex)
    expect([reader.environment('a'), reader.at]).toEqual([body, at])
  })

  test('a text is passed where it stands', () => {
    const reader = new TexReader('*x')
    expect([reader.take('x'), reader.take('*'), reader.take('*'), reader.at]).toEqual([false, true, false, 1])
    expect([reader.slice(0), reader.slice(1, 2)]).toEqual(['*', 'x'])
  })
})

describe('rows and cells', () => {
  test.each([
    ['a\\\\b', ['a', 'b']],
    ['a\\cr b\\newline c', ['a', ' b', ' c']],
    ['a\\\\', ['a', '']],
    ['a\\\\[2pt]b\\\\*[-1.5 em]c\\\\[x]d', ['a', 'b', 'c', '[x]d']],
    ['a\\cr[2pt]b', ['a', '[2pt]b']],
    ['{a\\\\b}\\\\c', ['{a\\\\b}', 'c']],
    ['\\begin{x}a\\\\b\\end{x}\\\\c', ['\\begin{x}a\\\\b\\end{x}', 'c']],
    ['\\left(a\\\\b\\right)\\\\c', ['\\left(a\\\\b\\right)', 'c']],
    ['a\\{\\\\b\\}\\\\c', ['a\\{', 'b\\}', 'c']],
    ['a\\crx', ['a\\crx']],
    ['', ['']],
  ])('the rows of %j', (tex, expected) => {
    expect(texRows(tex)).toEqual(expected)
  })

  test.each([
    ['a&b&c', ['a', 'b', 'c']],
    ['a\\&b&c', ['a\\&b', 'c']],
    ['{a&b}&c', ['{a&b}', 'c']],
    ['\\begin{x}a&b\\end{x}&c', ['\\begin{x}a&b\\end{x}', 'c']],
    ['a\\\\b&', ['a\\\\b', '']],
  ])('the cells of %j', (tex, expected) => {
    expect(texCells(tex)).toEqual(expected)
  })

  test('joined again they are what they were', () => {
    const pieces = fc.array(fc.constantFrom('a', '&', '{', '}', '\\\\', '\\left', '\\right', '\\begin', '\\end', ' '))
    fc.assert(
      fc.property(pieces, (all) => {
        const tex = all.join('')
        expect(texCells(tex).join('&')).toBe(tex)
        expect(texRows(tex).join('\\\\')).toBe(tex)
      }),
      { numRuns: 300 },
    )
  })
})

describe('environments', () => {
  const inside = (name: string, body: string): string => `\\begin{${name}}${body}\\end{${name}}`

  test.each<readonly [string, string, string]>([
    ...['equation', 'equation*', 'subequations', 'displaymath', 'math'].map((name) => [name, 'a', 'a'] as const),
    ...['align', 'align*', 'flalign', 'flalign*'].map((name) => [name, 'a&=b', inside('aligned', 'a&=b')] as const),
    ...['gather', 'gather*'].map((name) => [name, 'a', inside('gathered', 'a')] as const),
    ...['multline', 'multline*', 'multlined'].map(
      (name) => [name, 'a\\\\b\\\\c', inside('aligned', '&a\\\\&\\qquad b\\\\&\\qquad c')] as const,
    ),
    ...['split', 'aligned'].map((name) => [name, '[t]a&=b', inside('aligned', 'a&=b')] as const),
    ['aligned', ' [b] a', inside('aligned', ' a')],
    ['aligned', '[x]a', inside('aligned', '[x]a')],
    ['gathered', '[c]a', inside('gathered', 'a')],
    ['alignedat', '[t]{2}a', inside('alignedat', '{2}a')],
    ['eqnarray', 'a&=&b\\\\c', inside('aligned', 'a&={}b\\\\c')],
    ['eqnarray*', 'a&=&b&c', inside('aligned', 'a&={}b c')],
    ['IEEEeqnarray', '{rCl}a&=&b\\\\c&=&d', inside('aligned', 'a&={}b\\\\c&={}d')],
    ['empheq', '{align*}a&=b', inside('aligned', 'a&=b')],
    ['empheq', '[box=\\fbox]{gather}a', inside('gathered', 'a')],
    ['empheq', '[left=\\empheqlbrace]{align}a', `\\left\\{${inside('aligned', 'a')}\\right.`],
    ['empheq', '[left={[a]}]{cases}a', inside('cases', 'a')],
    ['empheq', 'a', inside('aligned', 'a')],
    ['cases*', 'a & if b_c & d\\\\e', inside('cases', 'a &\\text{if b\\_c   d}\\\\e')],
    ...['dcases', 'rcases', 'drcases'].map((name) => [`${name}*`, 'a&if', inside(name, 'a&\\text{if}')] as const),
    ['psmallmatrix', 'a', `\\left(${inside('smallmatrix', 'a')}\\right)`],
    ['psmallmatrix*', '[r]a', `\\left(${inside('smallmatrix', 'a')}\\right)`],
    ['bsmallmatrix', 'a', `\\left[${inside('smallmatrix', 'a')}\\right]`],
    ['vsmallmatrix', 'a', `\\left|${inside('smallmatrix', 'a')}\\right|`],
    ['Bsmallmatrix*', 'a', `\\left\\{${inside('smallmatrix', 'a')}\\right\\}`],
    ['Vsmallmatrix', 'a', `\\left\\|${inside('smallmatrix', 'a')}\\right\\|`],
    ['smallmatrix*', '[r]a', inside('smallmatrix', 'a')],
    ['smallmatrix', 'a', inside('smallmatrix', 'a')],
    ['tabular', '{@{}l|p{3cm}|r}a', inside('array', '{l|l|r}a')],
    ['array', '[t]{*{3}{c}>{\\bf}r<{x}!{y}X}a', inside('array', '{cccrl}a')],
    ['array', '{m{1cm}b{2cm}*{2}{r|}}a', inside('array', '{llr|r|}a')],
    ['array', 'a', inside('array', '{l}a')],
    ['tabularx', '{\\textwidth}{lX}a', inside('array', '{ll}a')],
    ['matrix', '\\mbox{a_b}', inside('matrix', '\\text{a\\_b}')],
    ['pmatrix*', 'a', inside('pmatrix*', 'a')],
  ])('%s of %j', (name, body, expected) => {
    expect(knownTex(inside(name, body)).tex).toBe(expected)
  })

  test('one stands in another', () => {
    expect(knownTex(inside('equation', `x=${inside('eqnarray', `a&=&${inside('split', 'b')}`)}`)).tex).toBe(
      `x=${inside('aligned', `a&={}${inside('aligned', 'b')}`)}`,
    )
  })
})

describe('text and source in formulas', () => {
  test.each([
    ['a_b^c & d # 5%', 'a\\_b\\textasciicircum{}c \\& d \\# 5\\%'],
    ['a\\_b \\& $x_1^2$ y_1', 'a\\_b \\& $x_1^2$ y\\_1'],
    ['costs $5', 'costs $5'],
    ['a\\', 'a\\'],
  ])('the text %j is %j', (text, tex) => {
    expect(textArgument(text)).toBe(tex)
  })

  test('source is shown as it was typed', () => {
    expect(asTyped(' a\\b{c}  $d~e_f^g\n&h#i%j ')).toBe(
      '\\text{a\\textbackslash{}b\\{c\\} \\$d\\textasciitilde{}e\\_f\\textasciicircum{}g \\&h\\#i\\%j}',
    )
  })

  test.each([
    ['\\foo', '\\text{\\textbackslash{}foo}'],
    ['a\\foo b', 'a\\text{\\textbackslash{}foo} b'],
    ['\\foo{a}{b}c', '\\text{\\textbackslash{}foo\\{a\\}\\{b\\}}c'],
    ['\\foo[a]{b}[c]d', '\\text{\\textbackslash{}foo[a]\\{b\\}[c]}d'],
    ['\\foo{a', '\\text{\\textbackslash{}foo}{a'],
    ['\\food\\bar', '\\food\\bar'],
  ])('%j without its command is %j', (tex, shown) => {
    expect(withoutCommand(tex, 'foo')).toBe(shown)
  })

  test.each([
    ['a%b', 'a'],
    ['a%b\nc', 'ac'],
    ['a\\%b\nc', 'a\\%b\nc'],
    ['a\\\\*b', '\\begin{gathered}a\\\\b\\end{gathered}'],
    ['a&b', '\\begin{aligned}a&b\\end{aligned}'],
  ])('%j is %j', (tex, known) => {
    expect(knownTex(tex).tex).toBe(known)
  })
})

describe('definitions', () => {
  // The definition of `\x` alone, or undefined, and what of the text was read for it.
  test.each([
    ['newcommand', '{\\x}{a}b', { body: 'a', parameters: 0 }, '{\\x}{a}'],
    ['renewcommand', '*{\\x}{a}', { body: 'a', parameters: 0 }, '*{\\x}{a}'],
    ['providecommand', '\\x{a}', { body: 'a', parameters: 0 }, '\\x{a}'],
    ['DeclareRobustCommand', '{ \\x }{a}', { body: 'a', parameters: 0 }, '{ \\x }{a}'],
    ['newcommand', '\\x[9]{a}', { body: 'a', parameters: 9 }, '\\x[9]{a}'],
    ['newcommand', '\\x[2][b]{a}', { body: 'a', parameters: 2, fallback: 'b' }, '\\x[2][b]{a}'],
    ['newcommand', '\\x[10]{a}', undefined, ''],
    ['newcommand', '\\x[-1]{a}', undefined, ''],
    ['newcommand', '\\x[a]{a}', undefined, ''],
    ['newcommand', '{x}{a}', undefined, ''],
    ['newcommand', '{\\1}{a}', undefined, ''],
    ['newcommand', '{\\x}', undefined, ''],
    ['newcommand', '', undefined, ''],
    ['def', '\\x{a}b', { body: 'a', parameters: 0 }, '\\x{a}'],
    ['gdef', ' \\x#1#2{a}', { body: 'a', parameters: 2 }, ' \\x#1#2{a}'],
    ['def', '\\x#1,#2{a}', undefined, ''],
    ['def', '\\x#2{a}', undefined, ''],
    ['def', '\\x a', undefined, ''],
    ['def', '\\{{a}', undefined, ''],
    ['def', 'x{a}', undefined, ''],
    ['let', '\\x\\y', { body: '\\y ', parameters: 0 }, '\\x\\y'],
    ['let', ' \\x = \\y z', { body: '\\y ', parameters: 0 }, ' \\x = \\y'],
    ['let', '\\x\\|', { body: '\\| ', parameters: 0 }, '\\x\\|'],
    ['let', '\\x\\x', undefined, ''],
    ['let', '\\x=a', undefined, ''],
    ['let', '\\x=\\', undefined, ''],
    ['let', '\\1\\y', undefined, ''],
    ['DeclareMathOperator', '{\\x}{a}', { body: '\\operatorname{a}', parameters: 0 }, '{\\x}{a}'],
    ['DeclareMathOperator', '*\\x{a}', { body: '\\operatorname*{a}', parameters: 0 }, '*\\x{a}'],
    ['DeclareMathOperator', '{\\x}', undefined, ''],
    ['DeclareMathOperator', '{x}{a}', undefined, ''],
    ['DeclarePairedDelimiter', '{\\x}{a}', undefined, ''],
    ['DeclarePairedDelimiter', '{x}{a}{b}', undefined, ''],
    ['frac', '{\\x}{a}', undefined, ''],
  ])('\\%s%s', (command, rest, macro, read) => {
    const reader = new TexReader(rest)
    const found = readMacroDefinition(command, reader)
    expect([found, reader.slice(0)]).toEqual([macro === undefined ? undefined : [['x', macro]], read])
  })

  test('a pair of delimiters is one command with two forms', () => {
    expect([...knownTex('\\DeclarePairedDelimiter{\\abs}{\\lvert}{\\rvert}').macros]).toEqual([
      ['abs', { body: '\\@ifstar\\abs@tall\\abs@plain', parameters: 0 }],
      ['abs@tall', { body: '\\left\\lvert #1\\right\\rvert ', parameters: 1 }],
      ['abs@plain', { body: '\\lvert #1\\rvert ', parameters: 1 }],
    ])
  })

  test('a configured macro has as many arguments as its body names', () => {
    expect(configuredMacro('\\f', '#1(#2)')).toEqual(['f', { body: '#1(#2)', parameters: 2 }])
    expect(configuredMacro('R', 'x')).toEqual(['R', { body: 'x', parameters: 0 }])
    expect(configuredMacro('g', '#9 #0')).toEqual(['g', { body: '#9 #0', parameters: 9 }])
  })
})
