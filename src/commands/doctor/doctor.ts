import { plural } from '../../view/text/problems-text.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { type Facts, factsOf } from './facts.ts'
import type { ProgramFacts } from './programs-of.ts'

/** `wend doctor`: facts about the installation, for bug reports. */
export const doctor: Command = {
  arguments: [],
  options: [],
  examples: [
    ['wend doctor', 'versions, vault, configuration, folders, terminal and programs'],
    ['wend doctor --json', 'the same for programs'],
    ['wend -C ~/notes doctor', 'what it sees of another vault'],
  ],
  reports: ['document'],
  run: async (context): Promise<Outcome> => {
    const facts = withoutHome(context, await factsOf(context))
    const { problems } = facts
    const messages = problems.length === 0 ? ['nothing wrong was found'] : problems
    return {
      report: { kind: 'document', text: textOf(facts), data: facts },
      messages,
      exit: problems.length === 0 ? 0 : 1,
    }
  },
}

/** Replaces the home folder, which names its user, by `~`, since reports are shown to others. */
function withoutHome(context: Context, facts: Facts): Facts {
  const home = context.env['HOME'] ?? ''
  if (home.length < 2) return facts
  const shown = (value: unknown): unknown => {
    if (typeof value === 'string') return value === home ? '~' : value.replaceAll(`${home}/`, '~/')
    if (Array.isArray(value)) return value.map(shown)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, shown(inside)]))
  }
  return shown(facts) as Facts
}

function textOf({ wend, system, vault, config, cache, state, terminal, programs, environment }: Facts): string {
  const lines: (readonly [string, string])[] = [
    ['wend', wend.build === undefined ? `${wend.version} (from source)` : `${wend.version} (build ${wend.build})`],
    ['system', `Node.js ${system.node}, ${system.platform} ${system.release} (${system.arch})`],
    ['vault', vault === undefined ? 'none' : `${vault.root} (${vault.found})`],
    ...(vault === undefined ? [] : ([['', sizeOf(vault)]] as const)),
    ...config.map(
      ({ file, exists, keys }, at) =>
        [at === 0 ? 'config' : '', `${file} (${exists ? plural(keys, 'key') : 'none'})`] as const,
    ),
    ['cache', cache === undefined ? 'none' : `${cache.folder} (${cache.exists ? cache.where : 'not made yet'})`],
    ['state', state === undefined ? 'none' : `${state.folder} (${state.exists ? 'made' : 'not made yet'})`],
    ['terminal', screenOf(terminal)],
    ['', looksOf(terminal)],
    ...Object.entries(programs).map(([name, program]) => [name, programOf(program)] as const),
    ...Object.entries(environment).map(
      ([name, value], at) => [at === 0 ? 'variables' : '', `${name}=${value}`] as const,
    ),
  ]
  return lines.map(([name, said]) => `${name.padEnd(9)}  ${said}\n`).join('')
}

function sizeOf({ notes, dialects = [] }: NonNullable<Facts['vault']>): string {
  const tools = dialects.length === 0 ? '' : `, links as in ${dialects.join(', ')}`
  return notes === undefined ? 'its notes can not be read' : `${plural(notes, 'note')}${tools}`
}

function screenOf({ width, height, stdin, stdout, stderr }: Facts['terminal']): string {
  const streams = Object.entries({ stdin, stdout, stderr }).flatMap(([name, is]) => (is ? [name] : []))
  const where = streams.length === 3 ? '' : `; a terminal: ${streams.length === 0 ? 'none' : streams.join(', ')}`
  return `${width} columns, ${height} rows${where}`
}

function looksOf({ colors, hyperlinks, pictures }: Facts['terminal']): string {
  const shown = { 0: 'no colours', 1: '16 colours', 2: '256 colours', 3: 'all colours' }[colors]
  return `${shown}, ${hyperlinks ? 'links that can be clicked' : 'no links that can be clicked'}, ${pictures === undefined ? 'no pictures' : `pictures by ${pictures}`}`
}

function programOf({ name, from, file, version }: ProgramFacts): string {
  if (name === undefined) return 'not set'
  const said = from === undefined ? '' : ` (${from})`
  return file === undefined ? `${name}${said}, not found` : `${version ?? name}${said}, ${file}`
}
