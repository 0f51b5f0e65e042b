import { expect, test } from '@jest/globals'
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { generatedVault } from '../../scripts/generated-vault.js'
import { roundTrips } from '../../scripts/round-trip.js'
import { run } from '../../src/cli/run.ts'

/** `npm run round-trip` does it to all that the vaults hold. */
const most = 4

/** What is refused for a reason: a tag that is a page is renamed as such, and no new tag is given a name with a blank. */
const refusals: Readonly<Record<string, readonly string[]>> = {
  logseq: ['tag rename place place-renamed: wend: "place" is the page pages/place.md; nothing was changed'],
  hugo: [
    'tag rename news news-renamed: wend: the front matter of content/posts/fourth.md cannot be edited: it is JSON, which is read and not changed; nothing was changed',
    'tag rename long reads long reads-renamed: wend: "long reads-renamed" is not a tag: letters, digits, - and _, parts divided by /',
  ],
  docusaurus: [
    'tag rename first steps first steps-renamed: wend: "first steps-renamed" is not a tag: letters, digits, - and _, parts divided by /',
  ],
}

test.each(['garden', 'obsidian', 'foam', 'logseq', 'hugo', 'mkdocs', 'mdbook', 'vuepress', 'docusaurus'])(
  'what is renamed and back in %s is the same to the last byte, and nothing new is wrong in between',
  async (name) => {
    const { wrong, refused } = await roundTrips(run, `test/vaults/${name}`, { most, seed: 11, checked: true })
    expect({ wrong, refused }).toEqual({ wrong: [], refused: refusals[name] ?? [] })
  },
)

test('and in a generated vault', async () => {
  const vault = generatedVault(7)
  const { counts, wrong, refused } = await roundTrips(run, vault, { most, seed: 7, checked: true })
  rmSync(dirname(vault), { recursive: true })
  expect({ counts, wrong, refused }).toEqual({
    counts: { notes: most, folders: most, headings: most, tags: 2 },
    wrong: [],
    refused: [],
  })
})
