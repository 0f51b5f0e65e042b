import type { WritingGroup } from '../../core/model/config.ts'
import { readToolSettings, type WritingTool, writingTools } from './tool-settings.ts'

/** The settings of other tools in a vault, by wend's own keys; for each kind of note the first tool that has any counts. */
export async function toolValues(
  root: string,
): Promise<ReadonlyMap<string, { readonly value: unknown; readonly from: WritingTool }>> {
  const values = new Map<string, { readonly value: unknown; readonly from: WritingTool }>()
  const seen = new Set<string>()
  for (const from of writingTools) {
    const settings = await readToolSettings(root, from)
    for (const [section, of] of sections) {
      const group = settings?.[of]
      if (group === undefined || seen.has(section)) continue
      seen.add(section)
      for (const part of ['dir', 'name', 'template'] as const) if (group[part]) keep(`${section}.${part}`, group, part)
    }
    if (settings?.groups !== undefined && Object.keys(settings.groups).length > 0)
      values.set('groups', { value: settings.groups, from })

    function keep(key: string, group: WritingGroup, part: keyof WritingGroup): void {
      values.set(key, { value: group[part], from })
    }
  }
  return values
}

const sections = [
  ['daily', 'daily'],
  ['weekly', 'weekly'],
  ['monthly', 'monthly'],
  ['new', 'note'],
] as const
