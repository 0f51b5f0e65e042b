import { expect, test } from '@jest/globals'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Command } from '../../src/commands/command.ts'
import type { RegistryEntry } from '../../src/commands/registry-entry.ts'
import { registry } from '../../src/commands/registry.ts'
import { formatsOf } from '../../src/view/format-report.ts'

const file = 'docs/commands.md'

/** `UPDATE_DOCS=1 npm test -- test/docs` rewrites the page. */
test('docs/commands.md says what the commands take', async () => {
  const sections: string[] = []
  for (const entry of registry) sections.push(section(entry, await entry.load()))
  const page = `# Commands\n\nMade from the program; \`wend COMMAND --help\` says the same. A NOTE is named by path, file name, title, alias, slug or the beginning of any of them.\n\n${sections.join('\n\n')}\n`
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, page)
  expect(readFileSync(file, 'utf8')).toBe(page)
})

function section({ name, aliases, summary }: RegistryEntry, command: Command): string {
  const usage = ['wend', name, ...command.arguments.map((argument) => argument.name)].join(' ')
  const formats = [...new Set((command.reports ?? []).flatMap(formatsOf))]
  const takes = [
    ...command.arguments.map(({ name: argument, description }) => [argument, description]),
    ...command.options.map(({ flags, description, choices }) => [
      flags,
      `${description}${choices ? ` (${choices.join(', ')})` : ''}`,
    ]),
  ]
  const parts = [
    `## ${name}`,
    `${summary}.${aliases.length > 0 ? ` Also \`${aliases.join('`, `')}\`.` : ''}`,
    `\`\`\`\n${usage}${command.options.length > 0 ? ' [options]' : ''}\n\`\`\``,
    rows(takes),
    formats.length > 0
      ? `Formats (\`-f\`): ${formats.join(', ')}, or a template such as \`'{{title}}\\t{{path}}'\`.`
      : '',
    `Examples:\n\n${command.examples.map(([line, does]) => `- \`${line}\`: ${does}`).join('\n')}`,
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function rows(pairs: readonly (readonly string[])[]): string {
  if (pairs.length === 0) return ''
  return [
    '| | |',
    '| --- | --- |',
    ...pairs.map(([flags = '', does = '']) => `| \`${flags}\` | ${does.replaceAll('|', '\\|')} |`),
  ].join('\n')
}
