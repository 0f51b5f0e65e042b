import { createInterface } from 'node:readline'
import type { Context, LiveTerminal } from '../../commands/command.ts'
import { withFormulas } from '../../commands/arguments/with-formulas.ts'
import { choicesAt, toTrail } from '../../commands/wander/trail.ts'
import type { Note } from '../../core/model/note.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import type { TrailStep, WanderChoice } from '../../core/model/report.ts'
import { neutralise, neutraliseAll } from '../../view/neutralise.ts'
import { shownReport } from '../../view/shown-report.ts'
import { trailText } from '../../view/text/trail-text.ts'
import { truncate } from '../../view/wrap-text.ts'
import { type Answer, readAnswer } from './answer.ts'

/** A walk on which a person decides. */
export interface Walk {
  readonly context: Context
  readonly terminal: LiveTerminal
  readonly start: Note
  readonly random: () => number
}

/** Shows each note with its choices and asks for the next one until the person ends the walk or the input ends; resolves to the trail. */
export async function walkWithPerson({ context, terminal, start, random }: Walk): Promise<readonly TrailStep[]> {
  const { stdin, stdout } = terminal
  const style = await context.style()
  const layout = { width: Math.min(context.terminal.width, 100), style }
  const lines = createInterface({ input: stdin, output: stdout })
  // The iterator keeps lines that come before they are asked for.
  const answers = lines[Symbol.asyncIterator]()
  let trail = await toTrail(context, start, [])
  const visited = new Set<NotePath>([start.path])
  let choices: readonly WanderChoice[] = []
  const arrive = async (): Promise<void> => {
    const here = (await context.vault()).note(trail.at(-1)?.path ?? '') ?? start
    visited.add(here.path)
    choices = await choicesAt(context, here.path, visited)
    const report = { kind: 'trail' as const, trail, choices }
    const shown = await withFormulas(context, (formula) => shownReport(report, formula))
    stdout.write(`\n${trailText(neutraliseAll(shown), layout)}`)
  }
  try {
    await arrive()
    for (;;) {
      stdout.write('\n')
      lines.setPrompt(style.paint('dim', prompt(choices, trail, layout.width)))
      lines.prompt()
      const line = await answers.next()
      if (line.done === true) break
      const answer = readAnswer(line.value, choices.length)
      if (answer.kind === 'end') break
      if (answer.kind === 'unknown') {
        stdout.write(`${answer.reason}\n`)
        continue
      }
      trail = stepped(trail, answer, choices, random)
      await arrive()
    }
  } finally {
    lines.close()
  }
  stdout.write('\n')
  return trail
}

/** The trail after an answer: one step longer, or one shorter after `back`. */
function stepped(
  trail: readonly TrailStep[],
  answer: Answer,
  choices: readonly WanderChoice[],
  random: () => number,
): readonly TrailStep[] {
  if (answer.kind === 'back') return trail.length > 1 ? trail.slice(0, -1) : trail
  const chosen = answer.kind === 'go' ? answer.choice : Math.floor(random() * choices.length)
  const choice = choices[chosen]
  if (choice === undefined) return trail
  const { visited: _visited, ...step } = choice
  return [...trail, step]
}

/** The prompt: the note's title, since long choices may have scrolled it away, and the possible answers. */
function prompt(choices: readonly WanderChoice[], trail: readonly TrailStep[], width: number): string {
  const go = choices.length === 0 ? [] : [choices.length === 1 ? '1 to go' : `1-${choices.length} to go`, 'r random']
  const answers = `${[...go, ...(trail.length > 1 ? ['b back'] : []), 'q ends'].join(', ')} > `
  const title = neutralise(trail.at(-1)?.title ?? '').replace(/\s+/g, ' ')
  const room = width - answers.length - 2
  return room < 10 ? answers : `${truncate(title, room)}: ${answers}`
}
