import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { fillTemplate } from '../../../../src/core/plan/write/fill-template.ts'
import { withCrlf } from '../../../support/planned.ts'

/** What a title may be called that YAML would read as something else, or not at all. */
const titles = [
  'plain words', 'a: b', 'a #b', 'a:', '#a', "it's", '"said"', 'say "x" to \'y\'', '[x]', '[[x]]', '{x: y}', 'a, b', '- a', '? a', ': a', '*a', '&a', '!a',
  '%a', '@a', '`a`', '| a', '> a', '\\n', 'a\\', 'Ünï 数', 'a}} b', 'x ] y', '~ x', '--- x', "''", 'a "b', "'a", ', a',
] // prettier-ignore

/** Each place of front matter that holds a value, and where the value is read then; `T` is the title. */
const places: readonly (readonly [line: string, value: (data: never) => unknown, text?: string])[] = [
  ['a: {{title}}', (data: { a: unknown }) => data.a],
  ['b: {{title}} # note', (data: { b: unknown }) => data.b],
  ['c: "{{title}}"', (data: { c: unknown }) => data.c],
  ["d: '{{title}}'", (data: { d: unknown }) => data.d],
  ['e: On {{title}} and more', (data: { e: unknown }) => data.e, 'On T and more'],
  ['"odd key": {{title}}', (data: { 'odd key': unknown }) => data['odd key']],
  ['f: [x, {{title}}, "{{title}}", y]', (data: { f: unknown[] }) => data.f[1]],
  ['g: {x: {{title}}, y: 1}', (data: { g: { x: unknown } }) => data.g.x],
  ['h:\n  - one\n  - {{title}}\n  - k: {{title}}', (data: { h: [unknown, unknown, { k: unknown }] }) => data.h[1]],
  ['i:\n  - k: {{title}}', (data: { i: [{ k: unknown }] }) => data.i[0].k],
  ['j:\n    sub: {{title}}', (data: { j: { sub: unknown } }) => data.j.sub],
  ["l: [ '{{title}}' , z ]", (data: { l: unknown[] }) => data.l[0]],
  ['m: "On {{title}}: \\"x\\""', (data: { m: unknown }) => data.m, 'On T: "x"'],
  ['n: [\n  x,\n  {{title}}\n]', (data: { n: unknown[] }) => data.n[1]],
]

const template = `---\n${places.map(([line]) => line).join('\n')}\nlast: {{nothing known}}\n---\n\n# {{title}}\n`

const values = (title: string) => ({
  title,
  date: new Date(2024, 0, 5),
  weekStart: 'monday' as const,
  id: () => 'k3x9',
  content: '',
  own: new Map<string, string>(),
})

test.each(titles)('a title %j is the value of each key that a template gives it to, and nothing else', (title) => {
  for (const written of [template, withCrlf(template)]) {
    const { text, unknown } = fillTemplate(written, values(title))
    const [, front = '', body = ''] = /^---\r?\n(.*\r?\n)---\r?\n(.*)$/s.exec(text) ?? []
    // A name that nothing is known for stays as it is, which is a map of maps to YAML.
    const data = parse(front.replace('{{nothing known}}', 'kept')) as never
    expect(places.map(([line, value]) => [line, value(data)])).toEqual(
      places.map(([line, , said = 'T']) => [line, said.replace('T', () => title)]),
    )
    expect([Object.keys(data).length, body.trim(), unknown]).toEqual([
      places.length + 1,
      `# ${title}`,
      ['nothing known'],
    ])
  }
})

test('what is no value of YAML is filled as it is', () => {
  const written =
    '---\n# {{title}}\nk: |\n  {{title}}\n\n  more\nz: >-\n    {{title}}\n{{title}}\nlink: [[{{title}}]]\n---\n{{title}}: x\n'
  expect(fillTemplate(written, values('a: b')).text).toBe(written.replaceAll('{{title}}', 'a: b'))
  expect(fillTemplate('k: {{title}}\n', values('a: b')).text).toBe('k: a: b\n')
  expect(fillTemplate('+++\nk = "{{title}}"\n+++\n', values('a: b')).text).toBe('+++\nk = "a: b"\n+++\n')
})
