import { splitFrontMatter } from '../../parse/front-matter/split.ts'

/** A scalar in the front matter of a template, including its quotes; offsets into the template. */
export interface YamlPlace {
  readonly start: number
  readonly end: number
  /** Its quotes, or where it is without any: on a line, in a list or map, or as the only item of a list. */
  readonly written: 'plain' | 'flow' | 'items' | 'single' | 'double'
}

/**
 * The values in the YAML front matter of a template, in order: of `key: …` and `- …` lines, and in lists and maps on one line. A template
 * need not be valid YAML before it is filled, so it is read line by line; block scalars (`|`, `>`), comments and lines without a value are
 * left out.
 */
export function yamlPlaces(template: string): readonly YamlPlace[] {
  const range = splitFrontMatter(template)
  if (range === undefined || template.startsWith('+++') || !/^(?:ya?ml)?$/i.test(range.language)) return []
  const places: YamlPlace[] = []
  let at = range.start
  while (at < range.end) {
    const [whole, before = '', value = ''] = matchAt(valueLine, template, at) ?? []
    const start = at + before.length
    if (whole === undefined) at = lineEnd(template, at)
    else if (/^[|>][-+\d]*[ \t]*(?:#[^\n]*)?\r?$/.test(value)) at = blockEnd(template, at)
    else at = Math.max(addValue(places, template, { start, end: range.end }), start)
    at = lineEnd(template, at) + 1
  }
  return places
}

const quotes = {
  double: /"(?:\{\{[^{}\n]*\}\}|\\[^]|[^"\\])*"/y,
  single: /'(?:\{\{[^{}\n]*\}\}|''|[^'])*'/y,
}
/** A line with a value, after its key, or the dash of an item, or both. */
const valueLine =
  /([ \t]*(?:(?:-[ \t]+)+(?:(?:"[^"\n]*"|'[^'\n]*'|[^\s#"'[{-][^\n#]*?):[ \t]+)?|(?:"[^"\n]*"|'[^'\n]*'|[^\s#"'[{-][^\n#]*?):[ \t]+))([^\n]*)/y
const plainValue = /(?:\{\{[^{}\n]*\}\}|(?![ \t]#)[^\r\n])*/y
const flowValue = /(?:\{\{[^{}\n]*\}\}|(?![ \t]#|:[ \t\r\n])[^\r\n,[\]{}])+/y

/** Adds the value at an offset, or the values of its list or map, and returns where it ends; a bare `[[link]]` is not a value. */
function addValue(
  places: YamlPlace[],
  template: string,
  whole: { readonly start: number; readonly end: number },
): number {
  const { start } = whole
  const first = template.slice(start, start + 2)
  if (/^(?:\[\[|\s|#)/.test(first)) return start
  if (/^(?:\[|\{(?!\{))/.test(first)) return addFlow(places, template, whole)
  const place = placeAt(template, start, 'plain')
  if (place !== undefined) places.push(place)
  return place?.end ?? start
}

/** Adds the values of a list or map on one line or several, and returns where it ends. */
function addFlow(
  places: YamlPlace[],
  template: string,
  { start, end }: { readonly start: number; readonly end: number },
): number {
  let [at, depth] = [start, 0]
  while (at < end) {
    const sign = template.charAt(at)
    const isFilled = template.startsWith('{{', at)
    const place = isFilled || isOfValue(sign) ? placeAt(template, at, 'flow') : undefined
    if (place !== undefined) places.push(isAlone(template, start, place) ? { ...place, written: 'items' } : place)
    else depth += isFilled ? 0 : depthOf(sign)
    at = sign === '#' ? lineEnd(template, at) : (place?.end ?? at + 1)
    if (depth === 0) return at
  }
  return at
}

/** Whether a sign in a list or map belongs to a value and is no separator. */
function isOfValue(sign: string): boolean {
  return !/[\s,:#[\]{}]/.test(sign)
}

function depthOf(sign: string): number {
  return sign === '[' || sign === '{' ? 1 : sign === ']' || sign === '}' ? -1 : 0
}

/** Whether a plain value is the only item of a list. */
function isAlone(template: string, start: number, { start: from, end, written }: YamlPlace): boolean {
  const isAllBefore = template.slice(start, from).trim() === '['
  return written === 'flow' && isAllBefore && template.slice(end, lineEnd(template, end)).trimStart().startsWith(']')
}

function placeAt(template: string, start: number, plain: 'plain' | 'flow'): YamlPlace | undefined {
  const sign = template.charAt(start)
  const quoted = sign === '"' ? 'double' : sign === "'" ? 'single' : undefined
  const pattern = quoted === undefined ? (plain === 'flow' ? flowValue : plainValue) : quotes[quoted]
  const text = matchAt(pattern, template, start)?.[0].trimEnd() ?? ''
  return text === '' ? undefined : { start, end: start + text.length, written: quoted ?? plain }
}

/** Where a block scalar ends: before the line end of its last line. Its lines are blank or indented more than its key. */
function blockEnd(template: string, start: number): number {
  const indent = /[ \t]*/.exec(template.slice(start))?.[0].length ?? 0
  let end = lineEnd(template, start)
  for (;;) {
    const line = template.slice(end + 1, lineEnd(template, end + 1))
    if (end >= template.length || (line.trim() !== '' && line.search(/\S/) <= indent)) return end
    end = lineEnd(template, end + 1)
  }
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
