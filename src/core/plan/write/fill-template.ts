import { doubleQuoted, isPlainScalar } from '../front-matter/yaml-scalar.ts'
import { ownName, placeholderValue, type TemplateValues } from './template-value.ts'
import { type YamlPlace, yamlPlaces } from './yaml-places.ts'

/** A template with its placeholders filled. */
export interface Filled {
  readonly text: string
  /** Where `{{cursor}}` stood. */
  readonly cursor?: number
  /** Placeholders without a value; they stay as they are. */
  readonly unknown: readonly string[]
  /** Whether the template has a place for the content. */
  readonly hasContent: boolean
}

/**
 * Fills `{{title}}`, `{{date}}`, `{{time}}`, `{{slug}}`, `{{id}}`, `{{content}}`, `{{cursor}}` and the user's own names. After `:` comes a
 * date pattern, after `|` filters (`slug`, `lower`, `upper`, `trim`): `{{date:YYYY-MM-DD}}`, `{{title|slug}}`. The syntax of zk (`{{slug
 * title}}`, `{{format-date now '%Y'}}`, `{{extra.name}}`) and foam (`${FOAM_TITLE}`) is read as well.
 */
export function fillTemplate(written: string, values: TemplateValues): Filled {
  const template = withoutFoam(written)
  const filling = new Filling(values)
  let at = 0
  for (const place of yamlPlaces(template)) {
    filling.add(template.slice(at, place.start))
    filling.addPlace(template.slice(place.start, place.end), place.written)
    at = place.end
  }
  filling.add(template.slice(at))
  return filling.filled
}

const asItIs = (text: string): string => text

/** The output of a template, built part by part. */
class Filling {
  readonly #values: TemplateValues
  readonly #parts: string[] = []
  readonly #unknown = new Set<string>()
  #length = 0
  #cursor: number | undefined
  #hasContent = false

  constructor(values: TemplateValues) {
    this.#values = values
  }

  get filled(): Filled {
    const cursor = this.#cursor === undefined ? {} : { cursor: this.#cursor }
    return { text: this.#parts.join(''), unknown: [...this.#unknown], hasContent: this.#hasContent, ...cursor }
  }

  /** Adds a part of the template; values of placeholders are escaped for the place in which they stand. */
  add(
    template: string,
    { written = asItIs, value = asItIs }: { readonly written?: Escape; readonly value?: Escape } = {},
  ) {
    let at = 0
    for (const match of template.matchAll(placeholder)) {
      this.#put(written(template.slice(at, match.index)))
      at = match.index + match[0].length
      const words = (match[1] ?? `foam ${match[2] ?? match[3] ?? ''}`).trim()
      if (words === 'cursor') this.#cursor ??= this.#length
      else {
        this.#hasContent ||= words === 'content'
        const text = placeholderValue(words, this.#values)
        if (text === undefined && match[1] !== undefined) this.#unknown.add(words)
        this.#put(text === undefined ? match[0] : value(text))
      }
    }
    this.#put(written(template.slice(at)))
  }

  /** Adds a YAML value so that it stays one value, whatever its placeholders expand to; one with an unknown placeholder stays unquoted. */
  addPlace(template: string, written: YamlPlace['written']): void {
    if (written === 'double') return this.add(template, { value: insideDouble })
    if (written === 'single') return this.add(template, { value: insideSingle })
    const own = this.#ownAlone(template)
    if (own !== undefined && written === 'items') return this.#put(asItems(own))
    if (own !== undefined && written === 'plain' && simpleList.test(own)) return this.#put(own)
    const { text, unknown } = filledAlone(template, this.#values)
    const staysPlain = text === template || text.trim() === '' || unknown.length > 0
    if (staysPlain || isPlainScalar(text.replace(/^ +| +$/g, ''), written !== 'plain')) return this.add(template)
    this.#put('"')
    this.add(template, { written: insideDouble, value: insideDouble })
    this.#put('"')
  }

  /** The value when the template is nothing but one of the user's own placeholders. */
  #ownAlone(template: string): string | undefined {
    const name = /^\{\{\s*([^{}|\s]+)\s*\}\}$/.exec(template)?.[1]
    return name === undefined ? undefined : this.#values.own.get(ownName(name))
  }

  #put(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }
}

type Escape = (text: string) => string

function filledAlone(template: string, values: TemplateValues): Filled {
  const filling = new Filling(values)
  filling.add(template)
  return filling.filled
}

/** A list on one line whose items need no quotes. */
const simpleList = /^\[[^[\]{}"'#&*!|>%@`:\n]*\]$/

/** The items of a list, separated by commas as in `wend set`. */
function asItems(text: string): string {
  const items = text.split(',').map((item) => item.trim())
  return items.map((item) => (item === '' || isPlainScalar(item, true) ? item : doubleQuoted(item))).join(', ')
}

function insideDouble(text: string): string {
  return doubleQuoted(text).slice(1, -1)
}

/** Text inside single quotes, where line ends become blanks. */
function insideSingle(text: string): string {
  return text.replaceAll("'", "''").replace(/\s*\n\s*/g, ' ')
}

/** The names in a template for which the user may give values. */
export function namesInTemplate(template: string): ReadonlySet<string> {
  const names = [...template.matchAll(placeholder)].map(([, words = '']) => ownName(words.split('|')[0] ?? ''))
  return new Set(names)
}

/** A foam template without what only its editor fills in: tab stops, reduced to their default text, and foam's own key. */
function withoutFoam(template: string): string {
  if (!/FOAM_|foam_template:/.test(template)) return template
  return template
    .replace(/^foam_template:[^\n]*\n(?:[ \t]+[^\n]*\n)*/m, '')
    .replace(/^---\r?\n---\r?\n(?:\s*(?=---))?/, '')
    .replace(/\$\{\d+:([^{}\n]*)\}|\$\{?\d\}?/g, '$1')
}

const placeholder = /\{\{\s*([^{}\n]+?)\s*\}\}|\$\{(FOAM_[A-Z_]+)\}|\$(FOAM_[A-Z_]+)/g
