import { expect, test } from '@jest/globals'
import { readFileSync, writeFileSync } from 'node:fs'
import { programRules } from '../../src/io/programs/program-rules.ts'

test('docs/programs.md holds the table of what each program may do', () => {
  const rows = Object.entries(programRules).map(([sort, { namedBy, given, flags, defaults, sets, unsets }]) => {
    const all = flags.length === 0 ? '' : `; before that \`${flags.join(' ')}\``
    const set = Object.entries(sets).map(([name, value]) => `\`${name}=${value}\``)
    const unset = Object.entries(defaults).map(([name, value]) => `\`${name}=${value}\``)
    const environment = [
      "the user's own",
      ...(unset.length === 0 ? [] : [`${unset.join(', ')} where unset`]),
      ...(set.length === 0 ? [] : [`with ${set.join(', ')}`]),
      ...(unsets.length === 0 ? [] : [`without ${unsets.map((name) => `\`${name}\``).join(', ')}`]),
    ]
    return `| ${sort} | ${namedBy} | ${given}${all} | ${environment.join(', ')} |`
  })
  const page = readFileSync('docs/programs.md', 'utf8')
  const expected = `${page.split('| --- | --- | --- | --- |\n')[0] ?? ''}| --- | --- | --- | --- |\n${rows.join('\n')}\n`
  if (process.env['UPDATE_DOCS'] !== undefined) writeFileSync('docs/programs.md', expected)
  else expect(page).toBe(expected)
})
