import type { Report, TaskRow } from '../../core/model/report.ts'
import type { Layout } from '../style.ts'
import { wrapText } from '../wrap-text.ts'

/** Tasks below the titles of their notes, each with its place and, unless it is merely open, its mark. */
export function tasksText(report: Extract<Report, { kind: 'tasks' }>, layout: Layout): string {
  return report.tasks
    .map((task, at) => {
      const heading = report.tasks[at - 1]?.path === task.path ? '' : `${layout.style.paint('title', task.title)}\n`
      return heading + taskText(task, layout)
    })
    .join('')
}

function taskText({ path, line, mark, text }: TaskRow, { width, style }: Layout): string {
  const lines = wrapText(`[${mark}] ${text}`, width - 2).map((part) => `  ${part}\n`)
  return `${lines.join('')}    ${style.paint('path', `${path}:${line}`)}\n`
}
