import type { VaultDialects } from '../../core/model/tool-dialect.ts'
import { readInline } from '../../core/parse/inlines/read-inline.ts'
import { readDocument } from '../../core/parse/read-document.ts'
import { type Token, walkTokens } from '../../core/parse/walk-tokens.ts'
import { configuredMacro } from '../../core/parse/math/macros.ts'
import { languageOf } from '../code-language.ts'
import type { Engines } from './render-options.ts'

/** The settings that the engines depend on. */
export interface EngineChoice {
  /** Whether code is highlighted. */
  readonly colour: boolean
  /** What commands of mathematics stand for, by name. */
  readonly macros?: Readonly<Record<string, string>>
  /** The tools of the vault that the documents are of. */
  readonly dialects?: VaultDialects | undefined
}

/** Loads what some documents need to be rendered, and only that: mathematics for formulas, highlighting for code with a language. */
export async function loadEngines(
  documents: readonly string[],
  { colour, macros, dialects }: EngineChoice,
): Promise<Engines> {
  const tokens = documents.flatMap((text) => tokensThatMayNeedEngines(text, dialects))
  const languages = colour ? tokens.flatMap((token) => ('info' in token ? languageOf(token.info) || [] : [])) : []
  const formulas = tokens.some(({ type }) => type === 'math') ? await loadFormulas(macros ?? {}) : {}
  const highlight =
    languages.length === 0 ? undefined : await (await import('./highlight-code.ts')).loadHighlight(languages)
  return { ...formulas, ...(highlight === undefined ? {} : { highlight }) }
}

/** Loads the formula renderer, with the configured macros. */
export async function loadFormulas(
  macros: Readonly<Record<string, string>>,
): Promise<Required<Pick<Engines, 'inlineMath' | 'displayMath' | 'macros'>>> {
  const { inlineMath } = await import('../math/inline-math.ts')
  const { displayMath } = await import('../math/display-math.ts')
  return {
    inlineMath,
    displayMath,
    macros: new Map(Object.entries(macros).map(([name, body]) => configuredMacro(name, body))),
  }
}

/** The tokens of a document, or of the one line of a title or a sentence; none where no formula and no fence can be. */
function tokensThatMayNeedEngines(text: string, dialects: VaultDialects | undefined): readonly Token[] {
  if (!['$', '```', '~~~'].some((sign) => text.includes(sign))) return []
  return [
    ...walkTokens(
      text.includes('\n') ? readDocument(text, { bodyStart: 0, dialects }) : readInline(text, { dialects }),
    ),
  ]
}
