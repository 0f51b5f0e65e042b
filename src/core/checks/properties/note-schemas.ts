import { type OutputUnit, Validator } from '@cfworker/json-schema'
import { isMetadata, type Metadata, type MetadataValue, type Note } from '../../model/note.ts'
import { readFrontMatter } from '../../parse/front-matter.ts'
import { percentDecode } from '../../model/percent-decode.ts'
import type { PatternCost } from './pattern-cost.ts'
import { patternCosts, safeSchema, UnsafeSchema } from './safe-schema.ts'

/** A violation of a schema in the front matter of a note. */
export interface PropertyProblem {
  readonly code: 'missing-property' | 'bad-property'
  /** The key of the front matter. */
  readonly key: string
  readonly message: string
}

/** The schemas of a vault, ready to check notes. */
export interface NoteSchemas {
  readonly check: (note: Note) => readonly PropertyProblem[]
  /** The parts of the schemas that can't be used, as sentences. */
  readonly problems: readonly string[]
}

interface SchemaOfNotes {
  readonly fits: (note: Note) => boolean
  readonly schema: object | boolean
  readonly validator: Validator
  readonly patterns: readonly PatternCost[]
}

/**
 * Reads `.wend/schema.yml`: a JSON Schema for all `notes`, and for those of `folders` and `types` (`type:` of their front matter); a path
 * in the place of a schema names a file of the vault that holds it, which `fileText` reads.
 */
export function readNoteSchemas(text: string, fileText: (path: string) => string | undefined): NoteSchemas {
  const reader = new SchemaReader(fileText)
  const schemas = reader.read(text)
  return {
    check: (note) => unique(schemas.filter(({ fits }) => fits(note)).flatMap((one) => problemsBy(one, note))),
    problems: reader.problems,
  }
}

class SchemaReader {
  readonly problems: string[] = []
  readonly #fileText: (path: string) => string | undefined

  constructor(fileText: (path: string) => string | undefined) {
    this.#fileText = fileText
  }

  read(text: string): readonly SchemaOfNotes[] {
    const data = this.#data(text, '.wend/schema.yml')
    if (!isMetadata(data)) return []
    for (const key of Object.keys(data))
      if (!['notes', 'folders', 'types'].includes(key)) this.problems.push(`"${key}" is none of notes, folders, types`)
    const one = (name: string, value: MetadataValue, fits: SchemaOfNotes['fits']): readonly SchemaOfNotes[] =>
      this.#schema(name, value, fits)
    return [
      ...(data['notes'] === undefined ? [] : one('notes', data['notes'], () => true)),
      ...entriesOf(data['folders']).flatMap(([folder, value]) => {
        const start = `${folder.replace(/^\/+|\/+$/g, '')}/`
        return one(folder, value, ({ path }) => start === '/' || path.startsWith(start))
      }),
      ...entriesOf(data['types']).flatMap(([type, value]) =>
        one(type, value, ({ metadata }) => String(metadata['type'] ?? '').toLowerCase() === type.toLowerCase()),
      ),
    ]
  }

  #schema(name: string, value: MetadataValue, fits: SchemaOfNotes['fits']): readonly SchemaOfNotes[] {
    const data = typeof value === 'string' ? this.#file(name, value) : value
    if (data === undefined) return []
    try {
      const { schema, problems } = safeSchema(data)
      this.problems.push(...problems.map((problem) => `${name}: ${problem}`))
      return [{ fits, schema, patterns: patternCosts(schema), validator: new Validator(schema, '2020-12', false) }]
    } catch (error) {
      if (!(error instanceof UnsafeSchema)) throw error
      this.problems.push(`${name}: ${error.message}`)
      return []
    }
  }

  #file(name: string, path: string): MetadataValue | undefined {
    const text = this.#fileText(path)
    if (text !== undefined) return this.#data(text, path)
    this.problems.push(`${name}: there is no file ${path} in the vault`)
    return undefined
  }

  /** Parses YAML, and JSON as part of it, with the same limits as front matter. */
  #data(text: string, path: string): MetadataValue | undefined {
    const { metadata, problems } = readFrontMatter(`---\n${text.replaceAll('\t', ' ')}\n---\n`)
    this.problems.push(...problems.map(({ reason, line }) => `${path}:${Math.max(1, line - 1)}: ${reason}`))
    return problems.length > 0 && Object.keys(metadata).length === 0 ? undefined : metadata
  }
}

/** Longer front matter, in characters, is not checked. */
const longest = 100_000

/** How many steps all patterns of a schema may take in the front matter of one note. */
const mostSteps = 100_000_000

