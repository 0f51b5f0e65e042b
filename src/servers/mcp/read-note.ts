import { links, backlinks } from '../../commands/links/links.ts'
import { requireNote } from '../../commands/arguments/require-note.ts'
import { placeOfPeriod } from '../../commands/write/daily.ts'
import { dayOf } from '../../commands/write/day-of.ts'
import { type Period, readWritingSettings } from '../../commands/write/writing-settings.ts'
import { fail } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import { estimateTokens } from '../../core/query/note/estimate-tokens.ts'
import { sectionOf } from '../../core/query/note/section-of.ts'
import { neutralise, neutraliseAll } from '../../view/neutralise.ts'
import type { AgentSession } from './agent-session.ts'
import { runForAgent } from './command-tool.ts'
import { textIn, type ToolAnswer, type ToolInput } from './tool.ts'

/** About how many tokens of text are returned at once. */
const mostTokens = 15_000

/** The text of a note or a part of it, with the hash of the whole file. */
export async function answerRead(session: AgentSession, input: ToolInput, signal?: AbortSignal): Promise<ToolAnswer> {
  const context = await session.context(signal)
  const said: string[] = []
  const note = await requireNote(context, textIn(input, 'note') ?? '', said)
  const file = await context.readText(note.path)
  const part = partOf(note, file, input)
  const { text, lines } = fitting(neutralise(part.text), part.first)
  const all = part.first + part.text.split('\n').length - 1
  if (lines[1] < all) said.push(`cut at line ${lines[1]} of ${all}; read on with lines: [${lines[1] + 1}, ${all}]`)
  const around = input['links'] === true ? await linksAround(session, note) : {}
  const { path, title, summary } = note
  return {
    data: {
      ...neutraliseAll({ path, title, ...(summary === undefined ? {} : { summary }) }),
      hash: session.hashOf(file),
      lines,
      text,
      ...around,
      ...(said.length === 0 ? {} : { said }),
    },
  }
}

/** The note of a day as `readNote` gives it; where it is not there yet, the path it will have. */
export async function readDaily(session: AgentSession, input: ToolInput): Promise<ToolAnswer> {
  const context = await session.context()
  const period = (textIn(input, 'period') ?? 'daily') as Period
  const date = await dayOf(context, textIn(input, 'day') ?? '', period)
  const { path, draft } = await placeOfPeriod(context, await readWritingSettings(context), { period, date })
  if (draft === undefined) return answerRead(session, { note: path })
  return { data: { ...neutraliseAll({ path }), said: ['there is no such note yet'] } }
}

interface Part {
  readonly text: string
  /** Its first line in the file. */
  readonly first: number
}

function partOf(note: Note, file: string, input: ToolInput): Part {
  const section = textIn(input, 'section')
  if (section !== undefined) {
    const text = sectionOf(note, file, section)
    if (text === undefined)
      return fail({
        kind: 'refused',
        message: `${note.path} has no heading "${section}"`,
        hint: `its headings: ${note.headings.map((heading) => heading.text).join(', ') || 'none'}`,
      })
    return { text, first: lineAt(file, file.indexOf(text)) }
  }
  const range = input['lines']
  if (!Array.isArray(range)) return { text: file, first: 1 }
  const [from, to] = [Number(range[0]), Number(range[1])]
  const lines = file.split('\n')
  if (!(from >= 1 && from <= to && from <= lines.length))
    return fail({
      kind: 'usage',
      message: `lines ${from} to ${to} are none of ${note.path}, which has 1 to ${lines.length}`,
    })
  return { text: lines.slice(from - 1, to).join('\n'), first: from }
}

/** As many whole lines as fit, at least one; `first` is the number of the first one. */
export function fitting(
  text: string,
  first: number,
): { readonly text: string; readonly lines: readonly [number, number] } {
  const lines = text.split('\n')
  let used = 0
  let count = 0
  while (count < lines.length && used <= mostTokens) used += estimateTokens(lines[count++] ?? '')
  const kept = count > 1 && used > mostTokens ? count - 1 : count
  const cut = lines.slice(0, kept).join('\n')
  return { text: cut.length > 80_000 ? `${cut.slice(0, 80_000)} … (cut)` : cut, lines: [first, first + kept - 1] }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

async function linksAround(session: AgentSession, { path }: Note): Promise<Readonly<Record<string, unknown>>> {
  const context = await session.context()
  const [out, back] = [
    await runForAgent(context, { command: links, args: [path], options: {} }, { name: 'links' }),
    await runForAgent(context, { command: backlinks, args: [path], options: {} }, { name: 'backlinks' }),
  ]
  return { ...bounded('links', out.data['links']), ...bounded('backlinks', back.data['backlinks']) }
}

/** About how many tokens the links and backlinks next to a text may take. */
const mostOfLinks = 1500

/** As many links as fit, and how many more there are; the tool of that name gives all. */
function bounded(name: string, all: unknown): Readonly<Record<string, unknown>> {
  const rows: readonly unknown[] = Array.isArray(all) ? all : []
  let room = mostOfLinks
  const cut = rows.findIndex((row) => (room -= estimateTokens(JSON.stringify(row))) < 0)
  return cut < 0 ? { [name]: rows } : { [name]: rows.slice(0, cut), [`${name}Left`]: rows.length - cut }
}
