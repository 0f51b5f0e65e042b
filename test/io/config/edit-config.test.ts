import { describe, expect, test } from '@jest/globals'
import { FailureError } from '../../../src/core/model/failure.ts'
import { configText } from '../../../src/io/config/config-text.ts'
import { withoutSetting, withSetting } from '../../../src/io/config/edit-config.ts'
import { parseConfig } from '../../../src/io/config/config-file.ts'
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

test.each([
  ['', 'history', 'many'],
  ['', 'cache', 'yes'],
  ['', 'check.rules.orphan', 'loud'],
  ['- a\n', 'cache', 'off'],
  ['a: [\n', 'cache', 'off'],
])('what would be wrong is refused: %j, %s %s', (text, key, value) => {
  expect(() => set(text, key, value)).toThrow(FailureError)
})

test.each(['nonsense', 'vaultz.work', 'constructor', 'daily', 'cache.x', ''])('%j is no key', (key) => {
  expect(() => readKey(key)).toThrow(FailureError)
})
