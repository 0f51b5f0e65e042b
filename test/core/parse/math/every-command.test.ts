import { describe, expect, test } from '@jest/globals'
import { knownTex } from '../../../../src/core/parse/math/known-tex.ts'
import { expectKnown, named, rows } from './tex-tables.ts'

/** What is written for each command, and what KaTeX is given for it. */
const written = [
  // symbols
  ...named('indep independent', String.raw`\? => \perp\!\!\!\perp`),
  ...named('adots iddots', String.raw`\? => \char"22F0`),
  ...named('euro texteuro', String.raw`\? => \text{€}`),
  ...named('permil perthousand textperthousand', String.raw`\? => \text{‰}`),
  ...named('mapsfrom longmapsfrom', String.raw`\? => \mathrel{\char"21A4}`),
  ...named('hfil hfill', String.raw`\? => \quad`),
  ...named(
    'MoveEqLeft adjustlimits allowdisplaybreaks displaybreak strut noindent centering boldmath unboldmath',
    String.raw`x\? => x`,
  ),
  ...rows(String.raw`
    \idotsint f => \int\cdots\int  f
    \iiiint f => \int\!\!\int\!\!\int\!\!\int  f
    \fint f => \char"2A0F  f
    \bigtimes_i => \mathop{\char"2A09}\limits _i
    \lightning => \char"21AF
    \ohm => \Omega
    \micro => \mu
    \celsius => {}^\circ\mathrm{C}
    \textdegree => {}^\circ
    \cross => \times
    \vdot => \cdot
    \textmu => \text{μ}
    \qed => \square
    \nobreakspace => ~
    \texttrademark => \text{™}
    \upalpha => \alpha
    \upomega => \omega
    \Upgamma => \Gamma
    \Upomega => \Omega`),
  ...named(
    'tr Tr diag rank rk sgn sign erf erfc csch sech arcsinh arccosh arctanh lcm Var Cov Corr Hom End Aut Gal Spec Ext Tor Res',
    String.raw`\? x => \operatorname{?} x`,
  ),
  ...named('coker im supp vol span id proj rot', String.raw`\? x => \operatorname{?} x`),
  ...named('colim hocolim holim esssup essinf', String.raw`\?_x => \operatorname*{?}_x`),
  // commands with arguments
  ...named(
    'label require vspace mathversion message errmessage leftroot uproot mathtoolsset cline',
    String.raw`x\?{a}y => xy`,
  ),
  ...named('class cssId style href htmlClass htmlId htmlStyle htmlData', String.raw`\?{a}{\mbox{b}} => {\text{b}}`),
  ...named('mathds mathbbm symbb', String.raw`\?{a} => \mathbb{a}`),
  ...named('mathsfbf mathbfsf symsf', String.raw`\?{a} => \mathsf{a}`),
  ...named('mathbold symbfit mathbfit', String.raw`\?{a} => \boldsymbol{a}`),
  ...named('symscr scr', String.raw`\?{a} => \mathscr{a}`),
  ...named('sfrac nicefrac', String.raw`\?{a}{b} => {a}/{b}`),
  ...named('overparen wideparen overarc', String.raw`\?{a} => \overset{\frown}{a}`),
  ...named('slashed feynmanslash', String.raw`\?{a} => \not{a}`),
  ...named('circled ovalbox', String.raw`\?{a} => \boxed{a}`),
  ...named('ensuremath lefteqn', String.raw`\?{a} => {a}`),
  ...named('shoveleft shoveright', String.raw`\?{a}b => ab`),
  ...named('splitfrac splitdfrac', String.raw`\?{a}{b} => \begin{subarray}{l}a\\\quad b\end{subarray}`),
  ...named(
    'intertext shortintertext',
    String.raw`a\?{and a_b $x_1$}b => \begin{gathered}a\\\text{and a\_b $x_1$}\\b\end{gathered}`,
  ),
  ...named('mbox hbox textsc', String.raw`\?{a_b} => \text{a\_b}`),
  ...named(
    'text textrm textbf textit textsf texttt textnormal textup textmd emph',
    String.raw`\?{a_b#%&^} => \?{a\_b\#\%\&\textasciicircum{}}`,
  ),
  ...rows(String.raw`
    x\definecolor{a}{b}{c}y => xy
    x\numberwithin{a}{b}y => xy
    \textsl{a} => \textit{a}
    \ref{eq:a_b} => \text{eq:a\_b}
    \eqref{eq:a_b} => (\text{eq:a\_b})
    \framebox{a_b} => \boxed{\text{a\_b}}
    \mathds[a] => \mathbb{[}a]
    \symup{a} => \mathrm{a}
    \symit{a} => \mathit{a}
    \symtt{a} => \mathtt{a}
    \symfrak{a} => \mathfrak{a}
    \symbf{a} => \mathbf{a}
    \symcal{a} => \mathcal{a}
    \cancelto{a}{b} => \overset{a}{\cancel{b}}
    \overunderset{a}{b}{c} => \overset{a}{\underset{b}{c}}
    \vv{a} => \overrightarrow{a}
    \overlinesegment{a} => \overline{a}
    \underlinesegment{a} => \underline{a}
    \underparen{a} => \underset{\smile}{a}
    \undertilde{a} => \utilde{a}
    \bbox[5px]{a} => {a}
    \bbox{a} => {a}
    \enclose{box}{a} => \boxed{a}
    \enclose{updiagonalstrike}{a} => \cancel{a}
    \enclose{downdiagonalstrike}{a} => \bcancel{a}
    \enclose{horizontalstrike}{a} => \sout{a}
    \enclose{radical}{a} => \sqrt{a}
    \enclose{top}{a} => \overline{a}
    \enclose{bottom}{a} => \underline{a}
    \enclose{left}{a} => {a}
    \prescript{a}{b}{c} => {}^{a}_{b}{c}
    \smashoperator[r]{\sum} => \sum
    \smashoperator{\sum} => \sum
    \hdotsfor{1} => \dots
    \hdotsfor{0} => \dots
    \hdotsfor{a} => \dots
    \begin{matrix}\hdotsfor{3}\end{matrix} => \begin{matrix}\dots &\dots &\dots \end{matrix}
    \skew{a}{b} => b
    \sideset{_a}{_b}{\sum} => \mathop{{}_a{\mathord{\sum}}_b}\limits
    \unicode{x3b1} => \char"3B1
    \unicode{X3B1} => \char"3B1
    \unicode[Georgia]{945} => \char"3B1
    \unicode{32} => \char"20
    a\unicode{31} => a
    a\unicode{x110000} => a
    \begin{array}{ll}\multicolumn{2}{c}{a}\end{array} => \begin{array}{ll}a\end{array}
    \matrix{a} => \begin{matrix}a\end{matrix}
    \pmatrix{a} => \begin{pmatrix}a\end{pmatrix}
    \cases{a} => \begin{cases}a\end{cases}
    \eqalign{a} => \begin{aligned}a\end{aligned}
    \displaylines{a} => \begin{gathered}a\end{gathered}
    \root 3 \of x => \sqrt[ 3 ]{x}
    \root n \of {\mbox{x}} => \sqrt[ n ]{\text{x}}
    \buildrel d \over = => \mathrel{\overset{ d }{=}}
    \buildrel \mbox{d} \over {\mbox{=}} => \mathrel{\overset{ \text{d} }{\text{=}}}
    \url{https://e.org/a_b?c=%20#d} => \text{https://e.org/a\_b?c=\%20\#d}
    \sum_{\mbox{a}} => \sum_{\text{a}}`),
]

