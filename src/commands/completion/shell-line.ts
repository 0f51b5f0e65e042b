/** A command line as typed so far: its words as the program would get them, and how the last one is written. */
export interface TypedLine {
  /** All words but the last, without the name of the program. */
  readonly before: readonly string[]
  readonly current: TypedWord
}

/** The word that is being typed. */
export interface TypedWord {
  readonly value: string
  /** The quote that is open at its end. */
  readonly quote: '' | '"' | "'"
  /** How much of the value the shell keeps: it replaces what follows an open quote, or the last word-breaking sign. */
  readonly kept: number
}

/**
 * Parses typed text by the rules of a POSIX shell; in fish a backslash also escapes a quote within single quotes. `breaks` are bash's
 * word-breaking signs.
 */
export function readTypedLine(line: string, shell: 'bash' | 'fish', breaks = ''): TypedLine {
  const words: string[] = []
  let current: TypedWord | undefined
  for (const match of line.matchAll(shell === 'fish' ? fishPieces : posixPieces)) {
    if (match.groups?.['blank'] === undefined) {
      current = withPiece(current ?? empty, match.groups ?? {}, shell === 'fish' ? fishBreaks : breaks)
      continue
    }
    if (current !== undefined) words.push(current.value)
    current = undefined
  }
  return { before: words.slice(1), current: current ?? empty }
}

const empty: TypedWord = { value: '', quote: '', kept: 0 }

/** Fish breaks words at blanks only. */
const fishBreaks = '\n'

/** Signs that break words in bash but belong to the word after them (Readline's rl_special_prefixes). */
const startsWord = '$@'

const posixPieces =
  /(?<blank>\s+)|\\(?<escaped>[^]?)|"(?<double>(?:[^"\\]|\\[^])*\\?)(?<doubleEnd>"?)|'(?<single>[^']*)(?<singleEnd>'?)|(?<plain>[^])/g
const fishPieces =
  /(?<blank>\s+)|\\(?<escaped>[^]?)|"(?<double>(?:[^"\\]|\\[^])*\\?)(?<doubleEnd>"?)|'(?<single>(?:[^'\\]|\\[^])*\\?)(?<singleEnd>'?)|(?<plain>[^])/g

function withPiece(
  { value, kept }: TypedWord,
  { escaped, double, doubleEnd, single, singleEnd, plain = '' }: Readonly<Record<string, string | undefined>>,
  breaks: string,
): TypedWord {
  if (escaped !== undefined) return { value: value + escaped, quote: '', kept }
  if (double !== undefined) {
    const text = value + double.replace(/\\(["\\$`])/g, '$1')
    return { value: text, quote: doubleEnd === '' ? '"' : '', kept: value.length }
  }
  if (single !== undefined) {
    const text = value + (breaks === fishBreaks ? single.replace(/\\(['\\])/g, '$1') : single)
    return { value: text, quote: singleEnd === '' ? "'" : '', kept: value.length }
  }
  const text = value + plain
  if (!breaks.includes(plain)) return { value: text, quote: '', kept }
  return { value: text, quote: '', kept: startsWord.includes(plain) ? value.length : text.length }
}

/**
 * The replies from which bash replaces a word. A single candidate is written in full. Of several, bash inserts the common beginning, so
 * they are written as the word was typed where they differ from it in case only. Candidates that begin otherwise are left out.
 */
export function bashReplies(word: TypedWord, candidates: readonly string[]): readonly string[] {
  const { value, kept, quote } = word
  const fitting = candidates.filter((one) => fold(one.slice(0, value.length)) === fold(value))
  const heads = new Set(fitting.map((one) => one.slice(0, value.length)))
  const written = fitting.map((one) => (heads.size > 1 ? value + one.slice(value.length) : one))
  const ends = written.length === 1 && quote === '' && !/[/#=]$/.test(written[0] ?? '') ? ' ' : ''
  return written.map((one) => quoted(one.slice(kept), quote) + ends)
}

function fold(text: string): string {
  return text.toLowerCase()
}

/** A text quoted for bash, within the open quote. Bash expands history within double quotes, and nothing escapes that. */
function quoted(text: string, quote: TypedWord['quote']): string {
  if (quote === "'") return text.replaceAll("'", String.raw`'\''`)
  // Readline closes the quote itself, unless the text seems to do so.
  if (quote === '"')
    return text
      .replace(/["\\$`]/g, String.raw`\$&`)
      .replaceAll('!', `"'!'"`)
      .replace(/"$/, '""')
  return text.replace(/[\s"'\\$`!()[\]{}<>|&;*?#~:@^,%+]|=(?!$)/g, String.raw`\$&`)
}
