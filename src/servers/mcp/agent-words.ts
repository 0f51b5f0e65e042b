import { sep } from 'node:path'
import { kebabCase } from '../../commands/arguments/options.ts'

/** What is needed to reword messages for agents. */
export interface AgentWords {
  /** The fields of the tool that was called. */
  readonly fields: readonly string[]
  /** The tools there are. */
  readonly tools: readonly string[]
  /** The folder of the vault; undefined where it is not known. */
  readonly root: string | undefined
}

/** The tools that replace commands of another name. */
const commands: ReadonlyMap<string, string> = new Map([
  ['new', 'create'],
  ['mv', 'rename'],
])

/** The longest message, in characters (it may quote the input), and how many messages there may be. */
const [longest, most] = [500, 40]

/**
 * Messages of commands reworded for agents: options become fields of the tool, commands become tools, and paths on this machine are
 * removed. Quoted text stays as it is. Messages are cut, and duplicates dropped.
 */
export function wordsForAgents(messages: readonly string[], words: AgentWords): readonly string[] {
  const told = [...new Set(messages.map((message) => cut(inAgentWords(message, words))))]
  return told.length <= most ? told : [...told.slice(0, most), `and ${told.length - most} more`]
}

function inAgentWords(message: string, { fields, tools, root }: AgentWords): string {
  const here =
    root === undefined
      ? message
      : message
          .replaceAll(`the vault ${root}`, 'the vault')
          .replaceAll(`${root}${sep}`, '')
          .replaceAll(root, 'the vault')
  return here.replace(/"[^"]*"|,? or (?:use|with) --force\b|--([a-z]+(?:-[a-z]+)*)|\bwend ([a-z]+)\b/g, (...match) => {
    const [whole, option, command] = match as unknown as readonly [string, string | undefined, string | undefined]
    if (whole.endsWith(' --force')) return ''
    if (option !== undefined) return fields.find((field) => kebabCase(field) === option) ?? whole
    const tool = command === undefined ? undefined : (commands.get(command) ?? command)
    return tool !== undefined && tools.includes(tool) ? `the tool ${tool}` : whole
  })
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)} … (cut)` : text
}
