import { describe, expect, test } from '@jest/globals'
import { readFileSync, readdirSync } from 'node:fs'
import katex from 'katex'

/** Formulas of a note, display and inline, outside code; links and tables keep theirs. */
function formulas(text: string): { source: string; displayMode: boolean }[] {
  const prose = text.replaceAll(/^```[^]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\$\$([^]+?)\$\$|\$([^$]+?)\$/g)].map(([, display, inline]) => ({
    source: display ?? inline ?? '',
    displayMode: display !== undefined,
  }))
}

describe('every formula of the notes is one that KaTeX can set', () => {
  const paths = readdirSync('notes', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'))
  test.each(paths)('%s', (path) => {
    for (const { source, displayMode } of formulas(readFileSync(`notes/${path}`, 'utf8')))
      expect(() => katex.renderToString(source, { displayMode, throwOnError: true, strict: 'error' })).not.toThrow()
  })
})
