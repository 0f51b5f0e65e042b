import type { VaultDialects } from '../../model/tool-dialect.ts'
import { splitJson } from './json.ts'

/** Where front matter stands in a note. */
export interface FrontMatterRange {
  /** What follows the opening `---`: empty for YAML; `toml` between lines of `+++`, `json` of an object. */
  readonly language: string
  /** The YAML, TOML or JSON, without the lines around it: [start, end). */
  readonly start: number
  readonly end: number
  readonly bodyStart: number
}

/**
 * The front matter of a note: from a first line `---` to the next line that is `---`, as in Obsidian, or `+++` likewise, as in Hugo; in vaults
 * of Hugo also an object of JSON. Undefined without one of them: an unclosed `---` is text.
 */
export function splitFrontMatter(text: string, dialects?: VaultDialects): FrontMatterRange | undefined {
  if (text.startsWith('{') && dialects?.syntax.includes('hugo') === true) return splitJson(text)
  if (text.startsWith('+++')) return splitToml(text)
  if (!text.startsWith('---')) return undefined
  const lineEnd = text.indexOf('\n')
  const first = lineEnd === -1 ? undefined : /^[ \t]*([A-Za-z][\w.+-]*)?[ \t]*\r?$/.exec(text.slice(3, lineEnd))
  if (first === undefined || first === null) return undefined
  for (let at = lineEnd; at !== -1; at = text.indexOf('\n---', at + 1)) {
    if (!text.startsWith('\n---', at)) continue
    const close = /^\n---[ \t]*(?:\r?\n|\r?$)/.exec(text.slice(at, closingLineEnd(text, at + 1)))
    if (close === null) continue
    return { language: first[1] ?? '', start: lineEnd + 1, end: at + 1, bodyStart: at + close[0].length }
  }
  return undefined
}

function splitToml(text: string): FrontMatterRange | undefined {
  const open = /^\+{3}[ \t]*\r?\n/.exec(text)
  if (open === null) return undefined
  const start = open[0].length
  const close = /^\+{3}[ \t]*(?:\r?\n|\r?$(?![\s\S]))/gm
  close.lastIndex = start
  const end = close.exec(text)
  if (end === null) return undefined
  return { language: 'toml', start, end: end.index, bodyStart: end.index + end[0].length }
}

function closingLineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end + 1
}
