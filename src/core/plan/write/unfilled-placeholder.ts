import { nearestNames } from '../../query/names/nearest-names.ts'
import { filterOf, ownName, placeholderNames } from './template-value.ts'

/**
 * Why a placeholder stays as it is: an unknown filter, a name without a value, or syntax that is not supported; with what may have been
 * meant. `give` says how the user can give a value.
 */
export function unfilledReason(words: string, give?: (name: string) => string): string {
  const [expression = '', ...filters] = words.split('|').map((word) => word.trim())
  const name = ownName(expression)
  const [, dated = ''] = /^(\w+)\s*:/.exec(name) ?? []
  const isName = /^[\p{L}\p{N}_.-]+$/u.test(name) && name !== 'else'
  const filter = filters.find((one) => !(one in filterOf))
  const isDated = ['date', 'time'].includes(dated)
  if (filter !== undefined && (isName || isDated)) return `{{${words}}} has no filter "${filter}"${meantFilter(filter)}`
  const [near] = nearestNames(isName ? name : dated, isName ? placeholderNames : ['date', 'time'])
  const meant = near === undefined ? '' : `; did you mean {{${near}${isName ? '' : name.slice(dated.length)}}}?`
  if (!isName) return `{{${words}}} is not understood, and stays as it is${meant}`
  if (give === undefined) return `{{${words}}} has no value, and stays as it is${meant}`
  return `{{${words}}} has no value${meant === '' ? ';' : `${meant} else`} ${give(name)}`
}

function meantFilter(filter: string): string {
  const [near] = nearestNames(filter, Object.keys(filterOf))
  return near === undefined ? `; filters: ${Object.keys(filterOf).join(', ')}` : `; did you mean "${near}"?`
}
