import type { Report } from '../core/model/report.ts'

/** The current folder: the vault's root, and how to write a path of the vault relative to that folder. */
export interface Standpoint {
  readonly root: string
  /** Absent when the current folder is the root, so that paths stay as they are. */
  readonly pathFrom?: ((path: string) => string) | undefined
  /** The path of a file relative to its repository, for programs that show problems there; undefined outside one. */
  readonly pathInRepository?: ((path: string) => string | undefined) | undefined
}

/** The same for GitHub and readers of SARIF, which only know the repository. */
export function inRepository(standpoint: Standpoint | undefined): Standpoint | undefined {
  const named = standpoint?.pathInRepository
  if (standpoint === undefined || named === undefined) return standpoint
  const here = standpoint.pathFrom ?? ((path: string) => path)
  return { root: standpoint.root, pathFrom: (path) => named(path) ?? here(path) }
}

/** Fields that hold paths of the vault in every report, and further ones by the kind of report. */
const pathFields: ReadonlySet<string> = new Set(['path', 'resolved'])
const morePathFields: Partial<Readonly<Record<Report['kind'], readonly string[]>>> = {
  graph: ['from', 'to'],
  changes: ['to'],
  mentions: ['target'],
}

/** A report or its rows with paths relative to the current folder. */
export function withPathsFrom<T>(value: T, kind: Report['kind'], standpoint: Standpoint | undefined): T {
  const pathFrom = standpoint?.pathFrom
  if (pathFrom === undefined) return value
  const fields = new Set([...pathFields, ...(morePathFields[kind] ?? [])])
  return mapObjects(value, (object) =>
    Object.fromEntries(
      Object.entries(object).map(([name, item]) => [name, fields.has(name) && isInVault(item) ? pathFrom(item) : item]),
    ),
  ) as T
}

/** Data with `absPath`, the path on this machine, beside each `path`, which stays that in the vault. */
export function withAbsolutePaths<T>(value: T, standpoint: Standpoint | undefined): T {
  if (standpoint === undefined) return value
  const { root } = standpoint
  const folder = root.endsWith('/') ? root : `${root}/`
  return mapObjects(value, (object) =>
    isInVault(object['path']) ? { ...object, absPath: folder + object['path'] } : object,
  ) as T
}

/** Absolute paths are files elsewhere, such as the user's configuration. */
function isInVault(path: unknown): path is string {
  return typeof path === 'string' && !/^(?:\/|[A-Za-z]:[\\/])/.test(path)
}

type Fields = Readonly<Record<string, unknown>>

/** Fields with the user's own content, or text: they contain no paths of wend's. */
const foreign: ReadonlySet<string> = new Set(['metadata', 'edits', 'matches', 'headings'])

/** A value with a function applied to every object in it, inner ones first. */
function mapObjects(value: unknown, map: (object: Fields) => Fields): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => mapObjects(item, map))
  if (typeof value !== 'object' || value === null) return value
  const inner: Record<string, unknown> = {}
  for (const [name, item] of Object.entries(value))
    inner[name] = typeof item === 'object' && !foreign.has(name) ? mapObjects(item, map) : item
  return map(inner)
}
