import { textArgument } from './text-mode.ts'
import { nameTable } from '../../model/name-table.ts'

/** How a command that KaTeX lacks is written with those it knows: how many arguments it takes, and what they become. */
export interface CommandRewrite {
  readonly parameters: number
  /** True when an argument in brackets may stand before the others; it is passed over. */
  readonly option?: boolean
  readonly write: (...args: readonly string[]) => string
}

/** Commands whose argument is text, written as it is read. */
export const textCommands: ReadonlySet<string> = new Set(
  'text textrm textbf textit textsf texttt textnormal textup textmd emph mbox hbox textsc textsl'.split(' '),
)

/** Those of them that KaTeX knows by another name. */
export const textNames: Readonly<Record<string, string>> = nameTable({
  mbox: 'text',
  hbox: 'text',
  textsc: 'text',
  textsl: 'textit',
})

/** Commands whose argument is a language of its own: it stays as it is. */
export const verbatimCommands: ReadonlySet<string> = new Set(['ce', 'pu', 'verb', 'tag', 'color', 'textcolor'])

/** Operators that packages define, as `\operatorname` writes them. */
const operators =
  'tr Tr diag rank rk sgn sign erf erfc csch sech arcsinh arccosh arctanh lcm Var Cov Corr Hom End Aut Gal Spec Ext Tor Res ' +
  'coker im supp vol span id proj rot'
const limitOperators = 'colim hocolim holim esssup essinf'

/** Symbols of packages, and what KaTeX calls them. */
const symbols: Readonly<Record<string, string>> = nameTable({
  indep: '\\perp\\!\\!\\!\\perp ',
  independent: '\\perp\\!\\!\\!\\perp ',
  idotsint: '\\int\\cdots\\int ',
  iiiint: '\\int\\!\\!\\int\\!\\!\\int\\!\\!\\int ',
  fint: '\\char"2A0F ',
  bigtimes: '\\mathop{\\char"2A09}\\limits ',
  adots: '\\char"22F0 ',
  iddots: '\\char"22F0 ',
  lightning: '\\char"21AF ',
  ohm: '\\Omega ',
  micro: '\\mu ',
  celsius: '{}^\\circ\\mathrm{C}',
  euro: '\\text{€}',
  texteuro: '\\text{€}',
  textdegree: '{}^\\circ ',
  cross: '\\times ',
  vdot: '\\cdot ',
  permil: '\\text{‰}',
  perthousand: '\\text{‰}',
  textperthousand: '\\text{‰}',
  textmu: '\\text{μ}',
  qed: '\\square ',
  mapsfrom: '\\mathrel{\\char"21A4}',
  longmapsfrom: '\\mathrel{\\char"21A4}',
  MoveEqLeft: '',
  adjustlimits: '',
  allowdisplaybreaks: '',
  displaybreak: '',
  qcomma: '{,}\\quad ',
  qc: '{,}\\quad ',
  qcc: '\\quad\\text{c.c.}\\quad ',
  strut: '',
  hfil: '\\quad ',
  hfill: '\\quad ',
  noindent: '',
  centering: '',
  boldmath: '',
  unboldmath: '',
  nobreakspace: '~',
  texttrademark: '\\text{™}',
})

const greek =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega ' +
  'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'

/** Words between formulas, `\qif` of the package physics. */
const words = 'if then else otherwise unless given using assume since let for all even odd integer and or as in'

const one = (write: (body: string) => string): CommandRewrite => ({ parameters: 1, write })
const two = (write: (first: string, second: string) => string): CommandRewrite => ({
  parameters: 2,
  write,
})
const nothing: CommandRewrite = { parameters: 1, write: () => '' }

