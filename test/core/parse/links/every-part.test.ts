import { expect, test } from '@jest/globals'
import {
  type Destination,
  type InlineTail,
  readDestination,
  readInlineTail,
  skipSpacing,
  titleEnd,
} from '../../../../src/core/parse/links/destination.ts'
import type { WrittenTarget } from '../../../../src/core/parse/links/dialect.ts'
import { dialects } from '../../../../src/core/parse/links/dialects.ts'
import { labelEnd, normalizeLabel, readDefinition } from '../../../../src/core/parse/links/reference.ts'
import { isUrl, splitDestination, unescapeMarkdown } from '../../../../src/core/parse/links/unescape.ts'
import { readWikiParts } from '../../../../src/core/parse/links/wiki.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'

test.each<[string, number, number, Destination | null]>([
  ['a b', 0, 3, { start: 0, end: 1, angle: false, after: 1 }],
  ['a b', 0, 1, { start: 0, end: 1, angle: false, after: 1 }],
  ['xab', 1, 2, { start: 1, end: 2, angle: false, after: 2 }],
  ['<a b>c', 0, 6, { start: 1, end: 4, angle: true, after: 5 }],
  ['<a b>c', 0, 4, null],
  ['<a\\>b>', 0, 6, { start: 1, end: 5, angle: true, after: 6 }],
  ['<a<b>', 0, 5, null],
  ['<a\nb>', 0, 5, null],
  ['<a\\\nb>', 0, 6, null],
  ['<>', 0, 2, { start: 1, end: 1, angle: true, after: 2 }],
  ['<', 0, 1, null],
  ['<a\\', 0, 3, null],
  ['a(b)c', 0, 5, { start: 0, end: 5, angle: false, after: 5 }],
  ['a(b', 0, 3, null],
  ['a)b', 0, 3, { start: 0, end: 1, angle: false, after: 1 }],
  [')', 0, 1, { start: 0, end: 0, angle: false, after: 0 }],
  ['', 0, 0, null],
  [' a', 0, 2, null],
  ['a\\)b', 0, 4, { start: 0, end: 4, angle: false, after: 4 }],
  ['a\\', 0, 2, { start: 0, end: 2, angle: false, after: 2 }],
  ['a\\bc)', 0, 5, { start: 0, end: 4, angle: false, after: 4 }],
  ['((((((((a))))))))', 0, 17, { start: 0, end: 17, angle: false, after: 17 }],
  ['(((((((((a)))))))))', 0, 19, null],
  ['a\tb', 0, 3, { start: 0, end: 1, angle: false, after: 1 }],
  ['a\u0001b', 0, 3, { start: 0, end: 1, angle: false, after: 1 }],
  ['a b', 0, 3, { start: 0, end: 3, angle: false, after: 3 }],
  ['(a)', 0, 3, { start: 0, end: 3, angle: false, after: 3 }],
  ['(a))', 0, 4, { start: 0, end: 3, angle: false, after: 3 }],
  ['<a>', 0, 2, null],
  ['a\\(b', 0, 3, { start: 0, end: 3, angle: false, after: 3 }],
])('the destination in %j from %i to %i (CommonMark 6.3)', (text, at, end, expected) => {
  expect(readDestination(text, at, end) ?? null).toEqual(expected)
})

test.each([
  ['"a"', 0, 3, 3],
  ['"a"', 0, 2, -1],
  ["'a' b", 0, 5, 3],
  ['(a)', 0, 3, 3],
  ['(a(b))', 0, 6, -1],
  ['(a\\(b)', 0, 6, 6],
  ['"a\\"b"', 0, 6, 6],
  ['"a', 0, 2, -1],
  ['a"', 0, 2, -1],
  ['""', 0, 2, 2],
  ['x"a"', 1, 4, 4],
  ['"', 0, 0, -1],
  ['"a\\"', 0, 4, -1],
  ["'(a'", 0, 4, 4],
  ['"a)"', 0, 4, 4],
])('the title in %j from %i to %i', (text, at, end, expected) => {
  expect(titleEnd(text, at, end)).toBe(expected)
})

