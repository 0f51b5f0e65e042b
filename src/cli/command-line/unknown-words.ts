import { distance } from 'fastest-levenshtein'
import { registry } from '../../commands/registry.ts'
import { helpTopics } from '../help/topics.ts'
import type { ParserEnd } from './parser-end.ts'
import { commandOfOthers, optionOfOthers } from './words-of-others.ts'

/** The error for an unknown command, with what to type instead: wend's way to do what another tool's command does, or a similar name. */
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

/** The error for an unknown help topic, with the same suggestions. */
export function unknownHelp(name: string, aliases: readonly string[]): ParserEnd {
  const nearest = nearestOf(name, [...helpTopics.map((topic) => topic.name), ...aliases])
  const known = commandOfOthers(name)
  const other = known === undefined ? 'commands and topics: wend help' : `here: ${known}`
  const hint = nearest === undefined || known !== undefined ? other : `did you mean "wend help ${nearest}"?`
  return { exit: 2, out: '', error: `wend: no help for "${name.slice(0, 100)}"\n      ${hint}\n` }
}

/** The name of a command, or one of `others`, of which a name may be a typo. */
function nearestOf(name: string, others: readonly string[]): string | undefined {
  const [nearest] = [...registry.flatMap((entry) => [entry.name, ...entry.aliases]), ...others]
    .map((candidate) => ({ candidate, edits: distance(name, candidate) }))
    .sort((a, b) => a.edits - b.edits)
  return nearest !== undefined && nearest.edits <= Math.min(2, name.length - 1) ? nearest.candidate : undefined
}

/**
 * The error for an unknown option, with wend's way to do what another tool's option does; the parser's suggestion stays only when it is
 * similar.
 */
export function unknownOption(end: ParserEnd, command = ''): ParserEnd {
  const option = /unknown option '([^'=]+)/.exec(end.error)?.[1] ?? ''
  const known = optionOfOthers(command, option)
  if (known !== undefined) return { ...end, error: `wend: unknown option '${option}'\n      here: ${known}\n` }
  const [line = '', names = ''] = /^ +did you mean (?:one of )?(--[^?]+)\?\n/m.exec(end.error) ?? []
  if (line === '' || names.split(', ').every((name) => isNear(option, name))) return end
  const help = `wend ${command === '' ? '' : `${command} `}--help`
  return { ...end, error: `${end.error.replace(line, '')}      all options: ${help}\n` }
}

/** Whether less than half of the letters differ: `--quire` is similar to `--quiet`, `--budget` is not. */
function isNear(option: string, other: string): boolean {
  const [name, candidate] = [option.replace(/^--/, ''), other.replace(/^--/, '')]
  return distance(name, candidate) * 2 < Math.max(name.length, candidate.length)
}
