import type { ItemToken, ListToken } from '../../../core/parse/blocks/block-token.ts'
import { displayWidth } from '../../display-width.ts'
import { taskMark } from '../../task-mark.ts'
import { type Line, prefixed, run } from '../runs/run.ts'
import type { Page, Room } from '../page.ts'

const bullets = ['•', '◦', '▪', '▫']

/** A list: bullets by depth, numbers from the start the list gives and aligned, boxes for tasks. */
export function list(page: Page, token: ListToken, room: Room): readonly Line[] {
  const depth = room.listDepth ?? 0
  const start = token.start ?? 1
  const digits = String(start + token.items.length - 1).length
  const lines: Line[] = []
  token.items.forEach((item, index) => {
    const bullet =
      token.start !== undefined
        ? `${String(start + index).padStart(digits)}.`
        : (bullets[depth % bullets.length] ?? '•')
    if (!token.tight && index > 0) lines.push([])
    for (const line of listItem(page, item, { ...room, listDepth: depth + 1, tight: token.tight }, `${bullet} `))
      lines.push(line)
  })
  return lines
}

function listItem(page: Page, item: ItemToken, room: Room, bullet: string): readonly Line[] {
  const { task } = item
  const box = task === undefined ? '' : `${taskMark(task).sign} `
  const marker = box === '' ? bullet : /^\d|^ /.test(bullet) ? bullet + box : box
  const indent = Math.min(displayWidth(marker), Math.max(0, room.width - 8))
  const lines = page.blocks(item.children, { ...room, width: Math.max(1, room.width - indent) })
  const first = run(marker.slice(0, indent), task === 'x' ? 'ok' : 'dim')
  return lines.length === 0 ? [[first]] : prefixed(lines, [first], [run(' '.repeat(indent))])
}
