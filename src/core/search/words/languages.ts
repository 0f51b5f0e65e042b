import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as hungarian } from '@orama/stemmers/hungarian'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as romanian } from '@orama/stemmers/romanian'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { stemmer as turkish } from '@orama/stemmers/turkish'
import { stopwords as danishStops } from '@orama/stopwords/danish'
import { stopwords as dutchStops } from '@orama/stopwords/dutch'
import { stopwords as finnishStops } from '@orama/stopwords/finnish'
import { stopwords as frenchStops } from '@orama/stopwords/french'
import { stopwords as germanStops } from '@orama/stopwords/german'
import { stopwords as hungarianStops } from '@orama/stopwords/hungarian'
import { stopwords as italianStops } from '@orama/stopwords/italian'
import { stopwords as norwegianStops } from '@orama/stopwords/norwegian'
import { stopwords as portugueseStops } from '@orama/stopwords/portuguese'
import { stopwords as romanianStops } from '@orama/stopwords/romanian'
import { stopwords as russianStops } from '@orama/stopwords/russian'
import { stopwords as spanishStops } from '@orama/stopwords/spanish'
import { stopwords as swedishStops } from '@orama/stopwords/swedish'
import { stopwords as turkishStops } from '@orama/stopwords/turkish'
import { stemOf } from './english-stem.ts'
import { foldText } from './fold.ts'
import { stopWords } from './stop-words.ts'

/** What is known of a language: the stem of a folded word, and its folded stop words, those of questions included. */
export interface Language {
  readonly stem: (word: string) => string
  readonly stops: ReadonlySet<string>
  /** Stop words that are probably no word of another language, nor a typo of one: short ones and question words. */
  readonly sureStops: ReadonlySet<string>
}

const longestSureStop = 5

/** The languages that are told apart, by ISO 639-1 code. English comes first and is the default. */
export const languages: ReadonlyMap<string, Language> = new Map<string, Language>([
  ['en', { stem: stemOf, stops: stopWords, sureStops: stopWords }],
  ['de', language(german, germanStops, 'was wer wie wo warum wieso weshalb welche welcher welches bedeutet gibt')],
  [
    'fr',
    language(
      french,
      frenchStops,
      'quoi quel quelle quels quelles comment pourquoi combien quand où est qu c l d j n s',
    ),
  ],
  ['es', language(spanish, spanishStops, 'que cual cuales como cuando donde por quien cuanto cuanta significa')],
  ['it', language(italian, italianStops, 'che cosa cos quale quali come quando dove perche chi quanto')],
  ['pt', language(portuguese, portugueseStops, 'que qual quais como quando onde porque quem quanto o')],
  ['nl', language(dutch, dutchStops, 'wat wie hoe waar waarom welke wanneer betekent')],
  ['sv', language(swedish, swedishStops, 'vad vem hur var varfor vilken vilket nar betyder')],
  ['no', language(norwegian, norwegianStops, 'hva hvem hvordan hvor hvorfor hvilken nar betyr')],
  ['da', language(danish, danishStops, 'hvad hvem hvordan hvor hvorfor hvilken hvornar betyder')],
  ['fi', language(finnish, finnishStops, 'mika mita kuka miten missa miksi milloin')],
  ['hu', language(hungarian, hungarianStops, 'mi ki hogyan hol miert mikor melyik')],
  ['ro', language(romanian, romanianStops, 'ce cine cum unde cand care')],
  ['ru', language(russian, russianStops, 'что кто как где когда почему зачем какой какая какие такое это сколько')],
  ['tr', language(turkish, turkishStops, 'ne kim nasil nerede neden nicin hangi kac nedir')],
])

function language(stemmer: (word: string) => string, stops: readonly string[], questions: string): Language {
  const known = new Map<string, string>()
  const [all, asking] = [stops.map(foldText), questions.split(' ').map(foldText)]
  return {
    stem: (word) => {
      const before = known.get(word)
      if (before !== undefined) return before
      const stem = word.length > 3 && !/\d/.test(word) ? foldText(stemmer(word)) : word
      const kept = stem.length > 2 ? stem : word
      known.set(word, kept)
      return kept
    },
    stops: new Set([...all, ...asking]),
    sureStops: new Set([...all.filter(({ length }) => length <= longestSureStop), ...asking]),
  }
}
