import { dirname, join, relative, sep } from 'node:path'
import type { TrailStep } from '../../core/model/report.ts'

/** Where a trail is kept: the file, the vault's folder (both absolute) and the day of the walk. */
export interface TrailPlace {
  readonly file: string
  readonly root: string
  readonly day: string
}

/** A trail as a markdown document: a numbered list of links, relative to the file, each with the sentence that led there. */
export function trailMarkdown(trail: readonly TrailStep[], { file, root, day }: TrailPlace): string {
  const items = trail.map((step, at) => {
    const destination = relative(dirname(file), join(root, step.path)).split(sep).map(encodeURIComponent).join('/')
    const lines = [
      `${at + 1}. [${escapeText(step.title)}](${destination.replace(/[()]/g, (found) => (found === '(' ? '%28' : '%29'))})`,
      ...(step.summary === undefined ? [] : [`   ${step.summary.replace(/\s+/g, ' ')}`]),
      ...quote(step),
    ]
    return lines.join('\n')
  })
  return `# A walk from ${escapeText(trail[0]?.title ?? '')}\n\n${day}\n\n${items.join('\n')}\n`
}

/** The sentence that led there, as a quote; its wikilinks are shown as text, so that the file has just the links of the walk. */
function quote({ link }: TrailStep): readonly string[] {
  const sentence = (link?.context ?? '')
    .replace(/!?\[\[([^\]|]*)\|([^\]]*)\]\]/g, '$2')
    .replace(/!?\[\[([^\]]*)\]\]/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  return sentence === '' ? [] : ['', `   > ${sentence}`]
}

function escapeText(text: string): string {
  return text.replace(/[\\[\]*_`<>]/g, '\\$&').replace(/\s+/g, ' ')
}
