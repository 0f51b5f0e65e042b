import type { Group } from '../../core/model/report.ts'
import { displayWidth } from '../display-width.ts'
import type { Layout, StyleName } from '../style.ts'
import { wrapText } from '../wrap-text.ts'
import { groupHeading } from './list-text.ts'

/** Topics or tags with their counts and members. */
export function groupsText(groups: readonly Group[], layout: Layout): string {
  return groups.map((group) => `${groupHeading(group.name, group.count, layout)}\n${members(group, layout)}`).join('\n')
}

function members({ notes }: Group, layout: Layout): string {
  return titlesLines(
    notes.map(({ title }) => title),
    layout,
  )
}

/** Titles after one another, parted by dots; one that does not fit goes on the next line whole. */
export function titlesLines(titles: readonly string[], { width, style }: Layout, name?: StyleName): string {
  const lines: string[] = ['']
  for (const [at, title] of titles.entries()) {
    const entry = at < titles.length - 1 ? `${title} ·` : title
    const [first = '', ...rest] = wrapText(entry, width - 2)
    const line = lines.at(-1) ?? ''
    if (line === '') lines[lines.length - 1] = first
    else if (displayWidth(line) + 1 + displayWidth(first) <= width - 2 && rest.length === 0)
      lines[lines.length - 1] = `${line} ${first}`
    else lines.push(first)
    lines.push(...rest)
  }
  return lines.map((line) => `  ${name === undefined ? line : style.paint(name, line)}\n`).join('')
}
