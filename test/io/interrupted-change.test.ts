import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FailureError } from '../../src/core/model/failure.ts'
import type { ChangeSet } from '../../src/core/model/change.ts'
import { type NotePath, toNotePath } from '../../src/core/model/note-path.ts'
import { extractPart, partToExtract } from '../../src/core/plan/regroup/extract-section.ts'
import { mergeNotes } from '../../src/core/plan/regroup/join-notes.ts'
import { renameNote } from '../../src/core/plan/rename/rename-note.ts'
import { applyChanges as apply, type ChangeOptions } from '../../src/io/changes/apply-changes.ts'
import { journalFile } from '../../src/io/changes/journal.ts'
import { reverseChanges } from '../../src/io/changes/undo-changes.ts'
import { readVault } from '../../src/io/vault/read-vault.ts'
import { recoverVault as recover } from '../../src/io/changes/recover-changes.ts'
import type { ChangeFiles } from '../../src/io/files/change-files.ts'
import type { LockPatience } from '../../src/io/changes/vault-lock.ts'
import { failingFiles, type Fault } from '../support/failing-files.ts'

/** Later than any lock that a crash left half written. */
const patience: LockPatience = { waitMs: 100, now: () => Date.now() + 60_000, sleep: () => undefined }

const vaultFiles: Readonly<Record<string, string>> = {
  'old.md': '---\ntitle: Old # a comment\n---\n\nSee [[a]] and [[sub/b]].\n',
  'a.md': 'To [[old]], twice: [[old|again]].\r\nNo newline at the end: ![[old]]',
  'sub/b.md': '\ufeff# B\n\n[old](../old.md)\n',
}

let root: string
let state: string

function applyChanges(folder: string, change: ChangeSet, options: ChangeOptions): void {
  apply({ root: folder, state }, change, options)
}

function undoLastChange(folder: string, options: ChangeOptions): void {
  reverseChanges({ root: folder, state }, { direction: 'undo', count: 1, dryRun: false }, options)
}

function recoverVault(folder: string, how: LockPatience, files?: ChangeFiles): readonly string[] {
  return recover(folder, [state], how, files)
}

beforeEach(() => {
  root = fs.mkdtempSync(join(tmpdir(), 'wend-crash-'))
  state = `${root}-state`
  writeVault()
})

afterEach(() => {
  for (const folder of [root, state]) fs.rmSync(folder, { recursive: true, force: true })
})

function writeVault(): void {
  for (const folder of [root, state]) fs.rmSync(folder, { recursive: true, force: true })
  for (const [name, text] of Object.entries(vaultFiles)) {
    fs.mkdirSync(join(root, name, '..'), { recursive: true })
    fs.writeFileSync(join(root, name), text)
  }
  fs.symlinkSync('../old.md', join(root, 'sub/link.md'))
}

/** Every file of the vault, hidden ones and temporary ones too; of wend's own folder only what is out of place. */
function snapshot(): string {
  const names = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()
  // A lock that was being taken over when a second process ended too is removed with the next change.
  const kept = /^\.wend(?:$|\/(?:\.gitignore|lock\.takeover))/
  return names
    .filter((name) => !kept.test(name) && !fs.lstatSync(join(root, name)).isDirectory())
    .map((name) => `${name}\n${contentOf(join(root, name))}`)
    .join('\n----\n')
}

function contentOf(file: string): string {
  return fs.lstatSync(file).isSymbolicLink() ? `-> ${fs.readlinkSync(file)}` : fs.readFileSync(file, 'utf8')
}

/** The plan depends on the texts alone, which are the same each time. */
function rename(): ChangeSet {
  return (planned ??= planRename())
}

let planned: ChangeSet | undefined

function planRename(): ChangeSet {
  const vault = readVault(root, { ignore: [], follow: false })
  const note = vault.note('old.md')
  const path = toNotePath('deep/er/new name.md')
  if (note === undefined || path === undefined) throw new Error('the vault is not as written')
  const textOf = (name: string): string => fs.readFileSync(join(root, name), 'utf8').replace(/^\ufeff/, '')
  return renameNote({ vault, textOf }, note, { path, title: 'New' }).changes
}

