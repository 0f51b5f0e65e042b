import type { Group } from '../../core/model/report.ts'
import { displayWidth } from '../display-width.ts'
import type { Layout } from '../style.ts'
import { wrapText } from '../wrap-text.ts'
import { groupHeading } from './list-text.ts'

/** Topics or tags with their counts and members. */
export function groupsText(groups: readonly Group[], layout: Layout): string {
  return groups.map((group) => `${groupHeading(group.name, group.count, layout)}\n${members(group, layout)}`).join('\n')
}

/** Titles after one another, parted by dots; one that does not fit goes on the next line whole. */
function members({ notes }: Group, { width }: Layout): string {
  const lines: string[] = ['']
  for (const [at, { title }] of notes.entries()) {
    const entry = at < notes.length - 1 ? `${title} ·` : title
    const [first = '', ...rest] = wrapText(entry, width - 2)
    const line = lines.at(-1) ?? ''
    if (line === '') lines[lines.length - 1] = first
    else if (displayWidth(line) + 1 + displayWidth(first) <= width - 2 && rest.length === 0)
      lines[lines.length - 1] = `${line} ${first}`
    else lines.push(first)
    lines.push(...rest)
  }
  return lines.map((line) => `  ${line}\n`).join('')
}
