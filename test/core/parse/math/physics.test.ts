import { test } from '@jest/globals'
import { expectKnown, named, rows } from './tex-tables.ts'

/** The commands of the packages physics and tensor, as their manuals have them, and what KaTeX is given for each. */
const written = [
  // physics: derivatives and differentials
  ...['dv', 'derivative', 'odv'].flatMap((name) =>
    named(
      name,
      String.raw`
        \?{x} => \frac{\mathrm{d}}{\mathrm{d}x}
        \?[2]{x} => \frac{\mathrm{d}^{2}}{\mathrm{d}x^{2}}
        \?{f}{x} => \frac{\mathrm{d}f}{\mathrm{d}x}
        \?[n]{f}{x} => \frac{\mathrm{d}^{n}f}{\mathrm{d}x^{n}}
        \?*{f}{x} => \frac{\mathrm{d}f}{\mathrm{d}x}
        \?{\mbox{a_b}}{x} => \frac{\mathrm{d}\text{a\_b}}{\mathrm{d}x}
        \? {f}{x} {y} => \frac{\mathrm{d}f}{\mathrm{d}x} {y}
        \?[\mbox{n}]{x} => \frac{\mathrm{d}^{\text{n}}}{\mathrm{d}x^{\text{n}}}`,
    ),
  ),
  ...named(
    'pdv pderivative partialderivative',
    String.raw`
      \?{f}{x} => \frac{\partial f}{\partial x}
      \?[2]{f}{x} => \frac{\partial ^{2}f}{\partial x^{2}}
      \?{f}{x}{y} => \frac{\partial ^{2}f}{\partial x\,\partial y}
      \?{f}{x}{y}{z} => \frac{\partial ^{2}f}{\partial x\,\partial y}{z}`,
  ),
  ...named('fdv fderivative', String.raw`\?{F}{g} => \frac{\delta F}{\delta g}`),
  ...named(
    'dd differential',
    String.raw`
      \? x => \,\mathrm{d}x
      \?{x} => \,\mathrm{d}{x}
      \?[3]{x} => \,\mathrm{d}^{3}{x}
      \?[3]x => \,\mathrm{d}^{3}x
      \?{\mbox{x}} => \,\mathrm{d}{\text{x}}
      \?[\mbox{n}]{x} => \,\mathrm{d}^{\text{n}}{x}
      \?{x} y => \,\mathrm{d}{x}\, y
      \?{x}\sin x => \,\mathrm{d}{x}\,\sin x
      \?{x}\,y => \,\mathrm{d}{x}\,y
      \?{x}(y) => \,\mathrm{d}{x}\,(y)
      \?{x}+y => \,\mathrm{d}{x}+y
      \?(\cos x) => \,\mathrm{d}(\cos x)
      \left(\?{x}\right) => \left(\,\mathrm{d}{x}\right)
      \?{x}\dd{y} => \,\mathrm{d}{x}\,\mathrm{d}{y}`,
  ),
  // physics: brackets
  ...named(
    'qty quantity',
    String.raw`
      \?(x) => \left(x\right)
      \?[x] => \left[x\right]
      \?|x| => \left|x\right|
      \?{x} => \left\{x\right\}
      \?{x}y => \left\{x\right\}y
      \?*(x) => \left(x\right)
      \? (x) => \left(x\right)
      \?((a)(b))c => \left((a)(b)\right)c
      \?[[a][b]] => \left[[a][b]\right]
      \?(\sin) => \left(\sin\right)
      \?(\{a\}) => \left(\{a\}\right)
      \?({)} x) => \left({)} x\right)
      \?(\mbox{a_b}) => \left(\text{a\_b}\right)
      \?(\frac{1}{2})^2 => \left(\frac{1}{2}\right)^2`,
  ),
  ...named('pqty', String.raw`\?{x} => \left(x\right)`),
  ...named('bqty', String.raw`\?{x} => \left[x\right]`),
  ...named('Bqty', String.raw`\?{x} => \left\{x\right\}`),
  ...named(
    'vqty abs absolutevalue',
    String.raw`
    \?{x} => \left|x\right|
    \?*{\mbox{x}} => \left|\text{x}\right|`,
  ),
  ...named('norm', String.raw`\?{x} => \left\|x\right\|`),
  ...named(
    'eval evaluated',
    String.raw`
    \?{f}_0^1 => \left.f\right|_0^1
    \?{f}{x} => \left.f\right|{x}
    \?*{\mbox{f}} => \left.\text{f}\right|`,
  ),
  ...named('order', String.raw`\?{x^2} => \mathcal{O}\left(x^2\right)`),
  ...named('comm commutator', String.raw`\?{A}{B} => \left[A,B\right]`),
  ...named('acomm acommutator anticommutator pb poissonbracket', String.raw`\?{A}{B} => \left\{A,B\right\}`),
  // physics: vectors
  ...named(
    'vb vectorbold',
    String.raw`
    \?{a} => \mathbf{a}
    \?*{a} => \boldsymbol{a}
    \?1 => \mathbf{1}`,
  ),
  ...rows(String.raw`
    \va{a} => \vec{a}
    \va*{a} => \vec{\boldsymbol{a}}`),
  ...named('vu vectorunit', String.raw`\?{a} => \hat{\boldsymbol{a}}`),
  ...named(
    'gradient grad',
    String.raw`
    \? f => \nabla f
    \?{f} => \nabla {f}
    \?{f}{x} => \nabla {f}{x}
    \?{\mbox{f}} => \nabla {\text{f}}`,
  ),
  ...rows(String.raw`
    \curl{f} => \nabla\times {f}
    \divergence{f} => \nabla\cdot {f}
    \laplacian{f} => \nabla^2 {f}`),
  // physics: bras and kets
  ...named(
    'braket ip innerproduct',
    String.raw`
    \?{a}{b}{c} => \left\langle a\middle|b\right\rangle {c}
    \?*{\mbox{a}}{b} => \left\langle \text{a}\middle|b\right\rangle`,
  ),
  ...rows(String.raw`\braket{a|b} => \braket{a|b}`),
  ...named(
    'ketbra dyad op outerproduct',
    String.raw`
    \?{a}{b}{c} => \left|a\right\rangle\!\left\langle b\right|{c}
    \?{a} => \left|a\right\rangle\!\left\langle a\right|
    \?*{a}{\mbox{b}} => \left|a\right\rangle\!\left\langle \text{b}\right|`,
  ),
  ...named(
    'ev expval expectationvalue',
    String.raw`
    \?{A} => \left\langle A\right\rangle
    \?{A}{x}{y} => \left\langle x\middle|A\middle|x\right\rangle {y}
    \?**{A}{\mbox{x}} => \left\langle \text{x}\middle|A\middle|\text{x}\right\rangle`,
  ),
  ...named(
    'mel matrixel matrixelement',
    String.raw`
    \?{a}{A}{b} => \left\langle a\middle|A\middle|b\right\rangle
    \?**{a}{A}{b} => \left\langle a\middle|A\middle|b\right\rangle`,
  ),
  // physics: matrices, words; tensor, isotope
  ...named(
    'mqty matrixquantity',
    String.raw`
    \?{a & b} => \begin{matrix}a & b\end{matrix}
    \?(a & b) => \begin{pmatrix}a & b\end{pmatrix}
    \?[a] => \begin{bmatrix}a\end{bmatrix}
    \?|a| => \begin{vmatrix}a\end{vmatrix}
    \?*(\mbox{a}) => \begin{pmatrix}\text{a}\end{pmatrix}
    \? (a)b => \begin{pmatrix}a\end{pmatrix}b`,
  ),
  ...rows(String.raw`
    \pmqty{a} => \begin{pmatrix}a\end{pmatrix}
    \bmqty{a} => \begin{bmatrix}a\end{bmatrix}
    \vmqty{a} => \begin{vmatrix}a\end{vmatrix}
    \smqty{a} => \begin{smallmatrix}a\end{smallmatrix}
    \smqty(a) => \left(\begin{smallmatrix}a\end{smallmatrix}\right)
    \smqty[a] => \left[\begin{smallmatrix}a\end{smallmatrix}\right]
    \smqty|a| => \left|\begin{smallmatrix}a\end{smallmatrix}\right|
    \qq{where $x_1$ is a_b} => \quad\text{where $x_1$ is a\_b}\quad
    \qq*{50% of x} => \quad\text{50\% of x}\quad
    \tensor{T}{^a_b} => {T}{}^a{}_b
    \tensor*{\mbox{T}}{^a _b} => {\text{T}}{}^a{}_b
    \indices{^a_b} => {}^a{}_b
    \isotope[14][6]{C} => {}^{14}_{6}\mathrm{C}
    \isotope[14]{C} => {}^{14}_{}\mathrm{C}
    \nuclide{\mbox{C}} => {}^{}_{}\mathrm{\text{C}}
    \qif => \quad\text{if}\quad
    \qotherwise => \quad\text{otherwise}\quad
    \qcomma => {,}\quad
    \qc => {,}\quad
    \qcc => \quad\text{c.c.}\quad`),
]

test.each(written)('%s is written as %s, which KaTeX reads', (tex, expected) => {
  expectKnown(tex, expected)
})
