import { nucleusOf } from '../formula.ts'
import type { AtomClass, Formula } from '../formula.ts'
import { rangesOverRight, spaced } from '../spacing.ts'
import type { MathStyle, SpacedItem } from '../spacing.ts'
import { withoutVulgarFraction } from '../vulgar-fraction.ts'
import { binding } from './phrase.ts'
import type { Binding, Phrase, Write } from './phrase.ts'

/** The items of a row after one another, with the space of TeX between them and brackets around ambiguous fractions. */
export function writeRow(items: readonly Formula[], style: MathStyle, write: Write): Phrase {
  const row = spaced(tagsLast(items).map(withoutVulgarFraction), style)
  const phrases = row.map(({ item }, index) => write(closed(item, row[index - 1], row[index + 1]), style))
  let text = ''
  for (const [index, current] of row.entries()) {
    const phrase = phrases[index]
    if (phrase === undefined) continue
    const left = row[index - 1]
    const piece = needsBrackets(phrase, left, row[index + 1]) ? `(${phrase.text})` : phrase.text
    text += (index === 0 ? '' : ' '.repeat(gapBefore(piece, current, { left, leftPhrase: phrases[index - 1] }))) + piece
  }
  return { text, binding: rowBinding(row, phrases), loose: phrases.at(-1)?.loose ?? false }
}

/** The number of an equation stands at its end, wherever it was written. */
function tagsLast(items: readonly Formula[]): readonly Formula[] {
  const tags = items.filter(({ kind }) => kind === 'tag')
  return tags.length === 0 ? items : [...items.filter(({ kind }) => kind !== 'tag'), ...tags]
}

/** A brace with one side only, as around cases, has its other one where else what stands there would seem to be a case. */
function closed(item: Formula, left: SpacedItem | undefined, right: SpacedItem | undefined): Formula {
  if (item.kind !== 'fence' || item.items.some(({ kind }) => kind !== 'table')) return item
  if (item.right === '' && item.left === '{' && isPartOfIt(right)) return { ...item, right: '}' }
  if (item.left === '' && item.right === '}' && left !== undefined) return { ...item, left: '{' }
  return item
}

function isPartOfIt(right: SpacedItem | undefined): boolean {
  return (
    right !== undefined && right.gap < quad && right.item.kind !== 'tag' && !['punct', 'close'].includes(right.atom)
  )
}

/** Space that separates formulas. */
const quad = 3
const factors: ReadonlySet<AtomClass> = new Set(['ord', 'op', 'open', 'inner'])

/** `a/b` needs brackets when a factor, `!` or a bar follows, or when a function such as `log` applies to it. */
function needsBrackets(phrase: Phrase, left: SpacedItem | undefined, right: SpacedItem | undefined): boolean {
  if (phrase.binding !== binding.product) return false
  if (isNamedFunction(left) || divides(left)) return true
  return right !== undefined && right.gap < quad && (factors.has(right.atom) || isPostfix(right.item))
}

/** What stands after a slash or `÷` is divided by as a whole. */
function divides(left: SpacedItem | undefined): boolean {
  return left?.item.kind === 'symbol' && /^[/÷]$/.test(left.item.text)
}

function isNamedFunction(spacedItem: SpacedItem | undefined): boolean {
  return spacedItem?.atom === 'op' && !rangesOverRight(spacedItem.item)
}

function isPostfix(item: Formula): boolean {
  const symbol = nucleusOf(item)
  return symbol.kind === 'symbol' && (symbol.text === '!' || symbol.sized)
}

type Before = { readonly left: SpacedItem | undefined; readonly leftPhrase: Phrase | undefined }

function gapBefore(piece: string, current: SpacedItem, { left, leftPhrase }: Before): number {
  if (isNamedFunction(left) && current.atom === 'inner' && piece.startsWith('(')) return 0
  if (piece === '/') return 0
  const isTight = leftPhrase?.loose === true || endsInBracketedScript(left, leftPhrase)
  return isTight && /^[\p{L}\p{N}∇∂√]/u.test(piece) ? Math.max(1, current.gap) : current.gap
}

/** A letter right after `𝔼_(p(x))` or `e^(−x/2)` would seem to be its argument or a part of its script. */
function endsInBracketedScript(left: SpacedItem | undefined, phrase: Phrase | undefined): boolean {
  return (left?.item.kind === 'scripts' || left?.item.kind === 'limits') && /[)\]}]$/.test(phrase?.text ?? '')
}

