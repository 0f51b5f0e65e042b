import { nameTable } from '../model/name-table.ts'

/*
 * Ignore files as git reads them (gitignore(5)), but ignoring case and Unicode form. A vault may be malicious: a pattern with many
 * wildcards, as a regular expression, could take forever on a long path. So paths are matched name by name, backtracking to the last
 * wildcard only: at most the length of the pattern times that of the path.
 */

/** One element of a name pattern: a letter, `?`, `*` or a set of letters. */
type Sign = string | typeof one | typeof many | LetterSet

/** `?`: any one character. */
const one = Symbol()
/** `*`: any number of characters. */
const many = Symbol()

/** A set of letters in brackets. */
interface LetterSet {
  readonly ranges: readonly (readonly [first: string, last: string])[]
  readonly classes: readonly RegExp[]
  readonly others: boolean
}

/** A part of a pattern between slashes: a literal name, a pattern, or `**`. */
type Part = string | readonly Sign[] | typeof folders

/** `**`: any number of folders. */
const folders = Symbol()

interface Rule {
  readonly negative: boolean
  readonly folderOnly: boolean
  readonly parts: readonly Part[]
}

/** What rules decide about a path; both are false when no rule matches. */
export interface Verdict {
  readonly ignored: boolean
  readonly unignored: boolean
}

/** The rules of an ignore file, or of several one after the other. */
export class IgnoreRules {
  readonly #rules: readonly Rule[]
  /** Verdicts on folders, which are needed again for each of their files. */
  readonly #folders = new Map<string, Verdict>()

  constructor(text: string) {
    this.#rules = text.split(/\r?\n/).flatMap((line) => readRule(line) ?? [])
  }

  /** Whether there is no rule: only comments, blank lines and what git takes for no pattern. */
  get isEmpty(): boolean {
    return this.#rules.length === 0
  }

  /**
   * What the rules decide about a path relative to the folder of the ignore file; the path of a folder ends with a slash. Everything in an
   * ignored folder is ignored.
   */
  test(path: string): Verdict {
    if (this.#rules.length === 0) return undecided
    const end = path.lastIndexOf('/', path.length - 2)
    const folder = end < 0 ? undefined : this.#testFolder(path.slice(0, end + 1))
    return folder?.ignored === true ? folder : this.#decide(path)
  }

  /** Whether the rules leave a path out. */
  ignores(path: string): boolean {
    return this.test(path).ignored
  }

  #testFolder(folder: string): Verdict {
    const known = this.#folders.get(folder)
    if (known !== undefined) return known
    const verdict = this.test(folder)
    this.#folders.set(folder, verdict)
    return verdict
  }

  /** The last matching rule decides. */
  #decide(path: string): Verdict {
    const isFolder = path.endsWith('/')
    const names = folded(isFolder ? path.slice(0, -1) : path).split('/')
    const rule = this.#rules.findLast((one) => (isFolder || !one.folderOnly) && fitsPath(one.parts, names))
    return { ignored: rule?.negative === false, unignored: rule?.negative === true }
  }
}

const undecided: Verdict = { ignored: false, unignored: false }

function readRule(line: string): Rule | undefined {
  if (line.startsWith('#')) return undefined
  const negative = line.startsWith('!')
  const pattern = withoutBlanks(negative ? line.slice(1) : line)
  const folderOnly = pattern.endsWith('/')
  const inner = pattern.replace(/\/$/, '').replace(/^\//, '')
  if (inner === '') return undefined
  const isAnchored = pattern.slice(0, folderOnly ? -1 : undefined).includes('/')
  const parts = readParts(inner)
  return parts && { negative, folderOnly, parts: isAnchored ? parts : [folders, ...parts] }
}

/** Blanks at the end of a line count only when escaped. */
function withoutBlanks(line: string): string {
  const bare = line.replace(/[ \t]+$/, '')
  const slashes = /\\*$/.exec(bare)?.[0].length ?? 0
  return slashes % 2 === 1 && bare.length < line.length ? `${bare} ` : bare
}

function readParts(pattern: string): readonly Part[] | undefined {
  const parts: Part[] = []
  const texts = pattern.split('/')
  for (const [order, text] of texts.entries()) {
    const part = /^\*{2,}$/.test(text) ? folders : readSigns(text)
    if (part === undefined) return undefined
    parts.push(part)
    // Everything in a folder, but not the folder itself.
    if (part === folders && order === texts.length - 1) parts.push([many])
  }
  return parts
}

/** A text as rules compare it: composed, since a folder from another machine may have decomposed letters, and case-folded. */
function folded(text: string): string {
  return text.toLowerCase().normalize('NFC')
}

/** The elements of a name pattern, or plain text when it has no wildcards; undefined when git does not accept it. */
function readSigns(text: string): string | readonly Sign[] | undefined {
  const signs: Sign[] = []
  const pattern = folded(text)
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern[at] ?? ''
    if (letter === '*') {
      if (signs.at(-1) !== many) signs.push(many)
    } else if (letter === '?') signs.push(one)
    else if (letter === '[') {
      const set = readSet(pattern, at)
      if (set === undefined) return undefined
      signs.push(set.set)
      at = set.end
    } else if (letter === '\\') {
      if (++at === pattern.length) return undefined
      signs.push(pattern[at] ?? '')
    } else signs.push(letter)
  }
  return signs.every((sign) => typeof sign === 'string') ? signs.join('') : signs
}

