import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { displayWidth } from '../../../src/view/display-width.ts'
import { loadEngines } from '../../../src/view/render/load-engines.ts'
import { renderMarkdown } from '../../../src/view/render/render-markdown.ts'
import { tagStyle, plainStyle } from '../../../src/view/style.ts'

const notes = readdirSync('notes').filter((name) => name.endsWith('.md'))
const bodies = new Map(
  notes.map((name) => [name, readFileSync(`notes/${name}`, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')]),
)

describe('the shipped notes', () => {
  test.each([20, 40, 60, 80, 120])('fit %i columns', async (width) => {
    const engines = await loadEngines([...bodies.values()], { colour: true })
    const faults: string[] = []
    for (const [name, body] of bodies) {
      const { lines, warnings } = renderMarkdown(body, { width, style: plainStyle, links: 'numbered', engines })
      for (const line of lines) if (displayWidth(line) > width) faults.push(`${name}: too wide: ${line}`)
      faults.push(...warnings)
    }
    expect(faults).toEqual([])
  })

  test('leave no markup behind', async () => {
    const engines = await loadEngines([...bodies.values()], { colour: true })
    const faults: string[] = []
    for (const [name, body] of bodies) {
      const tagged = renderMarkdown(body, { width: 10_000, style: tagStyle, links: 'none', engines }).lines.join('\n')
      for (const [markup] of withoutCode(tagged).matchAll(/.{0,30}(?:\$|\[\[|\]\]|\*\*|`|\\[A-Za-z]{2,}).{0,30}/g))
        faults.push(`${name}: ${markup}`)
    }
    expect(faults).toEqual([])
  })
})

/** The tagged page without what is shown as code, where markup is the text itself. */
function withoutCode(tagged: string): string {
  return tagged.replace(/<(code(?:-[a-z]+)?)>[^<]*<\/\1>/g, '').replace(/^ {6}.*$/gm, '')
}
