import type { Note } from '../../model/note.ts'
import { targetPath } from '../../model/resolution.ts'
import { isoTime } from '../../parse/iso-time.ts'
import { keyOf } from '../lists/note-value.ts'
import type { BaseWorld } from './base-functions.ts'
import { type BaseValue, dateOf, isList, linkName, textOf } from './base-value.ts'

/** A front matter key of a note. */
export function propertyOf({ metadata }: Note, name: string): BaseValue {
  return (keyOf(metadata, name) ?? null) as BaseValue
}

type FileField = (note: Note, world: BaseWorld) => BaseValue

/** What a base knows of the file of a note. */
export const fileFields: Readonly<Record<string, FileField>> = {
  name: ({ path }) => path.slice(path.lastIndexOf('/') + 1),
  basename: ({ path }) => baseName(path),
  path: ({ path }) => path,
  folder: ({ path }) => folderOf(path),
  ext: ({ path }) => path.slice(path.lastIndexOf('.') + 1),
  size: ({ file }) => file.size,
  ctime: ({ file }) => dateOf(isoTime(file.createdMs)) ?? null,
  mtime: ({ file }) => dateOf(isoTime(file.modifiedMs)) ?? null,
  tags: ({ tags }) => tags,
  aliases: ({ aliases }) => aliases,
  properties: ({ metadata }) => metadata as BaseValue,
  links: (note, { vault }) => targetsOf(note, { vault }).map((path) => `[[${path}]]`),
  backlinks: ({ path }, { vault }) => [...new Set(vault.linksTo(path).map(({ from }) => `[[${from.path}]]`))],
}

type FileFunction = (note: Note, given: readonly BaseValue[], world: BaseWorld) => BaseValue

/** What a base may ask of the file of a note. */
export const fileFunctions: Readonly<Record<string, FileFunction>> = {
  hasTag: ({ tags }, given) => given.flatMap(textsOf).some((wanted) => tags.some((tag) => isWithin(tag, wanted))),
  inFolder: ({ path }, given) => {
    const folder = textOf(given[0] ?? '').replace(/^\/+|\/+$/g, '')
    return folder === '' || path.startsWith(`${folder}/`)
  },
  hasLink: (note, given, world) => {
    const wanted = linkName(textOf(given[0] ?? ''))
    return targetsOf(note, world).some((path) => isNamed(path, wanted))
  },
  hasProperty: (note, given) => propertyOf(note, textOf(given[0] ?? '')) !== null,
  asLink: ({ path }) => `[[${path}]]`,
}

function textsOf(value: BaseValue): readonly string[] {
  return isList(value) ? value.map(textOf) : [textOf(value)]
}

/** Whether a tag is the wanted one or nested below it. */
function isWithin(tag: string, wanted: string): boolean {
  const [one, other] = [tag.toLowerCase(), wanted.replace(/^#/, '').toLowerCase()]
  return one === other || one.startsWith(`${other}/`)
}

function targetsOf(note: Note, { vault }: Pick<BaseWorld, 'vault'>): readonly string[] {
  return [...new Set(vault.linksFrom(note.path).flatMap(({ resolution }) => targetPath(resolution) ?? []))]
}

/** Whether a file is called so: by its path or its name, without `.md`. */
function isNamed(path: string, wanted: string): boolean {
  const whole = path.toLowerCase().replace(/\.md$/, '')
  return whole === wanted || whole.slice(whole.lastIndexOf('/') + 1) === wanted
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '')
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
