import { distance } from 'fastest-levenshtein'
import { registry } from '../../commands/registry.ts'
import { helpTopics } from '../help/topics.ts'
import type { ParserEnd } from './parser-end.ts'
import { commandOfOthers, optionOfOthers } from './words-of-others.ts'

/** A command that there is not, with what to type instead of it: what another tool's word comes to here, or a name that is near. */
export function unknownCommand(name: string, aliases: readonly string[]): ParserEnd {
  if (name.trim() === '')
    return { exit: 2, out: '', error: 'wend: the command is empty\n      all commands: wend --help\n' }
  const known = commandOfOthers(name)
  if (known !== undefined) return { exit: 2, out: '', error: `wend: unknown command "${name}"\n      here: ${known}\n` }
  const nearest = nearestOf(name, aliases)
  const hint =
    nearest === undefined
      ? `search notes with: wend search "${name}"; all commands: wend --help`
      : `did you mean "wend ${nearest}"?`
  return { exit: 2, out: '', error: `wend: unknown command "${name.slice(0, 100)}"\n      ${hint}\n` }
}

/** A word that there is no help for, with what another tool's command comes to here, or the command or topic whose name is near. */
export function unknownHelp(name: string, aliases: readonly string[]): ParserEnd {
  const nearest = nearestOf(name, [...helpTopics.map((topic) => topic.name), ...aliases])
  const known = commandOfOthers(name)
  const other = known === undefined ? 'commands and topics: wend help' : `here: ${known}`
  const hint = nearest === undefined || known !== undefined ? other : `did you mean "wend help ${nearest}"?`
  return { exit: 2, out: '', error: `wend: no help for "${name.slice(0, 100)}"\n      ${hint}\n` }
}

/** The name of a command, or one of `others`, that is a typo away. */
function nearestOf(name: string, others: readonly string[]): string | undefined {
  const [nearest] = [...registry.flatMap((entry) => [entry.name, ...entry.aliases]), ...others]
    .map((candidate) => ({ candidate, edits: distance(name, candidate) }))
    .sort((a, b) => a.edits - b.edits)
  return nearest !== undefined && nearest.edits <= Math.min(2, name.length - 1) ? nearest.candidate : undefined
}

/** An option that there is not, with what to type instead where another tool has it; an option that is not near is not proposed. */
export function unknownOption(end: ParserEnd, command = ''): ParserEnd {
  const option = /unknown option '([^'=]+)/.exec(end.error)?.[1] ?? ''
  const known = optionOfOthers(command, option)
  if (known !== undefined) return { ...end, error: `wend: unknown option '${option}'\n      here: ${known}\n` }
  const [line = '', names = ''] = /^ +did you mean (?:one of )?(--[^?]+)\?\n/m.exec(end.error) ?? []
  if (line === '' || names.split(', ').every((name) => isNear(option, name))) return end
  const help = `wend ${command === '' ? '' : `${command} `}--help`
  return { ...end, error: `${end.error.replace(line, '')}      all options: ${help}\n` }
}

/** Whether less than half of the letters differ: `--quire` is near `--quiet`, `--budget` is not. */
function isNear(option: string, other: string): boolean {
  const [name, candidate] = [option.replace(/^--/, ''), other.replace(/^--/, '')]
  return distance(name, candidate) * 2 < Math.max(name.length, candidate.length)
}
