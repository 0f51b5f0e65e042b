import { relative, resolve, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { formatDate } from '../../core/plan/write/format-date.ts'
import { askBase, type BaseQuestion } from '../../core/query/base/ask-base.ts'
import { BaseDate } from '../../core/query/base/base-value.ts'
import { type Base, type BaseView, positionOfWords, readBase } from '../../core/query/base/read-base.ts'
import { parseNote } from '../../core/parse/parse-note.ts'
import { nearestNames } from '../../core/query/names/nearest-names.ts'
import { patternRunner } from '../../io/files/run-pattern.ts'
import type { Vault } from '../../core/vault/vault.ts'
import { readVaultText } from '../../io/vault/vault-file.ts'
import type { Context } from '../command.ts'
import { isFromHere, typedPath } from '../arguments/typed-path.ts'
import { basesOf } from './bases-of.ts'

/** Reads a view of a base of the vault, `FILE` or `FILE#View`, by default the first; unreadable parts are left out and reported. */
export async function readBaseView(context: Context, asked: string): Promise<BaseQuestion> {
  const [file = '', name] = asked.split(/#(.*)/s)
  const { path, text } = await requireBase(context, file)
  const base = readBase(text)
  if (base.broken !== undefined) refuseUnread(context, path, base.broken)
  const view = viewNamed(base, path, name?.trim() ?? '')
  const { weekStart = 'monday' } = await context.config()
  const late: string[] = []
  const question = askBase(base, view, {
    vault: await context.vault(),
    path,
    now: wallClock(context.now()),
    wallClock: (ms) => wallClock(new Date(ms)),
    format: ({ ms }, pattern) => formatDate(localDate(ms), pattern.slice(0, 200), weekStart),
    random: context.random,
    patterns: patternRunner(() => late.push('a pattern took too long, and none was run from there on')),
  })
  const { unread } = question
  if (unread !== undefined) {
    const reason = `none of its filters can be read: ${unread.reason}`
    refuseUnread(context, path, { reason, position: positionOfWords(text, unread.text) })
  }
  const others = filesThatFit(await context.vault(), question)
  const left =
    others === 0
      ? []
      : [`${others === 1 ? 'a file that fits is no note' : `${others} files that fit are no notes`}, and not listed`]
  const all = base.filter === undefined && base.views.length === 0 ? ['it has no filters and no views: all notes'] : []
  return {
    ...question,
    told: () => [...all, ...question.told(), ...late, ...left].map((problem) => `${path}: ${problem}`),
  }
}

/** The view of a name, or the first; fails where there is none of that name. */
function viewNamed({ views }: Base, path: string, name: string): BaseView {
  const wanted = name.toLowerCase()
  const view = wanted === '' ? (views[0] ?? noView) : views.find((one) => one.name.toLowerCase() === wanted)
  if (view !== undefined) return view
  const names = views.map((one) => one.name)
  const near = nearestNames(wanted, names)
  const all = names.length === 0 ? 'it has no views: leave out what stands after #' : `views: ${names.join(', ')}`
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : all
  return fail({ kind: 'usage', message: `${path} has no view "${name}"`, hint })
}

/** Fails when nothing in a base can be read: a list of all notes would be no answer. */
function refuseUnread(context: Context, path: string, problem: NonNullable<Base['broken']>): never {
  return fail({ kind: 'bad-config', file: context.pathHere(path), suggestions: [], ...problem })
}

/** How many files that are no notes match a base, judged by their paths. */
function filesThatFit({ attachments }: Vault, { filter }: BaseQuestion): number {
  const facts = { size: 0, modifiedMs: Number.NaN, createdMs: Number.NaN }
  const files = attachments.filter(({ skipped }) => skipped === undefined)
  return files.filter(({ path }) => filter({ ...parseNote({ path, text: '', facts }), path })).length
}

/** The view of a base without views. */
const noView: BaseView = {
  name: '',
  filter: undefined,
  columns: [],
  sort: [],
  group: undefined,
  limit: undefined,
  summaries: new Map(),
  type: 'table',
}

async function requireBase(context: Context, typed: string): Promise<{ readonly path: string; readonly text: string }> {
  const { root } = context.vaultChoice()
  const named = /\.base$/i.test(typed) ? typed : `${typed}.base`
  const here = relative(root, resolve(context.cwd, named)).split(sep).join('/')
  if (isFromHere(typed)) typedPath(context, typed)
  const places = /^(?:\.\.(?:\/|$)|\/|[A-Za-z]:)/.test(here) ? [named] : [here, named]
  for (const path of places) {
    const text = readVaultText(root, path)
    if (text !== undefined) return { path, text }
  }
  const bases = basesOf(await context.vault())
  const near = nearestNames(named, bases)
  const known = bases.length > 0 ? `bases here: ${bases.slice(0, 10).join(', ')}` : 'the vault has no .base files'
  return fail({
    kind: 'usage',
    message: `no base ${named} in the vault`,
    hint: near.length > 0 ? `did you mean ${near.join(' or ')}?` : known,
  })
}

function wallClock(date: Date): BaseDate {
  return new BaseDate(date.getTime() - date.getTimezoneOffset() * 60_000)
}

function localDate(ms: number): Date {
  return new Date(ms + new Date(ms).getTimezoneOffset() * 60_000)
}
