import type { Note } from '../../model/note.ts'
import { fileName, folderOf } from '../../model/note-path.ts'
import { targetPath } from '../../model/resolution.ts'
import type { Vault } from '../../vault/vault.ts'
import { valueUnder } from '../lists/note-value.ts'
import type { BaseWorld } from './base-world.ts'
import { type BaseValue, equal, isList, linkName, textOfValue } from './base-value.ts'
import { linkTo } from './global-functions.ts'
import { nameTable } from '../../model/name-table.ts'

/** A front matter key of a note. */
export function propertyOf({ metadata }: Note, name: string): BaseValue {
  return (valueUnder(metadata, name) ?? null) as BaseValue
}

/** A file of the vault: a note, or another file, of which only its path is known. */
export interface BaseFile {
  readonly path: string
  readonly note: Note | undefined
}

/** The file that a link names: by its whole path, else by the end of it; undefined where there is none. */
export function linkedFile(link: string, { vault, path }: Pick<BaseWorld, 'vault' | 'path'>): BaseFile | undefined {
  const name = linkName(link)
  if (name === linkName(path)) return { path, note: undefined }
  const note = vault.note(name) ?? vault.note(`${name}.md`) ?? namesOf(vault).get(name)
  if (note !== undefined) return { path: note.path, note }
  const attachment = vault.attachments.find((file) => isNamed(file.path, name))
  return attachment && { path: attachment.path, note: undefined }
}

const knownNames = new WeakMap<Vault, ReadonlyMap<string, Note>>()

/** Notes by each end of their paths, lower-cased and without `.md`; of several with the same end, the first. */
function namesOf(vault: Vault): ReadonlyMap<string, Note> {
  const known = knownNames.get(vault)
  if (known !== undefined) return known
  const names = new Map<string, Note>()
  for (const note of vault.notes) {
    const parts = linkName(note.path).split('/')
    for (let from = 0; from < parts.length; from++) {
      const end = parts.slice(from).join('/')
      if (!names.has(end)) names.set(end, note)
    }
  }
  knownNames.set(vault, names)
  return names
}

type FileField = (file: BaseFile, world: BaseWorld) => BaseValue

/** The properties of a file, as in `file.name`. */
export const fileFields: Readonly<Record<string, FileField>> = nameTable({
  file: ({ path }) => `[[${path}]]`,
  name: ({ path }) => fileName(path),
  basename: ({ path }) => baseName(path),
  path: ({ path }) => path,
  folder: ({ path }) => folderOf(path),
  ext: ({ path }) => /\.([^.]*)$/.exec(fileName(path))?.[1] ?? '',
  size: ({ note }) => note?.file.size ?? null,
  ctime: ({ note }, world) => timeOf(note?.file.createdMs, world),
  mtime: ({ note }, world) => timeOf(note?.file.modifiedMs, world),
  tags: ({ note }) => note?.tags ?? [],
  aliases: ({ note }) => note?.aliases ?? [],
  properties: ({ note }) => (note?.metadata ?? {}) as BaseValue,
  links: ({ note }, world) => targetsOf(note, world).map((path) => `[[${path}]]`),
  embeds: ({ note }, world) => targetsOf(note, world, 'embeds').map((path) => `[[${path}]]`),
  backlinks: ({ note }, { vault }) =>
    note === undefined ? [] : [...new Set(vault.linksTo(note.path).map(({ from }) => `[[${from.path}]]`))],
})

function timeOf(ms: number | undefined, { wallClock }: BaseWorld): BaseValue {
  return ms === undefined || !Number.isFinite(ms) ? null : wallClock(ms)
}

type FileFunction = (file: BaseFile, given: readonly BaseValue[], world: BaseWorld) => BaseValue

/** The functions of a file, as in `file.hasTag(…)`. */
export const fileFunctions: Readonly<Record<string, FileFunction>> = nameTable({
  hasTag: ({ note }, given) =>
    given.flatMap(textsOf).some((wanted) => note?.tags.some((tag) => isWithin(tag, wanted)) === true),
  inFolder: ({ path }, given) => {
    const folder = textOfValue(given[0] ?? '').replace(/^\/+|\/+$/g, '')
    return folder === '' || path.startsWith(`${folder}/`)
  },
  hasLink: ({ note }, [wanted = null], world) => linksTo(note, wanted, world),
  linksTo: ({ note }, [wanted = null], world) => linksTo(note, wanted, world),
  hasProperty: ({ note }, given) => note !== undefined && propertyOf(note, textOfValue(given[0] ?? '')) !== null,
  asLink: ({ path }, [shown = null]) => linkTo(path, shown),
  asFile: ({ path }) => `[[${path}]]`,
})

function linksTo(note: Note | undefined, wanted: BaseValue, world: BaseWorld): boolean {
  const name = linkName(textOfValue(wanted))
  return targetsOf(note, world).some((path) => isNamed(path, name))
}

function textsOf(value: BaseValue): readonly string[] {
  return isList(value) ? value.map(textOfValue) : [textOfValue(value)]
}

/** Whether a tag is the wanted one or nested below it. */
function isWithin(tag: string, wanted: string): boolean {
  const [one, other] = [tag.toLowerCase(), wanted.replace(/^#/, '').toLowerCase()]
  return one === other || one.startsWith(`${other}/`)
}

function targetsOf(
  note: Note | undefined,
  { vault }: Pick<BaseWorld, 'vault'>,
  which: 'links' | 'embeds' = 'links',
): readonly string[] {
  if (note === undefined) return []
  const links = vault
    .linksFrom(note.path)
    .filter(({ link }) => which === 'links' || /^(?:embed|image)$/.test(link.kind))
  return [...new Set(links.flatMap(({ resolution }) => targetPath(resolution) ?? []))]
}

/** Whether a name means a file: its path or the end of it, without `.md`. */
function isNamed(path: string, wanted: string): boolean {
  return equal(`[[${linkName(path)}]]`, `[[${wanted}]]`)
}

function baseName(path: string): string {
  return fileName(path).replace(/\.[^.]+$/, '')
}
