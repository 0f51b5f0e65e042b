import { fillTemplate } from '../../core/plan/write/fill-template.ts'
import { insertText } from '../../core/plan/write/insert-text.ts'
import { requireExactNote } from '../arguments/require-note.ts'
import { runPlan } from '../change/change-command.ts'
import { dryRunOption } from '../change/change-vault.ts'
import type { Command, Context, Outcome } from '../command.ts'
import type { Options } from '../arguments/options.ts'
import { planPeriodNote } from './daily.ts'
import { typedText } from './typed-text.ts'
import { writingSettings } from './writing-settings.ts'

/** `wend add`: a thought to the inbox, or to the note of the day. */
export const add: Command = {
  arguments: [{ name: '[text...]', description: 'what to keep; without it that of standard input, or your editor' }],
  options: [
    { flags: '--to <note>', description: 'the note it goes to, or daily (default: add.to)', completes: 'note' },
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
  const said = (await typedText(context, args)).trim()
  const config = await context.config()
  const [first = '', ...more] = said.split(/\r?\n/)
  const line = fillTemplate(config.addLine ?? '- {{time}} {{text}}', {
    title: '',
    date: context.now(),
    weekStart: config.weekStart ?? 'monday',
    id: () => '',
    content: first,
    own: new Map([['text', first]]),
  }).text
  // What has several lines stays one item of a list.
  const indent = /^\s*(?:[-+*]|\d+[.)])\s+/.exec(line)?.[0].replace(/\S/g, ' ') ?? ''
  const text = [line, ...more.map((one) => (one.trim() === '' ? '' : indent + one))].join('\n')
  const section = options.text('section') ?? config.addSection
  const insertion = { text, at: 'end', section, makeSection: true } as const
  const to = options.text('to') ?? config.addTo ?? 'daily'
  return runPlan(context, options, async (source) => {
    if (to !== 'daily') return insertText(source, await requireExactNote(context, to), insertion)
    const settings = await writingSettings(context)
    return planPeriodNote(context, settings, { period: 'daily', date: context.now() }, insertion)
  })
}
