import { expect, test } from '@jest/globals'
import {
  weekDays,
  formatDate,
  fromDateformat,
  fromJoda,
  fromStrftime,
} from '../../../../src/core/plan/write/format-date.ts'
import { fileTitle } from '../../../../src/core/plan/write/file-title.ts'
import { fillTemplate, namesInTemplate } from '../../../../src/core/plan/write/fill-template.ts'
import { unfilledReason } from '../../../../src/core/plan/write/unfilled-placeholder.ts'
import { foamFilepath, foamPath } from '../../../../src/core/plan/write/foam-template.ts'

/** A Friday and a Monday. */
const times = [new Date(2024, 0, 5, 7, 8, 9), new Date(2024, 11, 30, 19, 30, 5)] as const
const values = {
  title: 'A/b: c',
  date: times[0],
  weekStart: 'monday' as const,
  id: () => 'i',
  content: 'sel',
  own: new Map<string, string>(),
}

test.each([
  ['sunday', ['2024-01-05 2024-01 5 5 E', '2024-12-30 2025-01 1 1 E']],
  ['monday', ['2024-01-05 2024-01 5 5 E', '2024-12-30 2025-01 1 1 E']],
  ['tuesday', ['2024-01-05 2024-02 5 5 E', '2024-12-30 2024-53 1 1 E']],
  ['wednesday', ['2024-01-05 2024-02 5 5 E', '2024-12-30 2024-53 1 1 E']],
  ['thursday', ['2024-01-05 2024-02 5 5 E', '2024-12-30 2025-01 1 1 E']],
  ['friday', ['2024-01-05 2024-02 5 5 E', '2024-12-30 2025-01 1 1 E']],
  ['saturday', ['2024-01-05 2024-01 5 5 E', '2024-12-30 2025-01 1 1 E']],
])('weeks that begin on a %s', (day, expected) => {
  const weekStart = weekDays.find((one) => one === day) ?? 'monday'
  expect(times.map((time) => formatDate(time, 'YYYY-MM-DD gggg-ww d E [E]', weekStart))).toEqual(expected)
})

test.each([
  ['%Y-%m-%d', 'YYYY-MM-DD', ['2024-01-05', '2024-12-30']],
  ['%y %e %I %M %S %p', 'YY D hh mm ss A', ['24 5 07 08 09 AM', '24 30 07 30 05 PM']],
  ['%A %a %B %b %h', 'dddd ddd MMMM MMM MMM', ['Friday Fri January Jan Jan', 'Monday Mon December Dec Dec']],
  ['%V %G %u', 'WW GGGG E', ['01 2024 5', '01 2025 1']],
  [
    '%F|%D|%T|%R',
    'YYYY-MM-DD|MM/DD/YY|HH:mm:ss|HH:mm',
    ['2024-01-05|01/05/24|07:08:09|07:08', '2024-12-30|12/30/24|19:30:05|19:30'],
  ],
  ['%% %q', '[%] [q]', ['% q', '% q']],
  ['at %H', '[at] HH', ['at 07', 'at 19']],
  ['YYYY %Y', '[YYYY] YYYY', ['YYYY 2024', 'YYYY 2024']],
  ['%d/%m', 'DD/MM', ['05/01', '30/12']],
])('%s of strftime', (written, pattern, expected) => {
  expect(fromStrftime(written)).toBe(pattern)
  expect(times.map((time) => formatDate(time, pattern, 'monday'))).toEqual(expected)
})

test.each([
  ['yyyy_MM_dd', 'YYYY_MM_DD', ['2024_01_05', '2024_12_30']],
  ['yyyy-MM-dd EEEE', 'YYYY-MM-DD dddd', ['2024-01-05 Friday', '2024-12-30 Monday']],
  ['EEE, do MMM yyyy', 'ddd, Do MMM YYYY', ['Fri, 5th Jan 2024', 'Mon, 30th Dec 2024']],
  ['EE d', 'ddd D', ['Fri 5', 'Mon 30']],
  ["yyyy 'at' dd", 'YYYY [at] DD', ['2024 at 05', '2024 at 30']],
  ['MMMM d', 'MMMM D', ['January 5', 'December 30']],
  ['do', 'Do', ['5th', '30th']],
  ["'do'", '[do]', ['do', 'do']],
  ['yy', 'YY', ['24', '24']],
])('%s of Joda', (written, pattern, expected) => {
  expect(fromJoda(written)).toBe(pattern)
  expect(times.map((time) => formatDate(time, pattern, 'monday'))).toEqual(expected)
})

