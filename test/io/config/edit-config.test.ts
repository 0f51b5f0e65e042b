import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { FailureError } from '../../../src/core/model/failure.ts'
import { configText } from '../../../src/io/config/config-text.ts'
import { withoutSetting, withSetting } from '../../../src/io/config/edit-config.ts'
import { parseConfig } from '../../../src/io/config/config-file.ts'
import { pageColors } from '../../../src/io/config/setting-kinds.ts'
import { filterNames } from '../../../src/io/config/writing-kinds.ts'
import { filterOf } from '../../../src/core/plan/write/template-value.ts'
import { readKey } from '../../../src/io/config/setting-key.ts'

const set = (text: string, key: string, ...words: string[]): string => withSetting(text, 'f', readKey(key), words)
const unset = (text: string, key: string): string | undefined => withoutSetting(text, 'f', readKey(key))

describe('a key is set and all else stays', () => {
  test.each<[string, string, readonly string[], string]>([
    ['', 'cache', ['off'], 'cache: off\n'],
    ['# mine\n', 'cache', ['off'], '# mine\n\ncache: off\n'],
    ['# mine\n\ncache: user # why\n\n# end\n', 'cache', ['off'], '# mine\n\ncache: off # why\n\n# end\n'],
    ['history: 5\n', 'check.rules.orphan', ['off'], 'history: 5\ncheck:\n  rules:\n    orphan: off\n'],
    ['check:\n', 'check.ignore', ['old/'], 'check:\n  ignore: [old/]\n'],
    ['check:\n  # why\n  ignore: [a/]\n', 'check.ignore', ['b/', '*.c'], 'check:\n  # why\n  ignore: [b/, "*.c"]\n'],
    ['', 'vaults.work', ['~/work'], 'vaults:\n  work: ~/work\n'],
    ['vaults:\n  home: ~/n # n\n', 'vaults.work', ['~/w'], 'vaults:\n  home: ~/n # n\n  work: ~/w\n'],
    ['', 'groups.meeting.dir', ['meetings'], 'groups:\n  meeting:\n    dir: meetings\n'],
    ['', 'editor', ['code', '--wait'], 'editor: code --wait\n'],
    ['', 'add.line', ['- [ ] {{text}}'], 'add:\n  line: "- [ ] {{text}}"\n'],
    ['', 'publish.title', ['2026'], 'publish:\n  title: "2026"\n'],
    ['', 'ignore', ['*.tmp'], 'ignore: ["*.tmp"]\n'],
    ['', 'ignore', ['[a, "b c"]'], 'ignore: [a, b c]\n'],
    ['', 'search.synonyms', ['car', 'auto'], 'search:\n  synonyms: [[car, auto]]\n'],
    [
      'check:\n  rules: {of-later: off}\n',
      'check.rules.orphan',
      ['off'],
      'check:\n  rules: {of-later: off, orphan: off}\n',
    ],
    ['', 'daily.name', ['YYYY/[week] ww/dddd'], 'daily:\n  name: YYYY/[week] ww/dddd\n'],
    ['', 'daily.name', ['day {{date}}'], 'daily:\n  name: day {{date}}\n'],
    ['', 'weekly.name', ['YYYY-MM-DD'], 'weekly:\n  name: YYYY-MM-DD\n'],
    ['', 'daily.dir', [''], 'daily:\n  dir: ""\n'],
    ['', 'new.name', ['{{title|lower}}'], 'new:\n  name: "{{title|lower}}"\n'],
    ['', 'groups.log.paths', ['log/*'], 'groups:\n  log:\n    paths: [log/*]\n'],
    // What YAML reads as a tag, an anchor or a comment is a part of the text.
    ['', 'aliases.log', ['!git log | head'], 'aliases:\n  log: "!git log | head"\n'],
    ['', 'aliases.log', ['!log'], 'aliases:\n  log: "!log"\n'],
    ['', 'views.todo', ['--tag todo # open ones'], 'views:\n  todo: "--tag todo # open ones"\n'],
    ['', 'add.line', ['&now {{text}}'], 'add:\n  line: "&now {{text}}"\n'],
    ['', 'add.line', ['> {{text}}'], 'add:\n  line: "> {{text}}"\n'],
    ['', 'add.line', ['"# {{text}}"'], 'add:\n  line: "# {{text}}"\n'],
  ])('%j, %s %j', (text, key, words, expected) => {
    expect(set(text, key, ...words)).toBe(expected)
    expect(parseConfig(expected, 'f', 'user')).toBeDefined()
  })

  test('in a file of comments alone, which `wend init` writes', () => {
    const text = configText(new Map())
    const after = set(text, 'daily.dir', 'journal')
    expect(after).toBe(`${text}\ndaily:\n  dir: journal\n`)
    expect(unset(after, 'daily.dir')?.trimEnd()).toBe(text.trimEnd())
  })
})

