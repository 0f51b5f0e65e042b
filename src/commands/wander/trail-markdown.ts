import { dirname, join, relative, sep } from 'node:path'
import type { TrailStep } from '../../core/model/report.ts'
import { dialects } from '../../core/parse/links/dialects.ts'
import { oneLine } from '../../core/parse/plain-text.ts'
import { encodeDestination } from '../../core/query/links/encode-destination.ts'
import { escapeMarkdown, toldAsMarkdown } from '../../core/query/links/write-link.ts'

/** Where a trail is saved: the file, the vault's folder (both absolute) and the day of the walk. */
export interface TrailPlace {
  readonly file: string
  readonly root: string
  readonly day: string
}

/** A trail as a markdown document: a numbered list of links, relative to the file, each with the sentence of the link that was followed. */
export function trailMarkdown(trail: readonly TrailStep[], { file, root, day }: TrailPlace): string {
  const items = trail.map((step, at) => {
    const path = relative(dirname(file), join(root, step.path)).split(sep).join('/')
    const destination = encodeDestination(path, { raw: '', angle: false, html: false })
    const lines = [
      `${at + 1}. ${dialects.markdown.write({ target: destination }, escapeMarkdown(oneLine(step.title)))}`,
      ...(step.summary === undefined ? [] : [`   ${toldAsMarkdown(step.summary)}`]),
      ...quote(step),
    ]
    return lines.join('\n')
  })
  return `# A walk from ${escapeMarkdown(oneLine(trail[0]?.title ?? ''))}\n\n${day}\n\n${items.join('\n')}\n`
}

/** The sentence of the link that was followed, as a quote. */
function quote({ link }: TrailStep): readonly string[] {
  const sentence = toldAsMarkdown(link?.context ?? '')
  return sentence === '' ? [] : ['', `   > ${sentence}`]
}
