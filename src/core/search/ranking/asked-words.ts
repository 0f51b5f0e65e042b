import type { SearchIndex } from '../index/search-index.ts'
import { withoutLayout } from '../words/scan-words.ts'
import { hasSingles, type Word, wordsIn } from '../words/words-in.ts'

/** A word of a query: as typed, for people, and in the form in which the index is asked. */
export interface AskedWord {
  readonly typed: string
  /** The folded word, name with its signs, or piece of a run. */
  readonly text: string
  /** The parts of a name written in one word, and the beginnings of a version. */
  readonly parts: readonly string[]
  readonly kind: Word['kind']
  /** Whether it is a stop word. */
  readonly small: boolean
}

/** Tells stop words: whether a word is one in the vault's languages, and whether it is one in any language. */
export interface StopWords {
  readonly ofVault: (word: string) => boolean
  readonly ofAny: (word: string) => boolean
}

/** The words that the texts of a query ask for. Blanks and operators part the texts; each is read by itself. */
export function askedWordsOf(index: SearchIndex, texts: readonly string[], stops: StopWords): readonly AskedWord[] {
  const asked = texts.flatMap((text) => askedWords(index, text, stops))
  return asked.map((word, at) =>
    word.small && !stops.ofVault(word.text) && isPartOfWord(index, asked, at) ? { ...word, small: false } : word,
  )
}

/**
 * The words that a text asks for, without the `https` of an address, since addresses in notes are not indexed. Runs of scripts without
 * blanks are cut into the pieces that the vault knows and what lies between.
 */
export function askedWords(index: SearchIndex, text: string, stops: StopWords): readonly AskedWord[] {
  const plain = withoutLayout(withoutQuestion(text))
  const asked: AskedWord[] = []
  const words = wordsIn(plain)
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (word === undefined) continue
    if (word.kind === 'piece') {
      const pieces = words.filter(({ run }) => run?.[0] === word.run?.[0])
      asked.push(...askedOfRun(index, plain, pieces))
      at += pieces.length - 1
    } else if (word.kind === 'signed') {
      if (index.has(word.text)) asked.splice(asked.length - 1, 1, toAsked(plain, word, false))
    } else if (!plain.startsWith('://', word.end)) asked.push(toAsked(plain, word, isSmall(index, word.text, stops)))
  }
  return asked
}

/** Whether a word and its neighbour, joined, are a word of the vault: `data` (a stop word of Italian) in `data base`. */
function isPartOfWord(index: SearchIndex, words: readonly AskedWord[], at: number): boolean {
  const [before, { text }, after] = [words[at - 1]?.text, words[at] ?? { text: '' }, words[at + 1]?.text]
  return [before && before + text, after && text + after].some((one) => one && index.termOf(one) !== undefined)
}

function toAsked(text: string, word: Word, small: boolean): AskedWord {
  return { typed: text.slice(word.start, word.end), text: word.text, parts: word.parts, kind: word.kind, small }
}

/** Whether a word is a stop word here. One of another language is, unless the vault has the word. */
function isSmall(index: SearchIndex, word: string, stops: StopWords): boolean {
  return stops.ofVault(word) || (index.termOf(word) === undefined && stops.ofAny(word))
}

/** Question words and particles of Chinese, Japanese and Korean. */
const questions =
  /什么是|是什么意思|是什么|什么叫|什么|甚麼是|是甚麼|甚麼|怎么样|怎么|怎样|怎樣|如何|为什么|為什麼|为何|哪些|哪个|哪裡|哪里|多少|请问|吗[?？]?$|とは何ですか|とは何か|とは何|とはなんですか|とは|って何|どうやって|どのように|なぜ|ですか|ますか|の(?:方法|仕方|やり方)|란 무엇인가|이란 무엇|이란|무엇인가요|무엇인가|무엇|어떻게|왜/gu

function withoutQuestion(text: string): string {
  const plain = text.replace(questions, ' ')
  return /[\p{L}\p{N}]/u.test(plain) ? plain : text
}

/** The pieces of a run that the vault has, else its single characters, and what no known piece covers as words of its own. */
function askedOfRun(index: SearchIndex, text: string, pieces: readonly Word[]): readonly AskedWord[] {
  const [start, end] = pieces[0]?.run ?? [0, 0]
  const known = pieces.filter((piece) => index.termOf(piece.text) !== undefined)
  const asked = known.map((piece) => toAsked(text, piece, false))
  const covered = new Set(
    known.flatMap((piece) => Array.from({ length: piece.end - piece.start }, (_, at) => piece.start + at)),
  )
  for (let at = start; at < end; at++) {
    if (covered.has(at)) continue
    let to = at
    while (to < end && !covered.has(to)) to++
    asked.push(...uncovered(index, text, at, { to, alone: known.length === 0 }))
    at = to
  }
  return asked
}

/**
 * What no piece covers: single characters that the vault has, or else one unknown word. A single character beside other pieces is an
 * ending.
 */
function uncovered(
  index: SearchIndex,
  text: string,
  from: number,
  { to, alone }: { readonly to: number; readonly alone: boolean },
): readonly AskedWord[] {
  const typed = text.slice(from, to)
  if (!alone && [...typed].length === 1) return []
  const whole = wordsIn(typed)[0]?.text ?? typed
  if (hasSingles(text, from)) {
    const singles = [...typed].flatMap((one) => wordsIn(one)).filter((one) => index.termOf(one.text) !== undefined)
    if (singles.length > 0 && (singles.length === [...typed].length || alone))
      return singles.map((one) => ({ typed: one.text, text: one.text, parts: [], kind: 'piece', small: false }))
  }
  return [{ typed, text: [...typed].length > 2 ? typed : whole, parts: [], kind: 'piece', small: false }]
}
