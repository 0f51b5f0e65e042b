import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Change, ChangeSet, Edit } from '../../../src/core/model/change.ts'
import { FailureError } from '../../../src/core/model/failure.ts'
import { type NotePath, toNotePath } from '../../../src/core/model/note-path.ts'
import { applyChanges as apply } from '../../../src/io/changes/apply-changes.ts'
import { reverseChanges } from '../../../src/io/changes/undo-changes.ts'
import { decodeText } from '../../../src/io/files/decode-text.ts'

let root: string
let state: string

function applyChanges(folder: string, change: ChangeSet): void {
  apply({ root: folder, state }, change)
}

function undo(count = 1, dryRun = false): ChangeSet {
  return reverseChanges({ root, state }, { direction: 'undo', count, dryRun }).changes
}

function redo(count = 1): ChangeSet {
  return reverseChanges({ root, state }, { direction: 'redo', count, dryRun: false }).changes
}

beforeEach(() => {
  root = fs.mkdtempSync(join(tmpdir(), 'wend-apply-'))
  state = `${root}-state`
})

afterEach(() => {
  for (const folder of [root, state]) fs.rmSync(folder, { recursive: true, force: true })
})

function path(text: string): NotePath {
  const made = toNotePath(text)
  if (made === undefined) throw new Error(text)
  return made
}

function put(name: string, content: string | Uint8Array): void {
  fs.mkdirSync(join(root, name, '..'), { recursive: true })
  fs.writeFileSync(join(root, name), content)
}

function read(name: string): string {
  return fs.readFileSync(join(root, name), 'utf8')
}

function replace(name: string, before: string, after: string): Change {
  const decoded = decodeText(fs.readFileSync(join(root, name)))
  if ('binary' in decoded) throw new Error('binary')
  const edits: Edit[] = []
  for (let at = decoded.text.indexOf(before); at >= 0; at = decoded.text.indexOf(before, at + before.length))
    edits.push({ span: { start: at, end: at + before.length }, before, after })
  return { kind: 'edit', path: path(name), original: decoded.text, edits }
}

function changes(...list: readonly Change[]): ChangeSet {
  return { title: 'a change', changes: list }
}

/** All files below the root and what they hold, wend's own folder left out. */
function files(): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of fs.readdirSync(root, { recursive: true, encoding: 'utf8' }))
    if (!name.startsWith('.wend') && fs.lstatSync(join(root, name)).isFile())
      found[name] = fs.readFileSync(join(root, name), 'latin1')
  return found
}

function messageOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof FailureError && 'message' in error.failure) return error.failure.message
    throw error
  }
  return 'no failure'
}

