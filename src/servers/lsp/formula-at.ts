import type { Span } from '../../core/model/span.ts'
import { readDocument } from '../../core/parse/read-document.ts'
import type { Subject } from './workspace.ts'

/** How many columns a drawn formula may have. */
const width = 78

/** The formula around an offset in Unicode, as a block of code. */
export async function formulaAt(
  { note, text }: Subject,
  offset: number,
): Promise<{ text: string; span: Span } | undefined> {
  if (!text.includes('$') && !/math/.test(text)) return undefined
  const found = mathIn(readDocument(text, note.bodyStart), offset)
  if (found === undefined) return undefined
  const { displayMath } = await import('../../view/math/display-math.ts')
  const lines = displayMath(found.tex, width)
  return lines && { text: `\`\`\`text\n${lines.join('\n')}\n\`\`\``, span: found.span }
}

interface Formula {
  readonly tex: string
  readonly span: Span
}

/** The formula among some tokens, or in what they hold, that stands around an offset. */
function mathIn(tokens: unknown, offset: number): Formula | undefined {
  if (Array.isArray(tokens)) {
    for (const token of tokens) {
      const found = mathIn(token, offset)
      if (found !== undefined) return found
    }
    return undefined
  }
  if (typeof tokens !== 'object' || tokens === null) return undefined
  const token = tokens as Readonly<Record<string, unknown>>
  const span = token['span'] as Span | undefined
  if (span !== undefined && (offset < span.start || offset > span.end)) return undefined
  if (token['type'] === 'math' && span !== undefined) return { tex: String(token['tex']), span }
  return mathIn(
    Object.entries(token).flatMap(([name, value]) => (name === 'span' || typeof value !== 'object' ? [] : [value])),
    offset,
  )
}
