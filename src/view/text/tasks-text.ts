import type { Report, TaskRow } from '../../core/model/report.ts'
import { displayWidth } from '../display-width.ts'
import type { Layout } from '../style.ts'
import { wrapText } from '../wrap-text.ts'

/** Tasks below the titles of their notes, each with its mark and its place; what follows on is set below the text. */
export function tasksText(report: Extract<Report, { kind: 'tasks' }>, layout: Layout): string {
  return report.tasks
    .map((task, at) => {
      const heading = report.tasks[at - 1]?.path === task.path ? '' : `${layout.style.paint('title', task.title)}\n`
      return heading + taskText(task, layout)
    })
    .join('')
}

function taskText({ path, line, mark, text }: TaskRow, { width, style }: Layout): string {
  const box = `  [${mark}] `
  const indent = ' '.repeat(displayWidth(box))
  const [first = '', ...rest] = wrapText(text, width - indent.length)
  const lines = [(box + first).trimEnd(), ...rest.map((part) => indent + part)]
  return `${lines.join('\n')}\n    ${style.paint('path', `${path}:${line}`)}\n`
}