describe('applying a change', () => {
  test.each([
    ['LF without a final newline', Buffer.from('a\nold\nz')],
    ['CRLF', Buffer.from('a\r\nold\r\nz\r\n')],
    ['a byte order mark', Buffer.from('\ufeffa\nold\n')],
    ['UTF-16, little endian', Buffer.from('\ufeffa\nold ü 😀 old\n', 'utf16le')],
    ['UTF-16, big endian', Buffer.from('\ufeffa\nold ü 😀 old\n', 'utf16le').swap16()],
    ['bytes that are no text', Buffer.from([0x61, 0xff, 0x6f, 0x6c, 0x64, 0xe2, 0x82, 0x6f, 0x6c, 0x64, 0xf0, 0x9f])],
  ])('changes only the bytes of its spans: %s', (_name, bytes) => {
    put('a.md', bytes)
    const wide = bytes[0] === 0xff || bytes[0] === 0xfe
    applyChanges(root, changes(replace('a.md', 'old', 'newer')))
    const after = fs.readFileSync(join(root, 'a.md'))
    const swap = (data: Buffer): string =>
      (wide ? data : Buffer.from(data.toString('latin1'), 'utf16le')).toString('hex')
    const encode = (text: string): string => {
      const encoded = Buffer.from(text, 'utf16le')
      return (bytes[0] === 0xfe ? encoded.swap16() : encoded).toString('hex')
    }
    const expected = wide
      ? bytes.toString('hex').replaceAll(encode('old'), encode('newer'))
      : Buffer.from(bytes.toString('latin1').replaceAll('old', 'newer'), 'latin1').toString('hex')
    expect(after.toString('hex')).toBe(expected)
    expect(swap(after)).not.toBe(swap(bytes))
    undo()
    expect(fs.readFileSync(join(root, 'a.md')).equals(bytes)).toBe(true)
  })

  test('edits, moves, creates, trashes and removes folders as a whole, and undo brings all back', () => {
    put('old/a.md', 'see old')
    put('old/deep/b.png', 'image')
    put('c.md', 'link to old')
    const before = files()
    applyChanges(
      root,
      changes(
        replace('old/a.md', 'old', 'new'),
        replace('c.md', 'old', 'new'),
        { kind: 'move', path: path('old/a.md'), to: path('new/a.md') },
        { kind: 'move', path: path('old/deep/b.png'), to: path('new/deep/b.png') },
        { kind: 'create', path: path('x/y/d.md'), text: '# D\n' },
        { kind: 'remove-folder', path: path('old/deep') },
        { kind: 'remove-folder', path: path('old') },
      ),
    )
    expect(files()).toEqual({
      'new/a.md': 'see new',
      'new/deep/b.png': 'image',
      'c.md': 'link to new',
      'x/y/d.md': '# D\n',
    })
    expect(fs.readdirSync(root).sort()).toEqual(['c.md', 'new', 'x'])
    undo()
    expect(files()).toEqual(before)
    expect(fs.readdirSync(root).sort()).toEqual(['c.md', 'old'])
  })

  test('puts a note in the trash and takes it out again; a second of the same name is numbered', () => {
    put('a.md', 'first')
    applyChanges(root, changes({ kind: 'trash', path: path('a.md') }))
    put('a.md', 'second')
    applyChanges(root, changes({ kind: 'trash', path: path('a.md') }))
    expect([read('.wend/trash/a.md'), read('.wend/trash/a 2.md')]).toEqual(['first', 'second'])
    undo()
    expect(read('a.md')).toBe('second')
  })

  test('keeps permissions and writes through a symbolic link inside the vault', () => {
    put('real/a.md', 'old')
    fs.chmodSync(join(root, 'real/a.md'), 0o640)
    fs.symlinkSync('real/a.md', join(root, 'link.md'))
    applyChanges(root, changes(replace('link.md', 'old', 'new')))
    expect(read('real/a.md')).toBe('new')
    expect(fs.lstatSync(join(root, 'link.md')).isSymbolicLink()).toBe(true)
    expect(fs.statSync(join(root, 'real/a.md')).mode & 0o777).toBe(0o640)
  })

  test('never writes outside the vault', () => {
    const outside = fs.mkdtempSync(join(tmpdir(), 'wend-outside-'))
    fs.writeFileSync(join(outside, 'a.md'), 'old')
    fs.symlinkSync(join(outside, 'a.md'), join(root, 'a.md'))
    fs.symlinkSync(outside, join(root, 'folder'))
    expect(messageOf(() => applyChanges(root, changes(replace('a.md', 'old', 'new'))))).toContain('outside the vault')
    const create: Change = { kind: 'create', path: path('folder/x.md'), text: 'x' }
    expect(messageOf(() => applyChanges(root, changes(create)))).toContain('outside the vault')
    expect(fs.readdirSync(outside)).toEqual(['a.md'])
    expect(fs.readFileSync(join(outside, 'a.md'), 'utf8')).toBe('old')
    fs.rmSync(outside, { recursive: true })
  })

  test('a place behind a link out of the vault is refused before anything is written down', () => {
    put('b.md', 'b')
    const outside = fs.mkdtempSync(join(tmpdir(), 'wend-outside-'))
    fs.symlinkSync(outside, join(root, 'od'))
    fs.symlinkSync(join(outside, 'nothing'), join(root, 'nowhere'))
    for (const to of ['od/b.md', 'od/deep/b.md', 'nowhere/b.md'])
      expect(messageOf(() => applyChanges(root, changes({ kind: 'move', path: path('b.md'), to: path(to) })))).toMatch(
        /outside the vault|leads nowhere/,
      )
    expect(fs.existsSync(state)).toBe(false)
    applyChanges(root, changes(replace('b.md', 'b', 'c')))
    expect(fs.readdirSync(outside)).toEqual([])
    fs.rmSync(outside, { recursive: true })
  })

  test.each(['.git/x.md', 'sub/.GIT/hooks/x.md', '.wend/config.yml', 'to-git/x.md', 'sub/.wend/journal'])(
    'what is not to be changed by anyone else is refused: %s',
    (name) => {
      put('a.md', 'a')
      for (const folder of ['.git', 'sub/.GIT', '.wend', 'sub/.wend'])
        fs.mkdirSync(join(root, folder), { recursive: true })
      fs.symlinkSync('.git', join(root, 'to-git'))
      expect(messageOf(() => applyChanges(root, changes({ kind: 'create', path: path(name), text: '' })))).toMatch(
        /own folder$/,
      )
      expect(fs.existsSync(state)).toBe(false)
    },
  )

  test('refuses a file that was changed since it was read, and changes nothing', () => {
    put('a.md', 'old a')
    put('b.md', 'old b')
    const change = changes(replace('a.md', 'old', 'new'), replace('b.md', 'old', 'new'))
    put('b.md', 'old b, edited')
    expect(messageOf(() => applyChanges(root, change))).toContain('b.md was changed by another program')
    expect(files()).toEqual({ 'a.md': 'old a', 'b.md': 'old b, edited' })
  })

  test.each([
    ['a move', { kind: 'move', path: 'a.md', to: 'b.md' }],
    ['a new note', { kind: 'create', path: 'b.md', text: '' }],
  ])('never overwrites: %s', (_name, change) => {
    put('a.md', 'a')
    put('b.md', 'b')
    const list = [{ ...change, path: path(change.path), ...('to' in change ? { to: path(change.to ?? '') } : {}) }]
    expect(messageOf(() => applyChanges(root, { title: '', changes: list as readonly Change[] }))).toContain(
      'exists already',
    )
    expect(files()).toEqual({ 'a.md': 'a', 'b.md': 'b' })
  })
})

