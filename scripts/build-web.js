// Makes what a published page uses beside its HTML: the stylesheet, the scripts that run in a browser and the fonts, in dist/web/.
// A file's name holds a hash of what it says, so that a browser may keep it; assets.json tells the names.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = new URL('..', import.meta.url).pathname
const kept = join(root, 'node_modules', '.cache', 'wend-fonts')

/** ASCII and the signs that English typography uses: the characters of most pages. */
const common =
  'U+20-7E,U+A0,U+A7,U+B7,U+D7,U+E9,U+F6,U+FC,U+2010-2014,U+2018,U+2019,U+201C,U+201D,U+2022,U+2026,U+2197,U+2212'
/** The signs of mathematics that most formulas are made of. */
const commonMath =
  'U+20-7E,U+A0,U+AF,U+B1,U+B7,U+D7,U+391-3A9,U+2016,U+2026,U+2032,U+20D7,U+2113,U+2190,U+2192,U+21A6,U+21D2,U+21D4,U+2200,U+2202,U+2203,U+2205,U+2207,U+2208,U+2211-2213,U+2216,U+2217,U+221A,U+221D,U+221E,U+2223,U+2225,U+2227-222B,U+223C,U+2248,U+2260,U+2261,U+2264,U+2265,U+2282,U+2286,U+2295,U+2297,U+22A4,U+22A5,U+22C5,U+22EF,U+27E8,U+27E9'
const commonAms = 'U+20,U+41-5A,U+25A1,U+25A0,U+25B3,U+2272,U+2273,U+2205,U+2216,U+2A7D,U+2A7E,U+2204,U+210F,U+6B'

const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2197,U+2212,U+2215,U+FEFF,U+FFFD'
const latinExt =
  'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'

const faces = [
  ...['normal', 'italic'].map((style) => ({
    family: 'Brygada 1918',
    style,
    weight: '400 700',
    file: (part) => `@fontsource-variable/brygada-1918/files/brygada-1918-${part}-wght-${style}.woff2`,
  })),
  {
    family: 'Alegreya Sans',
    style: 'normal',
    weight: '500',
    file: (part) => `@fontsource/alegreya-sans/files/alegreya-sans-${part}-500-normal.woff2`,
  },
]

/** Builds everything into a folder; gives nothing. */
export async function buildWeb(dist) {
  mkdirSync(join(dist, 'fonts'), { recursive: true })
  const names = {}
  const put = (name, content) => {
    const dot = name.lastIndexOf('.')
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 8)
    names[name] = `${name.slice(0, dot)}-${hash}${name.slice(dot)}`
    writeFileSync(join(dist, names[name]), content)
    return names[name]
  }
  const css = [...(await textFaces(put)), await katexStyles(put)]
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/web-client/style/style.css'],
    bundle: true,
    minify: true,
    write: false,
    target: 'chrome109',
    external: ['fonts/*'],
    logLevel: 'warning',
  })
  put('style.css', `${css.join('')}${outputFiles[0].text}`)
  for (const name of readdirSync(join(root, 'src/web-client')).filter((file) => file.endsWith('.ts'))) {
    const { outputFiles: scripts } = await build({
      absWorkingDir: root,
      entryPoints: [`src/web-client/${name}`],
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      // Pages say that they are in UTF-8, which their scripts then are too.
      charset: 'utf8',
      target: ['chrome109', 'firefox115', 'safari16'],
      logLevel: 'warning',
    })
    put(name.replace('.ts', '.js'), scripts[0].contents)
  }
  put('icon.svg', readFileSync(join(root, 'src/web-client/style/icon.svg')))
  put('fonts/OFL-Brygada1918.txt', readFileSync(join(root, 'node_modules/@fontsource-variable/brygada-1918/LICENSE')))
  put('fonts/OFL-AlegreyaSans.txt', readFileSync(join(root, 'node_modules/@fontsource/alegreya-sans/LICENSE')))
  put('fonts/MIT-KaTeX.txt', readFileSync(join(root, 'node_modules/katex/LICENSE')))
  writeFileSync(join(dist, 'assets.json'), JSON.stringify(names))
  // The terminal's decoders of pictures lie beside them; no page uses these, so no name tells of them.
  for (const [format, file] of Object.entries({ jpeg: 'mozjpeg_dec', webp: 'webp_dec' }))
    writeFileSync(
      join(dist, `decode-${format}.wasm`),
      readFileSync(join(root, `node_modules/@jsquash/${format}/codec/dec/${file}.wasm`)),
    )
}

/** The `@font-face` rules of the text, the common characters apart from the rest, which few pages load. */
async function textFaces(put) {
  const rules = []
  for (const { family, style, weight, file } of faces) {
    const stem = `fonts/${family.replace(/ /g, '')}-${style}`
    const whole = readFileSync(join(root, 'node_modules', file('latin')))
    const parts = [
      [common, await subset(whole, common), 'a'],
      [latin, whole, 'b'],
      [latinExt, readFileSync(join(root, 'node_modules', file('latin-ext'))), 'c'],
    ]
    // Of the files that hold a character the browser takes the one declared last.
    for (const [range, font, part] of parts.reverse()) {
      const name = put(`${stem}-${part}.woff2`, font)
      rules.push(
        `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};font-display:swap;src:url(${name}) format("woff2");unicode-range:${range}}`,
      )
    }
  }
  return rules
}

/** KaTeX's stylesheet with its fonts beside it, the large ones in two parts. */
async function katexStyles(put) {
  const folder = join(root, 'node_modules/katex/dist')
  const css = readFileSync(join(folder, 'katex.min.css'), 'utf8')
  const split = { 'KaTeX_Main-Regular': commonMath, 'KaTeX_Main-Bold': commonMath, 'KaTeX_AMS-Regular': commonAms }
  const faces = [...css.matchAll(/@font-face\{[^}]*\}/g)].map(([face]) => face)
  const rules = []
  for (const face of faces) {
    const [, name] = /fonts\/([\w-]+)\.woff2/.exec(face)
    const whole = readFileSync(join(folder, 'fonts', `${name}.woff2`))
    const rule = (font, part, range) => {
      const file = put(`fonts/${name}${part}.woff2`, font)
      const source = face.replace(/src:[^;}]*/, `src:url(${file}) format("woff2")`)
      return range === undefined ? source : source.replace(/\}$/, `;unicode-range:${range}}`)
    }
    rules.push(rule(whole, '', undefined))
    if (split[name] !== undefined) rules.push(rule(await subset(whole, split[name]), '-a', split[name]))
  }
  return rules.join('') + css.replace(/@font-face\{[^}]*\}/g, '')
}

/** A font with the characters of some ranges alone; what was made before is kept, since each takes a moment. */
async function subset(font, ranges) {
  const file = join(kept, `${createHash('sha256').update(font).update(ranges).digest('hex').slice(0, 24)}.woff2`)
  if (existsSync(file)) return readFileSync(file)
  const { default: subsetFont } = await import('subset-font')
  const made = await subsetFont(font, charactersOf(ranges), { targetFormat: 'woff2' })
  mkdirSync(kept, { recursive: true })
  writeFileSync(file, made)
  return made
}

function charactersOf(ranges) {
  return ranges
    .split(',')
    .map((range) => {
      const [from, to = from] = range
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16))
      return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('')
    })
    .join('')
}
