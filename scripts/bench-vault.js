// Writes a vault for measuring, like those people have: words of a vocabulary of 50,000 by Zipf's law, lengths and links as in
// real vaults (median of 210 words and one link in 35 words, few notes that many link to), folders, front matter, code,
// mathematics, and one link in a hundred broken. The same seed and count give the same bytes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Words that queries can be made of, rare and common; the others are made of syllables. */
const known =
  'gradient model policy value reward note sample network layer attention token loss entropy prior kernel variance bias signal estimate sparse dense random walk graph search index query score rank vector matrix tensor linear convex bound proof theorem example error step rate batch epoch train test split cache memory state action agent world'.split(
    ' ',
  )

const vocabularySize = 50_000

/** A generator of numbers from 0 to 1 (mulberry32). */
function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Different words, the more frequent ones shorter; each known word stands at 150 times its number. */
function vocabularyOf(random) {
  const syllables = [...'bcdfglmnprstvz'].flatMap((start) =>
    ['a', 'e', 'i', 'o', 'u', 'er', 'in', 'al'].map((end) => start + end),
  )
  const words = new Set()
  for (let rank = 0; words.size < vocabularySize; rank++) {
    if (words.size % 150 === 149 && known[Math.floor(words.size / 150)]) words.add(known[Math.floor(words.size / 150)])
    const length = 1 + Math.floor(random() * 2) + (words.size > 500) + (words.size > 10_000)
    words.add(Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]).join(''))
  }
  return [...words]
}

/** Gives words, the one at rank r in proportion to 1 / (r + 2.7): Zipf's law as Mandelbrot mended it. */
function zipf(words, random) {
  const most = Math.log((words.length + 2.7) / 2.7)
  return () => words[Math.min(words.length - 1, Math.floor(2.7 * Math.exp(random() * most) - 2.7))]
}

/** A length around a median, as lengths are spread in real vaults: one note in ten is shorter than a third, one longer than three times. */
function lengthAround(median, random) {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Math.min(20 * median, Math.max(8, Math.round(median * Math.exp(0.85 * normal))))
}

/** Words of three sentences, with those of their links. */
const wordsOfParagraph = 34

const formulaAbout = (order) =>
  `With $x_{${order}} = \\frac{1}{n}\\sum_i w_i$ and\n\n$$\n\\mathcal{L}(\\theta) = -\\log p(x_${order})\n$$`

const codeAbout = (order) => `\`\`\`python\nfor x in range(${order}):\n    print("[[not a link]]", x)\n\`\`\``

/** Writes `count` notes under `root`. */
export function writeVault(root, count, seed = 1) {
  const random = seeded(seed + count)
  const word = zipf(vocabularyOf(seeded(seed)), random)
  const phrase = (length) => Array.from({ length }, word).join(' ')
  const name = (order) => `note-${String(order).padStart(6, '0')}`
  const folderOf = (order) => `area-${order % 37}/${order % 5 === 0 ? `deep-${order % 11}` : ''}`.replace(/\/$/, '')
  const link = (order) => {
    const other = Math.floor(count * random() ** 2)
    if (random() < 0.01) return `[[missing ${phrase(2)} ${order}]]`
    const kind = random()
    if (kind < 0.5) return `[[${name(other)}]]`
    if (kind < 0.6) return `[[${name(other)}|${phrase(2)}]]`
    if (kind < 0.7) return `[[${name(other)}#Details]]`
    return `[${phrase(2)}](/${folderOf(other)}/${name(other)}.md)`
  }
  const sentence = (order) => {
    const text = `${phrase(6 + Math.floor(random() * 8))}${random() < 0.35 ? ` ${link(order)} ${phrase(3)}` : ''}`
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  const paragraph = (order) => Array.from({ length: 3 }, () => sentence(order)).join(' ')
  const body = (order) => {
    const parts = [paragraph(order), '## Details', `- ${sentence(order)}\n- ${sentence(order)}`]
    const paragraphs = lengthAround(210, random) / wordsOfParagraph - 2
    for (let section = 0; section < paragraphs; section++) {
      if (section % 4 === 3) parts.push(`## ${phrase(2)}`)
      parts.push(paragraph(order))
    }
    if (order % 3 === 0) parts.push(formulaAbout(order))
    if (order % 4 === 0) parts.push(codeAbout(order))
    return parts.join('\n\n')
  }
  const note = (order) =>
    `---\ntitle: ${phrase(3)} ${order}\ntags: [${word()}, ${word()}]\ntopics: [${word()}]\ncreated: 2024-0${1 + (order % 9)}-1${order % 10}\n---\n\n# ${phrase(3)} ${order}\n\n${body(order)}\n`
  for (let order = 0; order < count; order++) {
    const folder = join(root, folderOf(order))
    if (order < 37 * 5 * 11) mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${name(order)}.md`), note(order))
  }
}
