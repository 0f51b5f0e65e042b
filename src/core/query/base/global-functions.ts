import { withoutBrackets } from '../../parse/links/wiki.ts'
import { htmlReferences } from '../../parse/entities.ts'
import type { BaseWorld } from './base-world.ts'
import { type BaseValue, dateOf, durationOf, isList, isTruthy, numberOf, textOfValue } from './base-value.ts'
import { startOfDay } from './value-functions.ts'
import { nameTable } from '../../model/name-table.ts'

type GlobalFunction = (given: readonly BaseValue[], world: BaseWorld) => BaseValue

/** Functions that are called on nothing. Those that make something to show on a page, such as icons, give their text. */
export const globalFunctions: Readonly<Record<string, GlobalFunction>> = nameTable({
  if: ([condition = null, then = null, otherwise = null]) => (isTruthy(condition) ? then : otherwise),
  now: (_given, { now }) => now,
  today: (_given, { now }) => startOfDay(now),
  date: ([value = null]) => dateOf(value) ?? null,
  duration: ([value = null]) => durationOf(value) ?? null,
  number: ([value = null]) => numberOf(value) ?? null,
  random: (_given, { random }) => random(),
  list: ([value = null]) => (isList(value) ? value : value === null ? [] : [value]),
  link: ([value = null, shown = null]) => linkTo(value, shown),
  file: ([value = null]) => (value === null ? null : linkTo(value, null)),
  html: ([value = null]) => textOfValue(value).replace(/<[^<>]*>/g, ''),
  image: ([value = null]) => textOfValue(value),
  icon: ([value = null]) => textOfValue(value),
  escapeHTML: ([value = null]) => textOfValue(value).replace(/[&<>"']/g, (sign) => htmlReferences[sign] ?? sign),
  max: (given) => extreme(given, 1),
  min: (given) => extreme(given, -1),
})

/** A link to the file that a text or link names; addresses stay as they are. */
export function linkTo(value: BaseValue, shown: BaseValue): string {
  const name = withoutBrackets(textOfValue(value))
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(name)) return shown === null ? name : textOfValue(shown)
  return shown === null ? `[[${name}]]` : `[[${(name.split('|')[0] ?? '').trim()}|${textOfValue(shown)}]]`
}

function extreme(given: readonly BaseValue[], sign: 1 | -1): BaseValue {
  const numbers = given.flatMap((value) => (isList(value) ? value : [value])).flatMap((value) => numberOf(value) ?? [])
  return numbers.length === 0 ? null : numbers.reduce((a, b) => ((b - a) * sign > 0 ? b : a))
}
