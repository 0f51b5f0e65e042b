import { doubleQuoted, isPlainScalar } from '../front-matter/yaml-scalar.ts'
import { ownName, placeholderValue, type TemplateValues } from './template-value.ts'
import { type YamlPlace, yamlPlaces } from './yaml-places.ts'

/** A template with its placeholders filled. */
export interface Filled {
  readonly text: string
  /** Where `{{cursor}}` stood. */
  readonly cursor?: number
  /** Names that nothing is known for; they stay as they are. */
  readonly unknown: readonly string[]
  /** Whether the content has its place in the template. */
  readonly hasContent: boolean
}

/**
 * Fills `{{title}}`, `{{date}}`, `{{time}}`, `{{slug}}`, `{{id}}`, `{{content}}`, `{{cursor}}` and the user's own names. After `:` stands a
 * pattern for dates, after `|` filters (`slug`, `lower`, `upper`, `trim`): `{{date:YYYY-MM-DD}}`, `{{title|slug}}`. What zk (`{{slug title}}`,
 * `{{format-date now '%Y'}}`, `{{extra.name}}`) and foam (`${FOAM_TITLE}`) write is read as well.
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

/** The text that a template becomes, part by part. */
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

  /** Adds a part of the template; what is written and what its placeholders stand for are escaped for where they stand. */
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

  /** Adds a value of YAML so that it is one still, whatever its placeholders stand for; one with a name that nothing is known for stays plain. */
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

  /** The user's own value that a template is nothing but the name of. */
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

/** A list on one line, of items that need no quotes. */
const simpleList = /^\[[^[\]{}"'#&*!|>%@`:\n]*\]$/

/** Items of a list, which commas part as those of `wend set` do. */
function asItems(text: string): string {
  const items = text.split(',').map((item) => item.trim())
  return items.map((item) => (item === '' || isPlainScalar(item, true) ? item : doubleQuoted(item))).join(', ')
}

function insideDouble(text: string): string {
  return doubleQuoted(text).slice(1, -1)
}

/** Single quotes hold no line ends but as blanks. */
function insideSingle(text: string): string {
  return text.replaceAll("'", "''").replace(/\s*\n\s*/g, ' ')
}

/** The names that a template may ask the user's own values by. */
export function namesInTemplate(template: string): ReadonlySet<string> {
  const names = [...template.matchAll(placeholder)].map(([, words = '']) => ownName(words.split('|')[0] ?? ''))
  return new Set(names)
}

/** A template of foam without what only its editor fills in: places to type at, which have a text to begin with, and its own key. */
function withoutFoam(template: string): string {
  if (!/FOAM_|foam_template:/.test(template)) return template
  return template
    .replace(/^foam_template:[^\n]*\n(?:[ \t]+[^\n]*\n)*/m, '')
    .replace(/^---\r?\n---\r?\n(?:\s*(?=---))?/, '')
    .replace(/\$\{\d+:([^{}\n]*)\}|\$\{?\d\}?/g, '$1')
}

const placeholder = /\{\{\s*([^{}\n]+?)\s*\}\}|\$\{(FOAM_[A-Z_]+)\}|\$(FOAM_[A-Z_]+)/g
