import { expect, test } from '@jest/globals'
import { filterOf, placeholderNames } from '../../../../src/core/plan/write/template-value.ts'
import { unfilledReason } from '../../../../src/core/plan/write/unfilled-placeholder.ts'

const give = (name: string): string => `give it with ${name}`

test.each([
  ['who', '{{who}} has no value; give it with who'],
  ['extra.who', '{{extra.who}} has no value; give it with who'],
  ['titel', '{{titel}} has no value; did you mean {{title}}? else give it with titel'],
  ['title|uper', '{{title|uper}} has no filter "uper"; did you mean "upper"?'],
  ['who | trim | slugg', '{{who | trim | slugg}} has no filter "slugg"; did you mean "slug"?'],
  ['date:YYYY|capital', '{{date:YYYY|capital}} has no filter "capital"; filters: slug, lower, upper, trim'],
  ['dat:YYYY', '{{dat:YYYY}} is not understood, and stays as it is; did you mean {{date:YYYY}}?'],
  ['#if x', '{{#if x}} is not understood, and stays as it is'],
  ['else', '{{else}} is not understood, and stays as it is'],
])('{{%s}}', (words, said) => {
  expect(unfilledReason(words, give)).toBe(said)
})

test.each(Object.keys(filterOf))('the filter %s is none that is missed where the name has no value', (filter) => {
  expect(unfilledReason(`who|${filter}`, give)).toBe(`{{who|${filter}}} has no value; give it with who`)
})

test('where no value can be given', () => {
  expect(unfilledReason('mood')).toBe('{{mood}} has no value, and stays as it is')
  expect(unfilledReason('tilte')).toBe('{{tilte}} has no value, and stays as it is; did you mean {{title}}?')
})

test.each(placeholderNames.filter((name) => name.length > 4))(
  '"%s" is thought of where a letter of it is left out',
  (name) => {
    expect(unfilledReason(name.slice(0, 2) + name.slice(3))).toContain(`did you mean {{${name}}}?`)
  },
)
