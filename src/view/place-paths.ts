import type { Report } from '../core/model/report.ts'

/** Where the reader stands: the vault's root, and what a path of the vault is called from the current folder. */
export interface Standpoint {
  readonly root: string
  /** Absent when the reader stands in the root, where paths are as they are. */
  readonly pathFrom?: ((path: string) => string) | undefined
  /** What a path of the vault is called in its repository, for programs that show problems there; undefined outside one. */
  readonly pathInRepository?: ((path: string) => string | undefined) | undefined
}

/** The same place for readers that know the repository alone: GitHub and what reads SARIF. */
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

/** What a report or its rows say, with the paths of the vault as they open from where the reader stands. */
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

/** Whole paths are those of files elsewhere, such as the user's own configuration. */
function isInVault(path: unknown): path is string {
  return typeof path === 'string' && !/^(?:\/|[A-Za-z]:[\\/])/.test(path)
}

type Fields = Readonly<Record<string, unknown>>

/** Fields whose content is the user's own, or text: nothing below them is a path of wend's. */
const foreign: ReadonlySet<string> = new Set(['metadata', 'edits', 'matches', 'headings'])

/** A value with every object in it mapped, the inner ones first. */
function mapObjects(value: unknown, map: (object: Fields) => Fields): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => mapObjects(item, map))
  if (typeof value !== 'object' || value === null) return value
  const inner: Record<string, unknown> = {}
  for (const [name, item] of Object.entries(value))
    inner[name] = typeof item === 'object' && !foreign.has(name) ? mapObjects(item, map) : item
  return map(inner)
}
