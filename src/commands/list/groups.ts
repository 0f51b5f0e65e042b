import { groupsOf } from '../../core/query/lists/groups.ts'
import { comparableTag } from '../../core/query/lists/tag-expression.ts'
import type { Command, Context, Outcome } from '../command.ts'

/** `wend topics`: topics with counts and members. */
export const topics: Command = {
  arguments: [{ name: '[topic]', description: 'only this topic' }],
  options: [],
  examples: [
    ['wend topics', 'every topic with its notes'],
    ['wend topics planning', 'the notes of one topic'],
    ["wend topics --format '{{count}}\\t{{name}}'", 'a line for each topic'],
  ],
  reports: ['groups'],
  run: (context, args) => run(context, 'topics', args[0]),
}

/** `wend tags`: tags with counts and members. */
export const tags: Command = {
  arguments: [{ name: '[tag]', description: 'only this tag and those nested under it' }],
  options: [],
  examples: [
    ['wend tags', 'every tag with its notes'],
    ['wend tags project', 'one tag and those nested under it'],
    ['wend tags --json', 'the same for programs'],
  ],
  reports: ['groups'],
  run: (context, args) => run(context, 'tags', args[0]),
}

async function run(context: Context, of: 'topics' | 'tags', only: string | undefined): Promise<Outcome> {
  const wanted = only === undefined ? undefined : comparableTag(only)
  const groups = groupsOf((await context.vault()).notes, of).filter(
    ({ name }) =>
      wanted === undefined || comparableTag(name) === wanted || comparableTag(name).startsWith(`${wanted}/`),
  )
  const report = { kind: 'groups' as const, of, groups }
  if (groups.length > 0) return { report }
  const field =
    of === 'topics'
      ? '`topics: [a, b]` in their front matter'
      : '`tags: [a, b]` in their front matter, or #a in the text'
  return {
    report,
    exit: 1,
    messages: [
      only === undefined
        ? `no ${of} here: notes name them with ${field}`
        : `no note has the ${of.slice(0, -1)} "${only}"`,
    ],
  }
}
