import { fromJsonSchema, type GetPromptResult, type McpServer } from '@modelcontextprotocol/server'
import { neutralise } from '../../view/neutralise.ts'

/** A prompt as data: what it is for, what it needs, what it asks of the model. */
interface Prompt {
  readonly name: string
  readonly title: string
  readonly description: string
  /** The name and description of its argument, if it has one. */
  readonly argument?: readonly [string, string]
  readonly text: (argument: string) => string
}

const prompts: readonly Prompt[] = [
  {
    name: 'explore_topic',
    title: 'Explore a topic',
    description: 'A guided way through the notes on a topic',
    argument: ['topic', 'a topic or a question'],
    text: (topic) =>
      `Guide me through my notes on ${JSON.stringify(topic)}. Call context with it, then learn on the most central note. Explain the ideas in the order in which they build on each other, name each note you use by its title, quote sparingly, and end with three questions that the notes leave open and with the note to read next.`,
  },
  {
    name: 'review_note',
    title: 'Review a note',
    description: 'What is unclear, wrong or missing in a note',
    argument: ['note', 'path, title or alias'],
    text: (note) =>
      `Review my note ${JSON.stringify(note)}. Call read with links: true, then related and check on it. Say what is unclear, what is claimed without a source, what contradicts the notes it links to, which links are missing, and whether its summary says the problem and the idea. Change nothing; propose each change as a short before and after.`,
  },
  {
    name: 'missing_here',
    title: 'What is missing here',
    description: 'Gaps around a note or topic',
    argument: ['topic', 'a note or a topic'],
    text: (topic) =>
      `What is missing in my notes around ${JSON.stringify(topic)}? Call context with it, then links and check with only: ["broken-link"] to see what is named and not written. List the notes that ought to exist, each with a title, a summary of one or two sentences (the problem, then the idea) and the notes that would link to it.`,
  },
  {
    name: 'weekly_review',
    title: 'Weekly review',
    description: 'What happened in the notes this week',
    text: () =>
      'Review my week in notes. Call list with sort: "modified" and limit: 30, read those of the last seven days, and tell me in a page: what I worked on, what connects, which open questions and tasks they hold, which of them link to nothing, and what to go on with.',
  },
]

/** The arguments of the prompts by name, made once as the schemas of tools are. */
const argumentSchemas = new Map(
  prompts.flatMap(({ name, argument }) => {
    if (argument === undefined) return []
    const [key, description] = argument
    const properties = { [key]: { type: 'string', description } }
    return [[name, fromJsonSchema<Record<string, string>>({ type: 'object', properties, required: [key] })] as const]
  }),
)

/** Adds the prompts: what a person may ask for by name. */
export function addPrompts(server: McpServer): void {
  for (const { name, title, description, argument, text } of prompts) {
    const asked = (words: string): GetPromptResult => ({
      messages: [{ role: 'user', content: { type: 'text', text: text(neutralise(words)) } }],
    })
    const argsSchema = argumentSchemas.get(name)
    if (argument === undefined || argsSchema === undefined)
      server.registerPrompt(name, { title, description }, () => asked(''))
    else server.registerPrompt(name, { title, description, argsSchema }, (input) => asked(input[argument[0]] ?? ''))
  }
}
