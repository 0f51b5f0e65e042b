import type { Tokens } from 'marked'
import { displayWidth } from '../../display-width.ts'
import { type Line, prefixed, run } from '../run.ts'
import type { Page, Room } from '../page.ts'

const bullets = ['•', '◦', '▪', '▫']

/** A list: bullets by depth, numbers from the start the list gives and aligned, boxes for tasks. */
export function list(page: Page, token: Tokens.List, room: Room): readonly Line[] {
  const depth = room.listDepth ?? 0
  const start = token.start === '' ? 1 : token.start
  const digits = String(start + token.items.length - 1).length
  const lines: Line[] = []
  token.items.forEach((item, index) => {
    const bullet = token.ordered
      ? `${String(start + index).padStart(digits)}.`
      : (bullets[depth % bullets.length] ?? '•')
    if (token.loose && index > 0) lines.push([])
    for (const line of listItem(page, item, { ...room, listDepth: depth + 1, tight: !token.loose }, `${bullet} `))
      lines.push(line)
  })
  return lines
}

/** The marks that Obsidian's themes give a task between its brackets, beside the blank and the x. */
const taskMarks: Readonly<Record<string, string>> = {
  '/': '◧ ',
  '-': '☒ ',
  '>': '▷ ',
  '<': '◁ ',
  '?': '[?] ',
  '!': '[!] ',
  '*': '★ ',
}

/** An item with its mark taken out of its text; undefined for one that is no task, or one that marked knows. */
function otherTask(item: Tokens.ListItem): { readonly box: string; readonly item: Tokens.ListItem } | undefined {
  const [first, ...others] = item.tokens
  if (item.task || first?.type !== 'text' || !('tokens' in first)) return undefined
  const [start, ...rest] = first.tokens ?? []
  const found = start?.type === 'text' ? /^\[([^\s[\]])\] (?=\S|$)/.exec(start.raw) : null
  if (start === undefined || found === null) return undefined
  const text = start.raw.slice(4)
  const tokens = [{ ...start, raw: text, text }, ...rest]
  return {
    box: taskMarks[found[1] ?? ''] ?? `[${found[1] ?? ''}] `,
    item: { ...item, tokens: [{ ...first, tokens }, ...others] },
  }
}

function listItem(page: Page, written: Tokens.ListItem, room: Room, bullet: string): readonly Line[] {
  const other = otherTask(written)
  const item = other?.item ?? written
  const box = other?.box ?? (item.task ? (item.checked === true ? '☑ ' : '☐ ') : '')
  const marker = box === '' ? bullet : /^\d|^ /.test(bullet) ? bullet + box : box
  const indent = Math.min(displayWidth(marker), Math.max(0, room.width - 8))
  const lines = page.blocks(item.tokens, { ...room, width: Math.max(1, room.width - indent) })
  const first = run(marker.slice(0, indent), item.checked === true ? 'ok' : 'dim')
  return lines.length === 0 ? [[first]] : prefixed(lines, [first], [run(' '.repeat(indent))])
}
