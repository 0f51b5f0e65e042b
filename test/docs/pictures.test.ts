import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const folder = 'docs/pictures'

/** The text of a picture, without its tags. */
function words(svg: string): string {
  return svg.replace(/<style>.*<\/style>/, '').replace(/<[^>]*>/g, ' ')
}

test('npm run screens draws what the program shows', () => {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/screens.js', '--print', 'search'], {
    encoding: 'utf8',
    timeout: 100_000,
  })
  expect(status).toBe(0)
  expect(stdout).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+"[^]*<\/svg>\n$/)
  expect(words(stdout)).toContain('$ wend search &#34;gradients vanish in deep networks&#34;')
  expect(words(stdout)).toMatch(/gradients?\s/)
}, 120_000)

test.each([
  ['browse.svg', 'Logistic Regression'],
  ['search.svg', 'deep'],
  ['show.svg', 'softmax'],
])('%s shows a terminal that speaks of %s', (name, word) => {
  expect(readdirSync(folder)).toContain(name)
  const svg = readFileSync(join(folder, name), 'utf8')
  expect(words(svg)).toContain(word)
  expect(svg).not.toMatch(/<script|<image|href=/)
})
