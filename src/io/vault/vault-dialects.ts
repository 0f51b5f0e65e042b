import { type JournalNames, type ToolName, toolDialects, type VaultDialects } from '../../core/model/tool-dialect.ts'
import { fileExists } from '../files/file-exists.ts'
import { readOwnText } from './vault-file.ts'

/** The dialects of each root: the files that mark a tool are looked for once in a run. */
const found = new Map<string, VaultDialects | undefined>()

/**
 * The tools whose link syntax applies to a vault: those named in the configuration (an empty list means none), else those whose files are
 * in the root. Undefined when there are none.
 */
export function vaultDialects(root: string, named?: readonly ToolName[]): VaultDialects | undefined {
  if (named === undefined && found.has(root)) return found.get(root)
  const tools = named ?? (Object.keys(toolDialects) as ToolName[]).filter((tool) => markerOf(root, tool) !== undefined)
  const dialects = tools.length === 0 ? undefined : together(root, tools)
  found.set(root, dialects)
  return dialects
}

function together(root: string, tools: readonly ToolName[]): VaultDialects {
  const records = tools.map((tool) => toolDialects[tool])
  const sites = [...new Set(tools.flatMap((tool) => siteOf(root, tool) ?? []))]
  return {
    tools,
    admonitions: records.some(({ admonitions }) => admonitions === true),
    sites,
    assets: [...new Set([...sites, ...records.flatMap(({ assets }) => assets ?? [])])],
    rootMarks: records.flatMap(({ rootMark }) => rootMark ?? []),
    pages: records.some(({ pages }) => pages === true),
    ...(tools.includes('logseq') ? { journals: journalsOf(root) } : {}),
    syntax: records.flatMap(({ syntax }) => syntax ?? []),
  }
}

function markerOf(root: string, tool: ToolName): string | undefined {
  const { markers, beside } = toolDialects[tool]
  if (beside !== undefined && !fileExists(root, beside)) return undefined
  return markers.find((marker) => fileExists(root, marker))
}

/** How Logseq names its journals; the defaults where its configuration has nothing. */
function journalsOf(root: string): JournalNames {
  const said = (readOwnText(root, 'logseq/config.edn') ?? '').replace(/("(?:[^"\\]|\\.)*")|;[^\n]*/g, '$1')
  return {
    folder: /:journals-directory\s+"([^"\\]+)"/.exec(said)?.[1] ?? 'journals',
    file: /:journal\/file-name-format\s+"([^"\\]+)"/.exec(said)?.[1] ?? 'yyyy_MM_dd',
    title: /:journal\/page-title-format\s+"([^"\\]+)"/.exec(said)?.[1] ?? 'MMM do, yyyy',
  }
}

/** The folder of a site generator's pages; its configuration is read as text, never run. */
function siteOf(root: string, tool: ToolName): string | undefined {
  const { site } = toolDialects[tool]
  if (site === undefined) return undefined
  const marker = markerOf(root, tool)
  const said =
    marker === undefined || site.named === undefined ? undefined : site.named.exec(readOwnText(root, marker) ?? '')?.[1]
  const folder = (said?.trim() ?? site.root).replace(/^(?:\.?\/)+|\/+$/g, '').replace(/^\.$/, '')
  return folder.split('/').includes('..') ? undefined : folder
}
