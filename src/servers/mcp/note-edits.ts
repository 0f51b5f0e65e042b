import { runPlan } from '../../commands/change/change-command.ts'
import { Options } from '../../commands/arguments/options.ts'
import type { Context } from '../../commands/command.ts'
import { planPeriodNote } from '../../commands/write/daily.ts'
import { dayOf } from '../../commands/write/day-of.ts'
import { readWritingSettings } from '../../commands/write/writing-settings.ts'
import { fail } from '../../core/model/failure.ts'
import type { MetadataValue, Note } from '../../core/model/note.ts'
import { editFrontMatter } from '../../core/plan/front-matter/edit-front-matter.ts'
import { setProperty, unsetProperty } from '../../core/plan/front-matter/set-property.ts'
import { textBody } from '../../core/plan/text/text-body.ts'
import { insertText } from '../../core/plan/write/insert-text.ts'
import { sameHeadings } from '../../core/query/note/same-headings.ts'
import { foldName } from '../../core/vault/fold.ts'
import { headingNamed, resolveAnchor } from '../../core/vault/resolve-anchor.ts'
import type { AgentSession } from './agent-session.ts'
import { answerOf } from './command-tool.ts'
import { namedNote } from './guarded.ts'
import { textIn, type ToolAnswer, type ToolInput } from './tool.ts'

/** Puts a text at the end of a note, a section of it, or the note of a day. */
export async function appendText(session: AgentSession, context: Context, input: ToolInput): Promise<ToolAnswer> {
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
      return planPeriodNote(context, await readWritingSettings(context), request, { source, insertion })
    }
    const found = source.vault.note(path)
    if (found === undefined) return fail({ kind: 'note-not-found', query: path, suggestions: [] })
    if (section !== undefined) requireOneSection(found, section)
    return insertText(source, found, insertion)
  })
  return answerOf(context, outcome, { name: 'changes' })
}

/** Refuses a heading that a note has several times: the text must not end up in the wrong section. */
function requireOneSection(note: Note, section: string): void {
  const heading = headingNamed(resolveAnchor(note, section))
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

/** Sets keys of the front matter of a note; null takes one out. */
export async function setKeys(session: AgentSession, context: Context, input: ToolInput): Promise<ToolAnswer> {
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
