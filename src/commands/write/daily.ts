import { join } from 'node:path'
import type { WritingGroup } from '../../core/model/config.ts'
import type { VaultDialects } from '../../core/model/tool-dialect.ts'
import { fail } from '../../core/model/failure.ts'
import { fileName, fileStem, folderOf, type NotePath, toNotePath } from '../../core/model/note-path.ts'
import { createNotes } from '../../core/plan/write/create-note.ts'
import { fillTemplate } from '../../core/plan/write/fill-template.ts'
import { formatDate } from '../../core/plan/write/format-date.ts'
import { noteOfText } from '../../core/plan/text/note-of-text.ts'
import { type Insertion, insertText, withInsertion } from '../../core/plan/write/insert-text.ts'
import type { PlanSource } from '../../core/plan/draft.ts'
import type { Plan } from '../../core/plan/rename/rename-note.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Options } from '../arguments/options.ts'
import { runPlan } from '../change/change-command.ts'
import { dryRunOption } from '../change/change-vault.ts'
import { requireSeen } from '../change/require-seen.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { openInEditor } from '../show/open.ts'
import { showWhole } from '../show/show-whole.ts'
import { dayOf, firstDay, namingDay, weekPattern } from './day-of.ts'
import { draftNote, type NoteDraft, placeByTemplate } from './draft-note.ts'
import { folderOfDays } from './folder-of-days.ts'
import { ownValues } from './new-request.ts'
import { repeatedName } from './repeated-name.ts'
import { writeNotes } from './write-notes.ts'
import { type Period, readWritingSettings, type WritingSettings } from './writing-settings.ts'

/** `wend daily`: the note of a day, created if it does not exist. */
export const daily: Command = {
  arguments: [
    {
      name: '[day...]',
      description:
        'today, yesterday, "last friday", +1 (with --week the next week), 2026-03-01, 2026-W09 (default: today)',
    },
  ],
  options: [
    { flags: '--week', description: 'the note of the week instead' },
    { flags: '--month', description: 'the note of the month instead' },
    { flags: '--append <text>', description: 'add lines at its end; - reads them from standard input' },
    { flags: '--print', description: 'show it instead of opening it' },
    { flags: '--path', description: 'print its path instead of opening it' },
    { flags: '--template <name>', description: 'the template of a new note', completes: 'template' },
    {
      flags: '--set <key=value>',
      description: 'a value for {{key}} of the template, else a front matter key',
      many: true,
    },
    dryRunOption,
  ],
  examples: [
    ['wend daily', "today's note in your editor, made from daily.template the first time"],
    ['wend daily yesterday --print', 'reads the one of another day'],
    ['wend daily --append "called the bank"', 'adds a line; undo takes it back'],
    ['wend daily --week --path', 'the path of the note of this week'],
  ],
  reports: ['document', 'note', 'changes'],
  run: runDaily,
}

async function runDaily(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const settings = await readWritingSettings(context)
  const period = periodOf(options)
  const day = await dayOf(context, args.join(' '), period)
  const written = options.text('append')
  const text = written === '-' ? await context.readInput() : written
  const own = ownValues(options.texts('set'))
  const request = { period, date: day, template: options.text('template'), own } as const
  const place = await placeOfPeriod(context, settings, request)
  const messages = place.draft === undefined ? idleOptions(place.path, options) : []
  if (text !== undefined || options.flag('dryRun')) {
    const insertion = text === undefined ? undefined : ({ text, at: 'end' } as const)
    const plan = (source: PlanSource): Promise<Plan> =>
      planPeriodNote(context, settings, request, { source, ...(insertion && { insertion }) })
    return withMessages(messages, await runPlan(context, options, plan))
  }
  if (place.draft !== undefined) messages.push(...place.draft.messages, ...(await writeNotes(context, [place.draft])))
  if (options.flag('print')) return withMessages(messages, await showWhole(withoutVault(context), place.path))
  const { root } = context.vaultChoice()
  const toEditor = context.terminal.stdoutIsTerminal && context.terminal.stdinIsTerminal && !options.asksForData()
  if (options.flag('path') || !toEditor)
    return {
      report: { kind: 'document', text: `${context.pathHere(place.path)}\n`, data: { path: place.path } },
      messages,
    }
  return openInEditor(context, join(root, place.path), {
    ...(place.draft === undefined ? {} : { line: place.draft.line }),
    messages,
    else: 'or read it with --print',
  })
}

/** Messages about options that only apply to a new note. */
function idleOptions(path: NotePath, options: Options): string[] {
  const idle = [
    options.texts('set').length > 0 ? '--set' : '',
    options.text('template') === undefined ? '' : '--template',
  ]
  const named = idle.filter((name) => name !== '').join(' and ')
  return named === '' ? [] : [`${path} is there already: ${named} did nothing`]
}

function periodOf(options: Options): Period {
  const [week, month] = [options.flag('week'), options.flag('month')]
  if (week && month) fail({ kind: 'usage', message: '--week and --month are two notes', hint: 'ask for one of them' })
  return week ? 'weekly' : month ? 'monthly' : 'daily'
}

function withMessages(messages: readonly string[], outcome: Outcome): Outcome {
  return { ...outcome, messages: [...messages, ...(outcome.messages ?? [])] }
}

