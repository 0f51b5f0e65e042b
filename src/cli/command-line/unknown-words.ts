import { distance } from 'fastest-levenshtein'
import { registry } from '../../commands/registry.ts'
import type { ParserEnd } from './parser-end.ts'
import { commandOfOthers, optionOfOthers } from './words-of-others.ts'

/** A command that there is not, with what to type instead of it: what another tool's word comes to here, or a name that is near. */
export function unknownCommand(name: string, aliases: readonly string[]): ParserEnd {
  const names = [...registry.flatMap((entry) => [entry.name, ...entry.aliases]), ...aliases]
  if (name.trim() === '')
    return { exit: 2, out: '', error: 'wend: the command is empty\n      all commands: wend --help\n' }
  const known = commandOfOthers(name)
  if (known !== undefined) return { exit: 2, out: '', error: `wend: unknown command "${name}"\n      here: ${known}\n` }
  const nearest = names
    .map((candidate) => ({ candidate, edits: distance(name, candidate) }))
    .sort((a, b) => a.edits - b.edits)[0]
  const hint =
    nearest !== undefined && nearest.edits <= Math.min(2, name.length - 1)
      ? `did you mean "wend ${nearest.candidate}"?`
      : `search notes with: wend search "${name}"; all commands: wend --help`
  return { exit: 2, out: '', error: `wend: unknown command "${name.slice(0, 100)}"\n      ${hint}\n` }
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
