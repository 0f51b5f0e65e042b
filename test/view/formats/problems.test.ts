import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../../src/core/model/report.ts'
import { formatReport } from '../../../src/view/format-report.ts'
import { plainStyle } from '../../../src/view/style.ts'
import { sarifErrors } from '../../support/sarif.ts'

const report: Report = {
  kind: 'problems',
  checked: { notes: 3, links: 7 },
  rules: [
    { code: 'broken-link', severity: 'error', summary: 'A link to a note that does not exist' },
    { code: 'orphan', severity: 'info', summary: 'A note that no other note links to' },
  ],
  problems: [
    {
      code: 'broken-link',
      severity: 'error',
      path: 'a, b: 100%.md',
      line: 2,
      column: 5,
      endColumn: 12,
      target: 'x<y>&"z"',
      message: 'no note named "x<y>&\u0007"',
      suggestions: ['one', 'two'],
      source: 'See [[x<y>&"z"]]',
    },
    {
      code: 'orphan',
      severity: 'info',
      path: 'ö/c.md',
      line: 1,
      column: 1,
      message: 'no other note links here',
      suggestions: [],
    },
  ],
}

function format(name: string, of: Report = report): string {
  return formatReport(of, { format: name, separator: '\n' }, { width: 80, style: plainStyle })
}

test('github: workflow commands, escaped', () => {
  expect(format('github')).toBe(
    '::error file=a%2C b%3A 100%25.md,line=2,col=5,endColumn=12,title=broken-link::no note named "x<y>&^G"; did you mean one or two?\n' +
      '::notice file=ö/c.md,line=1,col=1,title=orphan::no other note links here\n',
  )
})

describe('sarif', () => {
  test.each([
    report,
    { ...report, problems: [] },
    { kind: report.kind, checked: report.checked, problems: report.problems },
  ])('is valid (%#)', (one) => {
    const log: unknown = JSON.parse(format('sarif', one as Report))
    expect(sarifErrors(log)).toEqual([])
  })

  test('the schema would notice', () => {
    expect(sarifErrors({ version: '2.1.0', runs: [{ results: [] }] })).not.toEqual([])
  })

  test('says rule, place and level', () => {
    expect(JSON.parse(format('sarif'))).toMatchObject({
      runs: [
        {
          results: [
            {
              ruleId: 'broken-link',
              ruleIndex: 0,
              level: 'error',
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'a%2C%20b%3A%20100%25.md' },
                    region: { startLine: 2, startColumn: 5, endColumn: 12 },
                  },
                },
              ],
            },
            { ruleId: 'orphan', ruleIndex: 1, level: 'note' },
          ],
        },
      ],
    })
  })
})

test('junit: a suite for each file, failures for errors and warnings', () => {
  expect(format('junit')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="wend check" tests="3" failures="1" errors="0">
  <testsuite name="a, b: 100%.md" tests="1" failures="1" errors="0">
    <testcase classname="a, b: 100%.md" name="broken-link 2:5" file="a, b: 100%.md" line="2">
      <failure type="error" message="no note named &quot;x&lt;y&gt;&amp;^G&quot;">a, b: 100%.md:2:5: no note named &quot;x&lt;y&gt;&amp;^G&quot;&#10;did you mean one or two?</failure>
    </testcase>
  </testsuite>
  <testsuite name="ö/c.md" tests="1" failures="0" errors="0">
    <testcase classname="ö/c.md" name="orphan 1:1" file="ö/c.md" line="1">
      <system-out>ö/c.md:1:1: no other note links here</system-out>
    </testcase>
  </testsuite>
  <testsuite name="notes without problems" tests="1" failures="0" errors="0"/>
</testsuites>
`)
})

test('ndjson: a problem a line', () => {
  expect(
    format('ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { code: string }).code),
  ).toEqual(['broken-link', 'orphan'])
})

describe('text', () => {
  test('underlines the link and says what was checked', () => {
    expect(format('text')).toBe(`a, b: 100%.md
  error no note named "x<y>&^G"  broken-link
    a, b: 100%.md:2:5
    │ See [[x<y>&"z"]]
    │     ^^^^^^^
    did you mean one or two?

ö/c.md
  info no other note links here  orphan

1 error, 1 info: 3 notes and 7 links checked.
`)
  })

  test('keeps within the width, and marks wide characters', () => {
    const source = `${'漢字'.repeat(30)} [[ende]] ${'x'.repeat(200)}`
    const problem = { ...report.problems[0], source, column: 62, endColumn: 70, message: 'word '.repeat(40) }
    const text = formatReport(
      { ...report, problems: [problem] } as Report,
      { format: 'text', separator: '\n' },
      { width: 40, style: plainStyle },
    )
    const [line = '', marks = ''] = text.split('\n').filter((one) => one.includes('│'))
    expect(line).toContain('[[ende]]')
    expect(marks.trimEnd().endsWith('^^^^^^^^')).toBe(true)
    for (const one of text.split('\n')) expect(one.length).toBeLessThanOrEqual(44)
  })
})
