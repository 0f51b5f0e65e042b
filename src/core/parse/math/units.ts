import type { CommandReaders } from './command-reader.ts'
import { TexReader } from './tex-reader.ts'

/** Units of siunitx by the name of their command: what is printed. */
const names: Readonly<Record<string, string>> = pairs(
  'ampere A candela cd kelvin K kilogram kg metre m meter m mole mol second s gram g becquerel Bq coulomb C farad F gray Gy ' +
    'hertz Hz henry H joule J katal kat lumen lm lux lx newton N ohm Ω pascal Pa radian rad siemens S sievert Sv ' +
    'steradian sr tesla T volt V watt W weber Wb astronomicalunit au bel B dalton Da day d decibel dB electronvolt eV ' +
    'hectare ha hour h litre l liter L minute min neper Np tonne t angstrom Å bar bar barn b knot kn mmHg mmHg bit bit ' +
    'byte B parsec pc lightyear ly rpm rpm bohr a₀ clight c planckbar ħ electronmass mₑ elementarycharge e ' +
    'degreeCelsius °C celsius °C degree ° arcminute ′ arcmin ′ arcsecond ″ arcsec ″ percent \\% ' +
    'permille ‰ permil ‰ atomicmassunit u gauss G poise P erg erg inch in year a dpt dpt kWh kWh',
)

const prefixes: Readonly<Record<string, string>> = pairs(
  'quecto q ronto r yocto y zepto z atto a femto f pico p nano n micro μ milli m centi c deci d deca da deka da hecto h ' +
    'kilo k mega M giga G tera T peta P exa E zetta Z yotta Y ronna R quetta Q kibi Ki mebi Mi gibi Gi tebi Ti pebi Pi exbi Ei',
)

/** Short commands such as `\km`, `\uA` and `\MeV`: a prefix and a unit. */
const short = /^([fpnumcdkMGT]?)(m|g|s|A|K|mol|Hz|N|Pa|J|W|V|C|F|H|T|S|L|l|eV|Wb|Bq|Gy|Sv|dB|bit|B|ohm|h|d|deg)$/

const powers: Readonly<Record<string, string>> = { square: '2', cubic: '3' }
const powersAfter: Readonly<Record<string, string>> = { squared: '2', cubed: '3' }

/** What is known of the unit that is being read. */
interface Pending {
  readonly per: boolean
  readonly power: string
  readonly prefix: string
}

const nothing: Pending = { per: false, power: '', prefix: '' }

interface Factor {
  readonly unit: string
  readonly power: string
  readonly of: string
  readonly per: boolean
}

/** The commands of siunitx, read with their options: numbers, angles, units, quantities, lists and ranges of them. */
export const unitCommands: CommandReaders = {
  num: (reader) => withOptions(reader, () => given(reader.argument(), numberOf)),
  ang: (reader) => withOptions(reader, () => given(reader.argument(), angleOf)),
  unit: (reader) => withOptions(reader, () => given(reader.argument(), unitOf)),
  si: (reader) => withOptions(reader, () => given(reader.argument(), unitOf)),
  SI: (reader) => withOptions(reader, () => quantity(reader)),
  numrange: (reader) => withOptions(reader, () => range(reader, '')),
  numlist: (reader) => withOptions(reader, () => list(reader, '')),
  numproduct: (reader) => withOptions(reader, () => given(reader.argument(), numberOf)),
  SIrange: (reader) => withOptions(reader, () => range(reader, 'unit')),
  qtyrange: (reader) => withOptions(reader, () => range(reader, 'unit')),
  SIlist: (reader) => withOptions(reader, () => list(reader, 'unit')),
  qtylist: (reader) => withOptions(reader, () => list(reader, 'unit')),
  qtyproduct: (reader) => withOptions(reader, () => product(reader)),
}

/** `\qty{5}{\newton}`, its options before it; undefined when no two arguments in braces stand here. */
export function quantityOf(reader: TexReader): string | undefined {
  return withOptions(reader, () => (reader.isAt('{') ? quantity(reader) : undefined))
}

function withOptions(reader: TexReader, read: () => string | undefined): string | undefined {
  reader.optional()
  return read()
}

function given(argument: string | undefined, write: (text: string) => string | undefined): string | undefined {
  return argument === undefined ? undefined : write(argument)
}

function quantity(reader: TexReader): string | undefined {
  const number = given(reader.argument(), numberOf)
  const before = reader.optional()
  const unit = reader.isAt('{') ? given(reader.argument(), unitOf) : undefined
  return number === undefined || unit === undefined ? undefined : `${before ?? ''}${joined(number, unit)}`
}

function range(reader: TexReader, kind: '' | 'unit'): string | undefined {
  const ends = [reader.argument(), reader.argument()].map((end) => given(end, numberOf))
  return together(reader, kind, ends, (parts) => parts.join('\\text{ to }'))
}

function list(reader: TexReader, kind: '' | 'unit'): string | undefined {
  const items = reader.argument()?.split(';').map(numberOf)
  return items === undefined
    ? undefined
    : together(reader, kind, items, (parts) => {
        const last = parts.at(-1) ?? ''
        return parts.length < 2 ? last : `${parts.slice(0, -1).join('\\text{, }')}\\text{ and }${last}`
      })
}

