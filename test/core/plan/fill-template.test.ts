import { describe, expect, test } from '@jest/globals'
import { fillTemplate } from '../../../src/core/plan/write/fill-template.ts'

const values = {
  title: 'The Bee & Co.',
  date: new Date(2024, 0, 5, 7, 8, 9),
  weekStart: 'monday' as const,
  id: () => 'k3x9',
  content: 'said',
  own: new Map([['mood', 'fine']]),
}

test.each([
  // As Moment.js counts them where weeks begin on Sunday: the week of the first of January is the first.
  ['2026-11-28', '2026-W48'],
  ['2026-11-29', '2026-W49'],
  ['2026-12-27', '2027-W01'],
  ['2023-01-01', '2023-W01'],
  ['2022-12-31', '2022-W53'],
])('%s is in the week %s', (day, week) => {
  const date = new Date(`${day}T12:00`)
  expect(fillTemplate('{{date:gggg-[W]ww}}', { ...values, date, weekStart: 'sunday' }).text).toBe(week)
})

test.each([
  ['{{title}}|{{ title }}', 'The Bee & Co.|The Bee & Co.'],
  ['{{slug}} {{slug title}} {{slug "A b"}} {{title|slug}}', 'the-bee-co the-bee-co a-b the-bee-co'],
  ['{{date}} {{time}} {{date:YYYY/MM}} {{time:HH}}', '2024-01-05 07:08 2024/01 07'],
  ["{{format-date now '%Y-%m'}} {{date now '%d'}}", '2024-01 05'],
  ["{{format-date (date 'now') '%H'}}", '07'],
  ['{{id}} {{content}} {{mood}} {{extra.mood}}', 'k3x9 said fine fine'],
  ['{{title|upper}} {{title | lower | slug}} {{mood|trim}}', 'THE BEE & CO. the-bee-co fine'],
  [
    '$FOAM_TITLE ${FOAM_SLUG} $FOAM_DATE_YEAR-${FOAM_DATE_MONTH}-$FOAM_DATE_DATE',
    'The Bee & Co. the-bee-co 2024-01-05',
  ],
  ['$FOAM_DATE_YEAR_SHORT $FOAM_DATE_MONTH_NAME $FOAM_DATE_MONTH_NAME_SHORT', '24 January Jan'],
  ['$FOAM_DATE_DAY_NAME $FOAM_DATE_DAY_NAME_SHORT $FOAM_DATE_WEEK', 'Friday Fri 01'],
  ['$FOAM_DATE_HOUR $FOAM_DATE_MINUTE $FOAM_DATE_SECOND', '07 08 09'],
  ['$FOAM_NOTHING {not} {{}} $TITLE', '$FOAM_NOTHING {not} {{}} $TITLE'],
])('%s', (template, expected) => {
  expect(fillTemplate(template, values)).toMatchObject({ text: expected, unknown: [] })
})

test('names that nothing is known for stay, and are told once each', () => {
  expect(fillTemplate('a {{nope}} b {{nope}} {{title|nope}} {{date:}}', values)).toMatchObject({
    text: 'a {{nope}} b {{nope}} {{title|nope}} {{date:}}',
    unknown: ['nope', 'title|nope', 'date:'],
  })
})

test('the first cursor has its place in the text, the others none', () => {
  expect(fillTemplate('{{title}}\n{{cursor}}x{{cursor}}y', values)).toMatchObject({
    text: 'The Bee & Co.\nxy',
    cursor: 14,
  })
  expect(fillTemplate('{{ cursor }}{{title}}', values).cursor).toBe(0)
  expect('cursor' in fillTemplate('x', values)).toBe(false)
})

test('whether the content has its place', () => {
  expect(fillTemplate('a {{content}}', values).hasContent).toBe(true)
  expect(fillTemplate('a {{title}}{{contents}}', values).hasContent).toBe(false)
})

