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
export const textNames: Readonly<Record<string, string>> = {
  mbox: 'text',
  hbox: 'text',
  textsc: 'text',
  textsl: 'textit',
}

/** Commands whose argument is a language of its own: it stays as it is. */
export const verbatimCommands: ReadonlySet<string> = new Set(['ce', 'pu', 'url', 'verb', 'tag', 'color', 'textcolor'])

/** Operators that packages define, as `\operatorname` writes them. */
const operators =
  'tr Tr diag rank rk sgn sign erf erfc csch sech arcsinh arccosh arctanh lcm Var Cov Corr Hom End Aut Gal Spec Ext Tor Res ' +
  'coker im supp vol span id proj rot'
const limitOperators = 'colim hocolim holim esssup essinf'

/** Symbols of packages, and what KaTeX calls them. */
const symbols: Readonly<Record<string, string>> = {
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
  laplacian: '\\nabla^2 ',
  grad: '\\nabla ',
  upmu: '\\mu ',
  upalpha: '\\alpha ',
  strut: '',
  hfil: '\\quad ',
  hfill: '\\quad ',
  noindent: '',
  centering: '',
  boldmath: '',
  unboldmath: '',
  nobreakspace: '~',
  texttrademark: '\\text{™}',
}

const one = (write: (body: string) => string): CommandRewrite => ({ parameters: 1, write: (body = '') => write(body) })
const two = (write: (first: string, second: string) => string): CommandRewrite => ({
  parameters: 2,
  write: (first = '', second = '') => write(first, second),
})
const nothing: CommandRewrite = { parameters: 1, write: () => '' }

const forms: Readonly<Record<string, CommandRewrite>> = {
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
  ref: one((name) => `\\text{${name}}`),
  eqref: one((name) => `(\\text{${name}})`),
  mathds: one((body) => `\\mathbb{${body}}`),
  mathbbm: one((body) => `\\mathbb{${body}}`),
  mathbfit: one((body) => `\\boldsymbol{${body}}`),
  symbf: one((body) => `\\mathbf{${body}}`),
  symbb: one((body) => `\\mathbb{${body}}`),
  symcal: one((body) => `\\mathcal{${body}}`),
  cancelto: two((value, body) => `\\overset{${value}}{\\cancel{${body}}}`),
  sfrac: two((over, under) => `{${over}}/{${under}}`),
  nicefrac: two((over, under) => `{${over}}/{${under}}`),
  overunderset: {
    parameters: 3,
    write: (over = '', under = '', body = '') => `\\overset{${over}}{\\underset{${under}}{${body}}}`,
  },
  abs: one((body) => `\\left|${body}\\right|`),
  norm: one((body) => `\\left\\|${body}\\right\\|`),
  dv: two((over, under) => `\\frac{d ${over}}{d ${under}}`),
  pdv: two((over, under) => `\\frac{\\partial ${over}}{\\partial ${under}}`),
  comm: two((left, right) => `\\left[${left},${right}\\right]`),
  expval: one((body) => `\\left\\langle ${body}\\right\\rangle `),
  vb: one((body) => `\\mathbf{${body}}`),
  va: one((body) => `\\vec{${body}}`),
  vv: one((body) => `\\overrightarrow{${body}}`),
  wideparen: one((body) => `\\overparen{${body}}`),
  overparen: one((body) => `\\overset{\\frown}{${body}}`),
  underparen: one((body) => `\\underset{\\smile}{${body}}`),
  undertilde: one((body) => `\\utilde{${body}}`),
  slashed: one((body) => `\\not{${body}}`),
  feynmanslash: one((body) => `\\not{${body}}`),
  lefteqn: one((body) => `{${body}}`),
  circled: one((body) => `\\boxed{${body}}`),
  framebox: one((body) => `\\boxed{\\text{${body}}}`),
  ovalbox: one((body) => `\\boxed{${body}}`),
  shoveleft: one((body) => body),
  shoveright: one((body) => body),
  intertext: one((body) => `\\\\\\text{${body}}\\\\`),
  shortintertext: one((body) => `\\\\\\text{${body}}\\\\`),
  bbox: { parameters: 1, option: true, write: (body = '') => `{${body}}` },
  enclose: two(enclosed),
  class: two((_name, body) => `{${body}}`),
  cssId: two((_name, body) => `{${body}}`),
  style: two((_name, body) => `{${body}}`),
  href: two((_address, body) => `{${body}}`),
  htmlClass: two((_name, body) => `{${body}}`),
  htmlId: two((_name, body) => `{${body}}`),
  htmlStyle: two((_name, body) => `{${body}}`),
  htmlData: two((_name, body) => `{${body}}`),
  skew: two((_distance, accent) => accent),
  sideset: {
    parameters: 3,
    write: (before = '', after = '', body = '') => `\\mathop{{}${before}{${body}}${after}}\\limits `,
  },
  unicode: { parameters: 1, option: true, write: unicodeCharacter },
  num: one((body) => `{${body}}`),
  si: one((body) => `\\mathrm{${body}}`),
  unit: one((body) => `\\mathrm{${body}}`),
  SI: two((number, unit) => `${number}\\,\\mathrm{${unit}}`),
  multicolumn: { parameters: 3, write: (_columns, _align, body = '') => body },
  cline: nothing,
  matrix: one((body) => `\\begin{matrix}${body}\\end{matrix}`),
  pmatrix: one((body) => `\\begin{pmatrix}${body}\\end{pmatrix}`),
  cases: one((body) => `\\begin{cases}${body}\\end{cases}`),
  eqalign: one((body) => `\\begin{aligned}${body}\\end{aligned}`),
  displaylines: one((body) => `\\begin{gathered}${body}\\end{gathered}`),
  scr: one((body) => `\\mathscr{${body}}`),
}

/** The commands that are written with others, by name. */
export const commandRewrites: Readonly<Record<string, CommandRewrite>> = {
  ...Object.fromEntries(Object.entries(symbols).map(([name, tex]) => [name, { parameters: 0, write: () => tex }])),
  ...Object.fromEntries(operators.split(' ').map((name) => [name, operator(name, '')])),
  ...Object.fromEntries(limitOperators.split(' ').map((name) => [name, operator(name, '*')])),
  ...forms,
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
function unicodeCharacter(code = ''): string {
  const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 10)
  return point > 0x1f && point < 0x110000 ? `\\char"${point.toString(16).toUpperCase()} ` : ''
}
