import type { Span } from '../../core/model/span.ts'
import { readDocument } from '../../core/parse/read-document.ts'
import { walkTokens } from '../../core/parse/walk-tokens.ts'
import type { Subject } from './workspace.ts'

/** How many columns a drawn formula may have. */
const width = 78

/** The formula around an offset in Unicode, as a block of code. */
export async function formulaAt(
  { note, text }: Subject,
  offset: number,
): Promise<{ text: string; span: Span } | undefined> {
  if (!text.includes('$') && !/math/.test(text)) return undefined
  const holds = ({ span }: { readonly span: Span }): boolean => span.start <= offset && offset <= span.end
  let found: { readonly tex: string; readonly span: Span } | undefined
  for (const token of walkTokens(readDocument(text, note), holds)) if (token.type === 'math') found = token
  if (found === undefined) return undefined
  const { displayMath } = await import('../../view/math/display-math.ts')
  const lines = displayMath(found.tex, width)
  return lines && { text: `\`\`\`text\n${lines.join('\n')}\n\`\`\``, span: found.span }
}