describe('in the front matter', () => {
  const filled = (line: string, x: string): string => {
    const { text } = fillTemplate(`---\n${line}\n---\n{{x}}\n`, {
      ...values,
      title: x,
      content: x,
      own: new Map([['x', x]]),
    })
    expect(text.endsWith(`\n---\n${x}\n`)).toBe(true)
    return text.slice(4, -`\n---\n${x}\n`.length)
  }

  test.each([
    ['x: {{x}}', 'fine', 'x: fine'],
    ['x: {{x}}', '2026-01-05', 'x: 2026-01-05'],
    ['x: {{x}}', '12', 'x: 12'],
    ['x: {{x}}', '', 'x: '],
    ['x: {{x}}', 'so: so', 'x: "so: so"'],
    ['x: {{x}}', '#1 great', 'x: "#1 great"'],
    ['x: {{x}}', 'a #b', 'x: "a #b"'],
    ['x: {{x}} # why', 'so: so', 'x: "so: so" # why'],
    ['x:   {{x}}', '[a', 'x:   "[a"'],
    ['x: {{x}}', 'two\nlines', 'x: "two\\nlines"'],
    ['x: {{content}}', 'so: so', 'x: "so: so"'],
    ['title: {{title}}', 'Re: the "plan"', 'title: "Re: the \\"plan\\""'],
    ['title: On {{date}}, {{title}}', 'Re: it', 'title: "On 2024-01-05, Re: it"'],
    ['x: "{{x}}"', 'An "n" : x\\', 'x: "An \\"n\\" : x\\\\"'],
    ['x: "{{slug "A b"}} {{x}}" # {{x}}', '"', 'x: "a-b \\"" # "'],
    ["x: '{{x}}'", 'it\'s "so"', "x: 'it''s \"so\"'"],
    ['x: [a, {{x}}, "{{x}}"]', 'b, c', 'x: [a, "b, c", "b, c"]'],
    ['x: [{{x}}]', 'b, c: d', 'x: [b, "c: d"]'],
    ['x: [ {{title}} ]', 'b, c', 'x: [ "b, c" ]'],
    ['x: [a, # {{x}}\n  {{x}}]\ny: {{x}}', 'b: c', 'x: [a, # b: c\n  "b: c"]\ny: "b: c"'],
    ['x: {{x}}', '[a, b]', 'x: [a, b]'],
    ['x: {{title}}', '[a, b]', 'x: "[a, b]"'],
    ['x: {{x}}', '-4.5', 'x: -4.5'],
    ['x: {a: {{x}}, b: c}', 'b: c', 'x: {a: "b: c", b: c}'],
    ['x:\n  - {{x}}\n  - a: {{x}}', 'a: b', 'x:\n  - "a: b"\n  - a: "a: b"'],
    ['a:\nb: \nx: {{x}}', 'a: b', 'a:\nb: \nx: "a: b"'],
    ['x: |\n  a: {{x}}\ny: {{x}}', 'a: b', 'x: |\n  a: a: b\ny: "a: b"'],
    ['x: "[[{{x}}]]"', 'a: b', 'x: "[[a: b]]"'],
    ['x: [[{{x}}]]', 'a, b', 'x: [[a, b]]'],
    ['# {{x}}', 'a: b', '# a: b'],
    ['{{content}}', 'a: b', 'a: b'],
    ['x: "$FOAM_TITLE"\ny: $FOAM_TITLE', 'a: "b"', 'x: "a: \\"b\\""\ny: "a: \\"b\\""'],
    ['x: {{nope}}', 'a: b', 'x: {{nope}}'],
  ])('%s with %s', (line, x, expected) => {
    expect(filled(line, x)).toBe(expected)
  })

  test('of TOML all is as it is given', () => {
    expect(fillTemplate('+++\nx = "{{mood}}"\n+++\n', { ...values, own: new Map([['mood', 'a: b']]) }).text).toBe(
      '+++\nx = "a: b"\n+++\n',
    )
  })

  test('the cursor has its place within a value', () => {
    expect(fillTemplate('---\nx: {{title}}{{cursor}}\n---\n', { ...values, title: 'a: b' })).toMatchObject({
      text: '---\nx: "a: b"\n---\n',
      cursor: 12,
    })
  })
})
