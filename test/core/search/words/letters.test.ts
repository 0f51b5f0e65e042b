import { expect, test } from '@jest/globals'
import {
  between,
  classAt,
  inHan,
  inHangul,
  inSoutheast,
  inWord,
} from '../../../../src/core/search/words/character-class.ts'
import { stemOf } from '../../../../src/core/search/words/english-stem.ts'
import { foldText, isAscii } from '../../../../src/core/search/words/fold.ts'
import { languages } from '../../../../src/core/search/words/languages.ts'
import { formsOf } from '../../../../src/core/search/words/parts.ts'
import { hasSingles, wordsIn } from '../../../../src/core/search/words/words-in.ts'
import { acronymsOf } from '../../../../src/core/search/ranking/short-forms.ts'

/** Characters of scripts, as Unicode's Scripts.txt has them. */
test.each<[string, number, string]>([
  ['words between blanks', inWord, 'aZ09éßłЖжיבعربकাაΩωÅ²ªＡｚ０𝒜𐐷'],
  ['Han and kana', inHan, '漢字かなカナｶﾅ々ー𠮷𪚥'],
  ['Hangul', inHangul, '한국어ㄱㅏ'],
  ['scripts of the southeast', inSoutheast, 'กไແខមြက'],
  ['no word', between, ' .,-_/()[]{}「」。、…–“”€+=#*@\u00a0\t\n😀♠'],
])('characters of %s', (_, expected, text) => {
  const wrong = [...text].filter((one) => classAt(one, 0) !== expected)
  expect(wrong).toEqual([])
  // Asked again, and amid a text.
  expect([...text].filter((one) => classAt(`a${one}b`, 1) !== expected)).toEqual([])
})

test('half a character is no word', () => {
  expect([classAt('\ud842', 0), classAt('𠮷', 1), classAt('\ud842a', 0), classAt('𠮷', 0)]).toEqual([
    between,
    between,
    between,
    inHan,
  ])
})

test('single characters are words of Chinese, Japanese and Korean alone', () => {
  expect([...'漢か한กa '].map((one) => hasSingles(one, 0))).toEqual([true, true, true, false, false, false])
})

test('letters that Unicode takes apart fold to the letter that carries the mark', () => {
  const wrong: string[] = []
  for (let point = 0xc0; point < 0x250; point++) {
    const letter = String.fromCodePoint(point)
    const [base = ''] = letter.normalize('NFD')
    if (base !== letter && /[A-Za-z]/.test(base) && foldText(letter) !== base.toLowerCase()) wrong.push(letter)
  }
  expect(wrong).toEqual([])
})

test.each([
  ['ẞß ŒœÆæ Øø Łł Đđ Ðð Þþ Ħħ Ŧŧ Ŋŋ ı ƒ ĸ ɨ', 'ssss oeoeaeae oo ll dd dd thth hh tt nn i f k i'],
  ['ﬁ ﬂ ﬀ ĳ ½ ² ™ ㎏', 'fi fl ff ij 1⁄2 2 tm kg'],
  ['ΆΈΉΊΌΎΏ ς σ', 'αεηιουω σ σ'],
  ['שָׁלוֹם', 'שלום'],
  ['مَدْرَسَة مدرسه كتـاب کتاب على', 'مدرسه مدرسه كتاب كتاب علي'],
  ['Ёлка ёж й', 'елка еж й'],
  ['カタカナ ヴ ヶ ヵ ﾃﾞｰﾀ', 'かたかな ゔ ゖ ゕ でーた'],
  ['ＡＢＣ１２３', 'abc123'],
  ['漢語 學習 機器', '汉语 学习 机器'],
  ['ABC abc-1', 'abc abc-1'],
  ['', ''],
])('%s folds to %s, and that to itself', (text, folded) => {
  expect(foldText(text)).toBe(folded)
  expect(foldText(folded)).toBe(folded)
  expect(isAscii(text)).toBe(/^[ -~]*$/.test(text))
})

/** British and American, as dictionaries pair them. */
test.each(
  (
    'organisation organization, organisations organizations, realise realize, realised realized, realising realizing, analyse analyze, analysed analyzed, analyser analyzer, ' +
    'minimise minimize, optimisation optimization, criticise criticize, recognise recognize, summarises summarizes, behaviour behavior, behaviours behaviors, behavioural behavioral, saviour savior, ' +
    'modelling modeling, travelled traveled, traveller traveler, labelled labeled, centre center, centred centered'
  )
    .split(', ')
    .map((pair) => pair.split(' ')),
)('%s and %s have one stem', (british = '', american = '') => {
  expect(stemOf(british)).toBe(stemOf(american))
})

test.each([
  ['promise', 'promize'],
  ['rise', 'rize'],
  ['wise', 'wize'],
  ['exercise', 'exercize'],
  ['hour', 'hor'],
  ['four', 'for'],
  ['tour', 'tor'],
  ['pour', 'por'],
  ['sour', 'sor'],
  ['paris', 'pariz'],
  ['call', 'cal'],
  ['falling', 'faling'],
  ['century', 'center'],
])('%s is no spelling of %s', (word, other) => {
  expect(stemOf(word)).not.toBe(stemOf(other))
})