test.each([
  ['  a', 0, 3, 2],
  ['a', 0, 1, 0],
  [' \t\n \ta', 0, 6, 5],
  [' \n\n a', 0, 5, 2],
  [' \r\n a', 0, 5, 4],
  ['\r\r', 0, 2, 1],
  ['   ', 0, 2, 2],
  ['\r\n', 0, 1, 1],
  ['x  y', 1, 4, 3],
  [' a', 0, 2, 0],
])('blanks in %j from %i to %i', (text, at, end, expected) => {
  expect(skipSpacing(text, at, end)).toBe(expected)
})

test.each<[string, number, InlineTail | null]>([
  ['(a)', 3, { start: 1, end: 2, angle: false, after: 3 }],
  ['( a )', 5, { start: 2, end: 3, angle: false, after: 5 }],
  ['(a "t")', 7, { start: 1, end: 2, angle: false, after: 7, title: 't' }],
  ['(a"t")', 6, { start: 1, end: 5, angle: false, after: 6 }],
  ['(<a>"t")', 8, null],
  ['(<a> "t" )', 10, { start: 2, end: 3, angle: true, after: 10, title: 't' }],
  ['(a "t" x)', 9, null],
  ['(a "t"', 6, null],
  ['(a', 2, null],
  ['()', 2, { start: 1, end: 1, angle: false, after: 2 }],
  ['( )', 3, { start: 2, end: 2, angle: false, after: 3 }],
  ['(<>)', 4, { start: 2, end: 2, angle: true, after: 4 }],
  ['(a\n"t\nu")', 9, { start: 1, end: 2, angle: false, after: 9, title: 't\nu' }],
  ['(a\n\n"t")', 8, null],
  ["(a 't')", 7, { start: 1, end: 2, angle: false, after: 7, title: 't' }],
  ['(a (t))', 7, { start: 1, end: 2, angle: false, after: 7, title: 't' }],
  ['(a) b', 5, { start: 1, end: 2, angle: false, after: 3 }],
  ['(a b)', 5, null],
  ['(a "")', 6, { start: 1, end: 2, angle: false, after: 6, title: '' }],
  ['(a)', 2, null],
  ['("t")', 5, { start: 1, end: 4, angle: false, after: 5 }],
  ['( "t")', 6, { start: 2, end: 5, angle: false, after: 6 }],
])('what follows the text of a link, %j to %i', (text, end, expected) => {
  expect(readInlineTail(text, 0, end) ?? null).toEqual(expected)
})

test.each([
  ['[a]', 0, 3, 3],
  ['[a]', 0, 2, -1],
  ['[]', 0, 2, 2],
  ['a', 0, 1, -1],
  ['[a[b]', 0, 5, -1],
  ['[a\\]b]', 0, 6, 6],
  ['[a\\[b]', 0, 6, 6],
  ['x[a]', 1, 4, 4],
  ['[a', 0, 2, -1],
  [
    '[aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa]',
    0,
    1001,
    1001,
  ],
  [
    '[aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa]',
    0,
    1002,
    -1,
  ],
])('the label in %j from %i to %i', (text, at, end, expected) => {
  expect(labelEnd(text, at, end)).toBe(expected)
})

test.each([
  [' A  b ', 'a b'],
  ['a\t\r\n b', 'a b'],
  ['ẞ', 'ss'],
  ['İ', 'i̇'],
  ['ΑΓΩ', 'αγω'],
  ['ß', 'ss'],
  ['a b', 'a b'],
])('the label %j is %j', (label, expected) => {
  expect(normalizeLabel(label)).toBe(expected)
})

