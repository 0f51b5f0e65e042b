import { fileExists } from '../files/file-exists.ts'
import { settings } from './config-settings.ts'
import { type ToolFields, fieldsOf, isText, readJsonFile, readTomlFile, nonBlankText } from './tool-files.ts'
import { readToolSettings, type ToolSettings, type VaultTool } from './tool-settings.ts'
import { zkFilters } from './zk-filters.ts'

/** The settings of a tool in wend's own keys, and those that have no such key. */
export interface ImportedSettings {
  readonly read: readonly { readonly key: string; readonly value: unknown; readonly from: VaultTool }[]
  /** With the file that contains them. */
  readonly notRead: readonly { readonly key: string; readonly from: string }[]
}

/** A file in which a tool has its settings, and those of them that are read. */
interface ToolFile {
  readonly path: string
  readonly keys: RegExp
  /** Only matching keys of the file belong to the tool. */
  readonly own?: RegExp
}

const filesOf: Readonly<Record<VaultTool, readonly ToolFile[]>> = {
  obsidian: [
    {
      path: '.obsidian/app.json',
      keys: /^(?:newFileLocation|newFileFolderPath|userIgnoreFilters|useMarkdownLinks|newLinkFormat)$/,
    },
    { path: '.obsidian/daily-notes.json', keys: /^(?:folder|format|template)$/ },
    {
      path: '.obsidian/plugins/periodic-notes/data.json',
      keys: /^(?:daily|weekly|monthly)\.(?:enabled|folder|format|template)$/,
    },
    { path: '.obsidian/plugins/calendar/data.json', keys: /^weekStart$/ },
    { path: '.obsidian/templates.json', keys: /^folder$/ },
  ],
  foam: [
    {
      path: '.vscode/settings.json',
      keys: /^foam\.(?:openDailyNote\.(?:directory|filenameFormat)|files\.ignore|completion\.linkFormat)$/,
      own: /^foam\./,
    },
  ],
  zk: [
    {
      path: '.zk/config.toml',
      keys: /^(?:note\.(?:filename|template|ignore|exclude)|group\..+\.paths|group\..+\.note\.(?:filename|template)|format\.markdown\.link-format|filter\..+)$/,
    },
  ],
}

/** Reads the settings of a tool in a folder; undefined when it has none there. */
export async function importTool(root: string, tool: VaultTool): Promise<ImportedSettings | undefined> {
  const found = await readToolSettings(root, tool)
  if (found === undefined) return undefined
  const files = new Map<string, ToolFields>()
  for (const { path } of filesOf[tool]) {
    const fields = await (path.endsWith('.toml') ? readTomlFile : readJsonFile)(root, path)
    if (fields !== undefined) files.set(path, flat(fields))
  }
  const named = (path: string): ToolFields => files.get(path) ?? {}
  const values = [...valuesOf(root, found), ...ownValues[tool](named)].filter(([, value]) => value !== undefined)
  const isRead = ([key, value]: Value): boolean => settings.get(key)?.read(value) !== undefined
  const odd = values.filter((one) => !isRead(one)).map(([key]) => ({ key: `what ${key} would be`, from: tool }))
  const notRead = filesOf[tool].flatMap(({ path, keys, own }) =>
    Object.keys(named(path))
      .filter((key) => own?.test(key) !== false && !keys.test(key))
      .map((key) => ({ key, from: path })),
  )
  return {
    read: values.filter(isRead).map(([key, value]) => ({ key, value, from: tool })),
    notRead: [...unlike[tool](named), ...notRead, ...odd],
  }
}

type Value = readonly [key: string, value: unknown]

/** The settings found by `readToolSettings`, which apply even without a configuration. */
function valuesOf(root: string, found: ToolSettings): readonly Value[] {
  const sorts = [
    ['daily', found.daily],
    ['weekly', found.weekly],
    ['monthly', found.monthly],
    ['new', found.note],
  ] as const
  const [templates] = found.templates.filter((folder) => fileExists(root, folder))
  // The values of templates are always read from the tool's file, whatever is imported.
  const groups = Object.fromEntries(
    Object.entries(found.groups ?? {}).map(([name, { own: _own, ...group }]) => [name, group]),
  )
  return [
    ...sorts.flatMap(([section, group]) =>
      (['dir', 'name', 'template'] as const).map((part): Value => [`${section}.${part}`, nonBlankText(group?.[part])]),
    ),
    ['new.templates', templates],
    ['groups', nonEmptyRecord(groups)],
  ]
}

