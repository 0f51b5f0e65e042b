import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { yamlList, yamlScalar } from '../../../../src/core/plan/front-matter/yaml-scalar.ts'

/** A string, and how it is written: where no quotes stood, where single ones did, and inside of `[…]`. */
const scalars = [
  ['plain', 'plain', "'plain'", 'plain'],
  ["it's", "it's", "'it''s'", "it's"],
  ['é', 'é', "'é'", 'é'],
  ['x: ', '"x: "', "'x: '", '"x: "'],
  ['a:b', 'a:b', "'a:b'", 'a:b'],
  ['a#b', 'a#b', "'a#b'", 'a#b'],
  ['', '""', "''", '""'],
  ['yes', '"yes"', "'yes'", '"yes"'],
  ['No', '"No"', "'No'", '"No"'],
  ['on', '"on"', "'on'", '"on"'],
  ['n', '"n"', "'n'", '"n"'],
  ['true', '"true"', "'true'", '"true"'],
  ['null', '"null"', "'null'", '"null"'],
  ['~', '"~"', "'~'", '"~"'],
  ['12', '"12"', "'12'", '"12"'],
  ['1_000', '"1_000"', "'1_000'", '"1_000"'],
  ['1.5', '"1.5"', "'1.5'", '"1.5"'],
  ['.5', '".5"', "'.5'", '".5"'],
  ['+1', '"+1"', "'+1'", '"+1"'],
  ['1e3', '"1e3"', "'1e3'", '"1e3"'],
  ['0x1f', '"0x1f"', "'0x1f'", '"0x1f"'],
  ['.inf', '".inf"', "'.inf'", '".inf"'],
  ['.nan', '".nan"', "'.nan'", '".nan"'],
  ['12:30', '"12:30"', "'12:30'", '"12:30"'],
  ['2024-01-02', '2024-01-02', "'2024-01-02'", '2024-01-02'],
  ['2024-05-31', '2024-05-31', "'2024-05-31'", '2024-05-31'],
  ['2024-13-01', '"2024-13-01"', "'2024-13-01'", '"2024-13-01"'],
  ['2024-02-30', '"2024-02-30"', "'2024-02-30'", '"2024-02-30"'],
  ['2024-04-31', '"2024-04-31"', "'2024-04-31'", '"2024-04-31"'],
  ['2024-1-2', '"2024-1-2"', "'2024-1-2'", '"2024-1-2"'],
  ['2024-01-02 03:04', '"2024-01-02 03:04"', "'2024-01-02 03:04'", '"2024-01-02 03:04"'],
  ['- a', '"- a"', "'- a'", '"- a"'],
  ['-a', '"-a"', "'-a'", '"-a"'],
  ['a: b', '"a: b"', "'a: b'", '"a: b"'],
  ['a #b', '"a #b"', "'a #b'", '"a #b"'],
  ['a:', '"a:"', "'a:'", '"a:"'],
  ['#x', '"#x"', "'#x'", '"#x"'],
  ['@x', '"@x"', "'@x'", '"@x"'],
  ['%x', '"%x"', "'%x'", '"%x"'],
  ['`x', '"`x"', "'`x'", '"`x"'],
  ['=', '"="', "'='", '"="'],
  ['<<', '"<<"', "'<<'", '"<<"'],
  [' x', '" x"', "' x'", '" x"'],
  ['x ', '"x "', "'x '", '"x "'],
  ['---', '"---"', "'---'", '"---"'],
  ['...', '"..."', "'...'", '"..."'],
  ['"q"', '"\\"q\\""', '\'"q"\'', '"\\"q\\""'],
  ['x,y', 'x,y', "'x,y'", '"x,y"'],
  ['a]b', 'a]b', "'a]b'", '"a]b"'],
  ['[a]', '"[a]"', "'[a]'", '"[a]"'],
  ['a\nb', '"a\\nb"', '"a\\nb"', '"a\\nb"'],
  ['', '"\\u007f"', '"\\u007f"', '"\\u007f"'],
  ['\ud800', '"\\ud800"', '"\\ud800"', '"\\ud800"'],
  ['﻿a', '"\\ufeffa"', '"\\ufeffa"', '"\\ufeffa"'],
] as const

test.each(scalars)('%j', (text, plain, single, flow) => {
  expect([yamlScalar(text), yamlScalar(text, { quotes: 'single' }), yamlScalar(text, { flow: true })]).toEqual([
    plain,
    single,
    flow,
  ])
  for (const version of ['1.1', '1.2'] as const) {
    const read = (written: string): unknown =>
      (parse(`[${written}]`, { version, schema: version === '1.1' ? 'yaml-1.1' : 'core' }) as readonly unknown[])[0]
    if (!/^\d{4}-\d\d-\d\d$/.test(text)) expect(read(yamlScalar(text, { flow: true }))).toBe(text)
    if (!/^\d{4}-\d\d-\d\d$/.test(text)) expect(read(yamlScalar(text, { quotes: 'double' }))).toBe(text)
  }
})

test('numbers, nothing and nested values in a list', () => {
  expect(yamlList(['a', 'b, c', 1, null, true, { a: 1 }])).toBe('[a, "b, c", 1, null, true, "{\\"a\\":1}"]')
})
