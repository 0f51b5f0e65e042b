import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { InputEvent } from '../../../src/servers/browse/events.ts'
import { readInput } from '../../../src/servers/browse/read-input.ts'

const key = (name: string): object => ({ type: 'key', key: name })

describe('what the terminal sent', () => {
  test.each<readonly [string, readonly object[]]>([
    ['a', [{ type: 'text', text: 'a' }]],
    ['漢é👩‍👩‍👧', [{ type: 'text', text: '漢é👩‍👩‍👧' }]],
    ['\r', [key('enter')]],
    ['\u001b[A\u001b[B', [key('up'), key('down')]],
    ['\u001bOA', [key('up')]],
    ['\u001b[1;5C', [key('right')]],
    ['\u001b[5~\u001b[6~', [key('page-up'), key('page-down')]],
    ['\u001b[H\u001b[F\u001b[1~\u001b[4~', [key('home'), key('end'), key('home'), key('end')]],
    ['\t\u001b[Z', [key('tab'), key('shift-tab')]],
    ['\u007f\b', [key('backspace'), key('backspace')]],
    ['\u0003\u001a\u000c', [key('ctrl-c'), key('ctrl-z'), key('ctrl-l')]],
    ['\u001b]11;rgb:ffff/ffff/ffff\u001b\\q', [{ type: 'text', text: 'q' }]],
    ['\u001b]11;rgb:ffff/ffff/ffff\u0007\u001b[?62;22cq', [{ type: 'text', text: 'q' }]],
    ['\u001bP1$r0m\u001b\\', []],
    ['\u001bq', [key('escape'), { type: 'text', text: 'q' }]],
    [
      '\u001b[200~a\rq\u001b[A\u001b[201~x',
      [
        { type: 'paste', text: 'a\rq\u001b[A' },
        { type: 'text', text: 'x' },
      ],
    ],
    ['\u001b[<0;5;3M', [{ type: 'mouse', action: 'press', column: 4, row: 2 }]],
    [
      '\u001b[<64;1;1M\u001b[<65;1;1M',
      [
        { type: 'mouse', action: 'wheel-up', column: 0, row: 0 },
        { type: 'mouse', action: 'wheel-down', column: 0, row: 0 },
      ],
    ],
    ['\u001b[<0;5;3m\u001b[<32;5;3M\u001b[I\u001b[15~', []],
    ['\u001b[<35;5;3M', [{ type: 'mouse', action: 'move', column: 4, row: 2 }]],
  ])('%j', (input, events) => {
    expect(readInput(input)).toEqual({ events, rest: '' })
  })

  test.each(['\u001b', '\u001b[', '\u001b[<0;5', '\u001b[200~half of a paste', '\u001bO'])('%j may go on', (input) => {
    expect(readInput(`x${input}`)).toEqual({ events: [{ type: 'text', text: 'x' }], rest: input })
  })

  test('gives the same events however it comes in pieces', () => {
    const piece = fc.constantFrom(
      'a',
      'é',
      '\r',
      '\t',
      '\u001b[A',
      '\u001b[5~',
      '\u001b[<0;5;3M',
      '\u001b[200~p\rq\u001b[201~',
    )
    const joinText = (events: readonly InputEvent[]): readonly InputEvent[] =>
      events.reduce<readonly InputEvent[]>((all, event) => {
        const last = all.at(-1)
        return event.type === 'text' && last?.type === 'text'
          ? [...all.slice(0, -1), { type: 'text', text: last.text + event.text }]
          : [...all, event]
      }, [])
    fc.assert(
      fc.property(fc.array(piece), fc.array(fc.integer({ min: 1, max: 7 })), (pieces, cuts) => {
        const whole = pieces.join('')
        const events: InputEvent[] = []
        let rest = ''
        let from = 0
        for (const length of [...cuts, whole.length]) {
          const read = readInput(rest + whole.slice(from, from + length))
          from += length
          events.push(...read.events)
          rest = read.rest
        }
        expect(joinText(events)).toEqual(joinText(readInput(whole).events))
      }),
    )
  })

  test('never fails and always comes to an end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (input) => {
        const { rest } = readInput(`\u001b[${input}`)
        expect(rest.length).toBeLessThanOrEqual(input.length + 2)
      }),
    )
  })
})
