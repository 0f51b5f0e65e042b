import { nearestNames } from '../../core/query/names/nearest-names.ts'
import type { SettingRead } from '../../io/config/config-file.ts'
import { splitCommand } from '../../io/programs/split-command.ts'
import type { WrongLook } from '../../view/themes.ts'
import { oddWord } from '../arguments/odd-word.ts'
import { findCommand, registry } from '../registry.ts'

/** What is wrong with the aliases of a file, or with one of them: it names neither a command nor another alias. */
export async function aliasProblem(
  settings: readonly SettingRead[],
  only: string | undefined,
): Promise<WrongLook | undefined> {
  const aliases = settings.flatMap(({ part }) => Object.entries(part.aliases ?? {}))
  for (const [name, line] of aliases) {
    const [word = ''] = splitCommand(line)
    const others = aliases.map(([other]) => other).filter((other) => other !== name)
    const isKnown = /^[!-]/.test(line.trim()) || word === 'help' || findCommand(word) !== undefined
    if ((only !== undefined && name !== only) || isKnown || others.includes(word)) continue
    const near = nearestNames(word, [...registry.map((entry) => entry.name), ...others])[0]
    return {
      message: `"${line}" is no value for "aliases.${name}": wend has no command "${word}"`,
      hint:
        near === undefined
          ? 'a line for the shell begins with !; all commands: wend --help'
          : `did you mean "${near}"?`,
    }
  }
  return undefined
}

/** What is wrong with the views of a file, or with one of them: a word that is no option allowed in a view. */
export async function viewProblem(
  settings: readonly SettingRead[],
  only: string | undefined,
): Promise<WrongLook | undefined> {
  const list = await findCommand('list')?.load()
  if (list === undefined) return undefined
  for (const [name, line] of settings.flatMap(({ part }) => Object.entries(part.views ?? {}))) {
    if (only !== undefined && name !== only) continue
    const odd = oddWord(typeof line === 'string' ? splitCommand(line) : line, list)
    if (odd === undefined) continue
    const options = list.options.flatMap(({ flags }) => flags.match(/--[\w-]+/g) ?? [])
    const near = nearestNames(odd, options)[0]
    return {
      message: `"${[line].flat().join(' ')}" is no value for "views.${name}": "${odd}" is no option that a view may have`,
      hint:
        near === undefined
          ? 'a view holds options of list, without --watch: --sort modified -n 10'
          : `did you mean ${near}?`,
    }
  }
  return undefined
}