/** From the sample vocabulary of Porter's page on his second stemmer (snowballstem.org/algorithms/english). */
test.each([
  ['consign consigned consigning consignment', 'consign'],
  ['consist consisted consistency consistent consistently consisting consists', 'consist'],
  ['consolation consolations', 'consol'],
  ['knackeries', 'knackeri'],
  ['knaves', 'knave'],
  ['kneeling kneels', 'kneel'],
  ['knitted knitting', 'knit'],
  ['dying', 'die'],
  ['a1s naïves gpt4s', ''],
  ['as is us ads', ''],
])('%s have the stem %j, or are their own', (words, stem) => {
  for (const word of words.split(' ')) expect(stemOf(word)).toBe(stem === '' ? (word === 'ads' ? 'ads' : word) : stem)
})

test('every language knows its question words and its short stop words for sure, and stems what is long enough', () => {
  const questions = {
    de: 'was wie bedeutet',
    fr: 'quoi comment combien',
    es: 'que como significa',
    it: 'che quando quanto',
    pt: 'que onde quem',
    nl: 'wat hoe betekent',
    sv: 'vad hur betyder',
    no: 'hva hvor betyr',
    da: 'hvad hvor betyder',
    fi: 'mika miten milloin',
    hu: 'mi hogyan melyik',
    ro: 'ce cine care',
    ru: 'что как сколько',
    tr: 'ne nasil nedir',
  }
  expect([...languages.keys()]).toEqual(['en', ...Object.keys(questions)])
  for (const [code, words] of Object.entries(questions))
    for (const word of words.split(' ')) {
      const language = languages.get(code)
      expect([code, word, language?.stops.has(word), language?.sureStops.has(word)]).toEqual([code, word, true, true])
    }
  const german = languages.get('de')
  expect(
    ['und', 'keine', 'nicht', 'einigen', 'zwischen'].map((word) => [
      german?.stops.has(word),
      german?.sureStops.has(word),
    ]),
  ).toEqual([
    [true, true],
    [true, true],
    [true, true],
    [true, false],
    [true, false],
  ])
  expect(['katzen', 'rad', 'katzen2', 'katzen'].map((word) => german?.stem(word))).toEqual([
    'katz',
    'rad',
    'katzen2',
    'katz',
  ])
})

test.each<[string, readonly string[], boolean]>([
  ['getURLFor', ['geturlfor', 'get', 'url', 'for'], false],
  ['URLs', ['url'], true],
  ['ABCDEFs', ['abcdef'], true],
  ['ABCDEFGs', ['abcdefgs', 'abcdef', 'gs'], false],
  ['ÄÖÜs', ['aou'], true],
  ['AB', ['ab'], true],
  ['A', ['a'], false],
  ['ABCDE', ['abcde'], true],
  ['ABCDEF', ['abcdef'], false],
  ['A1', ['a1'], true],
  ['1A', ['1a'], false],
  ['ÉÀ', ['ea'], true],
  ['straßenBahn', ['strassenbahn', 'strassen', 'bahn'], false],
  ['camelCase', ['camelcase', 'camel', 'case'], false],
  ['CamelCase', ['camelcase', 'camel', 'case'], false],
  ['abc12', ['abc12', 'abc'], false],
  ['abc123def', ['abc123def', 'abc', '123', 'def'], false],
  ['Title', ['title'], false],
  ['v1.2', ['1.2', '1'], false],
  ['V10.2.3.4', ['10.2.3.4', '10', '10.2', '10.2.3'], false],
  ['v1', ['v1'], false],
  ['الكتاب', ['الكتاب', 'كتاب'], false],
  ['الى', ['الي'], false],
  ['הספר', ['הספר', 'ספר'], false],
  ['הוא', ['הוא'], false],
  ['a'.repeat(40), ['a'.repeat(40)], false],
  ['a'.repeat(41), [], false],
])('%s is looked up as %j', (raw, words, short) => {
  expect(formsOf(raw)).toEqual({ words, short })
})

test('pieces of a run are its pairs, each with its place and that of the run', () => {
  expect(wordsIn('a 日本語 𠮷野').map(({ text, start, end, run, kind }) => [text, start, end, run, kind])).toEqual([
    ['a', 0, 1, undefined, 'word'],
    ['日本', 2, 4, [2, 5], 'piece'],
    ['本语', 3, 5, [2, 5], 'piece'],
    ['𠮷野', 6, 9, [6, 9], 'piece'],
  ])
  expect(wordsIn('日 𠮷').map(({ text, start, end, run }) => [text, start, end, run])).toEqual([
    ['日', 0, 1, [0, 1]],
    ['𠮷', 2, 4, [2, 4]],
  ])
})

test.each<[string, readonly string[], readonly string[]]>([
  ['Ökonomie Über Alles', ['oua'], ['ou', 'ua']],
  ['ÄÖ Über', ['aou', 'ao'], []],
  ['Of the Rings', ['otr'], ['ot', 'tr']],
  ['TeX LaTeX iOS eBay', ['tex', 'latex', 'ios', 'ebay', 'tlie'], ['tl', 'ie']],
  ['ÜberX', ['uberx'], []],
  ['Word', [], []],
  ['a b', ['ab'], []],
  ['One, Two (Three Four): Five Six', ['tf', 'fs'], []],
])('%s is called %j in full, %j in part', (name, whole, part) => {
  const found = [...acronymsOf(name)]
  expect(
    found
      .filter(([, weight]) => weight === 1)
      .map(([short]) => short)
      .sort(),
  ).toEqual([...whole].sort())
  const partly = found.filter(([, weight]) => weight < 1).map(([short]) => short)
  for (const short of part) expect(partly).toContain(short)
})