/** How many calls a change makes when nothing fails, and the vault before and after. */
function rehearse(
  fault: Fault,
  change: (fs: ReturnType<typeof failingFiles>['fs']) => void,
): { readonly calls: number; readonly after: string } {
  const { fs: counting, calls } = failingFiles(-1, fault)
  change(counting)
  return { calls: calls(), after: snapshot() }
}

function attempt(work: () => void): unknown {
  try {
    work()
    return undefined
  } catch (error) {
    return error
  }
}

describe('a rename of a note that three files link to', () => {
  test('is whole or not there after a crash at any call, with nothing left behind', () => {
    const before = snapshot()
    const { calls, after } = rehearse('crash', (files) => applyChanges(root, rename(), { fs: files, patience }))
    expect(calls).toBeGreaterThan(40)
    const ends = { before: 0, after: 0 }
    for (let at = 1; at <= calls; at++) {
      writeVault()
      const plan = rename()
      attempt(() => applyChanges(root, plan, { fs: failingFiles(at, 'crash').fs, patience }))
      recoverVault(root, patience)
      const now = snapshot()
      expect({ at, isWhole: now === before || now === after, now: now === before || now === after ? '' : now }).toEqual(
        { at, isWhole: true, now: '' },
      )
      ends[now === before ? 'before' : 'after']++
    }
    expect(ends.before).toBeGreaterThan(10)
    expect(ends.after).toBeGreaterThan(0)
  })

  test('is taken back after a crash at any call of the recovery from a crash', () => {
    const before = snapshot()
    const { calls } = rehearse('crash', (files) => applyChanges(root, rename(), { fs: files, patience }))
    for (let at = Math.floor(calls * 0.6); at < calls - 12; at += 9) {
      for (let again = 1; ; again += 2) {
        writeVault()
        attempt(() => applyChanges(root, rename(), { fs: failingFiles(at, 'crash').fs, patience }))
        const crashed = failingFiles(again, 'crash')
        const error = attempt(() => recoverVault(root, patience, crashed.fs))
        recoverVault(root, patience)
        expect({ at, again, whole: snapshot() === before }).toEqual({ at, again, whole: true })
        if (error === undefined && crashed.calls() < again) break
      }
    }
  })

  test.each<Fault>(['ENOSPC', 'EACCES', 'EIO', 'EROFS'])(
    'changes nothing when any one call fails with %s, and says so',
    (fault) => {
      const before = snapshot()
      const { calls, after } = rehearse(fault, (files) => applyChanges(root, rename(), { fs: files, patience }))
      expect(calls).toBeGreaterThan(20)
      for (let at = 1; at <= calls; at++) {
        writeVault()
        const error = attempt(() => applyChanges(root, rename(), { fs: failingFiles(at, fault).fs, patience }))
        recoverVault(root, patience)
        const now = snapshot()
        const expected = error === undefined ? after : before
        // What fails after the change is finished (tidying up, giving the lock back) does not take it back.
        expect({ at, whole: now === expected || now === after, error: describeError(error) }).toEqual({
          at,
          whole: true,
          error: expect.stringMatching(/^(?:done|io|refused|system)/),
        })
        if (now === before && fault !== 'EACCES') expect(error).toBeDefined()
      }
    },
  )
})

function describeError(error: unknown): string {
  if (error === undefined) return 'done'
  if (error instanceof FailureError) return error.failure.kind
  return `system ${String((error as { code?: string }).code)}`
}

/** A change of every kind at once: what new, rm, append, index --write and all others come to. */
function everyKind(): ChangeSet {
  const path = (text: string) => toNotePath(text) as NotePath
  return {
    title: 'every kind',
    changes: [
      { kind: 'create', path: path('new/note.md'), text: '# New\n' },
      { kind: 'trash', path: path('old.md') },
      { kind: 'remove', path: path('a.md') },
      { kind: 'move', path: path('sub/b.md'), to: path('b.md') },
      { kind: 'remove-folder', path: path('sub') },
    ],
  }
}

describe('a change of every kind', () => {
  test.each<Fault>(['crash', 'ENOSPC', 'EIO', 'EACCES', 'EROFS'])(
    'is whole or not there after %s at any call',
    (fault) => {
      const before = snapshot()
      const { calls, after } = rehearse(fault, (files) => applyChanges(root, everyKind(), { fs: files, patience }))
      expect(after).not.toBe(before)
      for (let at = 1; at <= calls; at++) {
        writeVault()
        attempt(() => applyChanges(root, everyKind(), { fs: failingFiles(at, fault).fs, patience }))
        recoverVault(root, patience)
        const now = snapshot()
        expect({ at, whole: now === before || now === after }).toEqual({ at, whole: true })
        // The vault is usable afterwards, there and back.
        if (at % 5 === 0 && now === after) undoLastChange(root, { patience })
        if (at % 5 === 0) expect(snapshot()).toBe(before)
      }
    },
  )
})

