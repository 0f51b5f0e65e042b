/**
 * About how many tokens a language model makes of a text. Words of Latin letters count one for each six letters begun and
 * one for each accented letter but the first two, numbers one for each three digits, Chinese, Japanese and Korean one a
 * character, other letters and signs one for two; white space nothing. An estimate, since vocabularies differ: beside that
 * of GPT-4o it says 1.10 times as many for the shipped notes, 0.97 for a cookbook, 1.07 for source code.
 */
export function estimateTokens(text: string): number {
  let tokens = 0
  if (isPlain.test(text)) return tokensOfPlain(text)
  for (const { groups, 0: run } of text.matchAll(runs)) tokens += tokensOf(run, groups ?? {})
  return tokens
}

const runs =
  /(?<latin>\p{Script=Latin}+)|(?<number>\d+)|(?<wide>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+)|(?<other>[^\s\d\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+)/gu

function tokensOf(run: string, { latin, number, wide }: Readonly<Record<string, string | undefined>>): number {
  if (latin !== undefined) return Math.ceil(run.length / 6) + Math.max(0, accents(run) - 2)
  if (number !== undefined) return Math.ceil(run.length / 3)
  return wide === undefined ? Math.ceil(run.length / 2) : run.length
}

/** Most texts are ASCII only, and for these the count needs no look at Unicode. */
const isPlain = /^[\x00-\x7f]*$/

function tokensOfPlain(text: string): number {
  let [tokens, start, kind] = [0, 0, sorts[0] ?? 0]
  for (let at = 0; at <= text.length; at++) {
    const here = at < text.length ? (sorts[text.charCodeAt(at)] ?? 0) : 0
    if (here === kind) continue
    if (kind > 0) tokens += Math.ceil((at - start) / kind)
    ;[start, kind] = [at, here]
  }
  return tokens
}

/** For each ASCII character, how many of its kind make a token; 0 for white space. */
const sorts = Uint8Array.from({ length: 128 }, (_none, code) => {
  const letter = String.fromCharCode(code)
  return /\s/.test(letter) ? 0 : /[a-z]/i.test(letter) ? 6 : /\d/.test(letter) ? 3 : 2
})

function accents(word: string): number {
  return word.match(/[^\x00-\x7f]/g)?.length ?? 0
}
