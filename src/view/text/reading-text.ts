import type { ReadingStep, Report } from '../../core/model/report.ts'
import type { Layout } from '../style.ts'
import { wrapText } from '../wrap-text.ts'

/** A reading list in order, each note with its summary and, where asked for, the reasons why it comes before what follows. */
export function readingText({ steps, withReasons }: Extract<Report, { kind: 'reading' }>, layout: Layout): string {
  const told = withReasons ? steps : steps.map((step) => ({ ...step, reasons: [] }))
  return told.map((step, at) => entryText(step, at + 1, layout)).join('')
}

function entryText(step: ReadingStep, number: number, { width, style }: Layout): string {
  const remark = step.depth === 0 || step.inferred ? '' : '(as its note says)'
  const lines = [
    `${style.paint('count', String(number).padStart(2))}  ${style.paint('title', step.title)}${remark === '' ? '' : `  ${style.paint('dim', remark)}`}`,
    ...wrapText(step.summary ?? '', width - 4).map((line) => `    ${style.paint('summary', line)}`),
    ...step.reasons.flatMap((reason) =>
      wrapText(reason, width - 6).map((line, at) => `    ${style.paint('dim', `${at === 0 ? '- ' : '  '}${line}`)}`),
    ),
  ]
  return `${lines.join('\n')}\n`
}
