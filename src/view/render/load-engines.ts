import { configuredMacro } from '../../core/parse/math/macros.ts'
import { languageOf } from './blocks/code.ts'
import type { Engines } from './render-options.ts'

/** What of a configuration the engines follow. */
export interface EngineChoice {
  /** Whether code is highlighted. */
  readonly colour: boolean
  /** What commands of mathematics stand for, by name. */
  readonly macros?: Readonly<Record<string, string>>
}

/** Loads what some documents need to be laid out, and only that: mathematics for dollars, highlighting for fences with a language. */
export async function loadEngines(documents: readonly string[], { colour, macros }: EngineChoice): Promise<Engines> {
  const math = documents.some((text) => /\$\S|\$\$|^[ \t>]*(?:`{3,}|~{3,})[ \t]*math\b/m.test(text))
  const languages = colour ? documents.flatMap(fenceLanguages) : []
  const formulas = math ? await loadFormulas(macros ?? {}) : {}
  const highlight =
    languages.length === 0 ? undefined : await (await import('./highlight-code.ts')).loadHighlight(languages)
  return { ...formulas, ...(highlight === undefined ? {} : { highlight }) }
}

/** Loads what draws formulas, with the macros of a configuration. */
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

/** No blank may be matched in two ways, or a long row of blanks would take quadratic time. */
const fence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:`{3,}|~{3,})([^\n`]+)/gm

function fenceLanguages(text: string): readonly string[] {
  return [...text.matchAll(fence)].map((match) => languageOf(match[1]))
}
