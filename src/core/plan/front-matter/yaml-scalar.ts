import type { MetadataValue } from '../../model/note.ts'

/** The quotes of a string. */
export type ScalarQuotes = 'none' | 'single' | 'double'

/**
 * A scalar on one line of YAML that every reader reads the same, whichever version of YAML it follows: a string is quoted when YAML 1.1 or
 * 1.2 would read it as something else. `wanted` are the former quotes, kept if they can hold the text. `flow` means inside `[…]`.
 */
export function yamlScalar(
  value: string | number | boolean | null,
  { quotes = 'none', flow = false }: { readonly quotes?: ScalarQuotes; readonly flow?: boolean } = {},
): string {
  if (typeof value !== 'string') return String(value)
  if (needsEscapes.test(value)) return doubleQuoted(value)
  if (quotes === 'single') return singleQuoted(value)
  if (quotes === 'double' || !isPlain(value, flow)) return doubleQuoted(value)
  return value
}

/** A list on one line. */
export function yamlList(items: readonly MetadataValue[]): string {
  return `[${items.map((item) => yamlScalar(asScalar(item), { flow: true })).join(', ')}]`
}

/** An item of a list as a scalar; nested data is written as JSON, which is YAML too. */
export function asScalar(item: MetadataValue): string | number | boolean | null {
  return typeof item === 'object' && item !== null ? JSON.stringify(item) : item
}

/** Characters that can only be written as escapes: control characters, line ends of all kinds, byte order marks, lone surrogates. */
const needsEscapes =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** A text within double quotes. */
export function doubleQuoted(text: string): string {
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, escape)
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function isPlain(text: string, flow: boolean): boolean {
  return !readsAsOther.test(text) && isPlainScalar(text, flow)
}

/** Whether an unquoted text is one scalar on one line of YAML, whatever its type. */
export function isPlainScalar(text: string, flow: boolean): boolean {
  if (text === '' || text !== text.trim() || needsEscapes.test(text)) return false
  if (/^-\d+(?:\.\d+)?$/.test(text)) return true
  if (/^[-?:,[\]{}#&*!|>'"%@`=~<]|: |:$| #|^(?:---|\.\.\.)/.test(text)) return false
  return !flow || !/[,[\]{}]/.test(text)
}

/** Plain texts that YAML 1.1 or 1.2 reads as something other than a string. Dates without a time are dates in both, which is intended. */
const readsAsOther = new RegExp(
  [
    String.raw`^(?:null|true|false|yes|no|on|off|y|n|~)$`,
    // Numbers of all kinds, with underscores and sexagesimal ones (12:30) too.
    String.raw`^[-+]?(?:\.?\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.\d[\d_]*(?:e[-+]?\d+)?|\.inf|0[box][\da-f_]+)$`,
    String.raw`^\.nan$|^[-+]?\.[\d_.]*$`,
    String.raw`^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$`,
    String.raw`^\d{4}-\d\d?-\d\d?(?:[Tt]|\s+)\d`,
    // Dates that no calendar has, since some readers convert them to other dates.
    String.raw`^\d{4}-(?:0?0|1[3-9]|[2-9]\d)-\d\d?$|^\d{4}-\d\d?-(?:0?0|3[2-9]|[4-9]\d)$|^\d{4}-\d-\d\d?$|^\d{4}-\d\d-\d$|^\d{4}-02-3|^\d{4}-(?:0[469]|11)-31$`,
  ].join('|'),
  'i',
)