test.each<[string, object | null]>([
  ['[a]: b', { label: 'a', destination: { start: 5, end: 6, angle: false, after: 6 }, end: 6, next: 6 }],
  ['[a]:b', { label: 'a', destination: { start: 4, end: 5, angle: false, after: 5 }, end: 5, next: 5 }],
  ['[a] : b', null],
  [
    '[a]: b "t"',
    { label: 'a', destination: { start: 5, end: 6, angle: false, after: 6 }, end: 10, next: 10, title: 't' },
  ],
  ['[a]: b "t" x', null],
  ['[a]: b\n"t" x', { label: 'a', destination: { start: 5, end: 6, angle: false, after: 6 }, end: 6, next: 7 }],
  [
    '[a]: b\n"t"\nc',
    { label: 'a', destination: { start: 5, end: 6, angle: false, after: 6 }, end: 10, next: 11, title: 't' },
  ],
  [
    '[a]:\nb\n"t"',
    { label: 'a', destination: { start: 5, end: 6, angle: false, after: 6 }, end: 10, next: 10, title: 't' },
  ],
  ['[a]:\n\nb', null],
  [
    '[a]: <b c> (t)',
    { label: 'a', destination: { start: 6, end: 9, angle: true, after: 10 }, end: 14, next: 14, title: 't' },
  ],
  ['[a]: <b>"t"', null],
  ['[]: b', null],
  ['[ ]: b', null],
  ['[a]:', null],
  ['[a]: b \nnext', { label: 'a', destination: { start: 5, end: 6, angle: false, after: 6 }, end: 6, next: 8 }],
  [
    '[a]: b "t" \nnext',
    { label: 'a', destination: { start: 5, end: 6, angle: false, after: 6 }, end: 10, next: 12, title: 't' },
  ],
  ['[a\nb]: c', { label: 'a b', destination: { start: 7, end: 8, angle: false, after: 8 }, end: 8, next: 8 }],
  ['[a]', null],
  ['a]: b', null],
  ['[a]: b "t', null],
  ['[a]: b\n\n"t"', { label: 'a', destination: { start: 5, end: 6, angle: false, after: 6 }, end: 6, next: 7 }],
  ['[a]: <>', { label: 'a', destination: { start: 6, end: 6, angle: true, after: 7 }, end: 7, next: 7 }],
  ['[a]: b c', null],
])('the definition %j', (text, expected) => {
  expect(readDefinition(text, 0, text.length) ?? null).toEqual(expected)
})

test.each<[string, number, number, object | null]>([
  ['x[a]: b y', 1, 7, { label: 'a', destination: { start: 6, end: 7, angle: false, after: 7 }, end: 7, next: 7 }],
  ['[a]: b', 0, 4, null],
  ['[a]: b', 0, 3, null],
  ['[a]: b "t"', 0, 7, { label: 'a', destination: { start: 5, end: 6, angle: false, after: 6 }, end: 6, next: 7 }],
])('the definition in %j from %i to %i', (text, at, end, expected) => {
  expect(readDefinition(text, at, end) ?? null).toEqual(expected)
})

test.each<[string, object | null]>([
  ['a', { target: 'a', targetStart: 2, targetEnd: 3 }],
  [' a ', { target: 'a', targetStart: 3, targetEnd: 4 }],
  ['a#b', { target: 'a', targetStart: 2, targetEnd: 3, anchor: 'b' }],
  ['a # b ', { target: 'a', targetStart: 2, targetEnd: 3, anchor: 'b' }],
  ['#b', { target: '', targetStart: 2, targetEnd: 2, anchor: 'b' }],
  [' #b', { target: '', targetStart: 2, targetEnd: 2, anchor: 'b' }],
  ['', null],
  [' ', null],
  ['|x', null],
  ['a|x', { target: 'a', targetStart: 2, targetEnd: 3, text: 'x' }],
  ['a | x ', { target: 'a', targetStart: 2, targetEnd: 3, text: 'x' }],
  ['a\\|x', { target: 'a', targetStart: 2, targetEnd: 3, text: 'x' }],
  ['a|x\\|y', { target: 'a', targetStart: 2, targetEnd: 3, text: 'x|y' }],
  ['a|', { target: 'a', targetStart: 2, targetEnd: 3 }],
  ['a| ', { target: 'a', targetStart: 2, targetEnd: 3 }],
  ['a#b|c#d', { target: 'a', targetStart: 2, targetEnd: 3, anchor: 'b', text: 'c#d' }],
  ['a#', { target: 'a', targetStart: 2, targetEnd: 3, anchor: '' }],
  ['a##b', { target: 'a', targetStart: 2, targetEnd: 3, anchor: '#b' }],
  ['a|b|c', { target: 'a', targetStart: 2, targetEnd: 3, text: 'b|c' }],
  ['#|x', { target: '', targetStart: 2, targetEnd: 2, anchor: '', text: 'x' }],
  ['a\\b', { target: 'a\\b', targetStart: 2, targetEnd: 5 }],
  ['a#b\\|c', { target: 'a', targetStart: 2, targetEnd: 3, anchor: 'b', text: 'c' }],
])('the parts of [[%s]]', (inside, expected) => {
  expect(readWikiParts(`[[${inside}]]`, 2, 2 + inside.length) ?? null).toEqual(expected)
})

