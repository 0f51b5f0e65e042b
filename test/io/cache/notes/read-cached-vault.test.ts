import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { KeptFolder } from '../../../../src/io/cache/kept-folder.ts'
import { forgetDecoded } from '../../../../src/io/cache/notes/cached-note.ts'
import { readCachedVault } from '../../../../src/io/cache/notes/read-cached-vault.ts'
import { readVault } from '../../../../src/io/vault/read-vault.ts'
import { anyPath, files, noteText } from '../../../support/random-vault.ts'
import { expectSame } from '../../../support/expect-same.ts'
import { vaultAnswers } from '../../../support/vault-answers.ts'

const base = mkdtempSync(join(tmpdir(), 'wend-cache-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))
const options = { ignore: [], follow: false }

let count = 0
function folder(): { readonly root: string; readonly cache: string } {
  const root = join(base, `vault-${count++}`)
  mkdirSync(root)
  return { root, cache: join(base, `cache-${count}`) }
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const vaultIn = (root: string, cache: string, build = 'one') =>
  readCachedVault(root, options, new KeptFolder(cache, build, root)).vault
const cached = (root: string, cache: string, build = 'one') => vaultAnswers(vaultIn(root, cache, build))
const read = (root: string) => vaultAnswers(readVault(root, options))

/** Waits until the stamps of files count as settled. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 60))

const change = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), path: anyPath, text: noteText }),
  fc.record({ kind: fc.constant('touch' as const), path: anyPath }),
  fc.record({ kind: fc.constant('flip' as const), path: anyPath }),
  fc.record({ kind: fc.constant('remove' as const), path: anyPath }),
  fc.record({ kind: fc.constant('swap' as const), path: anyPath, other: anyPath }),
  fc.record({ kind: fc.constant('settle' as const) }),
  fc.record({ kind: fc.constant('glance' as const) }),
  fc.record({ kind: fc.constant('forget links' as const) }),
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

async function apply(root: string, cache: string, one: Change): Promise<void> {
  if (one.kind === 'settle') return void (await settle())
  if (one.kind === 'glance') return void vaultIn(root, cache)
  if (one.kind === 'forget links') return rmSync(join(cache, 'links'), { force: true })
  const file = join(root, one.path)
  if (one.kind === 'write') return write(root, one.path, one.text)
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return
  const { atime, mtime } = statSync(file)
  if (one.kind === 'touch') utimesSync(file, new Date(0), new Date(0))
  else if (one.kind === 'remove') rmSync(file)
  else if (one.kind === 'flip') {
    // Same size, and the time set back to what it was.
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/alpha|gamma/g, (name) => (name === 'alpha' ? 'gamma' : 'alpha')),
    )
    utimesSync(file, atime, mtime)
  } else if (one.kind === 'swap' && statSync(join(root, one.other), { throwIfNoEntry: false }) !== undefined) {
    renameSync(file, join(root, 'tmp'))
    if (one.path !== one.other) renameSync(join(root, one.other), file)
    renameSync(join(root, 'tmp'), join(root, one.other))
  }
}

describe('a vault read through its cache', () => {
  test('says what one read anew says, after any edits', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.array(change, { minLength: 1, maxLength: 8 }), async (start, changes) => {
        const { root, cache } = folder()
        for (const [path, text] of start) write(root, path, text)
        await settle()
        expectSame(cached(root, cache), read(root))
        for (const one of changes) {
          await apply(root, cache, one)
          expectSame(cached(root, cache), read(root))
          expectSame(cached(root, cache), read(root))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('says the same after what was decoded of it is let go of', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (start) => {
        const { root, cache } = folder()
        for (const [path, text] of start) write(root, path, text)
        await settle()
        vaultIn(root, cache)
        const vault = vaultIn(root, cache)
        const before = vaultAnswers(vault)
        const linked = vault.notes.filter(({ links }) => links.length > 0)
        const decoded = linked.map(({ links }) => links)
        forgetDecoded(vault)
        expect(linked.filter(({ links }, order) => links === decoded[order])).toEqual([])
        for (const one of [vault, vaultIn(root, cache)])
          for (const note of one.notes)
            expect(one.resolutionsOf(note)).toEqual(one.linksFrom(note.path).map(({ resolution }) => resolution))
        expectSame(vaultAnswers(vault), before)
      }),
      { numRuns: 30 },
    )
  })

  test('says what one read anew says when links are asked for only now and then', async () => {
    const step = fc.record({ change, asks: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(files, fc.array(step, { minLength: 2, maxLength: 10 }), async (start, steps) => {
        const { root, cache } = folder()
        for (const [path, text] of start) write(root, path, text)
        await settle()
        for (const { change: one, asks } of [...steps, { change: { kind: 'settle' as const }, asks: true }]) {
          await apply(root, cache, one)
          const vault = vaultIn(root, cache)
          expect(vault.notes.map(({ title }) => title)).toEqual(
            readVault(root, options).notes.map(({ title }) => title),
          )
          if (asks) expectSame(vaultAnswers(vault), read(root))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('resolves links when they are first asked for, and keeps them', async () => {
    const { root, cache } = folder()
    cpSync('test/vaults/garden', root, { recursive: true })
    await settle()
    const vault = vaultIn(root, cache)
    expect(vault.notes.length).toBeGreaterThan(0)
    expect(existsSync(join(cache, 'links'))).toBe(false)
    cached(root, cache)
    const [kept, facts] = [readFileSync(join(cache, 'links')), statSync(join(cache, 'links'))]
    cached(root, cache)
    expect(statSync(join(cache, 'links')).ino).toBe(facts.ino)
    rmSync(join(cache, 'links'))
    expectSame(cached(root, cache), read(root))
    expect(readFileSync(join(cache, 'links')).equals(kept)).toBe(true)
  })

  test('takes no links of another index for its own', async () => {
    const [one, other] = [folder(), folder()]
    write(one.root, 'a.md', '[[b]]\n')
    write(one.root, 'b.md', '')
    write(other.root, 'a.md', '[[c]]\n')
    write(other.root, 'c.md', '')
    await settle()
    cached(one.root, one.cache)
    cached(other.root, other.cache)
    cpSync(join(other.cache, 'links'), join(one.cache, 'links'))
    expectSame(cached(one.root, one.cache), read(one.root))
  })

  test('keeps what front matter holds, also what JSON has no word for', async () => {
    const { root, cache } = folder()
    write(root, 'a.md', '---\nmost: .inf\nscores: [1, {least: -.inf, none: .nan}]\n__proto__: {x: 1}\nconstructor: -0\n---\n')
    await settle()
    expect(cached(root, cache).notes[0]?.metadata).toEqual(read(root).notes[0]?.metadata)
    expectSame(cached(root, cache), read(root))
  })

  test('misses no edit of the same size made at once after a run', () => {
    const { root, cache } = folder()
    write(root, 'a.md', '# 0000\n')
    for (let turn = 1; turn <= 500; turn++) {
      cached(root, cache)
      const title = String(turn).padStart(4, '0')
      write(root, 'a.md', `# ${title}\n`)
      expect(cached(root, cache).notes[0]?.title).toBe(title)
    }
  })

  test('notices what became of files outside the notes that links rest on', async () => {
    const { root, cache } = folder()
    write(root, 'in/a.md', '[out](../../there.txt) [hidden](.hidden) [[.config.yml]]\n')
    await settle()
    cached(root, cache)
    writeFileSync(join(base, 'there.txt'), '')
    write(root, 'in/.hidden', '')
    expectSame(cached(root, cache), read(root))
    rmSync(join(base, 'there.txt'))
    expectSame(cached(root, cache), read(root))
  })
})

describe('a damaged cache', () => {
  const { root, cache } = folder()
  const fill = async () => {
    cpSync('test/vaults/garden', root, { recursive: true })
    await settle()
    cached(root, cache)
    const note = join(root, readdirSync(root).find((name) => name.endsWith('.md')) ?? '')
    writeFileSync(note, `${readFileSync(note, 'utf8')}\nMore [[nothing here]].\n`)
    await settle()
    cached(root, cache)
    cached(root, cache)
  }

  test('gives the same answers, whatever its bytes', async () => {
    await fill()
    const truth = read(root)
    const index = join(cache, 'index')
    const [whole, delta, links] = [readFileSync(index), readFileSync(join(cache, 'changes')), readFileSync(join(cache, 'links'))]
    const parts = { base: whole, delta, links }
    const mutation = fc.record({
      of: fc.constantFrom('base' as const, 'delta' as const, 'links' as const),
      how: fc.constantFrom('cut', 'flip', 'zero', 'grow', 'swap'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bit: fc.integer({ min: 0, max: 7 }),
    })
    fc.assert(
      fc.property(mutation, ({ of, how, at, bit }) => {
        const bytes = Buffer.from(parts[of])
        const place = Math.min(bytes.length - 1, Math.floor(at * bytes.length))
        bytes[place] = how === 'zero' ? 0 : (bytes[place] ?? 0) ^ (how === 'flip' ? 1 << bit : 0)
        const made = how === 'cut' ? bytes.subarray(0, place) : how === 'grow' ? Buffer.concat([bytes, whole]) : bytes
        writeFileSync(index, of === 'base' ? made : whole)
        writeFileSync(join(cache, 'changes'), of === 'delta' ? made : how === 'swap' ? whole : delta)
        writeFileSync(join(cache, 'links'), of === 'links' ? made : how === 'swap' ? whole : links)
        expectSame(cached(root, cache), truth)
      }),
      { numRuns: 1000 },
    )
  })

  test('of another build or another vault is not used', async () => {
    const other = folder()
    write(other.root, 'a.md', '# Other\n')
    cached(other.root, cache)
    expectSame(cached(root, cache), read(root))
    expectSame(cached(root, cache, 'two'), read(root))
  })

  test('that cannot be written costs nothing but time', () => {
    const locked = join(base, 'locked')
    mkdirSync(locked)
    chmodSync(locked, 0o500)
    writeFileSync(join(base, 'a-file'), '')
    expectSame(cached(root, join(locked, 'cache')), read(root))
    expectSame(cached(root, join(base, 'a-file')), read(root))
  })
})