/** Settings by their dotted key; lists and empty sections count as values. */
function flat(fields: ToolFields, before = ''): ToolFields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]): readonly (readonly [string, unknown])[] => {
      const inner = fieldsOf(value)
      return inner === undefined || Object.keys(inner).length === 0
        ? [[before + key, value]]
        : Object.entries(flat(inner, `${before}${key}.`))
    }),
  )
}

type Named = (path: string) => ToolFields

const ownValues: Readonly<Record<VaultTool, (named: Named) => readonly Value[]>> = {
  obsidian: (named) => {
    const app = named('.obsidian/app.json')
    const start = nonBlankText(named('.obsidian/plugins/calendar/data.json')['weekStart'])
    const form = app['useMarkdownLinks'] === true ? 'markdown' : undefined
    // Obsidian's default is the shortest path.
    const wiki = (app['newLinkFormat'] ?? 'shortest') === 'shortest' ? 'shortest-path' : undefined
    return [
      [
        'ignore',
        nonEmpty(
          textsOf(app['userIgnoreFilters'])
            .filter((one) => !isPattern(one))
            .map(fromRoot),
        ),
      ],
      ['links.style', form ?? wiki],
      ['week.start', start === 'locale' ? undefined : start],
    ]
  },
  foam: (named) => {
    const fields = named('.vscode/settings.json')
    return [
      ['ignore', nonEmpty(textsOf(fields['foam.files.ignore']))],
      ['links.style', fields['foam.completion.linkFormat'] === 'link' ? 'markdown' : 'name'],
    ]
  },
  zk: (named) => {
    const fields = named('.zk/config.toml')
    const form = nonBlankText(fields['format.markdown.link-format']) ?? 'markdown'
    return [
      ['ignore', nonEmpty([...textsOf(fields['note.ignore']), ...textsOf(fields['note.exclude'])])],
      ['links.style', form === 'markdown' ? 'markdown' : form === 'wiki' ? 'name' : undefined],
      ['views', nonEmptyRecord(zkFilters(fields).views)],
    ]
  },
}

/** Settings that are checked because wend can't express some of their values. */
const unlike: Readonly<
  Record<VaultTool, (named: Named) => readonly { readonly key: string; readonly from: string }[]>
> = {
  obsidian: (named) => {
    const from = '.obsidian/app.json'
    const { newLinkFormat, useMarkdownLinks, userIgnoreFilters } = named(from)
    const patterns = textsOf(userIgnoreFilters).filter(isPattern)
    const path = useMarkdownLinks !== true && (newLinkFormat ?? 'shortest') !== 'shortest'
    return [
      ...(path ? [{ key: `newLinkFormat ${String(newLinkFormat)}`, from }] : []),
      ...patterns.map((one) => ({ key: `userIgnoreFilters ${one}`, from })),
    ]
  },
  foam: () => [],
  zk: (named) => {
    const from = '.zk/config.toml'
    const form = nonBlankText(named(from)['format.markdown.link-format']) ?? 'markdown'
    const { others } = zkFilters(named(from))
    return [
      ...(form === 'markdown' || form === 'wiki' ? [] : [{ key: `format.markdown.link-format ${form}`, from }]),
      ...others.map(({ name, word }) => ({ key: `filter.${name} (${word})`, from })),
    ]
  },
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(isText) : []
}

function nonEmpty(texts: readonly string[]): readonly string[] | undefined {
  return texts.length === 0 ? undefined : texts
}

function nonEmptyRecord<T extends object>(record: T): T | undefined {
  return Object.keys(record).length === 0 ? undefined : record
}

/** Obsidian reads a text between slashes as a regular expression. */
function isPattern(text: string): boolean {
  return /^\/.+\/$/.test(text)
}

/** A path as a .gitignore pattern that is anchored at the root. */
function fromRoot(path: string): string {
  return `/${path.replace(/^\/+/, '').replace(/[*?[\]!\\]/g, '\\$&')}`
}