test.each<[string, object]>([
  ['a', { target: 'a', pathLength: 1 }],
  ['a.md', { target: 'a.md', pathLength: 4 }],
  ['a#b', { target: 'a', anchor: 'b', pathLength: 1 }],
  ['a\\#b#c', { target: 'a', anchor: 'b#c', pathLength: 1 }],
  ['a&#35;b', { target: 'a', anchor: 'b', pathLength: 1 }],
  ['a&#x23;b', { target: 'a', anchor: 'b', pathLength: 1 }],
  ['a?q#b', { target: 'a?q', anchor: 'b', pathLength: 1 }],
  ['a?q', { target: 'a?q', pathLength: 1 }],
  ['http://e.org/?q#b', { target: 'http://e.org/?q', anchor: 'b', pathLength: 15 }],
  ['//e/?q', { target: '//e/?q', pathLength: 6 }],
  ['#b', { target: '', anchor: 'b', pathLength: 0 }],
  ['', { target: '', pathLength: 0 }],
  ['a&amp;b?c', { target: 'a&b?c', pathLength: 7 }],
  ['a\\?b', { target: 'a?b', pathLength: 2 }],
  ['a%23b', { target: 'a%23b', pathLength: 5 }],
  ['a:b?c', { target: 'a:b?c', pathLength: 3 }],
  ['ab:c?d', { target: 'ab:c?d', pathLength: 6 }],
  ['a b', { target: 'a b', pathLength: 3 }],
  ['a#b#c', { target: 'a', anchor: 'b#c', pathLength: 1 }],
  ['a#\\#b', { target: 'a', anchor: '#b', pathLength: 1 }],
  ['&nosuch;#a', { target: '&nosuch;', anchor: 'a', pathLength: 8 }],
  ['é#b', { target: 'é', anchor: 'b', pathLength: 1 }],
  ['A-Z_0/9', { target: 'A-Z_0/9', pathLength: 7 }],
  ['a;b', { target: 'a;b', pathLength: 3 }],
  ['@#a', { target: '@', anchor: 'a', pathLength: 1 }],
  ['[x]', { target: '[x]', pathLength: 3 }],
  ['`', { target: '`', pathLength: 1 }],
  ['{a}', { target: '{a}', pathLength: 3 }],
])('the destination %j is cut', (raw, expected) => {
  expect(splitDestination(raw)).toEqual(expected)
})

test.each([
  ['a', 'a'],
  ['\\a', '\\a'],
  ['\\*', '*'],
  ['&amp;', '&'],
  ['&#65;', 'A'],
  ['&#x41;', 'A'],
  ['&#X41;', 'A'],
  ['&nope;', '&nope;'],
  ['&#0;', '�'],
  ['a\\&amp;', 'a&amp;'],
  ['&amp', '&amp'],
  ['#', '#'],
  ['\\\\', '\\'],
  ['&#12345678;', '&#12345678;'],
  ['&#x1234567;', '&#x1234567;'],
  ['&copy;x', '©x'],
])('%j means %j', (raw, expected) => {
  expect(unescapeMarkdown(raw)).toBe(expected)
})

test.each([
  ['//a', true],
  ['/a', false],
  ['a:b', false],
  ['ab:', true],
  ['a+b.c-d:e', true],
  ['1a:b', false],
  ['a', false],
  ['http:', true],
  ['a_b:c', false],
  [':a', false],
])('%j leaves the vault: %j', (target, expected) => {
  expect(isUrl(target)).toBe(expected)
})

