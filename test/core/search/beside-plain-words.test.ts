import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readDocument } from '../../../src/core/parse/read-document.ts'
import { walkTokens } from '../../../src/core/parse/walk-tokens.ts'
import { scanWords, type TextKind } from '../../../src/core/search/words/scan-words.ts'

/** What a scan tells: `word 0-3`, `run 4-6`, `signed 0-5`. */
function scanned(text: string, kind: TextKind, [from, to] = [0, text.length]): readonly string[] {
  const told: string[] = []
  const tell = (what: string) => (_text: string, start: number, end: number) => {
    told.push(`${what} ${start}-${end}`)
  }
  scanWords(text, { from, to, kind }, { word: tell('word'), run: tell('run'), signed: tell('signed') })
  return told
}

/** What markdown has beside its words: addresses, tags, comments, the ids of blocks, and how a formula is laid out. */
const unread = [
  /\]\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"\n]*")?\)/y,
  /<!--[^]*?-->/y,
  /<\/?(?:b|br|h1|h6|img|span|td)(?=[\s/>])[^<>\n]*>/iy,
  /%%[^]*?%%/y,
  /\^[A-Za-z0-9-]+(?=\r?\n|$)/y,
  /\\(?:left|right|frac|textbf|text|mathrm|begin|dots|,|;|!)/y,
]
const runs = [/[日本語𠮷かなカナ]+/uy, /[한국어]+/uy, /[ไทยแมว]+/uy]
const word = /(?:v?\d+(?:\.\d+)*)?(?:(?![日本語𠮷かなカナ한국어ไทยแมว])[\p{L}\p{N}\p{M}])*/iuy

