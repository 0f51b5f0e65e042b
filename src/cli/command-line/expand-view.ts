import { oddWord } from '../../commands/arguments/odd-word.ts'
import type { Context } from '../../commands/command.ts'
import { nearestNames } from '../../core/query/names/nearest-names.ts'
import { fail } from '../../core/model/failure.ts'
import { splitCommand } from '../../io/programs/split-command.ts'
import { neutralise } from '../../view/neutralise.ts'
import type { Invocation } from './build-program.ts'
import { commandPlace } from './parse-command-line.ts'

/**
 * A command line with `@NAME` replaced by the options saved under that name in `views`. Later options override them. A vault may come from
 * a stranger, so a view may only hold options of the command itself.
 */
export async function withSavedView(
  context: Context,
  { entry: { name }, command, line: typed }: Invocation,
  asked: string,
): Promise<readonly string[]> {
  if (!asked.startsWith('@'))
    return fail({
      kind: 'usage',
      message: `"${asked}" is no saved view, which begins with @`,
      hint: `in a folder: --path "${asked}"; by words: wend search "${asked}"`,
    })
  const { views } = await context.config()
  const view = asked.slice(1)
  const line = Object.hasOwn(views, view) ? views[view] : undefined
  if (line === undefined) return unknownView(view, Object.keys(views))
  const words = typeof line === 'string' ? splitCommand(line) : line
  // A format is printed as it is, so it must hold no terminal escapes.
  if (words.some((word) => neutralise(word) !== word))
    fail({
      kind: 'refused',
      message: `the view "${view}" of the configuration holds characters that steer a terminal or are not seen`,
      hint: 'write \\t and \\n for a tab and a line feed, and take the others out',
    })
  const odd = oddWord(words, command)
  if (odd !== undefined)
    fail({
      kind: 'refused',
      message: `the view "${view}" of the configuration holds "${odd}", which is no option that a view may have`,
      hint: 'a view holds options of list, without --watch: --sort modified -n 10',
    })
  const skipped = [commandPlace(typed), typed.lastIndexOf(asked)]
  return [name, ...words, ...typed.filter((_, at) => !skipped.includes(at))]
}

function unknownView(name: string, names: readonly string[]): never {
  const near = nearestNames(name, names)
  const all = `views: ${names.map((one) => `@${one}`).join(', ')}`
  const none = 'save one in the configuration, such as: views: {recent: --sort modified -n 10}'
  const hint = near.length > 0 ? `did you mean @${near.join(' or @')}?` : names.length > 0 ? all : none
  return fail({ kind: 'usage', message: `no view is saved as "${name}"`, hint })
}
