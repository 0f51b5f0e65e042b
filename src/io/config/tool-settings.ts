import type { WritingGroup } from '../../core/model/config.ts'
import { foamFilepath } from '../../core/plan/write/foam-template.ts'
import { fromDateformat, fromJoda } from '../../core/plan/write/format-date.ts'
import { fileExists } from '../files/file-exists.ts'
import { type ToolFields, fieldsOf, isText, readJsonFile, readTomlFile, nonBlankText } from './tool-files.ts'
import { readOwnText } from '../vault/vault-file.ts'

/** Another tool's settings for new notes in a vault; names of periodic notes are date patterns. */
export interface ToolSettings {
  readonly daily?: WritingGroup
  readonly weekly?: WritingGroup
  readonly monthly?: WritingGroup
  /** New notes that belong to no group. */
  readonly note?: WritingGroup
  readonly groups?: Readonly<Record<string, WritingGroup>>
  /** Folders of templates. */
  readonly templates: readonly string[]
  /** Patterns of files that are no notes. */
  readonly ignore?: readonly string[]
}

/** The tools whose settings can be imported. */
export const tools = ['obsidian', 'foam', 'zk'] as const
export type VaultTool = (typeof tools)[number]

/** These, and the tools that only set where new notes go. */
export const writingTools = [...tools, 'logseq', 'dendron'] as const
export type WritingTool = (typeof writingTools)[number]

/** The settings of one tool; undefined when the vault has none. What can't be read is left out. */
export async function readToolSettings(root: string, tool: WritingTool): Promise<ToolSettings | undefined> {
  switch (tool) {
    case 'obsidian':
      return fileExists(root, '.obsidian') ? obsidianSettings(root) : undefined
    case 'foam':
      return foamSettings(root)
    case 'zk':
      return zkSettings(root)
    case 'logseq':
      return logseqSettings(root)
    case 'dendron':
      return dendronSettings(root)
  }
}

async function obsidianSettings(root: string): Promise<ToolSettings> {
  const [app, daily, periodic, templates] = await Promise.all(
    ['app.json', 'daily-notes.json', 'plugins/periodic-notes/data.json', 'templates.json'].map((name) =>
      readJsonFile(root, `.obsidian/${name}`),
    ),
  )
  const period = (name: string): WritingGroup | undefined => {
    const settings = fieldsOf(periodic?.[name])
    return settings?.['enabled'] === false ? undefined : settings && periodOf(settings)
  }
  const folder = nonBlankText(templates?.['folder'])
  const dir = app?.['newFileLocation'] === 'folder' ? nonBlankText(app['newFileFolderPath']) : undefined
  const ignored = Array.isArray(app?.['userIgnoreFilters']) ? app['userIgnoreFilters'].filter(isText) : []
  return withoutUndefined({
    daily: period('daily') ?? periodOf(daily ?? {}),
    weekly: period('weekly'),
    monthly: period('monthly'),
    note: withoutUndefined({ dir, name: 'title' }),
    templates: folder === undefined ? [] : [folder],
    ignore: ignored.length === 0 ? undefined : ignored,
  })
}

/** Obsidian's settings for one kind of periodic note. */
function periodOf(settings: ToolFields): WritingGroup {
  return withoutUndefined({
    dir: nonBlankText(settings['folder']) ?? '',
    name: nonBlankText(settings['format']),
    template: nonBlankText(settings['template']),
  })
}

const foamDaily = '.foam/templates/daily-note.md'