test.each<[string, WrittenTarget, string, string, string, boolean]>([
  ['wiki', { target: 'a b' }, 'a b', '[[a b]]', '[[a b|t]]', false],
  ['wiki', { target: 'a', anchor: 'h' }, 'a > h', '[[a#h]]', '[[a#h|t]]', false],
  ['wiki', { target: '', anchor: 'h#i' }, 'h > i', '[[#h#i]]', '[[#h#i|t]]', false],
  ['wiki', { target: 'a', anchor: '^x' }, 'a', '[[a#^x]]', '[[a#^x|t]]', false],
  ['wiki', { target: '', anchor: '^x' }, '^x', '[[#^x]]', '[[#^x|t]]', false],
  ['wiki', { target: 'mailto:q"r' }, 'mailto:q"r', '[[mailto:q"r]]', '[[mailto:q"r|t]]', false],
  ['embed', { target: 'a b' }, 'a b', '![[a b]]', '![[a b|t]]', true],
  ['embed', { target: 'a', anchor: 'h' }, 'a > h', '![[a#h]]', '![[a#h|t]]', true],
  ['embed', { target: '', anchor: 'h#i' }, 'h > i', '![[#h#i]]', '![[#h#i|t]]', true],
  ['embed', { target: 'a', anchor: '^x' }, 'a', '![[a#^x]]', '![[a#^x|t]]', true],
  ['embed', { target: '', anchor: '^x' }, '^x', '![[#^x]]', '![[#^x|t]]', true],
  ['embed', { target: 'mailto:q"r' }, 'mailto:q"r', '![[mailto:q"r]]', '![[mailto:q"r|t]]', true],
  ['markdown', { target: 'a b' }, 'a b', '[a b](a b)', '[t](a b)', false],
  ['markdown', { target: 'a', anchor: 'h' }, 'a#h', '[a](a#h)', '[t](a#h)', false],
  ['markdown', { target: '', anchor: 'h#i' }, '#h#i', '[](#h#i)', '[t](#h#i)', false],
  ['markdown', { target: 'a', anchor: '^x' }, 'a#^x', '[a](a#^x)', '[t](a#^x)', false],
  ['markdown', { target: '', anchor: '^x' }, '#^x', '[](#^x)', '[t](#^x)', false],
  ['markdown', { target: 'mailto:q"r' }, 'q"r', '[mailto:q"r](mailto:q"r)', '[t](mailto:q"r)', false],
  ['image', { target: 'a b' }, 'a b', '![](a b)', '![t](a b)', true],
  ['image', { target: 'a', anchor: 'h' }, 'a', '![](a#h)', '![t](a#h)', true],
  ['image', { target: '', anchor: 'h#i' }, '', '![](#h#i)', '![t](#h#i)', true],
  ['image', { target: 'a', anchor: '^x' }, 'a', '![](a#^x)', '![t](a#^x)', true],
  ['image', { target: '', anchor: '^x' }, '', '![](#^x)', '![t](#^x)', true],
  ['image', { target: 'mailto:q"r' }, 'mailto:q"r', '![](mailto:q"r)', '![t](mailto:q"r)', true],
  ['reference', { target: 'a b' }, 'a b', '[a b]', '[t][a b]', false],
  ['reference', { target: 'a', anchor: 'h' }, 'a', '[a]', '[t][a]', false],
  ['reference', { target: '', anchor: 'h#i' }, '', '[]', '[t][]', false],
  ['reference', { target: 'a', anchor: '^x' }, 'a', '[a]', '[t][a]', false],
  ['reference', { target: '', anchor: '^x' }, '', '[]', '[t][]', false],
  ['reference', { target: 'mailto:q"r' }, 'mailto:q"r', '[mailto:q"r]', '[t][mailto:q"r]', false],
  ['html', { target: 'a b' }, 'a b', '<a href="a b">a b</a>', '<a href="a b">t</a>', false],
  ['html', { target: 'a', anchor: 'h' }, 'a', '<a href="a#h">a</a>', '<a href="a#h">t</a>', false],
  ['html', { target: '', anchor: 'h#i' }, '', '<a href="#h#i"></a>', '<a href="#h#i">t</a>', false],
  ['html', { target: 'a', anchor: '^x' }, 'a', '<a href="a#^x">a</a>', '<a href="a#^x">t</a>', false],
  ['html', { target: '', anchor: '^x' }, '', '<a href="#^x"></a>', '<a href="#^x">t</a>', false],
  [
    'html',
    { target: 'mailto:q"r' },
    'mailto:q"r',
    '<a href="mailto:q&quot;r">mailto:q"r</a>',
    '<a href="mailto:q&quot;r">t</a>',
    false,
  ],
  ['property', { target: 'a b' }, 'a b', '[[a b]]', '[[a b|t]]', false],
  ['property', { target: 'a', anchor: 'h' }, 'a > h', '[[a#h]]', '[[a#h|t]]', false],
  ['property', { target: '', anchor: 'h#i' }, 'h > i', '[[#h#i]]', '[[#h#i|t]]', false],
  ['property', { target: 'a', anchor: '^x' }, 'a', '[[a#^x]]', '[[a#^x|t]]', false],
  ['property', { target: '', anchor: '^x' }, '^x', '[[#^x]]', '[[#^x|t]]', false],
  ['property', { target: 'mailto:q"r' }, 'mailto:q"r', '[[mailto:q"r]]', '[[mailto:q"r|t]]', false],
])('%s to %j is shown as %j and written as %s, or %s', (kind, place, shown, bare, withText, embeds) => {
  const dialect = dialects[kind as keyof typeof dialects]
  expect([dialect.shown(place), dialect.write(place), dialect.write(place, 't'), dialect.embeds]).toEqual([
    shown,
    bare,
    withText,
    embeds,
  ])
})