const forms: Readonly<Record<string, CommandRewrite>> = nameTable({
  label: nothing,
  require: nothing,
  vspace: nothing,
  mathversion: nothing,
  message: nothing,
  errmessage: nothing,
  leftroot: nothing,
  uproot: nothing,
  definecolor: { parameters: 3, write: () => '' },
  ensuremath: one((body) => `{${body}}`),
  ref: one((name) => `\\text{${textArgument(name)}}`),
  eqref: one((name) => `(\\text{${textArgument(name)}})`),
  mathds: one((body) => `\\mathbb{${body}}`),
  mathbbm: one((body) => `\\mathbb{${body}}`),
  mathsfbf: one((body) => `\\mathsf{${body}}`),
  mathbfsf: one((body) => `\\mathsf{${body}}`),
  mathbold: one((body) => `\\boldsymbol{${body}}`),
  symup: one((body) => `\\mathrm{${body}}`),
  symit: one((body) => `\\mathit{${body}}`),
  symsf: one((body) => `\\mathsf{${body}}`),
  symtt: one((body) => `\\mathtt{${body}}`),
  symscr: one((body) => `\\mathscr{${body}}`),
  symfrak: one((body) => `\\mathfrak{${body}}`),
  symbfit: one((body) => `\\boldsymbol{${body}}`),
  mathbfit: one((body) => `\\boldsymbol{${body}}`),
  symbf: one((body) => `\\mathbf{${body}}`),
  symbb: one((body) => `\\mathbb{${body}}`),
  symcal: one((body) => `\\mathcal{${body}}`),
  cancelto: two((value, body) => `\\overset{${value}}{\\cancel{${body}}}`),
  sfrac: two((over, under) => `{${over}}/{${under}}`),
  nicefrac: two((over, under) => `{${over}}/{${under}}`),
  overunderset: {
    parameters: 3,
    write: (over, under, body) => `\\overset{${over}}{\\underset{${under}}{${body}}}`,
  },
  vv: one((body) => `\\overrightarrow{${body}}`),
  ...Object.fromEntries(
    'overparen wideparen overarc'.split(' ').map((name) => [name, one((body) => `\\overset{\\frown}{${body}}`)]),
  ),
  // KaTeX's MathML names the marks of these two "undefined".
  overlinesegment: one((body) => `\\overline{${body}}`),
  underlinesegment: one((body) => `\\underline{${body}}`),
  underparen: one((body) => `\\underset{\\smile}{${body}}`),
  undertilde: one((body) => `\\utilde{${body}}`),
  slashed: one((body) => `\\not{${body}}`),
  feynmanslash: one((body) => `\\not{${body}}`),
  lefteqn: one((body) => `{${body}}`),
  circled: one((body) => `\\boxed{${body}}`),
  framebox: one((body) => `\\boxed{\\text{${textArgument(body)}}}`),
  ovalbox: one((body) => `\\boxed{${body}}`),
  shoveleft: one((body) => body),
  shoveright: one((body) => body),
  intertext: one((body) => `\\\\\\text{${textArgument(body)}}\\\\`),
  shortintertext: one((body) => `\\\\\\text{${textArgument(body)}}\\\\`),
  bbox: { parameters: 1, option: true, write: (body) => `{${body}}` },
  enclose: two(enclosed),
  class: two((_name, body) => `{${body}}`),
  cssId: two((_name, body) => `{${body}}`),
  style: two((_name, body) => `{${body}}`),
  href: two((_address, body) => `{${body}}`),
  htmlClass: two((_name, body) => `{${body}}`),
  htmlId: two((_name, body) => `{${body}}`),
  htmlStyle: two((_name, body) => `{${body}}`),
  htmlData: two((_name, body) => `{${body}}`),
  prescript: {
    parameters: 3,
    write: (above, below, body) => `{}^{${above}}_{${below}}{${body}}`,
  },
  smashoperator: { parameters: 1, option: true, write: (body) => body },
  splitfrac: two((first, second) => `\\begin{subarray}{l}${first}\\\\\\quad ${second}\\end{subarray}`),
  splitdfrac: two((first, second) => `\\begin{subarray}{l}${first}\\\\\\quad ${second}\\end{subarray}`),
  hdotsfor: one((count) =>
    Array.from({ length: Math.min(Math.max(Number(count) || 1, 1), 30) }, () => '\\dots ').join('&'),
  ),
  mathtoolsset: nothing,
  numberwithin: two(() => ''),
  skew: two((_distance, accent) => accent),
  sideset: {
    parameters: 3,
    write: (before, after, body) => `\\mathop{{}${before}{\\mathord{${body}}}${after}}\\limits `,
  },
  unicode: { parameters: 1, option: true, write: unicodeCharacter },
  multicolumn: { parameters: 3, write: (_columns, _align, body) => body },
  cline: nothing,
  matrix: one((body) => `\\begin{matrix}${body}\\end{matrix}`),
  pmatrix: one((body) => `\\begin{pmatrix}${body}\\end{pmatrix}`),
  cases: one((body) => `\\begin{cases}${body}\\end{cases}`),
  eqalign: one((body) => `\\begin{aligned}${body}\\end{aligned}`),
  displaylines: one((body) => `\\begin{gathered}${body}\\end{gathered}`),
  scr: one((body) => `\\mathscr{${body}}`),
})

/** The commands that are written with others, by name. */
export const commandRewrites: Readonly<Record<string, CommandRewrite>> = nameTable({
  ...Object.fromEntries(Object.entries(symbols).map(([name, tex]) => [name, { parameters: 0, write: () => tex }])),
  ...Object.fromEntries(operators.split(' ').map((name) => [name, operator(name, '')])),
  ...Object.fromEntries(limitOperators.split(' ').map((name) => [name, operator(name, '*')])),
  ...Object.fromEntries(greek.split(' ').map((name) => [upright(name), { parameters: 0, write: () => `\\${name} ` }])),
  ...Object.fromEntries(
    words.split(' ').map((word) => [`q${word}`, { parameters: 0, write: () => `\\quad\\text{${word}}\\quad ` }]),
  ),
  ...forms,
})

/** `\upalpha` and `\Upgamma`. */
function upright(letter: string): string {
  const lower = letter.toLowerCase()
  return letter === lower ? `up${letter}` : `Up${lower}`
}

function operator(name: string, star: string): CommandRewrite {
  return { parameters: 0, write: () => `\\operatorname${star}{${name}}` }
}

function enclosed(notation: string, body: string): string {
  if (/box|circle/.test(notation)) return `\\boxed{${body}}`
  if (/updiagonalstrike/.test(notation)) return `\\cancel{${body}}`
  if (/downdiagonalstrike/.test(notation)) return `\\bcancel{${body}}`
  if (/strike/.test(notation)) return `\\sout{${body}}`
  if (notation.includes('radical')) return `\\sqrt{${body}}`
  if (notation.includes('top')) return `\\overline{${body}}`
  return notation.includes('bottom') ? `\\underline{${body}}` : `{${body}}`
}

/** `\unicode{x3B1}` and `\unicode{945}`. */
function unicodeCharacter(code: string): string {
  const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 10)
  return point > 0x1f && point < 0x110000 ? `\\char"${point.toString(16).toUpperCase()} ` : ''
}
