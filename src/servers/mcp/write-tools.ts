import { check } from '../../commands/check/check.ts'
import { runPlan } from '../../commands/change/change-command.ts'
import { mv } from '../../commands/change/mv.ts'
import { newNote } from '../../commands/change/new.ts'
import { undo } from '../../commands/change/undo.ts'
import { link } from '../../commands/links/link.ts'
import type { Command, Context } from '../../commands/command.ts'
import { requireExactNote } from '../../commands/arguments/require-note.ts'
import { Options } from '../../commands/arguments/options.ts'
import { planPeriodNote } from '../../commands/write/daily.ts'
import { dayOf } from '../../commands/write/day-of.ts'
import { writingSettings } from '../../commands/write/writing-settings.ts'
import { insertText } from '../../core/plan/write/insert-text.ts'
import { fail } from '../../core/model/failure.ts'
import type { MetadataValue, Note } from '../../core/model/note.ts'
import { sameHeadings } from '../../core/query/note/same-headings.ts'
import { foldName } from '../../core/vault/fold.ts'
import { headingNamed, resolveAnchor } from '../../core/vault/resolve-anchor.ts'
import { editFrontMatter } from '../../core/plan/front-matter/edit-front-matter.ts'
import { setProperty, unsetProperty } from '../../core/plan/front-matter/set-property.ts'
import { textBody } from '../../core/plan/text/text-body.ts'
import type { AgentSession } from './agent-session.ts'
import { answerOf, runCommand } from './command-tool.ts'
import { type Property, textIn, textsIn, type Tool, type ToolAnswer, type ToolInput } from './tool.ts'
import { nameTable } from '../../core/model/name-table.ts'

const note: Property = { type: 'string' }
const hash: Property = { type: 'string' }
const text: Property = { type: 'string' }
const texts: Property = { type: 'array', items: text }

/** What every tool that changes takes: only shown, or made if it touches just so many notes. */
const guards: Readonly<Record<string, Property>> = nameTable({
  dryRun: { type: 'boolean' },
  expect: { type: 'object' },
})
const changed: Readonly<Record<string, Property>> = nameTable({
  changes: { type: 'array' },
})

/** The tools that change notes; every change is in the journal, and `undo` takes it back. */
export const writeTools: readonly Tool[] = [
  {
    name: 'create',
    title: 'Create a note',
    description: 'A new note, named by its title.',
    input: { title: text, body: text, folder: text, topics: texts, tags: texts, summary: text, ...guards },
    required: ['title'],
    output: {},
    writes: 'adds',
    run: (session, input, signal) =>
      guarded(session, { input, signal }, (context) => {
        const body = textIn(input, 'body') ?? ''
        return runCommand(
          { ...context, readInput: () => Promise.resolve(body) },
          {
            command: newNote,
            args: [textIn(input, 'title') ?? ''],
            options: {
              dir: input['folder'],
              topic: textsIn(input, 'topics'),
              tag: textsIn(input, 'tags'),
              summary: input['summary'],
              dryRun: input['dryRun'],
            },
          },
          { name: 'changes' },
        )
      }),
  },
  {
    name: 'append',
    title: 'Append to a note',
    description: 'Text at the end of a note, section or day.',
    input: {
      note,
      day: { type: 'string', description: 'instead of note' },
      section: text,
      text,
      hash,
      ...guards,
    },
    required: ['text'],
    output: changed,
    writes: 'adds',
    run: (session, input, signal) =>
      guarded(session, { input, signal }, (context) => appendText(session, context, input)),
  },
  {
    name: 'set',
    title: 'Set front matter',
    description: 'Sets front matter keys of a note; null removes one.',
    input: { note, values: { type: 'object' }, hash, ...guards },
    required: ['note', 'values', 'hash'],
    output: changed,
    writes: 'replaces',
    run: (session, input, signal) => guarded(session, { input, signal }, (context) => setKeys(session, context, input)),
  },
  {
    name: 'rename',
    title: 'Rename a note',
    description: 'A new title, file or folder of a note; all links to it follow.',
    input: {
      note,
      to: { type: 'string', description: 'title, file name, or folder/' },
      hash,
      ...guards,
    },
    required: ['note', 'to', 'hash'],
    output: changed,
    writes: 'replaces',
    run: (session, input, signal) =>
      change(session, { input, signal }, { command: mv, after: [textIn(input, 'to') ?? ''] }),
  },
  {
    name: 'link',
    title: 'Link mentions',
    description: 'Makes the names of other notes in the text of a note links.',
    input: { note, hash, ...guards },
    required: ['note', 'hash'],
    output: changed,
    writes: 'replaces',
    run: (session, input, signal) =>
      change(session, { input, signal }, { command: link, before: ['suggest'], options: { write: true } }),
  },
  {
    name: 'fix',
    title: 'Fix certain problems',
    description: 'Fixes what check can fix for certain.',
    input: { paths: texts, ...guards },
    output: {},
    writes: 'replaces',
    run: (session, input, signal) =>
      guarded(
        session,
        { input, signal },
        (context) =>
          runCommand(
            context,
            { command: check, args: textsIn(input, 'paths'), options: { fix: true, dryRun: input['dryRun'] } },
            { name: 'problems' },
          ),
        // It also tells which problems are left.
        'on visible notes',
      ),
  },
  {
    name: 'undo',
    title: 'Take back the last change',
    description: 'Takes back the last change of the vault.',
    input: guards,
    output: changed,
    writes: 'replaces',
    run: (session, input, signal) =>
      guarded(session, { input, signal }, (context) =>
        runCommand(context, { command: undo, args: [], options: { dryRun: input['dryRun'] } }, { name: 'changes' }),
      ),
  },
]

