import type { Config } from '../../core/model/config.ts'
import { fail } from '../../core/model/failure.ts'
import { fileStem, isNoteFile, toNotePath } from '../../core/model/note-path.ts'
import type { PlanSource } from '../../core/plan/draft.ts'
import type { Plan } from '../../core/plan/rename/rename-note.ts'
import { createNotes } from '../../core/plan/write/create-note.ts'
import { fillTemplate } from '../../core/plan/write/fill-template.ts'
import { unfilledReason } from '../../core/plan/write/unfilled-placeholder.ts'
import { noteOfText } from '../../core/plan/text/note-of-text.ts'
import { type Insertion, insertText, withInsertion } from '../../core/plan/write/insert-text.ts'
import { findExactNote, isNameOfNote } from '../../core/query/names/find-note.ts'
import { requireExactTarget } from '../arguments/require-note.ts'
import { typedPath } from '../arguments/typed-path.ts'
import { runPlan } from '../change/change-command.ts'
import { dryRunOption } from '../change/change-vault.ts'
import { requireSeen } from '../change/require-seen.ts'
import type { Command, Context, Outcome } from '../command.ts'
import type { Options } from '../arguments/options.ts'
import { planPeriodNote } from './daily.ts'
import { oneSection } from './one-section.ts'
import { typedText } from './typed-text.ts'
import { readWritingSettings } from './writing-settings.ts'

/** `wend add`: a thought for the inbox, or the note of the day. */
export const add: Command = {
  arguments: [{ name: '[text...]', description: 'what to keep; without it that of standard input, or your editor' }],
  options: [
    {
      flags: '--to <note>',
      description: 'the note or NOTE#Heading it goes to, or daily for that of today (default: add.to)',
      completes: 'note',
    },
    { flags: '--section <heading>', description: 'the heading it goes below, made where it is missing' },
    dryRunOption,
  ],
  examples: [
    ['wend add buy milk', "a line with the time in today's note, or where add.to says"],
    ['wend add --to inbox "look at this"', 'a line in another note'],
    ['pbpaste | wend add', 'from standard input'],
  ],
  reports: ['changes'],
  run: runAdd,
}

async function runAdd(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const said = await typedText(context, args)
  return runPlan(context, options, (source) => planAdd(context, source, said, (key) => options.text(key)))
}

/**
 * Plans to add a thought as a line to the inbox or the note of the day; `choice` holds what the options ask for instead of the
 * configuration.
 */
export async function planAdd(
  context: Context,
  source: PlanSource,
  said: string,
  choice: (key: 'to' | 'section') => string | undefined,
): Promise<Plan> {
  const config = await context.config()
  const { line, messages } = lineOf(context, config, said.trim())
  const plan = await planLine(context, source, line, choice)
  return { ...plan, messages: [...plan.messages, ...messages] }
}

async function planLine(
  context: Context,
  source: PlanSource,
  text: string,
  choice: (key: 'to' | 'section') => string | undefined,
): Promise<Plan> {
  const { addTo = 'daily', addSection } = await context.config()
  const to = choice('to') ?? addTo
  const isInbox = choice('to') === undefined
  const insertionAt = (anchor: string | undefined): Insertion => {
    const said = choice('section')
    // Options override the configuration.
    const section = isInbox ? (said ?? anchor) : oneSection(to, anchor, said)
    return { text, at: 'end', section: section ?? addSection, makeSection: true }
  }
  const ofDay = /^daily(?:#(.+))?$/s.exec(to)
  if (ofDay !== null) {
    const settings = await readWritingSettings(context)
    const request = { period: 'daily', date: context.now() } as const
    return planPeriodNote(context, settings, request, { source, insertion: insertionAt(ofDay[1]) })
  }
  if (isInbox && isUnwritten(source, to)) {
    const [file = '', anchor] = to.split(/#(.*)/s)
    const plan = createInbox(file, insertionAt(anchor))
    await requireSeen(context, plan.changes, undefined)
    return plan
  }
  if (!isInbox) refuseUnknown(source, typedPath(context, to))
  const { note, anchor } = await requireExactTarget(context, to)
  return insertText(source, note, insertionAt(anchor))
}

/** Fails when no note has the name or a similar one; a missing inbox is created instead. */
function refuseUnknown(source: PlanSource, name: string): void {
  const found = findExactNote(source.vault, name)
  if (found.status !== 'missing' || found.suggestions.length > 0 || !isUnwritten(source, name)) return
  fail({
    kind: 'refused',
    message: `no note named "${name.slice(0, 100)}"`,
    hint: `make it with: wend new "${name.slice(0, 100)}"; the one that add.to names is made by itself`,
  })
}

function isUnwritten({ vault }: PlanSource, name: string): boolean {
  const [note = ''] = name.split('#')
  return findExactNote(vault, name).status === 'missing' && !isNameOfNote(vault, note)
}

/** Plans the configured inbox with its first line, so that nobody has to create a note first. */
function createInbox(file: string, insertion: Insertion): Plan {
  const path = toNotePath(isNoteFile(file) ? file : `${file}.md`)
  if (path === undefined) return fail({ kind: 'usage', message: `add.to: "${file}" is not a path inside the vault` })
  const text = `# ${fileStem(path)}\n`
  const filled = withInsertion(noteOfText(path, text), text, insertion)
  return createNotes({ note: () => undefined }, [{ path, text: filled }])
}

/** The typed text as one list item, however many lines it has. If it is an item already, it stays as it is: a task remains a task. */
function lineOf(
  context: Context,
  { addLine, weekStart = 'monday' }: Config,
  said: string,
): { readonly line: string; readonly messages: readonly string[] } {
  const [first = '', ...more] = said.split(/\r?\n/)
  const template = addLine ?? '- {{time}} {{text}}'
  const saidMark = itemMark.test(template) ? (itemMark.exec(first)?.[0] ?? '') : ''
  const text = first.slice(saidMark.length)
  const { text: filled, unknown } = fillTemplate(template, {
    title: '',
    date: context.now(),
    weekStart,
    id: () => '',
    content: text,
    own: new Map([['text', text]]),
  })
  const line = saidMark.endsWith('] ') ? filled.replace(itemMark, () => saidMark) : filled
  const indent = /^\s*(?:[-+*]|\d+[.)])\s+/.exec(line)?.[0].replace(/\S/g, ' ') ?? ''
  return {
    line: [line, ...more.map((one) => (one.trim() === '' ? '' : indent + one))].join('\n'),
    messages: unknown.map((words) => `add.line: ${unfilledReason(words)}`),
  }
}

/** The beginning of a list item, including the box of a task. */
const itemMark = /^(?:[-+*]|\d+[.)]) +(?:\[.\] +)?/