/** The same told by patterns, each tried at each place: what docs/search.md promises, for reading and not for speed. */
function plainlyScanned(text: string, kind: TextKind): readonly string[] {
  const told: string[] = []
  let at = 0
  const lengthOf = (pattern: RegExp, from = at): number => {
    pattern.lastIndex = from
    return pattern.exec(text)?.[0].length ?? 0
  }
  const longest = (patterns: readonly RegExp[]): number => Math.max(0, ...patterns.map((one) => lengthOf(one)))
  while (at < text.length) {
    const skipped = kind === 'markdown' ? longest(unread) : 0
    const [run, whole] = [longest(runs), lengthOf(word)]
    const end = at + whole
    if (skipped > 0) at += skipped
    else if (run > 0) {
      told.push(`run ${at}-${at + run}`)
      at += run
    } else if (whole === 0) at++
    else if (kind === 'markdown' && text.startsWith('://', end)) at = end + lengthOf(/[^\s<>)\]"]*/y, end)
    else {
      told.push(`word ${at}-${end}`)
      const apostrophe = lengthOf(/['’](?:(?:s|t|d|m|re|ve|ll)(?![\p{L}\p{N}]))?/iuy, end)
      const isShort = whole <= 2
      const signs =
        lengthOf(/\+\+(?![A-Za-z0-9])/y, end) ||
        (isShort ? lengthOf(/#(?![A-Za-z0-9])/y, end) : 0) ||
        (isShort && kind === 'name' && /[A-Z0-9]/.test(text.charAt(at)) ? lengthOf(/\*/y, end) : 0)
      if (apostrophe > 0) at = end + apostrophe
      else {
        if (signs > 0) told.push(`signed ${at}-${end + signs}`)
        else if (/(?:^|[ \n(])\.$/.test(text.slice(0, at)) && /[A-Z]/.test(text.charAt(at)))
          told.push(`signed ${at - 1}-${end}`)
        at = end + signs
      }
    }
  }
  return told
}

/** Words, signs and markup, and what is nearly such. */
const pieces = [
  ...'a z Z 0 9 Ab abc C x v V 1 2 18 v1 .5 . .. 1.2 v1.2.3 . .Net .NET .go ( ) , - _ / é ß x² Ａ１ 𝒜 𠮷 日 本語 か カナ 한국 어 ไทย แมว'.split(
    ' ',
  ),
  ..."' ’ 's ’t 'D 're 've 'll 'lly 'x '' + ++ # ## * ** C++ C# F#x A* Ab* abc* abc# a++b".split(' '),
  ...' |  |\n|\r\n|\t'.split('|'),
  ...':// https://e.org/a(b) :/ : [q]( [q](w) [q](w(v)w) [q](<w v>) [q](<w [q](w "t") [q](w "t [q](w v) ]( ] ) > " <'.split(
    ' ',
  ),
  ...'<b> </b> <br/> <h1> <h6> <h7> <img <span <td\n> <foo> <3 <!-- --> <!- <B > <b< %% % %%a%% ^id ^a-1 ^ ^_'.split(
    ' ',
  ),
  ...'\\left \\frac \\alpha \\textbf \\text \\, \\; \\! \\ \\\\ \\mathrm \\begin \\dots { } $'.split(' '),
]
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((some) => some.join(''))
const kinds = fc.constantFrom<TextKind>('name', 'markdown')
const settings = { numRuns: 500, seed: 20261, endOnFailure: true }

test('words, runs and names with their signs are those that patterns find, place by place', () => {
  fc.assert(
    fc.property(text, kinds, (some, kind) => {
      expect(scanned(some, kind)).toEqual(plainlyScanned(some, kind))
    }),
    settings,
  )
})

test('a part of a text gives what it gives alone', () => {
  // What is opened before the end of a part and closed behind it is no markup of the part.
  fc.assert(
    fc.property(text, text, text, kinds, (before, some, after, kind) => {
      const [from, to] = [before.length + 1, before.length + 1 + some.length]
      const whole = `${before}\n${some}\n${after.replace(/[%>)\]"-]/g, ' ')}`
      const shifted = scanned(some, kind).map((one) => one.replace(/\d+/g, (place) => String(Number(place) + from)))
      expect(scanned(whole, kind, [from, to])).toEqual(shifted)
    }),
    settings,
  )
})

test('a part may end within a word, a version, a run or an address', () => {
  const whole = 'sail v1.2.3 日本語 https://e.org/x'
  expect(scanned(whole, 'markdown', [1, 3])).toEqual(['word 1-3'])
  expect(scanned(whole, 'markdown', [5, 9])).toEqual(['word 5-9'])
  expect(scanned(whole, 'markdown', [5, 8])).toEqual(['word 5-7'])
  expect(scanned(whole, 'markdown', [12, 14])).toEqual(['run 12-14'])
  expect(scanned(whole, 'markdown', [16, 26])).toEqual([])
})

test('the hash of a word is that of its units, 31 times what came before plus the next', () => {
  const hashes: number[] = []
  const of = (raw: string): number =>
    raw.split('').reduce((hash, unit) => (Math.imul(hash, 31) + unit.charCodeAt(0)) | 0, 0)
  const words = ['a', 'sail', 'internationalization', 'v1.2', 'é', '𝒜b', 'x𝒜']
  scanWords(
    words.join(' '),
    { from: 0, to: words.join(' ').length, kind: 'name' },
    { word: (_text, _start, _end, hash) => hashes.push(hash), run: () => undefined, signed: () => undefined },
  )
  expect(hashes).toEqual(words.map(of))
})

/** Lines of marks of code and of links, whose addresses are words only where they stand in code. */
const marks = [
  '```',
  '````',
  '~~~',
  '```js',
  '~~~ js',
  '```x```',
  '`',
  '``',
  '[q](w)',
  '[q](w)',
  '[q](w)',
  'v',
  '\\`',
  '',
  '',
]
const paragraphs = fc
  .array(
    fc.array(fc.constantFrom(...marks), { maxLength: 4 }).map((line) => line.join(' ')),
    { maxLength: 10 },
  )
  .map((lines) => lines.join('\n'))

test('what the grammar reads as code is code to search', () => {
  fc.assert(
    fc.property(paragraphs, (some) => {
      const inCode = [...walkTokens(readDocument(some, { bodyStart: 0 }))].flatMap(({ type, span }) =>
        type === 'code' ? [span] : [],
      )
      const isCode = (place: number): boolean => inCode.some(({ start, end }) => place >= start && place < end)
      const wanted = [...some.matchAll(/w/g)].flatMap(({ index }) =>
        isCode(index) ? [`word ${index}-${index + 1}`] : [],
      )
      expect(scanned(some, 'markdown').filter((told) => some[Number(/\d+/.exec(told)?.[0])] === 'w')).toEqual(wanted)
    }),
    settings,
  )
})