const classes: Readonly<Record<string, RegExp>> = nameTable({
  alnum: /[\p{L}\p{N}]/u,
  alpha: /\p{L}/u,
  blank: /[ \t]/,
  cntrl: /\p{Cc}/u,
  digit: /[0-9]/,
  graph: /[^\s\p{Cc}]/u,
  lower: /\p{L}/u,
  print: /\P{Cc}/u,
  punct: /[!-/:-@[-`{-~]/,
  space: /\s/,
  upper: /\p{L}/u,
  xdigit: /[0-9a-f]/,
})

/** The set of letters that begins at `[`, and the index of its `]`; undefined when it is not closed or names an unknown class. */
function readSet(text: string, start: number): { readonly set: LetterSet; readonly end: number } | undefined {
  const others = text[start + 1] === '!' || text[start + 1] === '^'
  const first = start + (others ? 2 : 1)
  const ranges: (readonly [string, string])[] = []
  const found: RegExp[] = []
  for (let at = first; at < text.length; at++) {
    if (text[at] === ']' && at > first) return { set: { ranges, classes: found, others }, end: at }
    const name = /^\[:([a-z]+):\]/.exec(text.slice(at, at + 12))?.[1]
    if (name === undefined) {
      const { letters, end } = readRange(text, at)
      ranges.push(letters)
      at = end
    } else {
      const letters = classes[name]
      if (letters === undefined) return undefined
      found.push(letters)
      at += name.length + 3
    }
  }
  return undefined
}

/** A letter, or two with a dash between, each perhaps escaped; `end` is the index of the last. */
function readRange(text: string, start: number): { readonly letters: readonly [string, string]; readonly end: number } {
  const letterAt = (at: number): number => (text[at] === '\\' ? at + 1 : at)
  const first = letterAt(start)
  const isRange = text[first + 1] === '-' && first + 2 < text.length && text[first + 2] !== ']'
  const last = isRange ? letterAt(first + 2) : first
  return { letters: [text[first] ?? '', text[last] ?? ''], end: last }
}

/**
 * Whether the parts of a pattern match the names of a path: `**` takes as few folders as possible, and one more each time the rest does not
 * match.
 */
function fitsPath(parts: readonly Part[], names: readonly string[]): boolean {
  let part = 0
  let name = 0
  let [backPart, backName] = [-1, -1]
  while (name < names.length) {
    const now = parts[part]
    if (now === folders) [backPart, backName] = [part++, name]
    else if (now !== undefined && fitsName(now, names[name] ?? '')) [part, name] = [part + 1, name + 1]
    else if (backPart >= 0) [part, name] = [backPart + 1, ++backName]
    else return false
  }
  return part === parts.length || (part === parts.length - 1 && parts[part] === folders)
}

/** The same for the letters of a name, with `*`. */
function fitsName(part: string | readonly Sign[], name: string): boolean {
  if (typeof part === 'string') return part === name
  let sign = 0
  let letter = 0
  let [backSign, backLetter] = [-1, -1]
  while (letter < name.length) {
    const now = part[sign]
    if (now === many) [backSign, backLetter] = [sign++, letter]
    else if (now !== undefined && fitsLetter(now, name[letter] ?? '')) [sign, letter] = [sign + 1, letter + 1]
    else if (backSign >= 0) [sign, letter] = [backSign + 1, ++backLetter]
    else return false
  }
  return sign === part.length || (sign === part.length - 1 && part[sign] === many)
}

function fitsLetter(sign: Exclude<Sign, typeof many>, letter: string): boolean {
  if (typeof sign === 'string') return sign === letter
  if (sign === one) return true
  const isIn =
    sign.ranges.some(([first, last]) => letter === first || (letter >= first && letter <= last)) ||
    sign.classes.some((letters) => letters.test(letter))
  return isIn !== sign.others
}
