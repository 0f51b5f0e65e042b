import { isLargeOperator } from '../atom-class.ts'
import { repeatsScript } from '../formula.ts'
import type { Formula } from '../formula.ts'
import { hasWord, loweredLetters, raisedLetters } from '../script-letters.ts'
import type { MathStyle } from '../spacing.ts'
import { beside, inColumn, lowered, raised, stacked, textBox } from './box.ts'
import type { Box } from './box.ts'
import { writeLinear } from '../linear/write-linear.ts'
import { hasFraction } from './fraction.ts'
import type { Lay } from './lay.ts'
import { layRootUnder } from './root.ts'

type LaidScript = { readonly box: Box; readonly small: string | undefined }

/**
 * A base with its scripts at its right: as small Unicode letters on its own row where every character has one,
 * else on rows above and below. Large operators carry theirs above and below.
 */
export function layScripts(scripts: Formula<'scripts'>, style: MathStyle, lay: Lay): Box {
  if (isLarge(scripts.base) && (style === 'display' || !haveSmallScripts(scripts, lay))) {
    return layLimits({ kind: 'limits', base: scripts.base, under: scripts.sub, over: scripts.sup }, style, lay)
  }
  return layScriptsOn(layBase(scripts.base, style, lay), scripts, lay)
}

function layBase(base: Formula, style: MathStyle, lay: Lay): Box {
  return base.kind === 'root' ? layRootUnder(base, style, { lay, isBase: true }) : lay(base, style)
}

/** A laid out base with scripts at its right. */
export function layScriptsOn(base: Box, scripts: Formula<'scripts'>, lay: Lay): Box {
  // What follows other small letters has a row of its own.
  const isApart = repeatsScript(scripts)
  const sub = laidScript(scripts.sub, isApart ? undefined : loweredLetters, lay)
  const sup = laidScript(scripts.sup, isApart ? undefined : raisedLetters, lay)
  return { ...beside([base, inColumn(placedScripts(base, sub, sup))]), reach: base.reach }
}

/** A base with its marks centred above and below it. */
export function layLimits(limits: Formula<'limits'>, style: MathStyle, lay: Lay): Box {
  const over = limits.over === undefined ? [] : [lay(limits.over, 'script')]
  const under = limits.under === undefined ? [] : [lay(limits.under, 'script')]
  return stacked([...over, lay(limits.base, style), ...under], over.length, 'center')
}

function isLarge(base: Formula): boolean {
  return base.kind === 'symbol' && isLargeOperator(base.text)
}

type Small = (text: string) => string | undefined

function laidScript(script: Formula | undefined, small: Small | undefined, lay: Lay): LaidScript | undefined {
  if (script === undefined) return undefined
  const box = laidOnOneLine(script) ?? lay(script, 'script')
  const [only] = box.rows
  const isLine = box.rows.length === 1 && only !== undefined && !hasWord(script)
  return { box, small: isLine ? small?.(only) : undefined }
}

/** A simple fraction in a script takes one row, as in x^(a/b), since a smaller bar is not to be had. */
function laidOnOneLine(script: Formula): Box | undefined {
  if (!hasFraction(script)) return undefined
  const { text } = writeLinear(script, 'script')
  return /[()^_]/.test(text) || text.length > 8 ? undefined : textBox(text)
}

function haveSmallScripts({ sub, sup }: Formula<'scripts'>, lay: Lay): boolean {
  const scripts = [laidScript(sub, loweredLetters, lay), laidScript(sup, raisedLetters, lay)]
  return scripts.every((script) => script === undefined || script.small !== undefined)
}

/** Small scripts stand on the row of the base, or at the corner of a tall one; others on rows of their own. */
function placedScripts(base: Box, sub: LaidScript | undefined, sup: LaidScript | undefined): readonly Box[] {
  const isTall = base.reach.above > 0 || base.reach.below > 0
  const small = isTall ? '' : sideBySide(sub?.small ?? '', sup?.small ?? '')
  return [
    ...(small === '' ? [] : [textBox(small)]),
    ...cornerBoxes(sup, isTall).map((box) => raised(box, base.reach.above + (sup?.small === undefined ? 1 : 0))),
    ...cornerBoxes(sub, isTall).map((box) => lowered(box, base.reach.below + (sub?.small === undefined ? 1 : 0))),
  ]
}

/** Primes stay with the base, other superscripts follow the subscript. */
function sideBySide(sub: string, sup: string): string {
  return /^[′″]/.test(sup) ? sup + sub : sub + sup
}

function cornerBoxes(script: LaidScript | undefined, isTall: boolean): readonly Box[] {
  if (script === undefined || (script.small !== undefined && !isTall)) return []
  return [script.small === undefined ? script.box : textBox(script.small)]
}
