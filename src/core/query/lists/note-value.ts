import type { MetadataValue, Note } from '../../model/note.ts'
import { foldName } from '../../vault/fold.ts'
import type { Vault } from '../../vault/vault.ts'

/**
 * The names under which wend knows something of each note, whatever its front matter says; also `name` and `folder`, unless a key is called
 * so.
 */
export const knownNames = [
  'title',
  'path',
  'summary',
  'created',
  'modified',
  'words',
  'links',
  'backlinks',
  'tags',
  'topics',
  'aliases',
] as const
type KnownName = (typeof knownNames)[number]

/**
 * What wend knows of a note under a name, else the front matter key of that name; names are compared without regard to case.
 * `metadata.KEY` is a key, whatever wend knows; `KEY.INNER` is a value within a key's. Undefined where there is none.
 */
export function valueOf(vault: Vault, note: Note, name: string): MetadataValue | undefined {
  const known = name.toLowerCase()
  return isKnown(known) ? knownValue(vault, note, known) : (ownValue(note, name) ?? placeOf(note, known))
}

/** The file's name, or its folder (empty for the root). */
function placeOf({ path }: Note, name: string): string | undefined {
  const end = path.lastIndexOf('/')
  return name === 'name' ? path.slice(end + 1) : name === 'folder' ? path.slice(0, Math.max(0, end)) : undefined
}

/**
 * Whether a note has a value under a name: a key of its front matter; tags, topics or aliases, wherever they are written; a count; its
 * folder and name.
 */
export function isSet(vault: Vault, note: Note, name: string): boolean {
  const known = name.toLowerCase()
  if (known === 'tags' || known === 'topics' || known === 'aliases') return note[known].length > 0
  if (known === 'words' || known === 'links' || known === 'backlinks') return Number(knownValue(vault, note, known)) > 0
  return known === 'path' || (ownValue(note, name) ?? (placeOf(note, known) || undefined)) !== undefined
}

/** Whether some note of the vault can have something under a name. */
export function isNamed(vault: Vault, name: string): boolean {
  return (
    isKnown(name.toLowerCase()) ||
    /^(?:name|folder)$/i.test(name) ||
    vault.notes.some(({ metadata }) => hasKey(metadata, name))
  )
}

/** The keys of the notes' front matter, each as it is written first, those that most notes have first. */
export function keysOf(notes: readonly Note[]): readonly string[] {
  const keys = new Map<string, { readonly name: string; count: number }>()
  for (const { metadata } of notes) {
    for (const name of Object.keys(metadata)) {
      const known = keys.get(name.toLowerCase())
      if (known === undefined) keys.set(name.toLowerCase(), { name, count: 1 })
      else known.count++
    }
  }
  return [...keys.values()].sort((a, b) => b.count - a.count).map(({ name }) => name)
}

function isKnown(name: string): name is KnownName {
  return (knownNames as readonly string[]).includes(name)
}

function knownValue(vault: Vault, note: Note, name: KnownName): MetadataValue | undefined {
  switch (name) {
    case 'links':
      return vault.linkCount(note.path)
    case 'backlinks':
      return vault.backlinkCount(note.path)
    default:
      return note[name]
  }
}

/** The value of front matter under a name: of the key of that name, else, when it has dots, of nested keys. */
export function ownValue({ metadata }: Pick<Note, 'metadata'>, name: string): MetadataValue | undefined {
  const key = name.replace(/^metadata\./i, '')
  const whole = valueUnder(metadata, key)
  if (whole !== undefined || !key.includes('.')) return whole
  return key.split('.').reduce<MetadataValue | undefined>((value, part) => valueUnder(value, part), metadata)
}

/** Whether front matter has a key of a name, even without a value. */
function hasKey(metadata: Note['metadata'], name: string): boolean {
  const key = name.replace(/^metadata\./i, '').toLowerCase()
  return Object.keys(metadata).some((one) => one.toLowerCase() === key) || ownValue({ metadata }, name) !== undefined
}

/** The value of a map under a key, in any case and Unicode form; undefined when it has none. */
export function valueUnder(value: MetadataValue | undefined, key: string): MetadataValue | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const fields = value as Readonly<Record<string, MetadataValue>>
  if (Object.hasOwn(fields, key)) return fields[key] ?? undefined
  const folded = foldName(key)
  const name = Object.keys(fields).find((candidate) => foldName(candidate) === folded)
  return name === undefined ? undefined : (fields[name] ?? undefined)
}
