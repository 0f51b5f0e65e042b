// A screen of text as SVG: each run of one look is a piece of text stretched to its columns, so that any monospaced font fits.
const cell = { width: 8.4, height: 18, base: 13.5 }
const margin = 16
const colors = { ink: '#d5d8e0', ground: '#16181d' }

/** The sixteen colours of the terminal. */
const sixteen = [
  ...['#3b4048', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#abb2bf'],
  ...['#6b7280', '#ff7b86', '#b5e08f', '#ffd68a', '#7cc4ff', '#dd93f5', '#6fd3df', '#ffffff'],
]

/** The rows of `screenOf` as the text of an SVG file, below the command line that was given. */
export function svgOf(rows, { args, columns }) {
  const width = Math.round(columns * cell.width + 2 * margin)
  const prompt = [{ column: 0, text: `$ wend ${args.map(quoted).join(' ')}`, look: { dim: true } }]
  const lines = [prompt.map((run) => ({ ...run, width: run.text.length })), [], ...rows]
  const height = Math.round(lines.length * cell.height + 2 * margin)
  const body = lines.flatMap((runs, row) => runs.map((run) => runOf(run, row))).filter((text) => text !== '')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="wend ${escaped(args.join(' '))}">`,
    '<style>text{font:14px ui-monospace,"Cascadia Mono","DejaVu Sans Mono",Menlo,Consolas,monospace;white-space:pre}</style>',
    `<rect width="${width}" height="${height}" rx="8" fill="${colors.ground}"/>`,
    ...body,
    '</svg>\n',
  ].join('\n')
}

function runOf({ column, text, width, look }, row) {
  const [x, y] = [margin + column * cell.width, margin + row * cell.height]
  const ground = look.ground === undefined ? '' : `<rect ${box(x, y, width)} fill="${colorOf(look.ground)}"/>`
  const shown = text.trimEnd()
  if (shown === '') return ground
  const lead = shown.length - shown.trimStart().length
  const columns = width - (text.length - shown.length) - lead
  const words = [
    `x="${rounded(x + lead * cell.width)}" y="${rounded(y + cell.base)}"`,
    `textLength="${rounded(columns * cell.width)}" lengthAdjust="spacingAndGlyphs"`,
    `fill="${colorOf(look.ink ?? 'ink')}"`,
    look.bold ? 'font-weight="bold"' : '',
    look.italic ? 'font-style="italic"' : '',
    look.dim ? 'opacity=".6"' : '',
    look.underline || look.struck ? `text-decoration="${look.underline ? 'underline' : 'line-through'}"` : '',
  ]
  return `${ground}<text ${words.filter((word) => word !== '').join(' ')}>${escaped(shown.trimStart())}</text>`
}

function box(x, y, width) {
  return `x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width * cell.width)}" height="${cell.height}"`
}

/** A colour's name, hexadecimal value, or number among xterm's 256. */
function colorOf(color) {
  if (typeof color === 'string') return colors[color] ?? color
  if (color < 16) return sixteen[color]
  const steps = [0, 95, 135, 175, 215, 255]
  if (color >= 232) return hex([0, 1, 2].map(() => 8 + 10 * (color - 232)))
  const place = color - 16
  return hex([Math.floor(place / 36), Math.floor(place / 6) % 6, place % 6].map((step) => steps[step]))
}

function hex(sides) {
  return `#${sides.map((side) => side.toString(16).padStart(2, '0')).join('')}`
}

function rounded(number) {
  return Math.round(number * 100) / 100
}

function quoted(arg) {
  return /\s/.test(arg) ? `"${arg}"` : arg
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
