import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toNotePath } from '../../../src/core/model/note-path.ts'
import type { Resolution } from '../../../src/core/model/resolution.ts'
import { displayWidth } from '../../../src/view/display-width.ts'
import { loadEngines } from '../../../src/view/render/load-engines.ts'
import { renderMarkdown } from '../../../src/view/render/render-markdown.ts'
import type { EmbeddedNote, RenderOptions, WrittenLink } from '../../../src/view/render/render-options.ts'
import { plainStyle, tagStyle } from '../../../src/view/style.ts'

/** `UPDATE_GOLDENS=1 npm test -- test/view/render` rewrites the pages; look at each before committing it. */
const update = process.env['UPDATE_GOLDENS'] === '1'
const folder = 'test/goldens/render'
const features = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -3))

const entropy = toNotePath('entropy.md')
const cycle = toNotePath('cycle.md')

function resolve({ target, anchor }: WrittenLink): Resolution {
  if (/^(?:https?:|mailto:)/.test(target)) return { status: 'external', url: target }
  const path = /^entropy(?:\.md)?$|^$/i.test(target) ? entropy : target === 'cycle' ? cycle : undefined
  if (path === undefined) return { status: 'broken' }
  if (anchor === 'Nowhere') return { status: 'broken-anchor', path, isNote: true, anchor, block: false, styles: [] }
  return { status: 'ok', path, isNote: true, styles: [] }
}

function embed(link: WrittenLink): EmbeddedNote {
  if (link.target === 'cycle') return { title: 'Cycle', path: 'cycle.md', markdown: 'Round and round: \n\n![[cycle]]' }
  const markdown = link.anchor === undefined ? 'How much a message tells.\n\n- a list\n\n![[Entropy]]' : 'Bits or nats.'
  return { title: 'Entropy', path: 'entropy.md', markdown }
}

describe.each(features)('%s', (feature) => {
  const source = readFileSync(join(folder, `${feature}.md`), 'utf8')
  const cases = [60, 80, 120].flatMap((width) => [
    { width, kind: 'plain', style: plainStyle, links: 'numbered' as const },
    { width, kind: 'styled', style: tagStyle, links: 'hyperlink' as const },
  ])
  test.each(cases)('at $width columns, $kind', async ({ width, kind, style, links }) => {
    const options: RenderOptions = {
      ...{ width, style, links, resolve, embed },
      engines: await loadEngines([source], { colour: true }),
      urlOf: (link) => link.target,
    }
    const { lines } = renderMarkdown(source, options)
    if (kind === 'plain') for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
    const page = `${lines.join('\n')}\n`
    const file = join(folder, `${feature}.${width}.${kind}.txt`)
    if (update) writeFileSync(file, page)
    else expect(page).toBe(readFileSync(file, 'utf8'))
  })
})
