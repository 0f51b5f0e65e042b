import { loadEngines } from '../../view/render/load-engines.ts'
import { renderMarkdown } from '../../view/render/render-markdown.ts'
import { plainStyle } from '../../view/style.ts'

/** More sentences than this are shown as they are written: nobody reads them all, and everybody would wait. */
const most = 300

/** Sentences of markdown as plain text: links as their text, inline mathematics as Unicode. */
export async function plainSentences(sentences: readonly string[]): Promise<readonly string[]> {
  const engines = await loadEngines(sentences.slice(0, most), { colour: false })
  const options = { width: 100_000, style: plainStyle, links: 'none' as const, engines }
  return sentences.map((sentence, index) =>
    index < most ? renderMarkdown(sentence, options).lines.join(' ').trim() : sentence,
  )
}