/** What TeX that nobody understands comes to: itself. */
const kept = String.raw`
  \dv
  \dv f
  \dv[2]
  \qty<x>
  \qty(x
  \qty({x)
  \eval f
  \braket{a}
  \ketbra
  \ev
  \mel{a}{A}
  \comm{A}
  \tensor{T}
  \isotope[14]
  \mqty<a>
  \mqty(a
  \pmqty
  \abs
  \root 3
  \root 3 \of
  \buildrel d \to
  \buildrel d \over
  \url
  \ref
  \prescript{a}{b}
  \bbox[5px]
  \mbox a
  \ce{\mbox{a}}
  \pu{\mbox{a}}
  \verb{\mbox{a}}
  \tag{\mbox{a}}
  \color{\mbox{a}}
  \textcolor{\mbox{a}}
  \(
  \begin{foo}\end{bar}`
  .trim()
  .split('\n')
  .map((line) => line.trim())

describe('a command of LaTeX, its packages and MathJax', () => {
  test.each(written)('%s is written as %s, which KaTeX reads', (tex, expected) => {
    expectKnown(tex, expected)
  })

  test.each(kept)('%s stays', (tex) => {
    expect(knownTex(tex).tex).toBe(tex)
  })

  test('an author says otherwise', () => {
    const own = (name: string): ReadonlyMap<string, { readonly body: string; readonly parameters: number }> =>
      new Map([[name, { body: 'x', parameters: 0 }]])
    for (const [name, tex] of Object.entries({
      dv: '\\dv{f}{x}',
      SI: '\\SI{5}{\\metre}',
      ref: '\\ref{a}',
      mbox: '\\mbox{a_b}',
    }))
      expect(knownTex(tex, own(name)).tex).toBe(tex)
  })
})
