import type { WritingGroup } from '../../core/model/config.ts'
import type { ToolSettings } from '../../io/config/tool-settings.ts'
import type { Context } from '../command.ts'

/** The notes that are written for a stretch of time. */
export type Period = 'daily' | 'weekly' | 'monthly'

/** How notes are written in this vault: its configuration, and where that is silent the settings of the tools that the vault has. */
export interface WritingSettings {
  readonly periods: Readonly<Record<Period, WritingGroup>>
  readonly note: WritingGroup
  readonly groups: Readonly<Record<string, WritingGroup>>
  /** Folders of templates, the first one that has a name wins. */
  readonly templates: readonly string[]
}

/** Reads them; those of the tools are files of the vault, which only say names and folders. */
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

/** The sort of the notes of a folder. */
export function groupOfFolder(groups: WritingSettings['groups'], folder: string): WritingGroup | undefined {
  return Object.values(groups).find(({ paths = [], dir }) => dir === folder || paths.includes(folder))
}

/** Sorts of notes by name, what is said later before what is said first. */
function mergedGroups(all: readonly Readonly<Record<string, WritingGroup>>[]): Readonly<Record<string, WritingGroup>> {
  const merged = new Map<string, WritingGroup>()
  for (const groups of all)
    for (const [name, group] of Object.entries(groups)) merged.set(name, { ...merged.get(name), ...group })
  return Object.fromEntries(merged)
}

type Parts = { readonly [Key in keyof WritingGroup]?: WritingGroup[Key] | undefined }

/** What the configuration says, else the first tool that says anything. */
function merged(own: Parts, found: readonly ToolSettings[], of: Period | 'note'): WritingGroup {
  const theirs = found.map((tool) => tool[of]).find((one) => one !== undefined) ?? {}
  const set = Object.entries(own).filter(([, value]) => value !== undefined)
  return { ...theirs, ...Object.fromEntries(set) }
}