/** A command that changes one note, given by the words of its command line before and after the note's name. */
interface NoteChange {
  readonly command: Command
  readonly before?: readonly string[]
  readonly after?: readonly string[]
  readonly options?: Readonly<Record<string, unknown>>
}

/** A call of a tool: with what, and whether its answer is still wanted. */
interface Call {
  readonly input: ToolInput
  readonly signal: AbortSignal
}

function change(
  session: AgentSession,
  { input, signal }: Call,
  { command, before = [], after = [], options = {} }: NoteChange,
): Promise<ToolAnswer> {
  return guarded(session, { input, signal }, async (context) => {
    const args = [...before, await namedNote(session, input), ...after]
    return runCommand(context, { command, args, options: { ...options, dryRun: input['dryRun'] } }, { name: 'changes' })
  })
}

async function appendText(session: AgentSession, context: Context, input: ToolInput): Promise<ToolAnswer> {
  const [said, day] = [textIn(input, 'note'), textIn(input, 'day')]
  if ((said === undefined) === (day === undefined))
    return fail({ kind: 'usage', message: 'say which note, or of which day: note, or day' })
  const path = said === undefined ? undefined : await namedNote(session, input)
  const section = textIn(input, 'section')
  const insertion = {
    text: textIn(input, 'text') ?? '',
    at: 'end',
    ...(section === undefined ? {} : { section }),
  } as const
  const outcome = await runPlan(context, new Options({ dryRun: input['dryRun'] }), async (source) => {
    if (path === undefined) {
      const request = { period: 'daily', date: await dayOf(context, day ?? '') } as const
      return planPeriodNote(context, await writingSettings(context), request, { source, insertion })
    }
    const found = source.vault.note(path)
    if (found === undefined) return fail({ kind: 'note-not-found', query: path, suggestions: [] })
    if (section !== undefined) requireOneSection(found, section)
    return insertText(source, found, insertion)
  })
  return answerOf(context, outcome, { name: 'changes' })
}

/** Refuses a heading that a note has more than once: a text goes where it is meant to, or nowhere. */
function requireOneSection(note: Note, section: string): void {
  const heading = headingNamed(resolveAnchor(note, section.replace(/^#+\s*/, '')))
  if (heading === undefined || sameHeadings(note, section).length === 0) return
  const [said, name] = [section.replace(/^[#\s]+/, '').trim(), foldName(heading.text)]
  const isPrecise = foldName(said) !== name && (said === heading.slug || /[^#\s]\s*#\s*[^#\s]/.test(said))
  if (!isPrecise)
    fail({
      kind: 'refused',
      message: `${note.path} has several headings "${heading.text}"; nothing was written`,
      hint: 'name it with the heading above it, as in Above#Heading, or by its id, as in heading-1',
    })
}

async function setKeys(session: AgentSession, context: Context, input: ToolInput): Promise<ToolAnswer> {
  const path = await namedNote(session, input)
  const values = Object.entries((input['values'] ?? {}) as Readonly<Record<string, MetadataValue>>)
  const options = new Options({ dryRun: input['dryRun'] })
  const outcome = await runPlan(context, options, async (source) => {
    const found = source.vault.note(path)
    if (found === undefined) return fail({ kind: 'note-not-found', query: path, suggestions: [] })
    const title = `set ${values.map(([key]) => key).join(', ')} of ${path}`
    return editFrontMatter(source, found, title, (start) =>
      values.reduce((now, [key, value]) => {
        const body = textBody(start, now)
        return value === null ? (unsetProperty(body, key) ?? now) : setProperty(body, key, value)
      }, start.text),
    )
  })
  return answerOf(context, outcome, { name: 'changes' })
}

/** The path of the note that the input names exactly, among those that agents may see. */
async function namedNote(session: AgentSession, input: ToolInput): Promise<string> {
  return (await requireExactNote(await session.context(), textIn(input, 'note') ?? '')).path
}

/** Runs a change under its guards: it is still wanted, the note read is unchanged, and just as many notes are touched as was said. */
function guarded(
  session: AgentSession,
  { input, signal }: Call,
  work: (context: Context) => Promise<ToolAnswer>,
  planned?: Parameters<AgentSession['change']>[2],
): Promise<ToolAnswer> {
  const { notes: expected } = (input['expect'] ?? {}) as { readonly notes?: unknown }
  if (input['dryRun'] !== true && typeof expected !== 'number')
    fail({
      kind: 'usage',
      message: 'say how many notes the change may touch: expect: {notes: n}',
      hint: 'dryRun: true shows the change without making it',
    })
  let read: string | undefined
  const guard = (paths: ReadonlySet<string>): void => {
    signal.throwIfAborted()
    // Another program may have written to it while the change was planned, and the plan be of the newer text.
    if (read !== undefined) requireHash(session, read, input['hash'])
    const touched = paths.size
    if (input['dryRun'] !== true && touched !== expected)
      fail({
        kind: 'refused',
        message: `this would touch ${touched} notes, not ${String(expected)}; nothing was written`,
        hint: 'look at it with dryRun: true, then say how many',
      })
  }
  const checked = async (context: Context): Promise<ToolAnswer> => {
    // It may have waited for other changes.
    signal.throwIfAborted()
    if (input['hash'] !== undefined) {
      read = await namedNote(session, input)
      requireHash(session, read, input['hash'])
    }
    return work(context)
  }
  return session.change(guard, checked, planned)
}

function requireHash(session: AgentSession, path: string, wanted: unknown): void {
  const now = session.hashNow(path)
  if (now !== wanted)
    fail({
      kind: 'refused',
      message: `the note is another one since it was read; nothing was written. Its hash is ${now} now`,
      hint: 'read it again before changing it',
    })
}
