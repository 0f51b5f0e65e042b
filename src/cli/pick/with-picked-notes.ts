import type { Command, Context } from '../../commands/command.ts'
import { fail } from '../../core/model/failure.ts'
import type { Invocation } from '../command-line/build-program.ts'
import type { Process } from '../process.ts'
import { pickNotes } from './pick-notes.ts'

/**
 * The arguments of a command, in which the first NOTE and missing ones after it are replaced by notes or tasks that a person chooses. Fails
 * for a command without a NOTE.
 */
export async function withPickedNotes(
  process: Process,
  context: Context,
  { entry: { name }, command, args }: Invocation,
): Promise<readonly string[]> {
  const at = command.arguments.findIndex((_, place) => pickedAt(command, args, place) !== undefined)
  if (at < 0)
    fail({
      kind: 'usage',
      message: `--pick chooses a NOTE, and ${name} takes none`,
      hint: command.arguments.some(({ picked }) => picked !== undefined)
        ? `it does with: wend ${name} ${command.arguments.flatMap(({ picked }) => picked?.after ?? []).join(' or ')}`
        : `all options: wend ${name} --help`,
    })
  if (args.length < at) refuseMissing(command, args.length)
  const filled = [...args]
  const required = command.arguments.filter((argument) => argument.name.startsWith('<')).length
  for (let place = at; place === at || (filled.length < required && place === filled.length); place++) {
    const argument = command.arguments[place]
    const of = pickedAt(command, args, place)
    if (argument === undefined || of === undefined) break
    const several = argument.name.includes('...')
    filled.splice(place, 0, ...(await pickNotes(process, context, { command: name, several, of })))
  }
  if (filled.length < required) refuseMissing(command, filled.length)
  return filled
}

/** What is chosen for an argument: a note or a task, by the argument and the words before it. */
function pickedAt({ arguments: all }: Command, args: readonly string[], place: number): 'note' | 'task' | undefined {
  const argument = all[place]
  if (argument?.picked === undefined) return argument?.completes === 'note' ? 'note' : undefined
  return argument.picked.after.includes(args[place - 1] ?? '') ? argument.picked.of : undefined
}

function refuseMissing(command: Command, at: number): never {
  const missing = command.arguments[at]?.name.replace(/[<>[\].]/g, '') ?? ''
  return fail({ kind: 'usage', message: `missing argument '${missing}'`, hint: '--pick chooses the NOTE alone' })
}
