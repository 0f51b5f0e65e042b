import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Numbers from 0 to 1 that are the same for a seed (mulberry32). */
export function randomNumbers(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const words =
  'river stone garden morning letter engine market winter bridge harbour lantern paper silver needle orchard kitchen theory signal vessel copper Größe café naïve 東京 ночь'.split(
    ' ',
  )
const folders = ['', 'projects/', 'projects/old things/', 'archive/', 'días/', 'a (b)/']

/** Names of notes that lie apart from each other in more than letters: two words, now and then with marks. */
export function noteNames(count, random) {
  const pick = (list) => list[Math.floor(random() * list.length)]
  const names = new Set()
  while (names.size < count) {
    const name = `${pick(words)} ${pick(words)}${random() < 0.3 ? ` ${pick(words)}` : ''}`
    names.add(random() < 0.2 ? name.replaceAll(' ', '-') : random() < 0.1 ? `${name}, (and) more` : name)
  }
  return [...names].map((name) => `${pick(folders)}${name}.md`)
}

const encoded = (path) =>
  path
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/[()]/g, (one) => (one === '(' ? '%28' : '%29'))

/** Each way to write a link from a note to another, and a few that lead nowhere. */
const ways = [
  (stem) => `[[${stem}]]`,
  (stem) => `[[${stem}|shown]]`,
  (stem) => `[[${stem}#Part one]]`,
  (stem) => `![[${stem}#Part one#Deep]]`,
  (stem) => `[[${stem.toUpperCase()}]]`,
  (_stem, path) => `[[${path.replace(/\.md$/, '')}]]`,
  (_stem, path) => `[[/${path}]]`,
  (_stem, _path, way) => `[text](${encoded(way)})`,
  (_stem, _path, way) => `[text](<${way}#part-one>)`,
  (_stem, _path, way) => `[text](./${encoded(way)} "title")`,
  (_stem, path) => `[text](/${encoded(path)})`,
  (_stem, _path, way) => `<a href="${encoded(way)}">text</a>`,
  (_stem, _path, way) => `[text][ref]\n\n[ref]: ${encoded(way)}\n`,
  (stem) => `| a | b |\n| - | - |\n| [[${stem}\\|x]] | y |`,
  () => '[[not written yet]]',
  () => '[gone](../nowhere/at-all.md)',
  () => '#tag/deep #other',
]

/** A vault in a new folder with so many notes; the same for the same seed. Gives the folder's path. */
export function generatedVault(seed, count = 40) {
  const random = randomNumbers(seed)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'wend-generated-'))), `generated-${seed}`)
  const paths = noteNames(count, random)
  for (const path of paths) {
    const stem = path.replace(/^.*\/|\.md$/g, '')
    const links = Array.from({ length: 4 + Math.floor(random() * 6) }, () => {
      const to = pick(paths)
      return pick(ways)(to.replace(/^.*\/|\.md$/g, ''), to, wayTo(path, to))
    })
    const front =
      random() < 0.3
        ? `---\ntitle: "${stem}: a title"\ntags: [other, "tag/deep"]\nup: "[[${pick(paths).replace(/\.md$/, '')}]]"\n---\n`
        : ''
    const text = `${front}# ${stem} itself\n\n${links.join('\n\n')}\n\n## Part one\n\ntext ^id\n\n### Deep\n\n[[#Part one]]\n`
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), random() < 0.2 ? text.replaceAll('\n', '\r\n') : text)
  }
  return folder
}

function wayTo(from, to) {
  const [at, goal] = [from.split('/').slice(0, -1), to.split('/')]
  let shared = 0
  while (shared < at.length && at[shared] === goal[shared]) shared++
  return [...at.slice(shared).map(() => '..'), ...goal.slice(shared)].join('/')
}
