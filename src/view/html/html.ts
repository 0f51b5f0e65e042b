import { htmlReferences } from '../../core/parse/entities.ts'

/** Markup, as a type of its own so that a template knows what it must escape. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }

  toString(): string {
    return this.markup
  }
}

/** A value in a template: markup is inserted as it is, text and numbers are escaped, lists joined, missing values left out. */
export type HtmlPart = Html | string | number | false | undefined | readonly HtmlPart[]

/** A template of HTML: what is filled in is escaped unless it is markup. */
export function html(template: TemplateStringsArray, ...values: readonly HtmlPart[]): Html {
  const parts = compact(template)
  let markup = parts[0] ?? ''
  for (const [index, value] of values.entries()) markup += markupOf(value) + (parts[index + 1] ?? '')
  return new Html(markup)
}

const compacted = new WeakMap<TemplateStringsArray, readonly string[]>()

/** The parts of a template without the indentation of our sources: a line end is one blank. */
function compact(template: TemplateStringsArray): readonly string[] {
  const known = compacted.get(template)
  if (known !== undefined) return known
  const parts = template.map((part) => part.replace(/\s*\n\s*/g, ' '))
  compacted.set(template, parts)
  return parts
}

/** Parts one after another. */
export function joinedHtml(parts: readonly HtmlPart[]): Html {
  return new Html(markupOf(parts))
}

export const emptyHtml = new Html('')

function markupOf(value: HtmlPart): string {
  if (value === undefined || value === false) return ''
  if (value instanceof Html) return value.markup
  if (typeof value === 'string') return escapeHtml(value)
  return typeof value === 'number' ? String(value) : value.map(markupOf).join('')
}

/** Text as HTML, for element content and quoted attributes. Characters that no document may hold are replaced. */
export function escapeHtml(text: string): string {
  return special.test(text) ? text.replace(allSpecial, replacement) : text
}

const special = /[&<>"'\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/
const allSpecial = new RegExp(special, 'g')

function replacement(character: string): string {
  return htmlReferences[character] ?? '\ufffd'
}
