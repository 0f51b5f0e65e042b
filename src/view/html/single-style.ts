import { nameTable } from '../../core/model/name-table.ts'

/**
 * The stylesheet for a self-contained page: only the fonts of mathematics that the markup uses, embedded as data, and no rules for
 * mathematics when there is none. `font` gives a font file as base64.
 */
export function singleStyle(css: string, markup: string, font: (name: string) => string): string {
  const faces = [...css.matchAll(/@font-face\{([^}]*)\}/g)].map(([all, body = '']) => ({ all, ...faceOf(body) }))
  const rest = css.replace(/@font-face\{[^}]*\}/g, '')
  if (!markup.includes('class="katex')) return rest.replace(/(?<=^|[{}])[^{}@]*\.katex[^{}]*\{[^{}]*\}/g, '')
  const text = formulaText(markup)
  const used = faces.filter(({ family, bold, italic }) => isUsed(markup, { family, bold, italic }))
  const kept = used.filter((face) => {
    // Of two files for one font the smaller one, which is for the usual characters, goes if any other is needed.
    const smaller = used.find((one) => one !== face && one.range !== undefined && sameFont(one, face))
    return face.range === undefined
      ? smaller === undefined || !covers(smaller.range ?? '', text)
      : covers(face.range, text)
  })
  const rules = kept.map(({ all }) =>
    all.replace(/url\(([^)]*)\)/g, (_url, name: string) => `url(data:font/woff2;base64,${font(name)})`),
  )
  return rules.join('') + rest
}

/** The characters that formulas show, which stand in elements of their own beside the MathML for readers. */
function formulaText(markup: string): string {
  const shown: string[] = []
  for (const { index } of markup.matchAll(/<span class="katex-html"/g)) {
    let depth = 0
    const tags = /<(\/?)span\b[^>]*>|<[^>]*>|[^<]+/g
    tags.lastIndex = index
    for (let tag = tags.exec(markup); tag !== null; tag = tags.exec(markup)) {
      if (tag[0].startsWith('<span')) depth++
      else if (tag[1] === '/') depth--
      else if (!tag[0].startsWith('<')) shown.push(tag[0].replace(/&[#\w]+;/g, ''))
      if (depth === 0) break
    }
  }
  return shown.join('')
}

interface Font {
  readonly family: string
  readonly bold: boolean
  readonly italic: boolean
}

function faceOf(body: string): Font & { readonly range: string | undefined } {
  const value = (name: string): string | undefined => new RegExp(`(?:^|;)${name}:([^;]*)`).exec(body)?.[1]
  return {
    family: (value('font-family') ?? '').replaceAll('"', ''),
    bold: value('font-weight') === '700',
    italic: value('font-style') === 'italic',
    range: value('unicode-range'),
  }
}

function sameFont(a: Font, b: Font): boolean {
  return a.family === b.family && a.bold === b.bold && a.italic === b.italic
}

/** The classes by which KaTeX asks for a font other than the upright of its main family. */
const classes: Readonly<Record<string, RegExp>> = nameTable({
  KaTeX_AMS: /amsrm|mathbb|textbb/,
  KaTeX_Caligraphic: /mathcal/,
  KaTeX_Fraktur: /mathfrak|textfrak|mathboldfrak|textboldfrak/,
  KaTeX_Math: /mathnormal|mathit|boldsymbol|textit/,
  KaTeX_SansSerif: /mathsf|textsf|mathboldsf|textboldsf|mathsfit|mathitsf|textitsf/,
  KaTeX_Script: /mathscr|textscr/,
  KaTeX_Size1: /size1|small-op|delimsizing|delimsizinginner/,
  KaTeX_Size2: /size2|large-op/,
  KaTeX_Size3: /size3/,
  KaTeX_Size4: /size4|delim-size4/,
  KaTeX_Typewriter: /mathtt|texttt/,
})

function isUsed(markup: string, { family, bold, italic }: Font): boolean {
  if (family === 'KaTeX_Main') {
    if (!bold && !italic) return true
    return (bold ? /mathbf|textbf|boldsymbol/ : /mathit|textit/).test(markup)
  }
  if (classes[family]?.test(markup) !== true) return false
  return !bold || family === 'KaTeX_Math'
    ? !bold || markup.includes('boldsymbol')
    : /mathbold|textbold|mathbf|textbf/.test(markup)
}

function covers(range: string, text: string): boolean {
  const parts = range.split(',').map((part) => {
    const [, first = '', last = first] = /U\+([\dA-F]+)(?:-([\dA-F]+))?/i.exec(part) ?? []
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
  })
  return [...new Set(text)].every((character) => {
    const code = character.codePointAt(0) ?? 0
    return code < 32 || code === 0x200b || parts.some(([first, last]) => code >= first && code <= last)
  })
}