test('a key is taken out, with the section that it leaves empty', () => {
  expect(unset('# a\ncache: off\nhistory: 5 # five\n', 'cache')).toBe('# a\nhistory: 5 # five\n')
  expect(unset('history: 5\ncheck:\n  ignore: [a/]\n', 'check.ignore')).toBe('history: 5\n')
  expect(unset('history: 5\n', 'cache')).toBeUndefined()
})

/** What is said of a value that a key does not take. */
function refusal(text: string, key: string, value: string): string {
  try {
    return set(text, key, value)
  } catch (error) {
    const failure = error instanceof FailureError ? error.failure : undefined
    return failure?.kind === 'usage' ? (failure.hint ?? '') : (failure?.kind ?? String(error))
  }
}

test.each([
  ['', 'cache', 'of', 'did you mean "off"?'],
  ['', 'week.start', 'mon', 'did you mean "monday"?'],
  ['', 'dates', 'Frontmatter', 'did you mean "front-matter"?'],
  ['', 'time.zone', 'Europe/Berln', 'did you mean "Europe/Berlin"?'],
  ['', 'links.dialect', '[mkdoc, hugo]', 'did you mean "mkdocs"?'],
  ['', 'new.name', 'titel', 'did you mean "title"?'],
  ['', 'check.rules', '{broken-lnk: off}', 'did you mean "broken-link"?'],
  ['', 'check.rules.broken-lnk', 'off', 'did you mean "broken-link"?'],
  ['', 'check.rules.orphan', 'of', 'did you mean "off"?'],
  ['', 'groups.meeting.dirr', 'x', 'did you mean "dir"?'],
  ['', 'publish.colors.rad', '#fff', 'did you mean "red"?'],
  ['', 'history', 'many', 'for example: wend config set history 1000'],
  ['', 'add.line', 'x', "for example: wend config set add.line '- [ ] {{text}}'"],
  ['', 'math.macros.a b', 'x', `for example: wend config set math.macros "{R: '\\mathbb{R}'}"`],
  ['- a\n', 'cache', 'off', 'refused'],
  ['a: [\n', 'cache', 'off', 'refused'],
])('what would be wrong is refused, with what may have been meant: %j, %s %s', (text, key, value, said) => {
  expect(refusal(text, key, value)).toBe(said)
})

test.each([
  ['cache', 'yes'],
  ['ignore', ''],
  ['ignore', '{a: b}'],
  ['ignore', '[1, 2]'],
  ['search.synonyms', '[[car]]'],
  ['editor', '  '],
  ['editor', '"open'],
  ['vaults.work', ''],
  ['vaults./', '/notes'],
  ['vaults', '{a: " "}'],
  ['publish.title', ''],
  ['publish.colors.red', 'red'],
  ['daily.dir', '../journal'],
  ['weekly.dir', 'a/../../b'],
  ['monthly.dir', '/journal'],
  ['new.dir', '~/inbox'],
  ['new.templates', '..'],
  ['daily.name', 'daily'],
  ['daily.name', 'YYYY-MM [DD]'],
  ['daily.name', '../YYYY-MM-DD'],
  ['weekly.name', 'YYYY-MM'],
  ['monthly.name', 'YYYY'],
  ['daily.template', ''],
  ['add.to', ''],
  ['add.section', ' '],
  ['add.line', '{{text|uper}}'],
  ['new.name', 'bogus'],
  ['new.name', '{{title|uper}}'],
  ['new.name', '../{{slug}}'],
  ['groups.meeting.name', 'bogus'],
  ['groups.meeting.dir', '../x'],
])('no value of a key: %s %j', (key, value) => {
  expect(() => set('', key, value)).toThrow(FailureError)
})

test('the names of colours are those of the style sheet, and the filters those of templates', () => {
  const sheet = readFileSync('src/web-client/style/colors.css', 'utf8')
  const names = new Set([...sheet.matchAll(/--([a-z]+\d?):\s*#/g)].map(([, name]) => name))
  expect(new Set(pageColors.filter((name) => !name.startsWith('dark-')))).toEqual(names)
  expect(filterNames).toEqual(Object.keys(filterOf))
})

test.each(['nonsense', 'vaultz.work', 'constructor', 'daily', 'cache.x', ''])('%j is no key', (key) => {
  expect(() => readKey(key)).toThrow(FailureError)
})
