import type { NoteDetail, Report } from '../../core/model/report.ts'
import { loneDetail } from '../../core/query/note/lone-detail.ts'
import { noteDetail } from '../../core/query/note/note-detail.ts'
import { missingPart } from '../../core/query/note/missing-part.ts'
import { sectionOf } from '../../core/query/note/section-of.ts'
import { choosePager } from '../arguments/choose-pager.ts'
import type { Command, Context, Outcome } from '../command.ts'
import type { Options } from '../arguments/options.ts'
import { withFormulas } from '../arguments/with-formulas.ts'
import { shownTold, type WriteFormula } from '../../view/shown-line.ts'
import { showPage } from './show-page.ts'
import { type ShowTarget, showTarget } from './show-target.ts'
import { neutralise } from '../../view/neutralise.ts'

/** `wend show`: notes rendered in the terminal. */
export const show: Command = {
  arguments: [
    {
      name: '<notes...>',
      description: 'path, title, alias or the beginning of one; a markdown file anywhere; - for standard input',
      completes: 'note',
      dash: 'own',
    },
  ],
  options: [
    { flags: '-s, --section <heading>', description: 'only this heading and what is below it' },
    { flags: '--toc', description: 'only the headings' },
    { flags: '--embeds <levels>', description: 'levels of embedded notes to expand (default: 1)' },
    { flags: '--no-links', description: 'no link numbers, no list of links and backlinks' },
    { flags: '--plain', description: 'text alone: no colours, no header, no list of links' },
    { flags: '--raw', description: 'print the file as it is' },
  ],
  examples: [
    ['wend show "Grouped Query Attention"', 'title, summary, text, links and backlinks'],
    ['wend show gqa --section "Converting an old model"', 'one section'],
    ['curl -s https://example.org/README.md | wend show -', 'any markdown'],
  ],
  reports: ['note'],
  run: async (context, args, options) => {
    const messages: string[] = []
    const targets: ShowTarget[] = []
    for (const argument of args) targets.push(await showTarget(context, argument, messages))
    if (options.flag('raw'))
      return { report: { kind: 'document', text: targets.map(({ text }) => text).join('\n') }, messages }
    if (options.flag('toc')) return { report: await headingsReport(context, targets), messages }
    return { ...(await rendered(context, targets, options, messages)), messages }
  },
}

async function rendered(
  context: Context,
  targets: readonly ShowTarget[],
  options: Options,
  messages: string[],
): Promise<Outcome> {
  const request = { targets, options }
  const drawn = await layOut(context, { ...request, pictures: 'any' })
  // A pager passes on characters and colours only, no pictures.
  const isPaged = drawn.hasPictures && (await choosePager(context, drawn.text)) !== undefined
  const { details, text, warnings } = isPaged ? await layOut(context, { ...request, pictures: 'blocks' }) : drawn
  messages.push(...warnings)
  const [first] = details
  if (first === undefined) return {}
  return {
    report: { kind: 'note', note: first, ...(details.length > 1 ? { notes: details } : {}), rendered: text },
  }
}

interface LayOutRequest {
  readonly targets: readonly ShowTarget[]
  readonly options: Options
  /** How pictures may be drawn. */
  readonly pictures: 'any' | 'blocks'
}

interface LaidOutNotes {
  readonly details: readonly NoteDetail[]
  readonly text: string
  readonly warnings: readonly string[]
  readonly hasPictures: boolean
}

async function layOut(context: Context, { targets, options, pictures }: LayOutRequest): Promise<LaidOutNotes> {
  const details: NoteDetail[] = []
  const pages: string[] = []
  const warnings: string[] = []
  for (const target of targets) {
    const detail = partOf(await detailOf(context, target), target, options.text('section') ?? target.anchor)
    details.push(detail)
    if (isText(options)) pages.push(await showPage(context, { target, detail, options, messages: warnings, pictures }))
  }
  const text = pages.join('\n\n')
  return { details, text, warnings, hasPictures: pictures === 'any' && /\u001b(?:_G|\]1337|P0;1;0q)/.test(text) }
}

/** Whether the rendered page is asked for; other formats use the note's details. */
function isText(options: Options): boolean {
  return !options.flag('json') && !options.flag('null') && (options.text('format') ?? 'text') === 'text'
}

async function detailOf(context: Context, { note, text, inVault }: ShowTarget): Promise<NoteDetail> {
  if (!inVault) return loneDetail(note, text)
  const vault = await context.vault()
  return context.answer({
    question: JSON.stringify(['note', note.path]),
    make: () => noteDetail(vault, note, text, context.contexts),
  })
}

/** The details with only the requested section as the body. */
function partOf(detail: NoteDetail, { note, text }: ShowTarget, section: string | undefined): NoteDetail {
  if (section === undefined) return detail
  const body = sectionOf(note, text, section)
  if (body !== undefined) return { ...detail, body }
  return missingPart(note, section)
}

async function headingsReport(context: Context, targets: readonly ShowTarget[]): Promise<Report> {
  const lines = targets.flatMap(({ note }, index) => {
    const top = Math.min(...note.headings.map(({ level }) => level))
    const title = targets.length > 1 ? [...(index > 0 ? [''] : []), note.title] : []
    return [...title, ...note.headings.map(({ level, text }) => `${'  '.repeat(level - top)}${text}`)]
  })
  const data = targets.flatMap(({ note }) =>
    note.headings.map(({ level, text, slug, line }) => ({ path: note.path, level, text, slug, line })),
  )
  const text = lines.map((line) => `${line}\n`).join('')
  const shown = (formula: WriteFormula): string =>
    lines.map((line) => `${/^ */.exec(line)?.[0] ?? ''}${neutralise(shownTold(line.trimStart(), formula))}\n`).join('')
  return { kind: 'document', text, rendered: await withFormulas(context, shown), data }
}