/** The links of a note, each with its target as written, where it begins and where it ends. */
function linksOf(text: string): readonly string[] {
  return noteAt(vaultOf({ 'a.md': text }), 'a.md').links.map(
    ({ kind, target, anchor, span, targetSpan, line, column }) => {
      const written = text.slice(targetSpan.start, targetSpan.end)
      return `${kind} ${target}${anchor === undefined ? '' : `#${anchor}`} ${written} ${line}:${column}-${span.end}`
    },
  )
}

test.each<[string, readonly string[], readonly string[]]>([
  ['<a href="x">', ['html x x 1:1-12'], []],
  ['<area href="x">', ['html x x 1:1-15'], []],
  ['<img src="x">', ['html x x 1:1-13'], []],
  ['<source src="x" srcset="y">', ['html x x 1:1-27', 'html y y 1:1-27'], []],
  ['<video src="x" poster="y">', ['html x x 1:1-26', 'html y y 1:1-26'], []],
  ['<audio src="x">', ['html x x 1:1-15'], []],
  ['<track src="x">', ['html x x 1:1-15'], []],
  ['<iframe src="x">', ['html x x 1:1-16'], []],
  ['<embed src="x">', ['html x x 1:1-15'], []],
  ['<object data="x">', ['html x x 1:1-17'], []],
  ['<a src="x">', [], []],
  ['<img href="x">', [], []],
  ['<img srcset="a 1x,b 2x">', ['html a a 1:1-24', 'html b b 1:1-24'], []],
  ['<img srcset="a, b">', ['html a a 1:1-19', 'html b b 1:1-19'], []],
  ['<img srcset=" a ,  b 100w ">', ['html a a 1:1-28', 'html b b 1:1-28'], []],
  ['<img srcset="a,b.png 2x, c">', ['html a,b.png a,b.png 1:1-28', 'html c c 1:1-28'], []],
  ['<img srcset="">', [], []],
  ['<a id="x">', [], ['x']],
  ['<p id="x">', [], ['x']],
  ['<a name="x">', [], ['x']],
  ['<p name="x">', [], []],
  ['<a id=x name="y" href=z>', ['html z z 1:1-24'], ['x', 'y']],
  ['<a href="x?y#z">', ['html x?y#z x 1:1-16'], []],
  ['</a href="x">', [], []],
  ['a <b id="x">', [], ['x']],
  ['<div>\n<a href="x">\n</div>', ['html x x 2:1-18'], []],
  ['<div id="q">\n<style>a <a href="x"></style>\n<a href="y">', ['html y y 3:1-55'], ['q']],
  ['<div>\n<script>\n<a href="x">', [], []],
  ['<div>\n<styled><a href="x"></styled>', ['html x x 2:9-26'], []],
  ['<div>\na < b <a href="x">', ['html x x 2:7-24'], []],
  ['<div>\n<!-- a --><a href="x">', ['html x x 2:11-28'], []],
  ['<div>\n<a href="x" <b>', [], []],
  ['> <div>\n> <a href="x">', ['html x x 2:3-22'], []],
  ['<SCRIPT src="x"></SCRIPT>\n\n<IMG SRC=x>', ['html x x 3:1-38'], []],
])('links and anchors of %j', (text, links, anchors) => {
  expect(linksOf(text)).toEqual(links)
  expect(noteAt(vaultOf({ 'a.md': text }), 'a.md').anchors).toEqual(anchors)
})