function product(reader: TexReader): string | undefined {
  const number = given(reader.argument(), numberOf)
  return together(reader, 'unit', [number], (parts) => parts.join(''))
}

function together(
  reader: TexReader,
  kind: '' | 'unit',
  numbers: readonly (string | undefined)[],
  join: (parts: readonly string[]) => string,
): string | undefined {
  const unit = kind === '' ? '' : given(reader.argument(), unitOf)
  if (unit === undefined || numbers.includes(undefined)) return undefined
  return join(numbers.map((number = '') => (unit === '' ? number : joined(number, unit))))
}

/** Degrees, minutes and seconds stand close to their number. */
function joined(number: string, unit: string): string {
  const bare = number.replace(/^\{([^]*)\}$/, '$1')
  if (bare === '') return unit
  return /^\\mathrm\{[°′″]\}$/.test(unit) ? `${bare}${unit}` : `${bare}\\,${unit}`
}

/** `1.2e-3`, `1,5 +- 0.1` and `2 x 3` as they are printed. */
function numberOf(text: string): string | undefined {
  const typed = text
    .replace(/\s+(?=[^\sA-Za-z])|\s+$/g, '')
    .replaceAll('+-', '\\pm ')
    .replaceAll(',', '{,}')
    .replace(/(?<=[\d)])\s*x\s*(?=[\d.+-])/g, '\\times ')
  if (/[a-df-zA-DF-Z&_]/.test(typed.replace(/\\[a-zA-Z]+/g, ''))) return undefined
  return `{${typed.replace(/([\d.)]?)\s*[eE]\s*([+-]?\d+)/g, (_whole, before: string, power: string) => {
    return `${before}${before === '' ? '' : '\\times '}10^{${power.replace(/^\+/, '')}}`
  })}}`
}

/** `12;30;15` is 12°30′15″. */
function angleOf(text: string): string | undefined {
  const signs = ['°', '′', '″']
  const parts = text.split(';').map((part) => (part.trim() === '' ? '' : numberOf(part)))
  if (parts.length > 3 || parts.includes(undefined)) return undefined
  return parts.map((part = '', index) => (part === '' ? '' : `${part}\\text{${signs[index] ?? ''}}`)).join('')
}

/** A unit in commands (`\metre\per\second\squared`) or typed (`m.s^{-2}`); undefined when a command is no unit that is known. */
function unitOf(text: string): string | undefined {
  if (!/\\[A-Za-z]/.test(text)) return `\\mathrm{${text.replace(/[.~]/g, '\\,')}}`
  const factors = factorsOf(text)
  return factors?.map(factorText).join('\\,')
}

function factorText({ unit, power, of, per }: Factor): string {
  const exponent = per ? `-${power === '' ? '1' : power}` : power
  const below = of === '' ? '' : `_{\\mathrm{${of}}}`
  return `\\mathrm{${unit}}${below}${exponent === '' ? '' : `^{${exponent}}`}`
}

function factorsOf(text: string): readonly Factor[] | undefined {
  const reader = new TexReader(text)
  const factors: Factor[] = []
  let pending = nothing
  while (!reader.done) {
    const command = reader.command()
    if (command === undefined) {
      if (!/[\s.~]/.test(text[reader.at] ?? '')) return undefined
      reader.at++
    } else if (!changesLast(command, reader, factors)) {
      const next = nextPending(command, reader, pending)
      if (next === undefined) {
        const unit = unitNamed(command)
        if (unit === undefined) return undefined
        factors.push({ unit: pending.prefix + unit, power: pending.power, per: pending.per, of: '' })
        pending = nothing
      } else pending = next
    }
  }
  return factors.length > 0 && pending === nothing ? factors : undefined
}

/** `\squared`, `\tothe{3}` and `\of{x}` say more of the unit before them. */
function changesLast(command: string, reader: TexReader, factors: Factor[]): boolean {
  const last = factors.at(-1)
  if (last === undefined) return false
  const power = Object.hasOwn(powersAfter, command) ? powersAfter[command] : undefined
  if (power !== undefined) factors.splice(-1, 1, { ...last, power })
  else if (command === 'tothe') factors.splice(-1, 1, { ...last, power: reader.argument() ?? '' })
  else if (command === 'of') factors.splice(-1, 1, { ...last, of: reader.argument() ?? '' })
  else return command === ',' || command === 'cancel'
  return true
}

function nextPending(command: string, reader: TexReader, pending: Pending): Pending | undefined {
  if (command === 'per') return { ...pending, per: true }
  if (Object.hasOwn(powers, command)) return { ...pending, power: powers[command] ?? '' }
  if (command === 'raiseto') return { ...pending, power: reader.argument() ?? '' }
  return Object.hasOwn(prefixes, command) ? { ...pending, prefix: prefixes[command] ?? '' } : undefined
}

function unitNamed(command: string): string | undefined {
  if (Object.hasOwn(names, command)) return names[command]
  const [, prefix = '', unit] = short.exec(command) ?? []
  if (unit === undefined) return undefined
  return `${prefix === 'u' ? 'μ' : prefix}${unit === 'ohm' ? 'Ω' : unit === 'deg' ? '°' : unit}`
}

function pairs(list: string): Readonly<Record<string, string>> {
  const words = list.split(' ')
  return Object.fromEntries(words.flatMap((name, at) => (at % 2 === 0 ? [[name, words[at + 1] ?? '']] : [])))
}