/** The plan of a note that goes into another, and of a section that becomes a note. */
function regroup(what: 'merge' | 'extract'): ChangeSet {
  const vault = readVault(root, { ignore: [], follow: false })
  const source = { vault, textOf: (path: NotePath) => fs.readFileSync(join(root, path), 'utf8').replace('\ufeff', '') }
  const [note, into] = ['sub/b.md', 'old.md'].map((path) => vault.note(path))
  if (note === undefined || into === undefined) throw new Error('no such note')
  if (what === 'merge') return mergeNotes(source, into, note).changes
  const path = toNotePath('new/part.md') as NotePath
  const part = partToExtract(source, into, '^part')
  return extractPart(source, into, { part, path, title: 'Part', front: '' }).changes
}

describe('notes that are regrouped', () => {
  const part = '\nA part [b](sub/b.md). ^part\n'

  test.each(['merge', 'extract'] as const)('%s is whole or not there after a crash at any call', (what) => {
    fs.appendFileSync(join(root, 'old.md'), part)
    const before = snapshot()
    const { calls, after } = rehearse('crash', (files) => applyChanges(root, regroup(what), { fs: files, patience }))
    expect(after).not.toBe(before)
    for (let at = 1; at <= calls; at++) {
      writeVault()
      fs.appendFileSync(join(root, 'old.md'), part)
      const changes = regroup(what)
      attempt(() => applyChanges(root, changes, { fs: failingFiles(at, 'crash').fs, patience }))
      recoverVault(root, patience)
      const now = snapshot()
      expect({ at, whole: now === before || now === after }).toEqual({ at, whole: true })
    }
  })
})

describe('an undo', () => {
  test('is whole or not there after a crash at any call', () => {
    const before = snapshot()
    applyChanges(root, rename(), { patience })
    const after = snapshot()
    const { calls } = rehearse('crash', (files) => undoLastChange(root, { fs: files, patience }))
    expect(snapshot()).toBe(before)
    for (let at = 1; at <= calls; at += 2) {
      writeVault()
      applyChanges(root, rename(), { patience })
      attempt(() => undoLastChange(root, { fs: failingFiles(at, 'crash').fs, patience }))
      recoverVault(root, patience)
      const now = snapshot()
      expect({ at, whole: now === before || now === after }).toEqual({ at, whole: true })
    }
  })
})

describe('recovery', () => {
  test('leaves a note that was edited after the crash, and says so', () => {
    const { calls } = rehearse('crash', (files) => applyChanges(root, rename(), { fs: files, patience }))
    let edited = 0
    for (let at = 1; at <= calls; at++) {
      writeVault()
      attempt(() => applyChanges(root, rename(), { fs: failingFiles(at, 'crash').fs, patience }))
      if (!fs.readFileSync(join(root, 'a.md'), 'utf8').includes('new name')) continue
      if (!fs.existsSync(journalFile(state))) continue
      fs.writeFileSync(join(root, 'a.md'), 'edited in the meantime')
      expect(recoverVault(root, patience).join('\n')).toContain('a.md was changed in the meantime and left as it is')
      expect(fs.readFileSync(join(root, 'a.md'), 'utf8')).toBe('edited in the meantime')
      edited++
    }
    expect(edited).toBeGreaterThan(0)
  })

  test('refuses a journal that would write outside the vault or into git', () => {
    const step = { kind: 'write', before: null, after: null, splices: [] }
    for (const path of ['../evil', '/etc/passwd', '.git/config', 'a/../../b', 'sub/.GIT/hooks/x']) {
      fs.mkdirSync(state, { recursive: true })
      const journal = { id: '0123456789abcdef', title: 't', at: '', steps: [{ ...step, path }] }
      fs.writeFileSync(journalFile(state), JSON.stringify(journal))
      expect(recoverVault(root, patience).join()).toMatch(/is damaged|lies in git's own folder/)
    }
  })
})