test.each<[string, readonly string[]]>([
  ['k: "[[a]]"', ['property a a 2:5-13']],
  ["k: '[[a]] and [[b#c|d]]'", ['property a a 2:5-13', 'property b#c b 2:15-27']],
  ['k: "[x](a b)"', []],
  ['k: "[x](a.md \'t\')"', ['property a.md a.md 2:5-21']],
  ['k: "[x](b.md) [[a]]"', ['property b.md b.md 2:5-17', 'property a a 2:15-23']],
  ['k: "![[p.png]] ![x](q.png)"', ['property p.png p.png 2:5-18', 'property q.png q.png 2:16-30']],
  ['k: "[[a]b]]"', ['property a]b a]b 2:5-15']],
  ['k: "[[a [[b]]"', ['property b b 2:9-17']],
  ['k: "[[]] [[ ]] [[|x]]"', []],
  ['k: [[a]]', ['property a a 2:4-12']],
  ['k: [[a, b]]', ['property a, b a, b 2:4-15']],
  ['k: "[a][b](c)"', ['property c c 2:8-17']],
  ['k: "caf\\u00e9 [[caf\\u00e9]]"', ['property café caf\\u00e9 2:15-31']],
  ['k: >\n  one\n  [[a]]', ['property a a 4:3-22']],
  ['k: |\n  [[a]]\n  [[b\n  c]]', ['property a a 3:3-16']],
  ["k: 'it''s [[it''s]]'", ["property it's it''s 2:11-23"]],
  ['k: "[[#h]]"', ['property #h  2:5-14']],
  ['k:\n  - "[[a]]"\n  - {x: "[y](b.md#c)"}', ['property a a 3:6-17', 'property b.md#c b.md 4:10-39']],
  ['k: "https://e.org"', []],
  ['k: "[[a|]]"', ['property a a 2:5-14']],
  ['k: "[](a)"', ['property a a 2:5-13']],
])('links of the front matter %j', (front, links) => {
  expect(linksOf(`---\n${front}\n---\n`)).toEqual(links)
})

test.each<[string, readonly string[]]>([
  ['<a@b.c>', ['markdown mailto:a@b.c a@b.c 1:1-7']],
  ['<a@b>', ['markdown mailto:a@b a@b 1:1-5']],
  ['<a@-b>', []],
  ['<a@b->', []],
  ['<http:x>', ['markdown http:x http:x 1:1-8']],
  ['<h:x>', []],
  ['<http:>', ['markdown http: http: 1:1-7']],
  ['<http:a#b>', ['markdown http:a#b http:a 1:1-10']],
  ['<http:a b>', []],
  ['<http:a<b>', []],
  ['<mailto:a@b>', ['markdown mailto:a@b mailto:a@b 1:1-12']],
  ['<a b@c>', []],
  ['<a.b+c@d.e-f>', ['markdown mailto:a.b+c@d.e-f a.b+c@d.e-f 1:1-13']],
  ['<a@b_c>', []],
  ['<x>', []],
  ['<1a:b>', []],
  ['<a+b.c-d:e>', ['markdown a+b.c-d:e a+b.c-d:e 1:1-11']],
  ['<http:a', []],
  [
    '<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:b>',
    ['markdown aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:b aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:b 1:1-36'],
  ],
  ['<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:b>', []],
  [
    '<a@bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb>',
    [
      'markdown mailto:a@bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb a@bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb 1:1-67',
    ],
  ],
  ['<a@bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb>', []],
])('%s (CommonMark 6.5)', (text, links) => {
  expect(linksOf(text)).toEqual(links)
})
