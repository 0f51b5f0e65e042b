import type { ContextPiece, Report } from '../../core/model/report.ts'
import { topLines } from '../../core/parse/blocks/top-lines.ts'

type ContextReport = Extract<Report, { kind: 'context' }>

const roles: Readonly<Record<ContextPiece['role'], string>> = {
  note: 'asked for',
  needed: 'read first',
  linking: 'links here',
  linked: 'linked from here',
}

/** A context in one of its two formats. */
export function context(report: ContextReport, format: 'markdown' | 'xml'): string {
  return format === 'xml' ? contextXml(report) : contextMarkdown(report)
}

/** A context as markdown: a level-1 heading with title and path for each note, then its text with its own headings one level down. */
function contextMarkdown(report: ContextReport): string {
  return report.pieces
    .map((piece) =>
      [`# ${piece.title}`, sourceLine(piece), ...(piece.summary === undefined ? [] : [piece.summary]), lowered(piece)]
        .map((part) => `${part}\n`)
        .join('\n'),
    )
    .join('\n')
}

/** A context as XML: one `note` element a piece. */
function contextXml(report: ContextReport): string {
  const notes = report.pieces.map(
    ({ path, title, role, part, summary, lines, text }) =>
      `  <note${attributes({ path, title, role, part, summary, lines: lines?.join('-') })}>\n${escapeXml(text)}\n  </note>\n`,
  )
  const { budget, estimate } = report.tokens
  const head = attributes({
    query: report.query,
    budget: String(budget),
    estimate: String(estimate),
    left: String(report.left),
  })
  return `<context${head}>\n${notes.join('')}</context>\n`
}

function sourceLine({ path, role, part, lines }: ContextPiece): string {
  const where = lines === undefined ? path : `${path}:${lines[0]}-${lines[1]}`
  return `_${where} · ${roles[role]}${part === 'whole' ? '' : ` · ${part} only`}_`
}

/** The text without a repeated title. If it has level-1 headings, all headings go one level down; unclosed code is closed. */
function lowered({ title, text }: ContextPiece): string {
  const lines = text.trimEnd().split('\n')
  const own = lines[0]?.trimEnd() === `# ${title}` ? lines.slice(1) : lines
  const { headings, openFence } = topLines(own)
  const lower = own.some((line, at) => headings.has(at) && line.startsWith('# '))
  const written = lower ? own.map((line, at) => (headings.has(at) ? `#${line}` : line)) : own
  const first = written.findIndex((line) => line.trim() !== '')
  return [...(first === -1 ? [] : written.slice(first)), ...(openFence === undefined ? [] : [openFence])].join('\n')
}

function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(value).replaceAll('\n', '&#10;')}"`))
    .join('')
}

/** Escapes what XML keeps for itself, and leaves out what it cannot hold. */
function escapeXml(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
