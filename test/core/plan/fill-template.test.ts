import { expect, test } from '@jest/globals'
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
