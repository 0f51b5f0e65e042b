import { describe, expect, test } from '@jest/globals'
import type { Size } from '../../../../src/servers/browse/model.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'
import { PlayedReader } from '../play.ts'

const texts = {
  'a.md': ['one', '▾- closed', '# hidden heading', 'zebra [[b]]', '', '▾ open', 'shown', '', 'last'].join('\n'),
  'b.md': 'b [[a#hidden heading]]',
}

function reader(size?: Size): PlayedReader {
  const vault = vaultOf(texts)
  return new PlayedReader(vault, texts, size, { note: noteAt(vault, 'a.md').path })
}

/** The lines of the note on the screen. */
function shown({ state }: PlayedReader): string {
  return (state.note?.rendered?.lines ?? []).filter((line) => line !== '').join('|')
}

const asWritten = 'one|▸- closed|▾ open|shown|last'
const allOpen = 'one|▾- closed|# hidden heading|zebra [[b]]|▾ open|shown|last'
const allFolded = 'one|▸- closed|▸ open|last'

describe('folds of a note in the reader', () => {
  test.each([
    ['as they are written', [], asWritten],
    ['the first one', ['za'], allOpen],
    ['and back', ['za', 'za'], asWritten],
    ['all unfolded', ['zR'], allOpen],
    ['all folded', ['zM'], allFolded],
    ['the selected one by za', ['tab', 'tab', 'za'], allFolded],
    ['the selected one by Enter', ['tab', 'tab', 'enter'], allFolded],
    ['not what is hidden by Tab', ['tab', 'tab', 'tab', 'enter'], allOpen],
    ['what is looked for', ['/', 'zebra', 'enter'], allOpen],
    ['what is looked for again', ['/', 'e', 'enter', 'n', 'n', 'n'], allOpen],
    [
      'the selected link, before it is followed',
      ['zR', 'tab', 'tab', 'zM', 'enter'],
      'one|▾- closed|# hidden heading|zebra [[b]]|▸ open|last',
    ],
    ['a heading of the outline', ['o', 'enter'], allOpen],
    ['a heading that a link names', [':', 'b', 'enter', 'tab', 'enter'], allOpen],
    ['as they were when the note was left', ['zR', ':', 'b', 'enter', 'backspace'], allOpen],
    ['as they are written in a note opened anew', ['zR', ':', 'b', 'enter', ':', 'a', 'enter'], asWritten],
    ['as they were at a mark', ['zR', 'm', 'a', 'zM', "'", 'a'], allOpen],
  ])('are shown: %s', (_name, keys, lines) => {
    expect(shown(reader().press(...keys))).toBe(lines)
  })

  test('say in the footer what Enter does', () => {
    const played = reader()
    expect(played.screen).toContain('za fold')
    expect(played.press('tab').screen).toContain('Enter unfolds')
    expect(played.press('enter').screen).toContain('Enter folds')
  })

  test('turn with the mouse', () => {
    const played = reader({ columns: 100, rows: 20 })
    played.send({ type: 'mouse', action: 'press', column: 37, row: 2 })
    expect(shown(played)).toBe(allOpen)
  })

  test('stay turned when the note is laid out for another width, and when the vault changes', () => {
    const played = reader().press('zR')
    played.send({ type: 'resize', size: { columns: 80, rows: 20 } })
    expect(shown(played)).toBe(allOpen)
    played.send({ type: 'vault', vault: vaultOf({ ...texts, 'c.md': 'c' }), behind: true })
    expect(shown(played)).toBe(allOpen)
  })

  test('keep their title where it is on the screen', () => {
    const long = {
      'a.md': [...Array(30).fill('x'), '▾- t', ...Array(30).fill('y'), '', ...Array(30).fill('z')].join('\n'),
    }
    const played = new PlayedReader(vaultOf(long), long).press('enter', 'page-down', 'za')
    const row = played.screen.split('\n').findIndex((line) => line.includes('▾- t'))
    expect(row).toBeGreaterThan(0)
    expect(played.press('za').screen.split('\n')[row]).toContain('▸- t')
  })

  test('say that there is nothing to fold', () => {
    expect(reader().press(':', 'b', 'enter', 'za').screen).toContain('nothing to fold here')
  })
})