async function foamSettings(root: string): Promise<ToolSettings | undefined> {
  const settings = await readJsonFile(root, '.vscode/settings.json')
  const has = (path: string): boolean => fileExists(root, path)
  const of = (key: string): string | undefined => nonBlankText(settings?.[`foam.${key}`])
  if (!has('.foam') && !Object.keys(settings ?? {}).some((key) => key.startsWith('foam.'))) return undefined
  const pattern = of('openDailyNote.filenameFormat')
  const template = has(foamDaily) ? foamDaily : undefined
  // The older settings apply when the template does not set where its notes go.
  const placesNotes = template !== undefined && foamFilepath(readOwnText(root, template) ?? '') !== undefined
  const ignored = settings?.['foam.files.ignore']
  return withoutUndefined({
    daily: withoutUndefined({
      dir: placesNotes ? undefined : of('openDailyNote.directory'),
      name: placesNotes || pattern === undefined ? undefined : fromDateformat(pattern),
      template,
    }),
    note: has('.foam/templates/new-note.md') ? { template: '.foam/templates/new-note.md' } : undefined,
    templates: ['.foam/templates'],
    ignore: Array.isArray(ignored) && ignored.some(isText) ? ignored.filter(isText) : undefined,
  })
}

async function zkSettings(root: string): Promise<ToolSettings | undefined> {
  const config = await readTomlFile(root, '.zk/config.toml')
  if (config === undefined) return undefined
  const extra = textsIn(config['extra'])
  const groups = Object.fromEntries(
    Object.entries(fieldsOf(config['group']) ?? {}).flatMap(([name, value]) => {
      const group = fieldsOf(value)
      if (group === undefined) return []
      const paths = Array.isArray(group['paths']) ? group['paths'].filter(isText) : [name]
      const own = { ...extra, ...textsIn(group['extra']) }
      const made = { paths, dir: paths[0], ...zkNote(fieldsOf(group['note'])), own }
      return [[name, withoutUndefined(made)] as const]
    }),
  )
  const days = (name: string): WritingGroup | undefined =>
    groups[name]?.name?.includes('date') === true ? groups[name] : undefined
  const journal = days('journal')
  const dir =
    journal?.paths?.find((path) => /da(?:y|il)/i.test(path)) ?? (journal?.paths?.length === 1 ? journal.dir : undefined)
  return withoutUndefined({
    daily: days('daily') ?? (journal === undefined || dir === undefined ? undefined : { ...journal, dir }),
    weekly: days('weekly'),
    monthly: days('monthly'),
    note: withoutUndefined({ ...zkNote(fieldsOf(config['note'])), own: extra }),
    groups,
    templates: ['.zk/templates'],
  })
}

/** The default folders of Logseq and its journal names; its templates are blocks, which are not read. */
function logseqSettings(root: string): ToolSettings | undefined {
  const text = readOwnText(root, 'logseq/config.edn')
  if (text === undefined) return undefined
  const said = text.replace(/("(?:[^"\\]|\\.)*")|;[^\n]*/g, '$1')
  const of = (key: string): string | undefined => nonBlankText(new RegExp(`:${key}\\s+"([^"\\\\]*)"`).exec(said)?.[1])
  return {
    daily: {
      dir: of('journals-directory') ?? 'journals',
      name: fromJoda(of('journal/file-name-format') ?? 'yyyy_MM_dd'),
    },
    note: { dir: of('pages-directory') ?? 'pages', name: 'page' },
    templates: [],
  }
}

/** Dendron keeps all notes in one folder, with dots in their names in place of folders. */
function dendronSettings(root: string): ToolSettings | undefined {
  if (!fileExists(root, 'dendron.yml')) return undefined
  return {
    daily: { dir: '', name: '[daily.journal.]YYYY.MM.DD' },
    note: { dir: '', name: 'hierarchy' },
    templates: [],
  }
}

/** The values of zk's `[extra]`, which templates have as `{{extra.KEY}}`. */
function textsIn(values: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fieldsOf(values) ?? {}).flatMap(([key, value]) =>
      isText(value) || typeof value === 'number' || typeof value === 'boolean' ? [[key, String(value)]] : [],
    ),
  )
}

function zkNote(note: ToolFields | undefined): { name?: string | undefined; template?: string | undefined } {
  return { name: nonBlankText(note?.['filename']), template: nonBlankText(note?.['template']) }
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

function withoutUndefined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>
}
