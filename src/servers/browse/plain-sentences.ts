import { loadEngines } from '../../view/render/load-engines.ts'
import { shownTold } from '../../view/shown-line.ts'

/** Sentences as they are read, their formulas in Unicode. */
export async function plainSentences(sentences: readonly string[]): Promise<readonly string[]> {
  const { inlineMath } = await loadEngines(sentences, { colour: false })
  return sentences.map((sentence) => shownTold(sentence, (tex) => inlineMath?.(tex, new Map())))
}
