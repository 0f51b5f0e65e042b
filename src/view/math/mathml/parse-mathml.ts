import type { Element } from './element.ts'
import { nameTable } from '../../../core/model/name-table.ts'

const deepest = 120
const token = /<(\/?)([a-z]+)([^>]*?)(\/?)>|([^<]+)/g
const attributePair = /([\w-]+)\s*="([^"]*)"/g

type OpenElement = { name: string; attributes: Map<string, string>; children: Element[]; text: string }

/**
 * The root element of markup that KaTeX wrote, read without recursion;
 * undefined when it does not nest properly or is deeper than can be laid out.
 */
export function parseMathml(markup: string): Element | undefined {
  const stack: OpenElement[] = [opened('', '')]
  for (const [, closing, name, rest, empty, text] of markup.matchAll(token)) {
    const top = stack.at(-1)
    if (top === undefined || stack.length > deepest) return undefined
    if (text !== undefined) top.text += decodeEntities(text)
    else if (closing !== '') close(stack)
    else {
      stack.push(opened(name ?? '', rest ?? ''))
      if (empty !== '') close(stack)
    }
  }
  return stack.length === 1 ? stack[0]?.children[0] : undefined
}

function opened(name: string, attributeText: string): OpenElement {
  const attributes = new Map<string, string>()
  for (const [, key, value] of attributeText.matchAll(attributePair)) {
    attributes.set(key ?? '', decodeEntities(value ?? ''))
  }
  return { name, attributes, children: [], text: '' }
}

function close(stack: OpenElement[]): void {
  const done = stack.pop()
  if (done !== undefined) stack.at(-1)?.children.push(done)
}

const entities: Readonly<Record<string, string>> = nameTable({
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
})

function decodeEntities(text: string): string {
  return text.replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity)
}