/** The weakest thing between the items outside brackets, or how the only item holds together. */
function rowBinding(row: readonly SpacedItem[], phrases: readonly Phrase[]): Binding {
  if (row.length < 2) return phrases[0]?.binding ?? binding.atom
  if (isCall(row)) return row[0]?.atom === 'open' ? binding.atom : binding.call
  let weakest: Binding = binding.atom
  let units = 0
  let depth = 0
  for (const [index, { item, atom }] of row.entries()) {
    if (depth === 0) {
      weakest = weaker(weaker(weakest, operatorBinding(item, atom)), phrases[index]?.binding ?? binding.atom)
      units += unitsAdded(row, index)
    }
    depth += atom === 'open' ? 1 : atom === 'close' && depth > 0 ? -1 : 0
  }
  return units > 1 ? weaker(weakest, binding.juxtaposed) : weaker(weakest, binding.call)
}

/** True for brackets, or for a letter or function with its arguments in brackets, and nothing after them. */
function isCall(row: readonly SpacedItem[]): boolean {
  const [head, second] = row
  if (head === undefined || second === undefined || isSignOrSlash(head.item)) return false
  if (head.atom === 'open') return closingIndex(row, 0) === row.length - 1
  if (head.atom !== 'op' && !(head.atom === 'ord' && isArgument(row, 1))) return false
  if (second.gap > 0) return false
  if (second.item.kind === 'fence') return row.length === 2
  return second.atom === 'open' && closingIndex(row, 1) === row.length - 1
}

/** Brackets right after a letter or name are its argument; but a sum in brackets after a single letter is rather a factor. */
function isArgument(row: readonly SpacedItem[], index: number): boolean {
  const [head, brackets] = [row[index - 1], row[index]]
  if (head?.atom !== 'ord' || brackets === undefined || brackets.gap > 0) return false
  if (brackets.atom !== 'open' && brackets.item.kind !== 'fence') return false
  return !isLetter(head.item) || !holdsSum(row, index)
}

function isLetter(item: Formula): boolean {
  const symbol = nucleusOf(item)
  return symbol.kind === 'symbol' && /^.$/u.test(symbol.text)
}

function holdsSum(row: readonly SpacedItem[], index: number): boolean {
  const brackets = row[index]?.item
  if (brackets?.kind === 'fence') return brackets.items.some(isPlusOrMinus)
  return row.slice(index, closingIndex(row, index)).some(({ item }) => isPlusOrMinus(item))
}

function isPlusOrMinus(item: Formula): boolean {
  return item.kind === 'symbol' && item.atom === 'bin' && /^[+−]$/.test(item.text)
}

function closingIndex(row: readonly SpacedItem[], start: number): number {
  let depth = 0
  return row.findIndex(({ atom }, index) => {
    if (index < start) return false
    depth += atom === 'open' ? 1 : atom === 'close' ? -1 : 0
    return depth <= 0
  })
}

function isSignOrSlash(item: Formula): boolean {
  return item.kind === 'symbol' && /^[+−±∓/]$/.test(item.text)
}

function weaker(one: Binding, other: Binding): Binding {
  return one < other ? one : other
}

function operatorBinding(item: Formula, atom: AtomClass): Binding {
  if (atom === 'rel' || atom === 'punct') return binding.relation
  if (atom === 'op') return binding.operator
  const text = item.kind === 'symbol' ? item.text : ''
  if (/^[+−±∓]$/.test(text)) return binding.sum
  return atom === 'bin' || text === '/' ? binding.product : binding.atom
}

/** Arguments, and ∂ or a first d, which belong to the letter after them, are no factors of their own. */
function unitsAdded(row: readonly SpacedItem[], index: number): number {
  const current = row[index]
  if (current === undefined || !['ord', 'inner', 'open'].includes(current.atom) || isArgument(row, index)) return 0
  return isDifferential(current.item, row.length === 2 && index === 0) ? 0 : 1
}

function isDifferential(item: Formula, isFirstOfTwo: boolean): boolean {
  const symbol = nucleusOf(item)
  return symbol.kind === 'symbol' && (isFirstOfTwo ? /^[∂∇Δd]$/ : /^[∂∇Δ]$/).test(symbol.text)
}