/** The context with the vault read anew after a note was written. */
function withoutVault(context: Context): Context {
  return { ...context, vault: context.freshVault }
}

/** Which periodic note is meant, and how it is drafted when it is new. */
export interface PeriodRequest {
  readonly period: Period
  readonly date: Date
  readonly template?: string | undefined
  /** Values for the template by name. */
  readonly own?: ReadonlyMap<string, string>
}

/** A periodic note: where it is, or will be. */
interface PeriodNote {
  readonly path: NotePath
  /** Absent when the vault has the note. */
  readonly draft?: NoteDraft
}

const usual = { daily: 'YYYY-MM-DD', monthly: 'YYYY-MM' } as const

/** Finds where a periodic note is, or will be. */
export async function placeOfPeriod(
  context: Context,
  settings: WritingSettings,
  { period, date, template, own = new Map() }: PeriodRequest,
): Promise<PeriodNote> {
  const group = settings.periods[period]
  const vault = await vaultIfAny(context)
  const made = template ?? group.template
  const nameOf = (day: Date): ReturnType<typeof nameOfPeriod> =>
    nameOfPeriod(context, settings, { group, period, date: day, template: made }, vault)
  const { dir, stem, first } = await nameOf(date)
  const file = dir === '' ? `${stem}.md` : `${dir}/${stem}.md`
  const path = /^[/\\]/.test(dir) ? undefined : toNotePath(file)
  if (path === undefined) return fail({ kind: 'usage', message: `"${file}" is not a path inside the vault` })
  const known = vault?.note(path) ?? vault?.notes.find((note) => `/${note.path}`.endsWith(`/${stem}.md`))
  if (known !== undefined) return { path: known.path }
  await requireSeen(context, createNotes({ note: () => undefined }, [{ path, text: '' }]).changes, undefined)
  const title = fileName(stem)
  const draft = await draftNote(context, settings, {
    title,
    date: first,
    group: { dir, ...(made === undefined ? {} : { template: made }) },
    stem,
    content: '',
    own,
    metadata: {},
    plain: (await dialectsOf(context))?.syntax.includes('logseq') === true ? '' : `# ${title}\n`,
  })
  const again = await repeatedName(period, date, async (day) => {
    const later = await nameOf(day)
    return `${later.dir}/${later.stem}`
  })
  return { path, draft: { ...draft, messages: [...draft.messages, ...again] } }
}

/** The folder and name of a periodic note, by the settings and the existing notes, and the first day of its period. */
async function nameOfPeriod(
  context: Context,
  settings: WritingSettings,
  { group, period, date, template }: PeriodRequest & { readonly group: WritingGroup },
  vault: Vault | undefined,
): Promise<{ readonly dir: string; readonly stem: string; readonly first: Date }> {
  const { weekStart = 'monday' } = await context.config()
  const pattern = period === 'weekly' ? weekPattern(group, weekStart) : (group.name ?? usual[period])
  const day = namingDay({ period, date }, pattern, weekStart)
  const first = firstDay({ period, date }, pattern, weekStart)
  const paths = vault?.notes.map(({ path }) => path) ?? []
  const dir = group.dir ?? folderOfDays(paths, pattern, (named) => formatDate(day, named, weekStart))
  const values = { title: '', date: day, weekStart, id: () => '', content: '', own: new Map<string, string>() }
  if (group.dir === undefined && group.name === undefined) {
    const path = placeByTemplate(context.vaultChoice().root, settings, { template, values })
    if (path !== undefined) return { dir: folderOf(path), stem: fileStem(path), first }
  }
  const filled = (text: string): string => (text.includes('{{') ? fillTemplate(text, values).text : text)
  const stem = pattern.includes('{{') ? filled(pattern) : formatDate(day, pattern, weekStart)
  return { dir: filled(dir), stem, first }
}

async function dialectsOf(context: Context): Promise<VaultDialects | undefined> {
  const { vaultDialects } = await import('../../io/vault/vault-dialects.ts')
  return vaultDialects(context.vaultChoice().root, (await context.config()).dialects)
}

async function vaultIfAny(context: Context): Promise<Vault | undefined> {
  try {
    return await context.vault()
  } catch (error) {
    if (context.vaultUsed()?.by === 'guess') return undefined
    throw error
  }
}

/** What the change of a periodic note is planned on, and the text to insert. */
export interface PeriodChange {
  readonly source: PlanSource
  readonly insertion?: Insertion
}

/** Plans to insert a text into a periodic note, creating it if necessary. Nothing changes for an existing note without a text. */
export async function planPeriodNote(
  context: Context,
  settings: WritingSettings,
  request: PeriodRequest,
  { source, insertion }: PeriodChange,
): Promise<Plan & { readonly path: NotePath }> {
  const { path, draft } = await placeOfPeriod(context, settings, request)
  if (draft !== undefined) {
    const text =
      insertion === undefined
        ? draft.text
        : withInsertion(noteOfText(path, draft.text, await dialectsOf(context)), draft.text, insertion)
    return { path, ...createNotes({ note: () => undefined }, [{ path, text }], draft.messages) }
  }
  const note = source.vault.note(path)
  if (note === undefined || insertion === undefined)
    return { path, changes: { title: `${path} is there already`, changes: [] }, messages: [] }
  return { path, ...insertText(source, note, insertion) }
}
