import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import '../../src/io/config/config-text.ts'
import '../../src/io/config/setting-key.ts'
import { makeVault } from '../support/make-vault.ts'
import { runWend } from '../support/run-wend.ts'

// What every plain object of JavaScript has, found where a table is asked for a name that came from outside.
const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__']

const noteNamed = (name: string): string => `---
${name}: x
tags: [${name}]
---
# ${name}

[[${name}#${name}]] #${name} &${name}; <${name}>a</${name}> <a ${name}="1">b</a>

> [!${name}] T

- [ ] a 🔁 every 2 ${name} [due:: ${name}]

\`\`\`${name}
code
\`\`\`

\`\`\`mermaid
graph ${name}
A@{shape: ${name}} --> B["#${name};"]
\`\`\`

\`\`\`mermaid
sequenceDiagram
A-${name}->B: x
\`\`\`

$\\${name}{a} \\mathbb{${name}} \\begin{${name}} x \\end{${name}} \\SI{2}{\\${name}} \\left\\${name} x \\right. \\qty{3}{${name}}$

{{< ${name} x >}} {{${name}}}
`

describe.each(names)('%s is a name like any other', (name) => {
  const cwd = makeVault({
    'a.md': noteNamed(name),
    [`.wend/templates/${name}.md`]: `{{title|${name}}} {{${name}}} {{date:${name}}} \${FOAM_${name}} {{slug ${name}}}\n`,
    'b.base': `filters: "${name} == 1"\nformulas: {a: "${name}(1)", b: "file.${name}", c: "'a'.${name}()"}\nviews: [{type: table, name: v, order: [formula.a], summaries: {${name}: ${name}}}]\n`,
  })

  test.each([
    [['show', 'a']],
    [['export', 'a', '--format', 'html']],
    [['check']],
    [['tasks', '--due', name]],
    [['schema']],
    [['search', `${name}!=x`]],
    [['search', `${name}:x`]],
    [['list', '--where', `${name}=x`, '--sort', name, '--columns', name]],
    [['list', '--base', 'b.base']],
    [['new', 'B', '--template', name, '--dry-run']],
    [['daily', '--template', name, '--dry-run']],
    [['config', 'get', name]],
    [['config', 'get', `theme.colors.${name}`]],
    [['help', name]],
    [['list', `--${name}`]],
    [['list', '--format', `{{${name}}}`]],
    [['check', '--explain', name]],
    [[name]],
  ])('%j', async (args) => {
    const { exit, stdout, stderr } = await runWend(args, { cwd })
    expect(exit).toBeLessThanOrEqual(2)
    expect(`${stdout}${stderr}`).not.toMatch(/bug in wend|TypeError|\[object |native code/)
  })
})

test('tables that are asked by names from outside are made without the names of plain objects', () => {
  const plain = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => /: Readonly<Record<string, .*>> = \{$/m.test(readFileSync(join('src', file), 'utf8')))
  expect(plain).toEqual([])
})