describe('undo', () => {
  test('takes back one change after another, and says when none is left', () => {
    put('a.md', '1')
    applyChanges(root, changes(replace('a.md', '1', '2')))
    applyChanges(root, changes(replace('a.md', '2', '3')))
    undo()
    expect(read('a.md')).toBe('2')
    undo()
    expect(read('a.md')).toBe('1')
    expect(messageOf(() => undo())).toBe('nothing to undo')
  })

  test('and redo go back and forth through the history; a new change ends what could be done again', () => {
    put('a.md', '1')
    put('b.md', 'b')
    applyChanges(root, changes(replace('a.md', '1', '2')))
    applyChanges(root, changes({ kind: 'move', path: path('b.md'), to: path('deep/c.md') }))
    applyChanges(
      root,
      changes({ kind: 'create', path: path('d.md'), text: 'd' }, { kind: 'trash', path: path('a.md') }),
    )
    const last = files()
    expect(undo(3).changes).toEqual([
      { kind: 'move', path: '.wend/trash/a.md', to: 'a.md' },
      { kind: 'move', path: 'deep/c.md', to: 'b.md' },
      expect.objectContaining({ kind: 'edit', path: '.wend/trash/a.md' }),
      { kind: 'remove', path: 'd.md' },
      { kind: 'remove-folder', path: 'deep' },
    ])
    expect(files()).toEqual({ 'a.md': '1', 'b.md': 'b' })
    expect(messageOf(() => undo())).toBe('nothing to undo')
    redo()
    expect(files()).toEqual({ 'a.md': '2', 'b.md': 'b' })
    redo(2)
    expect(files()).toEqual(last)
    expect(messageOf(() => redo())).toBe('nothing to redo')
    undo(2)
    applyChanges(root, changes(replace('b.md', 'b', 'bb')))
    expect(messageOf(() => redo())).toBe('nothing to redo')
    expect(messageOf(() => undo(3))).toBe('only 2 to undo')
    undo(2)
    expect(files()).toEqual({ 'a.md': '1', 'b.md': 'b' })
  })

  test('looks at what a file holds, not at its times', () => {
    put('a.md', 'old')
    put('m.png', 'image')
    applyChanges(root, changes(replace('a.md', 'old', 'new'), { kind: 'move', path: path('m.png'), to: path('n.png') }))
    for (const name of ['a.md', 'n.png']) {
      const bytes = fs.readFileSync(join(root, name))
      fs.rmSync(join(root, name))
      fs.writeFileSync(join(root, name), bytes)
      fs.utimesSync(join(root, name), 1, 1)
    }
    undo()
    expect(files()).toEqual({ 'a.md': 'old', 'm.png': 'image' })
  })

  test('of several is refused as a whole, naming the file in the way', () => {
    put('a.md', '1')
    put('b.md', '1')
    applyChanges(root, changes(replace('a.md', '1', '2')))
    applyChanges(root, changes(replace('b.md', '1', '2')))
    put('a.md', 'edited')
    expect(messageOf(() => undo(2))).toBe('cannot undo "a change": a.md has changed since')
    expect(files()).toEqual({ 'a.md': 'edited', 'b.md': '2' })
    expect(undo(1, true).changes).toEqual([expect.objectContaining({ kind: 'edit', path: 'b.md' })])
    expect(files()).toEqual({ 'a.md': 'edited', 'b.md': '2' })
  })

  test('keeps as many changes as it is told to', () => {
    put('a.md', '1')
    for (const [from, to] of ['12', '23', '34'])
      apply({ root, state }, changes(replace('a.md', from ?? '', to ?? '')), { keep: 2 })
    expect(messageOf(() => undo(3))).toBe('only 2 to undo')
  })

  test.each([
    ['an edited file', () => put('a.md', 'edited'), 'a.md has changed since'],
    ['a moved file that was edited', () => put('n.md', 'MOVED'), 'n.md has changed since'],
    ['a file that was removed', () => fs.rmSync(join(root, 'a.md')), 'a.md is not there any more'],
    ['something new at the old place', () => put('m.md', 'new'), 'm.md has changed since'],
  ])('refuses when files have changed since: %s', (_name, edit, message) => {
    put('a.md', 'old')
    put('m.md', 'moved')
    applyChanges(root, changes(replace('a.md', 'old', 'new'), { kind: 'move', path: path('m.md'), to: path('n.md') }))
    edit()
    const before = files()
    expect(messageOf(() => undo())).toContain(message)
    expect(files()).toEqual(before)
  })
})