test.each([
  ['yyyy-mm-dd', 'YYYY-MM-DD', ['2024-01-05', '2024-12-30']],
  ['yyyy-MM-dd', 'YYYY-mm-DD', ['2024-08-05', '2024-30-30']],
  ['yy m d', 'YY M D', ['24 1 5', '24 12 30']],
  ['dddd, mmmm d', 'dddd, MMMM D', ['Friday, January 5', 'Monday, December 30']],
  ['ddd dd', 'ddd DD', ['Fri 05', 'Mon 30']],
  ['HH:MM', 'HH:mm', ['07:08', '19:30']],
  ['hh:mm', 'hh:mm', ['07:08', '07:30']],
  ['yyyymmdd-HHMM', 'YYYYMMDD-HHmm', ['20240105-0708', '20241230-1930']],
  ["yyyy 'mm' mm", 'YYYY [mm] MM', ['2024 mm 01', '2024 mm 12']],
  ['yyyy "dd" dd', 'YYYY [dd] DD', ['2024 dd 05', '2024 dd 30']],
  ['HH mm yyyy mm', 'HH mm YYYY MM', ['07 08 2024 01', '19 30 2024 12']],
  ['mm:HH', 'MM:HH', ['01:07', '12:19']],
])("%s of foam's dates", (written, pattern, expected) => {
  expect(fromDateformat(written)).toBe(pattern)
  expect(times.map((time) => formatDate(time, pattern, 'monday'))).toEqual(expected)
})

test.each([
  ['foam_template:\n  filepath: x/$FOAM_TITLE.md\n', 'x/$FOAM_TITLE.md', 'x/A b c.md'],
  ['foam_template:\n  name: n\n  filepath: "x y"  # c\n', 'x y', 'x y.md'],
  ["foam_template:\n  filepath: 'q'\n", 'q', 'q.md'],
  ['foam_template: # c\n  filepath: `q`\n', 'q', 'q.md'],
  ['foam_template:\n  filepath: a b # c\n', 'a b', 'a b.md'],
  ['foam_template:\n  filepath:\n', null, null],
  ['filepath: x\n', null, null],
  ['foam_template:\nfilepath: x\n', null, null],
  ['foam_template:\n  filepath: ./x\n', './x', 'x.md'],
  ['foam_template:\n  filepath: /x/y.markdown\n', '/x/y.markdown', 'x/y.markdown'],
  ['foam_template:\n  filepath: x\\y\n', 'x\\y', 'x/y.md'],
  ['foam_template:\r\n  filepath: x\r\n', 'x', 'x.md'],
  ['foam_template:\n  filepath: ""\n', null, null],
  ['foam_template:\n  filepath: $FOAM_DATE_YEAR/${FOAM_SLUG}', '$FOAM_DATE_YEAR/${FOAM_SLUG}', '2024/a-b-c.md'],
  ['foam_template:\n  filepath: /\n', '/', null],
])('%j names a path', (template, written, path) => {
  expect(foamFilepath(template) ?? null).toBe(written)
  expect(foamPath(template, values) ?? null).toBe(path)
})

test.each([
  ['a/b', 'a b'],
  ['a: b?', 'a b'],
  ['..a..', 'a'],
  [' a  b ', 'a b'],
  ['a#b^c[d]e|f', 'a b c d e f'],
  ['"<>"', ''],
  ['a\u0007b', 'a b'],
  ['.', ''],
  ['a.b', 'a.b'],
  ['a\\b*c', 'a b c'],
])('%j as a file', (title, name) => {
  expect(fileTitle(title)).toBe(name)
})

test.each<[string, readonly string[]]>([
  ['{{a}} {{extra.b}} {{ c | lower }} {{date:YY}} $FOAM_TITLE', ['a', 'b', 'c', 'date:YY', '']],
  ['none', []],
  ['{{a}}{{a}}', ['a']],
])('names in %j', (template, names) => {
  expect([...namesInTemplate(template)]).toEqual(names)
})

test.each([
  ['a', 'a'],
  ['extra.a', 'a'],
  ['a|lower', 'a'],
  ['a | nope', null],
  ['a b', null],
  ['else', null],
  ['#if x', null],
  ['é_1-2.3', 'é_1-2.3'],
  ['', null],
  ['a|slug|trim', 'a'],
])('%j lacks a value', (words, name) => {
  const [, given] = /has no value; (.*)$/.exec(unfilledReason(words, (asked) => asked)) ?? []
  expect(given ?? null).toBe(name)
})

test.each([
  ['$FOAM_TITLE_SAFE|${FOAM_SLUG}', 'A b c|ab-c'],
  ['$FOAM_CURRENT_DIR.', '.'],
  ['$FOAM_SELECTED_TEXT', 'sel'],
  ['$FOAM_TITLE ${1:type here} $2 ${3} end', 'A/b: c type here   end'],
  ['${1:no foam}', '${1:no foam}'],
  ['---\nfoam_template:\n  name: x\n  filepath: y\ntitle: t\n---\nB', '---\ntitle: t\n---\nB'],
  ['---\nfoam_template:\n  name: x\n---\n\nB $FOAM_TITLE', '\nB A/b: c'],
  ['---\nfoam_template: x\n---\n---\ntitle: t\n---\nB', '---\ntitle: t\n---\nB'],
])('the template of foam %j', (template, expected) => {
  expect(fillTemplate(template, values).text).toBe(expected)
})
