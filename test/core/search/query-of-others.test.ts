import { expect, test } from '@jest/globals'
import { searchNotes } from '../../../src/core/search/search-notes.ts'
import { searchSourceOf } from '../../support/search-source-of.ts'

const source = searchSourceOf({
  'day/one.md':
    '---\nstatus: draft\nrating: 4\ntags: [work/client]\npriority:\nkinds: []\n---\n# Monday\n\nAn apple and a grape.\n',
  'day/two.md': '---\nstatus: in progress\nrating: n/a\npriority: high\n---\n# Tuesday\n\n## Grapes\n\nA pear.\n',
  'three.md':
    '---\nrating: 10\ndue: 2024-04-01\nat: 2024-04-01T09:30\naliases: [red apple]\n---\n# Fruit\n\nThe (pear) is draft.\n',
})
const found = async (query: string): Promise<readonly string[]> =>
  (await searchNotes(source, query, { filters: [], limit: 9 })).hits.map(({ path }) => path).sort()

test.each<[string, readonly string[]]>([
  // Values that a key does not have
  ['[priority:null]', ['day/one.md']],
  ['[kinds:null]', ['day/one.md']],
  ['[status:null]', []],
  ['[priority:null OR high]', ['day/one.md', 'day/two.md']],
  ['-[priority:null] [status]', ['day/two.md']],
  // Numbers beside what is none
  ['rating>3', ['day/one.md', 'three.md']],
  ['[rating:<20]', ['day/one.md', 'three.md']],
  ['rating>=a', ['day/two.md']],
  // Dates beside a year, a month or a day, as --where has them
  ['due>2023', ['three.md']],
  ['due>=2024', ['three.md']],
  ['due<=2024', ['three.md']],
  ['due<2025', ['three.md']],
  ['due>2024', []],
  ['[due:<2024]', []],
  ['due<=2024-04', ['three.md']],
  ['due>2024-03', ['three.md']],
  ['due>2024-04', []],
  ['due>=2024-04-01', ['three.md']],
  ['due<2024-04-01', []],
  ['at<=2024', ['three.md']],
  ['at>2024-04-01', []],
  ['at>2024-04-01T09:00', ['three.md']],
  ['due>5', []],
  // Words that begin as those of days do
  ['status>lasting', []],
  ['status<nextcloud', ['day/one.md', 'day/two.md']],
  // Tags as --tag has them
  ['tag:work', ['day/one.md']],
  ['tag:work/*', ['day/one.md']],
  ['tag:*client', ['day/one.md']],
  ['tag:wor', []],
  // Patterns held against fields
  ['title:/^(mon|tues)day$/i', ['day/one.md', 'day/two.md']],
  ['title:/^monday/', []],
  ['alias:/red .pple/', ['three.md']],
  ['path:/^day/', ['day/one.md', 'day/two.md']],
  ['status:/^in/', ['day/two.md']],
  ['[status:/^(draft|in)/]', ['day/one.md', 'day/two.md']],
  ['section:/^Gr/', ['day/two.md']],
  ['content:/\\(pear\\)/', ['three.md']],
  ['pear -title:/day/', ['three.md']],
  // Quotes as phones write them
  ['“apple and a grape”', ['day/one.md']],
  ['„apple and a grape“', ['day/one.md']],
  ['“grape and a apple”', []],
  ['title:“Fruit”', ['three.md']],
])('%s finds %j', async (query, paths) => {
  expect(await found(query)).toEqual(paths)
})

test.each(['"rating:4..6"', 'created2024', 'modified', 'x>2024-01-01', 'title:4..6', '"modified>2024-01-01"'])(
  '%s is read as it is',
  async (query) => {
    await expect(found(query)).resolves.toEqual(expect.anything())
  },
)

test.each<[string, string, number]>([
  [
    'apple line:(one two)',
    'line: is no field here; words of one line are a phrase, "one two", or a pattern, /one.*two/',
    7,
  ],
  [
    'block:(a b)',
    'block: is no field here; words one after the other are a phrase, "one two"; over several lines: /one.*two/s',
    1,
  ],
  ['task:x', 'task: is no field here; tasks are listed by wend tasks', 1],
  ['task-todo:x', 'task-todo: is no field here; tasks to be done are listed by wend tasks', 1],
  ['task-done:x', 'task-done: is no field here; tasks that are done are listed by wend tasks --done', 1],
  ['match-case:X', 'match-case: is no field here; letter case counts in patterns: /Word/', 1],
  ['ignore-case:X', 'ignore-case: is no field here; letter case does not matter unless in patterns: /word/i', 1],
  ['in:notes', 'in: is no field here; a folder is path:folder/, a topic topic:name', 1],
  [
    'apple is:task',
    'is: is no field here; a key that is set is [key], one of a value key:value; tasks are listed by wend tasks',
    7,
  ],
  [
    'has:link',
    'has: is no field here; a key that is set is [key]; text of a heading is section:text, any text /one.*two/',
    1,
  ],
  ['rating:4..6', 'a range is two comparisons: rating>=4 rating<=6', 8],
  ['[due:2024-01-01..2024-12-31]', 'a range is two comparisons: due>=2024-01-01 due<=2024-12-31', 6],
  ['modified>2024-01-01', 'no note has the key "modified"; days of files are options: --modified-after 2024-01-01', 1],
  ['apple updated:<2024', 'no note has the key "updated"; days of files are options: --modified-before 2024', 7],
  ['created:2024-05-06', 'no note has the key "created"; days of files are options: --created 2024-05-06', 1],
  ['due<today', "days in words are for --where 'due<today'", 5],
  ['due:>=-7d', "days in words are for --where 'due>=-7d'", 7],
  ['due>last friday', "days in words are for --where 'due>last'", 5],
  ['due>"last friday"', "days in words are for --where 'due>last friday'", 5],
  ['[statsu:draft]', 'no field is named "statsu"; did you mean "status:"?', 1],
  ['title:/a/g', 'flags of a pattern are i, s and u, not "g"', 10],
  ['title:/(/', "this pattern can't be read: unterminated group", 7],
  ['[status:/(/]', "this pattern can't be read: unterminated group", 9],
  ['[status:/a/g]', 'flags of a pattern are i, s and u, not "g"', 12],
])('%s is refused: %s', async (query, message, column) => {
  await expect(found(query)).rejects.toMatchObject({
    failure: { message, hint: `column ${column} of the query` },
  })
})

test.each<[string, readonly string[]]>([
  ['[draft]', ['day/one.md', 'three.md']],
  ['[note: draft]', ['day/one.md', 'three.md']],
  ['“apple', ['day/one.md', 'three.md']],
  ['apple “ ”', ['day/one.md', 'three.md']],
  [`${'“ '.repeat(1900)}apple`, ['day/one.md', 'three.md']],
])('%s is text', async (query, paths) => {
  expect(await found(query)).toEqual(paths)
})