function problemsBy({ schema, validator, patterns }: SchemaOfNotes, { metadata }: Note): readonly PropertyProblem[] {
  if (JSON.stringify(metadata).length > longest) return [tooLong(metadata, 'to be checked')]
  if (stepsOf(patterns, metadata) > mostSteps)
    return [tooLong(metadata, 'for the patterns of the schema, and the front matter is not checked')]
  const { errors } = validator.validate(metadata)
  const alternatives = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf' || keyword === 'not')
  return errors
    .filter((error) => !containers.has(error.keyword))
    .filter((error) => !alternatives.some((one) => isInside(error, one)))
    .map((error) => problemOf(error, schema))
}

/** An upper bound of the steps that patterns take in all texts and keys of front matter. */
function stepsOf(patterns: readonly PatternCost[], metadata: Metadata): number {
  if (patterns.length === 0) return 0
  const lengths = textsIn(metadata).map((text) => text.length + 1)
  const steps = (power: number): number => lengths.reduce((sum, length) => sum + length ** power, 0)
  const byPower = new Map([...new Set(patterns.map(({ power }) => power))].map((power) => [power, steps(power)]))
  return patterns.reduce((sum, { ways, power }) => sum + ways * (byPower.get(power) ?? 0), 0)
}

function textsIn(value: MetadataValue): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((item: MetadataValue) => textsIn(item))
  return isMetadata(value) ? Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]) : []
}

/** The problem that front matter was not checked, reported at its longest value. */
function tooLong(metadata: Metadata, reason: string): PropertyProblem {
  const [key = ''] = Object.entries(metadata)
    .map(([name, value]) => [name, JSON.stringify(value).length] as const)
    .reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0] as const)
  return { code: 'bad-property', key, message: `"${key}" is too long ${reason}` }
}

/** Keywords whose errors only repeat that there are errors inside. */
const containers: ReadonlySet<string> = new Set([
  ...['properties', 'patternProperties', 'items', 'prefixItems', 'allOf', '$ref', 'if', 'then', 'else'],
  ...['additionalProperties', 'dependentSchemas', 'unevaluatedProperties'],
])

function isInside(error: OutputUnit, outer: OutputUnit): boolean {
  return error !== outer && error.keywordLocation.startsWith(`${outer.keywordLocation}/`)
}

function problemOf(error: OutputUnit, schema: object | boolean): PropertyProblem {
  const place = pointerOf(error.instanceLocation)
  const missing = /required property "(.*)"/s.exec(error.error)?.[1]
  if (missing !== undefined && place.length === 0)
    return { code: 'missing-property', key: missing, message: `the front matter has no key "${missing}"` }
  const key = place[0] ?? ''
  const name = place.length === 0 ? 'the front matter' : `"${place.join('.')}"`
  const said = valueAt(schema, pointerOf(error.keywordLocation))
  return { code: 'bad-property', key, message: `${name} ${wordsFor(error, said, missing)}` }
}

function wordsFor({ keyword, error }: OutputUnit, said: unknown, missing: string | undefined): string {
  if (missing !== undefined) return `has no "${missing}"`
  const value = Array.isArray(said) ? said.map(String).join(', ') : String(said)
  switch (keyword) {
    case 'false':
      return 'is a key that the schema does not have'
    case 'enum':
      return `must be one of ${value}`
    case 'const':
      return `must be ${value}`
    case 'type':
      return `must be of the type ${value}`
    case 'format':
      return `must be a ${value}`
    case 'pattern':
      return `must match ${value}`
    case 'minimum':
      return `must be at least ${value}`
    case 'maximum':
      return `must be at most ${value}`
    case 'anyOf':
    case 'oneOf':
      return 'fits none of the alternatives'
    default:
      return `is wrong: ${error.replace(/\.$/, '')}`
  }
}

function pointerOf(location: string): readonly string[] {
  return location
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map((part) => percentDecode(part).replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The value at a JSON pointer of a schema; references on the way are followed. */
function valueAt(schema: unknown, pointer: readonly string[]): unknown {
  return pointer.reduce<unknown>((value, part) => {
    const isHeld = typeof value === 'object' && value !== null && Object.hasOwn(value, part)
    const inner: unknown = isHeld ? Reflect.get(value, part) : undefined
    return part === '$ref' && typeof inner === 'string' ? valueAt(schema, pointerOf(inner)) : inner
  }, schema)
}

function unique(problems: readonly PropertyProblem[]): readonly PropertyProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.code} ${problem.message}`, problem])).values()]
}

function entriesOf(value: MetadataValue | undefined): readonly (readonly [string, MetadataValue])[] {
  return isMetadata(value) ? Object.entries(value) : []
}
