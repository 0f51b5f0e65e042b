import { range, sum, thousands } from './numbers.ts'

/** Numbers of the notes on ranking, text and clicks, each computed anew and as it stands in the text. */

const share = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(2))

/** `bleu`: three outputs against one reference. */
function translations(): string[] {
  const reference = 'the old bridge was closed after the storm last night'.split(' ')
  const groups = (words: readonly string[], size: number): string[] =>
    range(words.length - size + 1).map((at) => words.slice(at, at + size).join(' '))
  const outputs = [
    'the old bridge was closed after the storm',
    'the old bridge was not closed after the storm last night',
    'the bridge was shut after the storm last night',
  ]
  return outputs.map((output) => {
    const words = output.split(' ')
    const shares = [1, 2, 3, 4].map((size) => {
      const left = groups(reference, size)
      const all = groups(words, size)
      const right = all.filter((group) => {
        const at = left.indexOf(group)
        if (at >= 0) left.splice(at, 1)
        return at >= 0
      })
      return [right.length, all.length] as const
    })
    const penalty = Math.min(1, Math.exp(1 - reference.length / words.length))
    const score = penalty * shares.reduce((product, [right, all]) => product * (right / all), 1) ** 0.25
    const precisions = shares.every(([right, all]) => right === all)
      ? 'all 1'
      : shares.map(([right, all]) => `${right}/${all}`).join(', ')
    return `| ${output} | ${precisions} | ${penalty === 1 ? 1 : penalty.toFixed(3)} | ${score.toFixed(3)} |`
  })
}

/** `coreference-resolution`: three partitions of five mentions by two measures. */
function partitions(): string[] {
  const gold = [
    [1, 2, 3],
    [4, 5],
  ]
  const shared = (a: readonly number[], b: readonly number[]): number => a.filter((one) => b.includes(one)).length
  /** Links that are found again, over those there are: of the clusters of one partition in the other. */
  const links = (of: number[][], by: number[][]): number =>
    sum(of.map((cluster) => cluster.length - by.filter((other) => shared(cluster, other) > 0).length)) /
    sum(of.map((cluster) => cluster.length - 1))
  const mentions = (of: number[][], by: number[][]): number =>
    sum(of.flatMap((cluster) => by.map((other) => shared(cluster, other) ** 2 / cluster.length))) / 5
  const mean = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b))
  const row = (system: number[][], measure: typeof links): string => {
    const [precision, recall] = [measure(system, gold), measure(gold, system)]
    return [precision, recall, mean(Number.isNaN(precision) ? 0 : precision, recall)]
      .map((value) => (Number.isNaN(value) ? 'undefined' : share(value)))
      .join(' / ')
  }
  const systems: Record<string, number[][]> = {
    'everything in one cluster': [[1, 2, 3, 4, 5]],
    'all singletons': [[1], [2], [3], [4], [5]],
    '{1,2}, {3,4,5}': [
      [1, 2],
      [3, 4, 5],
    ],
  }
  return [
    ...Object.entries(systems).map(
      ([name, system]) => `| ${name} | ${row(system, links)} | ${row(system, mentions)} |`,
    ),
    `500 words have ${thousands((500 * 501) / 2, ' ')} spans, ${sum(range(10).map((width) => 500 - width))} up to width 10`,
  ]
}

/** `counterfactual-evaluation-and-ltr`: what weighting by propensity gives back, and what it costs. */
function propensities(): string[] {
  return [0.2, 0.2, 0.8].map((relevance, at) => {
    const clicks = relevance / (at + 1)
    const variance = clicks * (at + 1) ** 2 - relevance ** 2
    return `| ${at + 1} | ${relevance} | ${clicks.toFixed(2)} | ${Number((clicks * (at + 1)).toFixed(4))} | ${variance.toFixed(2)} |`
  })
}

