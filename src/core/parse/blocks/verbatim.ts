import { closesFence } from './block-starts.ts'
import { endsHtmlBlock } from './html-block.ts'
import type { HtmlBlockKind } from './html-block.ts'
import type { LeafKind } from './leaf.ts'
import type { LineReader } from './line-reader.ts'

/** How a block whose lines are not markdown ends. */
export type VerbatimRule =
  | { readonly rule: 'fence'; readonly mark: number; readonly length: number; readonly info: string }
  | { readonly rule: 'indented' }
  | { readonly rule: 'html'; readonly kind: HtmlBlockKind }
  | { readonly rule: 'math' }

/** A block whose lines are not markdown: code, HTML, mathematics. */
export class Verbatim {
  readonly leafKind: LeafKind
  readonly start: number
  end: number
  /** Its lines without the markers and the indentation of what it stands in, when they are wanted; those of a fence without the fences. */
  readonly lines: string[] = []
  private readonly rule: VerbatimRule
  private readonly wantsLines: boolean
  /** Columns of white space that are not part of its lines. */
  private readonly indent: number

  /** Starts with the current line. */
  constructor(line: LineReader, rule: VerbatimRule, wantsLines: boolean) {
    this.rule = rule
    this.leafKind = leafKindOf(rule)
    this.start = line.nonspace
    this.end = line.end
    this.wantsLines = wantsLines
    this.indent = rule.rule === 'fence' ? line.indent : rule.rule === 'indented' ? 4 : 0
    if (wantsLines && rule.rule !== 'fence') this.lines.push(line.content(this.indent))
  }

  /** What follows an opening fence: the language and what else is said of it. */
  get info(): string {
    return this.rule.rule === 'fence' ? this.rule.info : ''
  }

  /** Whether the line belongs to the block: `last` when it also ends it. Asked only when all containers go on. */
  take(line: LineReader): 'no' | 'yes' | 'last' {
    const answer = this.judge(line)
    if (answer === 'no') return answer
    const fence = this.rule.rule === 'fence' && answer === 'last'
    if (this.wantsLines && !fence) this.lines.push(line.content(this.indent))
    if (answer === 'last' && this.rule.rule === 'math') this.end = line.text.indexOf('$$', line.nonspace) + 2
    else if (!(line.blank && this.rule.rule === 'indented')) this.end = line.end
    return answer
  }

  private judge(line: LineReader): 'no' | 'yes' | 'last' {
    const { rule } = this
    if (rule.rule === 'indented') return line.blank || line.indent >= 4 ? 'yes' : 'no'
    if (rule.rule === 'html' && line.blank && rule.kind >= 6) return 'no'
    return endsWith(rule, line) ? 'last' : 'yes'
  }
}

function leafKindOf(rule: VerbatimRule): LeafKind {
  if (rule.rule === 'fence') return isMathFence(rule.info) ? 'math' : 'code'
  return rule.rule === 'indented' ? 'code' : rule.rule
}

/** Whether a fence holds a formula, as on GitHub: ```` ```math ````. */
function isMathFence(info: string): boolean {
  return /^math(?:\s|$)/.test(info)
}

function endsWith(rule: Exclude<VerbatimRule, { readonly rule: 'indented' }>, line: LineReader): boolean {
  const { text, nonspace, end } = line
  if (rule.rule === 'fence') return line.indent < 4 && closesFence(text, nonspace, end, rule)
  if (rule.rule === 'html') return endsHtmlBlock(rule.kind, text, nonspace, end)
  return text.slice(nonspace, end).includes('$$')
}
