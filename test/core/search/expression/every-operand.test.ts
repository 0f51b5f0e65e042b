import { expect, test } from '@jest/globals'
import { queryDialect, tagDialect, whereDialect } from '../../../../src/core/search/expression/expression.ts'
import { parseExpression } from '../../../../src/core/search/expression/parse-expression.ts'
import { answerOf } from '../../../support/planned.ts'

const keys = ['rating', 'status', 'due date']
const dialects = {
  query: { ...queryDialect, isField: (name: string) => keys.includes(name) },
  tag: tagDialect,
  where: whereDialect,
}

test.each<[string, string, unknown]>([
  [
    'a b',
    'query',
    {
      kind: 'and',
      of: [
        { kind: 'word', text: 'a', column: 1 },
        { kind: 'word', text: 'b', column: 3 },
      ],
      spelled: false,
      column: 1,
    },
  ],
  [
    'a  OR b',
    'query',
    {
      kind: 'or',
      of: [
        { kind: 'word', text: 'a', column: 1 },
        { kind: 'word', text: 'b', column: 7 },
      ],
      column: 1,
    },
  ],
  [
    'a AND b c',
    'query',
    {
      kind: 'and',
      of: [
        { kind: 'word', text: 'a', column: 1 },
        { kind: 'word', text: 'b', column: 7 },
        { kind: 'word', text: 'c', column: 9 },
      ],
      spelled: true,
      column: 1,
    },
  ],
  [
    'a && b',
    'query',
    {
      kind: 'and',
      of: [
        { kind: 'word', text: 'a', column: 1 },
        { kind: 'word', text: 'b', column: 6 },
      ],
      spelled: true,
      column: 1,
    },
  ],
  [
    'a || b',
    'query',
    {
      kind: 'or',
      of: [
        { kind: 'word', text: 'a', column: 1 },
        { kind: 'word', text: 'b', column: 6 },
      ],
      column: 1,
    },
  ],
  [
    'a|b|c',
    'query',
    {
      kind: 'or',
      of: [
        { kind: 'word', text: 'a', column: 1 },
        { kind: 'word', text: 'b', column: 3 },
        { kind: 'word', text: 'c', column: 5 },
      ],
      column: 1,
    },
  ],
  ['NOT a', 'query', { kind: 'not', of: { kind: 'word', text: 'a', column: 5 }, column: 1 }],
  ['-a', 'query', { kind: 'word', text: '-a', column: 1 }],
  [
    'a -b !c',
    'query',
    {
      kind: 'and',
      of: [
        { kind: 'word', text: 'a', column: 1 },
        { kind: 'not', of: { kind: 'word', text: 'b', column: 4 }, column: 3 },
        { kind: 'not', of: { kind: 'word', text: 'c', column: 7 }, column: 6 },
      ],
      spelled: false,
      column: 1,
    },
  ],
  ['-"a b"', 'query', { kind: 'not', of: { kind: 'phrase', text: 'a b', column: 2 }, column: 1 }],
  [
    '-(a b)',
    'query',
    {
      kind: 'not',
      of: {
        kind: 'and',
        of: [
          { kind: 'word', text: 'a', column: 3 },
          { kind: 'word', text: 'b', column: 5 },
        ],
        spelled: false,
        column: 3,
      },
      column: 1,
    },
  ],
  [
    '-title:a',
    'query',
    {
      kind: 'not',
      of: { kind: 'field', name: 'title', operator: ':', column: 2, valueColumn: 8, value: 'a', quoted: false },
      column: 1,
    },
  ],
  [
    'a -/x/i',
    'query',
    {
      kind: 'and',
      of: [
        { kind: 'word', text: 'a', column: 1 },
        { kind: 'not', of: { kind: 'pattern', source: 'x', flags: 'i', column: 4 }, column: 3 },
      ],
      spelled: false,
      column: 1,
    },
  ],
  [
    'rating>=3',
    'query',
    { kind: 'field', name: 'rating', operator: '>=', column: 1, valueColumn: 9, value: '3', quoted: false },
  ],
  [
    'rating:>=3',
    'query',
    { kind: 'field', name: 'rating', operator: '>=', column: 1, valueColumn: 10, value: '3', quoted: false },
  ],
  [
    'rating!=3',
    'query',
    { kind: 'field', name: 'rating', operator: '!=', column: 1, valueColumn: 9, value: '3', quoted: false },
  ],
  [
    'rating:!=3',
    'query',
    { kind: 'field', name: 'rating', operator: '!=', column: 1, valueColumn: 10, value: '3', quoted: false },
  ],
  ['other>=3', 'query', { kind: 'word', text: 'other>=3', column: 1 }],
  [
    'title:"a b"',
    'query',
    { kind: 'field', name: 'title', operator: ':', column: 1, valueColumn: 7, value: 'a b', quoted: true },
  ],
  [
    'title:(a b)',
    'query',
    {
      kind: 'and',
      of: [
        { kind: 'field', name: 'title', operator: ':', column: 1, valueColumn: 8, value: 'a', quoted: false },
        { kind: 'field', name: 'title', operator: ':', column: 1, valueColumn: 10, value: 'b', quoted: false },
      ],
      spelled: true,
      column: 8,
    },
  ],
  [
    'title:(a OR "b c" -d)',
    'query',
    {
      kind: 'or',
      of: [
        { kind: 'field', name: 'title', operator: ':', column: 1, valueColumn: 8, value: 'a', quoted: false },
        {
          kind: 'and',
          of: [
            { kind: 'field', name: 'title', operator: ':', column: 1, valueColumn: 13, value: 'b c', quoted: true },
            {
              kind: 'not',
              of: {
                kind: 'field',
                name: 'title',
                operator: ':',
                column: 1,
                valueColumn: 20,
                value: 'd',
                quoted: false,
              },
              column: 19,
            },
          ],
          spelled: true,
          column: 13,
        },
      ],
      column: 8,
    },
  ],
  [
    'title:a(b)c',
    'query',
    { kind: 'field', name: 'title', operator: ':', column: 1, valueColumn: 7, value: 'a(b)c', quoted: false },
  ],
  [
    'title:/x',
    'query',
    { kind: 'field', name: 'title', operator: ':', column: 1, valueColumn: 7, value: '/x', quoted: false },
  ],
  ['http://x', 'query', { kind: 'word', text: 'http://x', column: 1 }],
  [
    '[status]',
    'query',
    { kind: 'field', name: 'status', operator: 'set', value: '', quoted: false, column: 1, valueColumn: 1 },
  ],
  [
    '[status:done]',
    'query',
    { kind: 'field', name: 'status', operator: ':', value: 'done', quoted: false, column: 1, valueColumn: 9 },
  ],
  [
    '["due date": "x y"]',
    'query',
    { kind: 'field', name: 'due date', operator: ':', value: 'x y', quoted: false, column: 1, valueColumn: 15 },
  ],
  ['[other]', 'query', { kind: 'word', text: '[other]', column: 1 }],
  ['/a\\/b/', 'query', { kind: 'pattern', source: 'a\\/b', flags: '', column: 1 }],
  ['/a/b/', 'query', { kind: 'pattern', source: 'a/b', flags: '', column: 1 }],
  ['/a/x', 'query', { kind: 'word', text: '/a/x', column: 1 }],
  ['/a', 'query', { kind: 'word', text: '/a', column: 1 }],
  ['//', 'query', { kind: 'word', text: '//', column: 1 }],
  [
    '(a OR b) c',
    'query',
    {
      kind: 'and',
      of: [
        {
          kind: 'or',
          of: [
            { kind: 'word', text: 'a', column: 2 },
            { kind: 'word', text: 'b', column: 7 },
          ],
          column: 2,
        },
        { kind: 'word', text: 'c', column: 10 },
      ],
      spelled: false,
      column: 1,
    },
  ],
  ['((a))', 'query', { kind: 'word', text: 'a', column: 3 }],
  ['f(x)', 'query', { kind: 'word', text: 'f(x)', column: 1 }],
  ['f(x', 'query', { kind: 'word', text: 'f(x', column: 1 }],
  ['a)', 'query', { kind: 'word', text: 'a)', column: 1 }],
  ['(a)b', 'query', { kind: 'word', text: '(a)b', column: 1 }],
  [
    'a (b)|c',
    'query',
    {
      kind: 'or',
      of: [
        {
          kind: 'and',
          of: [
            { kind: 'word', text: 'a', column: 1 },
            { kind: 'word', text: 'b', column: 4 },
          ],
          spelled: false,
          column: 1,
        },
        { kind: 'word', text: 'c', column: 7 },
      ],
      column: 1,
    },
  ],
  ['"a\\\\b"', 'query', { kind: 'phrase', text: 'a\\b', column: 1 }],
  ['""', 'query', 'there is nothing to look for here — column 1 of the query'],
  ['a (', 'query', 'this parenthesis is never closed — column 3 of the query'],
  [
    'NOT NOT a',
    'query',
    { kind: 'not', of: { kind: 'not', of: { kind: 'word', text: 'a', column: 9 }, column: 5 }, column: 1 },
  ],
  ['a AND', 'query', 'AND needs something after it — column 3 of the query'],
  ['OR', 'query', { kind: 'word', text: 'OR', column: 1 }],
  [' AND ', 'query', { kind: 'word', text: 'AND', column: 1 }],
  [
    'a - b',
    'query',
    {
      kind: 'and',
      of: [
        { kind: 'word', text: 'a', column: 1 },
        { kind: 'word', text: '-', column: 3 },
        { kind: 'word', text: 'b', column: 5 },
      ],
      spelled: false,
      column: 1,
    },
  ],
  [
    'a b)',
    'query',
    {
      kind: 'and',
      of: [
        { kind: 'word', text: 'a', column: 1 },
        { kind: 'word', text: 'b)', column: 3 },
      ],
      spelled: false,
      column: 1,
    },
  ],
  [
    'a, b c',
    'tag',
    {
      kind: 'and',
      of: [
        { kind: 'word', text: 'a', column: 1 },
        { kind: 'word', text: 'b c', column: 4 },
      ],
      spelled: true,
      column: 1,
    },
  ],
  [
    'a AND b OR c',
    'tag',
    {
      kind: 'and',
      of: [
        { kind: 'word', text: 'a', column: 1 },
        {
          kind: 'or',
          of: [
            { kind: 'word', text: 'b', column: 7 },
            { kind: 'word', text: 'c', column: 12 },
          ],
          column: 7,
        },
      ],
      spelled: true,
      column: 1,
    },
  ],
  ['-a', 'tag', { kind: 'not', of: { kind: 'word', text: 'a', column: 2 }, column: 1 }],
  [
    '!a, NOT b',
    'tag',
    {
      kind: 'and',
      of: [
        { kind: 'not', of: { kind: 'word', text: 'a', column: 2 }, column: 1 },
        { kind: 'not', of: { kind: 'word', text: 'b', column: 9 }, column: 5 },
      ],
      spelled: true,
      column: 1,
    },
  ],
  ['"a, b"', 'tag', { kind: 'phrase', text: 'a, b', column: 1 }],
  [
    'a (b)',
    'tag',
    {
      kind: 'and',
      of: [
        { kind: 'word', text: 'a', column: 1 },
        { kind: 'word', text: 'b', column: 4 },
      ],
      spelled: true,
      column: 1,
    },
  ],
  ['NOT', 'tag', 'NOT needs something after it — column 1 of --tag'],
  ['a,,', 'tag', { kind: 'word', text: 'a', column: 1 }],
  [
    '(a, b) | c',
    'tag',
    {
      kind: 'or',
      of: [
        {
          kind: 'and',
          of: [
            { kind: 'word', text: 'a', column: 2 },
            { kind: 'word', text: 'b', column: 5 },
          ],
          spelled: true,
          column: 2,
        },
        { kind: 'word', text: 'c', column: 10 },
      ],
      column: 1,
    },
  ],
  ['a | OR', 'tag', '| needs something after it — column 3 of --tag'],
  ['-', 'tag', 'a tag was expected here, not - — column 1 of --tag'],
  ['a', 'where', { kind: 'field', name: 'a', column: 1, valueColumn: 2, operator: 'set', value: '', quoted: false }],
  ['a=1', 'where', { kind: 'field', name: 'a', column: 1, valueColumn: 3, operator: '=', value: '1', quoted: false }],
  [
    'a == 1',
    'where',
    { kind: 'field', name: 'a', column: 1, valueColumn: 6, operator: '=', value: '1', quoted: false },
  ],
  ['a != ', 'where', { kind: 'field', name: 'a', column: 1, valueColumn: 6, operator: '!=', value: '', quoted: false }],
  ['a >', 'where', '> needs a value after it — column 3 of --where'],
  [
    'a has b c',
    'where',
    { kind: 'field', name: 'a', column: 1, valueColumn: 7, operator: 'has', value: 'b c', quoted: false },
  ],
  [
    "'a b' = 'c d'",
    'where',
    { kind: 'field', name: 'a b', column: 1, valueColumn: 9, operator: '=', value: 'c d', quoted: true },
  ],
  [
    'a=1 AND (b<2 OR !c)',
    'where',
    {
      kind: 'and',
      of: [
        { kind: 'field', name: 'a', column: 1, valueColumn: 3, operator: '=', value: '1', quoted: false },
        {
          kind: 'or',
          of: [
            { kind: 'field', name: 'b', column: 10, valueColumn: 12, operator: '<', value: '2', quoted: false },
            {
              kind: 'not',
              of: { kind: 'field', name: 'c', column: 18, valueColumn: 19, operator: 'set', value: '', quoted: false },
              column: 17,
            },
          ],
          column: 10,
        },
      ],
      spelled: true,
      column: 1,
    },
  ],
  [
    'a = b (c) d',
    'where',
    { kind: 'field', name: 'a', column: 1, valueColumn: 5, operator: '=', value: 'b (c) d', quoted: false },
  ],
  [
    'a=1 b=2',
    'where',
    'AND or OR is missing before "b"; a value that holds this is written in quotes — column 5 of --where',
  ],
  ['a ~ x', 'where', { kind: 'field', name: 'a', column: 1, valueColumn: 5, operator: '~', value: 'x', quoted: false }],
  ['a:b', 'where', { kind: 'field', name: 'a', column: 1, valueColumn: 3, operator: ':', value: 'b', quoted: false }],
  ['a => 3', 'where', 'write >= or <= — column 4 of --where'],
  ['a =< 3', 'where', 'write >= or <= — column 4 of --where'],
  ['()', 'where', 'there is nothing between these parentheses — column 1 of --where'],
  [
    'a && b || c',
    'where',
    {
      kind: 'or',
      of: [
        {
          kind: 'and',
          of: [
            { kind: 'field', name: 'a', column: 1, valueColumn: 2, operator: 'set', value: '', quoted: false },
            { kind: 'field', name: 'b', column: 6, valueColumn: 7, operator: 'set', value: '', quoted: false },
          ],
          spelled: true,
          column: 1,
        },
        { kind: 'field', name: 'c', column: 11, valueColumn: 12, operator: 'set', value: '', quoted: false },
      ],
      column: 1,
    },
  ],
  [
    '-a=1',
    'where',
    {
      kind: 'not',
      of: { kind: 'field', name: 'a', column: 2, valueColumn: 4, operator: '=', value: '1', quoted: false },
      column: 1,
    },
  ],
  ['a="x', 'where', 'this quote is never closed — column 3 of --where'],
  ['a=1)', 'where', 'nothing was opened that this could close — column 4 of --where'],
  ['NOT', 'where', 'NOT needs something after it — column 1 of --where'],
  [
    'a hash',
    'where',
    { kind: 'field', name: 'a hash', column: 1, valueColumn: 7, operator: 'set', value: '', quoted: false },
  ],
  ['a has', 'where', 'has needs a value after it — column 5 of --where'],
])('%j as a %s, with the columns of its parts', (text, dialect, expected) => {
  expect(answerOf(() => parseExpression(text, dialects[dialect as keyof typeof dialects]) ?? null)).toEqual(expected)
})
