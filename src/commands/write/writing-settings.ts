import type { WritingGroup } from '../../core/model/config.ts'
import type { ToolSettings } from '../../io/config/tool-settings.ts'
import type { Context } from '../command.ts'

/** The kinds of periodic notes. */
export type Period = 'daily' | 'weekly' | 'monthly'

/** The settings for writing notes in this vault: its configuration, else the settings of other tools in the vault. */
export interface WritingSettings {
  readonly periods: Readonly<Record<Period, WritingGroup>>
  readonly note: WritingGroup
  readonly groups: Readonly<Record<string, WritingGroup>>
  /** Folders of templates; the first that has a template counts. */
  readonly templates: readonly string[]
}

/** Reads the settings; those of other tools are files of the vault, from which only names and folders are taken. */
export async function readWritingSettings(context: Context): Promise<WritingSettings> {
  const config = await context.config()
  const { readToolSettings, writingTools } = await import('../../io/config/tool-settings.ts')
  const { root } = context.vaultChoice()
  const found = (await Promise.all(writingTools.map((tool) => readToolSettings(root, tool)))).filter(
    (one) => one !== undefined,
  )
  const { dailyDir, dailyName, dailyTemplate, weeklyDir, weeklyName, weeklyTemplate } = config
  const { monthlyDir, monthlyName, monthlyTemplate, newDir, newName, newTemplate, newTemplates } = config
  return {
    periods: {
      daily: merged({ dir: dailyDir, name: dailyName, template: dailyTemplate }, found, 'daily'),
      weekly: merged({ dir: weeklyDir, name: weeklyName, template: weeklyTemplate }, found, 'weekly'),
      monthly: merged({ dir: monthlyDir, name: monthlyName, template: monthlyTemplate }, found, 'monthly'),
    },
    note: merged({ dir: newDir, name: newName, template: newTemplate }, found, 'note'),
    groups: mergedGroups([...found.map(({ groups = {} }) => groups), config.groups]),
    templates: [
      '.wend/templates',
      ...(newTemplates === undefined ? [] : [newTemplates]),
      ...found.flatMap(({ templates }) => templates),
    ],
  }
}

/** The group of the notes in a folder. */
export function groupOfFolder(groups: WritingSettings['groups'], folder: string): WritingGroup | undefined {
  return Object.values(groups).find(({ paths = [], dir }) => dir === folder || paths.includes(folder))
}

/** Groups by name; later definitions override earlier ones. */
function mergedGroups(all: readonly Readonly<Record<string, WritingGroup>>[]): Readonly<Record<string, WritingGroup>> {
  const merged = new Map<string, WritingGroup>()
  for (const groups of all)
    for (const [name, group] of Object.entries(groups)) merged.set(name, { ...merged.get(name), ...group })
  return Object.fromEntries(merged)
}

type Parts = { readonly [Key in keyof WritingGroup]?: WritingGroup[Key] | undefined }

/** The configured value, else that of the first tool with one. */
function merged(own: Parts, found: readonly ToolSettings[], of: Period | 'note'): WritingGroup {
  const theirs = found.map((tool) => tool[of]).find((one) => one !== undefined) ?? {}
  const set = Object.entries(own).filter(([, value]) => value !== undefined)
  return { ...theirs, ...Object.fromEntries(set) }
}
