/** Marks for the start and end of what a sentence is looked for around: characters that never occur in text. */
export const START = '\ufdd0'
export const END = '\ufdd1'

/** A sentence ends with its mark, closing quotes or brackets, and a space before what starts another. */
const SENTENCE_END = /[.!?…]["'”’)\]]*\s+|[。！？]["'”’)]*/g
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|cf|vs|etc|approx|resp|Dr|Mr|Mrs|Ms|Prof|St|Fig|Eq|Sec|No|p|pp|[A-Z])\.\s*$/
/** The same for letters beyond ASCII: such classes take 2 ms to compile. */
const INITIAL = /(?:^|[\s(])\p{Lu}\.\s*$/u
const SENTENCE_START = /^["'“‘([]?[\p{Lu}\p{N}\p{Lo}\ufdd0]/u

/** The sentence of a plain text that holds START and END, with them. */
export function sentenceBetween(plain: string): string {
  const start = plain.indexOf(START)
  const end = plain.indexOf(END)
  let from = 0
  for (const match of plain.matchAll(SENTENCE_END)) {
    const after = match.index + match[0].length
    if (!endsSentence(plain, match) || isAbbreviation(plain.slice(Math.max(from, match.index - 10), match.index + 1)))
      continue
    if (after <= start) from = after
    else if (match.index >= end) return plain.slice(from, after)
  }
  return plain.slice(from)
}

function endsSentence(plain: string, match: RegExpExecArray): boolean {
  const after = match.index + match[0].length
  const next = plain.slice(after, after + 3)
  return (
    /^[。！？]/.test(match[0]) ||
    /^["'([]?[A-Z\d\ufdd0]/.test(next) ||
    (beyondAscii.test(next) && SENTENCE_START.test(next))
  )
}

function isAbbreviation(end: string): boolean {
  return ABBREVIATION.test(end) || (beyondAscii.test(end) && INITIAL.test(end))
}

const beyondAscii = /[^\0-\x7f]/