/** `lambdarank`: what each swap of a list of four would change. */
function swaps(): string[] {
  const grades = [3, 2, 0, 1]
  const gain = (list: readonly number[]): number => sum(list.map((grade, at) => (2 ** grade - 1) / Math.log2(at + 2)))
  const best = gain([3, 2, 1, 0])
  const pairs = range(4).flatMap((i) =>
    range(4)
      .filter((j) => j > i)
      .map((j) => [i, j] as const),
  )
  return [
    `NDCG is ${(gain(grades) / best).toFixed(4)}`,
    ...pairs.map(([i, j]) => {
      const swapped = [...grades]
      ;[swapped[i], swapped[j]] = [grades[j]!, grades[i]!]
      const change = Math.abs(gain(swapped) - gain(grades)) / best
      return `| ${i + 1} and ${j + 1} | ${change < 0.01 ? change.toFixed(4) : change.toFixed(3)} |`
    }),
  ]
}

/** `online-evaluation-and-ltr`: users of a test, and sixty wins of a hundred. */
function duels(): string[] {
  const users = (2 * 0.3 * 0.7 * (1.96 + 0.84) ** 2) / 0.003 ** 2
  let term = 0.5 ** 100
  let tail = 0
  for (let wins = 0; wins <= 40; wins++) {
    tail += term
    term = (term * (100 - wins)) / (wins + 1)
  }
  return [`approx ${Math.round(users / 1000)}\\,000$ users`, `$p=${(2 * tail).toFixed(3)}$`]
}

/** `sentencepiece-unigram-lm-encoding`: every way to cut a word. */
function cuts(): string[] {
  const pieces: Record<string, number> = {
    u: 0.1,
    n: 0.08,
    d: 0.07,
    o: 0.08,
    un: 0.15,
    do: 0.14,
    und: 0.03,
    undo: 0.02,
  }
  const ways = (text: string): string[][] =>
    text === ''
      ? [[]]
      : Object.keys(pieces)
          .filter((piece) => text.startsWith(piece))
          .flatMap((piece) => ways(text.slice(piece.length)).map((rest) => [piece, ...rest]))
  const rows = ways('undo').map((cut) => ({ cut, chance: cut.reduce((product, piece) => product * pieces[piece]!, 1) }))
  const total = sum(rows.map(({ chance }) => chance))
  const smoothed = sum(rows.map(({ chance }) => chance ** 0.2))
  const withDo = rows.filter(({ cut }) => cut.includes('do')).map(({ chance }) => (chance / total).toFixed(4))
  return [
    ...rows.map(
      ({ cut, chance }) =>
        `| ${cut.join(' ')} | ${chance > 0.001 ? chance.toFixed(chance > 0.01 ? 4 : chance < 0.0015 ? 5 : 4) : chance.toPrecision(chance < 1e-4 ? 3 : 2)} | ${(chance / total).toFixed(3)} | ${(chance ** 0.2 / smoothed).toFixed(3)} |`,
    ),
    `$${withDo.sort().reverse().join('+')}\\approx${sum(rows.filter(({ cut }) => cut.includes('do')).map(({ chance }) => chance / total)).toFixed(3)}$`,
  ]
}

/** For each note, what prints its numbers. */
export const rankingForms: Readonly<Record<string, () => string[]>> = {
  bleu: translations,
  'coreference-resolution': partitions,
  'counterfactual-evaluation-and-ltr': propensities,
  lambdarank: swaps,
  'listnet-and-listmle': () => {
    const first = Math.exp(2) / (Math.exp(2) + Math.E + 1)
    const second = Math.E / (Math.E + 1)
    return [
      `$${first.toFixed(3)}\\cdot${second.toFixed(3)}\\cdot1=${(first * second).toFixed(3)}$`,
      `(${(-Math.log(first * second)).toFixed(3)} in the example)`,
      `up to ${thousands((200 * 199) / 2, ' ')} of them`,
    ]
  },
  'online-evaluation-and-ltr': duels,
  'sentencepiece-unigram-lm-encoding': cuts,
}
