import { describe, expect, test } from '@jest/globals'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PublishFolder, type Publication } from '../../../src/io/publish/publish-folder.ts'
import { readAttachment } from '../../../src/io/publish/read-attachment.ts'
import { requireSiteFolder } from '../../../src/io/publish/site-folder.ts'

const folder = (): string => join(mkdtempSync(join(tmpdir(), 'wend-publish-')), 'site')

async function publish(at: string, files: Readonly<Record<string, string>>, dry = false): Promise<Publication> {
  const target = new PublishFolder(at, dry)
  const before = target.open()
  const list = Object.entries(files).map(([address, text]) => ({ address, content: () => text }))
  return target.publish(list, [], before)
}

const filesOf = (at: string): readonly string[] =>
  existsSync(at)
    ? readdirSync(at, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(at.length + 1))
        .sort()
    : []

describe('publishing into a folder', () => {
  test('writes what changed and removes what is gone, with the folders it leaves empty', async () => {
    const at = folder()
    await publish(at, { 'a.html': '1', 'sub/b.html': '2', 'c.html': '3' })
    const done = await publish(at, { 'a.html': '1', 'c.html': 'new' })
    expect(done).toEqual({ written: ['c.html'], unchanged: 1, removed: ['sub/b.html'], foreign: [] })
    expect(filesOf(at)).toEqual(['a.html', 'c.html', 'wend/manifest.json'])
    expect(existsSync(join(at, 'sub'))).toBe(false)
  })

  test('leaves files of others alone, also those it wrote that somebody changed', async () => {
    const at = folder()
    await publish(at, { 'a.html': '1', 'b.html': '2' })
    writeFileSync(join(at, 'CNAME'), 'e.org')
    mkdirSync(join(at, '.git'))
    writeFileSync(join(at, 'b.html'), 'changed by hand')
    await publish(at, { 'a.html': '1' })
    expect(filesOf(at)).toEqual(['CNAME', 'a.html', 'b.html', 'wend/manifest.json'])
  })

  test('writes nothing where a file of others is in the way', async () => {
    const at = folder()
    mkdirSync(at)
    writeFileSync(join(at, 'a.html'), 'theirs')
    expect((await publish(at, { 'a.html': '1', 'b.html': '2' })).foreign).toEqual(['a.html'])
    expect(filesOf(at)).toEqual(['a.html'])
    expect(readFileSync(join(at, 'a.html'), 'utf8')).toBe('theirs')
  })

  test.each(['constructor', '__proto__', 'toString'])('%s is a name like any other', async (name) => {
    const at = folder()
    mkdirSync(at)
    writeFileSync(join(at, name), 'theirs')
    const files = Object.fromEntries([[name, 'ours']])
    expect((await publish(at, files)).foreign).toEqual([name])
    rmSync(join(at, name))
    await publish(at, files)
    expect(await publish(at, { 'a.html': '1' })).toMatchObject({ written: ['a.html'], removed: [name] })
  })

  test('a dry run says the same and writes nothing', async () => {
    const at = folder()
    expect((await publish(at, { 'a.html': '1' }, true)).written).toEqual(['a.html'])
    expect(existsSync(at)).toBe(false)
  })

  test('never goes through a symbolic link', async () => {
    const at = folder()
    mkdirSync(at)
    const outside = mkdtempSync(join(tmpdir(), 'wend-outside-'))
    symlinkSync(outside, join(at, 'sub'))
    await expect(publish(at, { 'sub/a.html': '1' })).rejects.toMatchObject({ failure: { kind: 'refused' } })
    expect(readdirSync(outside)).toEqual([])
  })

  test.each(['../a.html', 'a//b', '/a', 'a/./b', 'a\\b'])('refuses the address %s', async (address) => {
    await expect(publish(folder(), { [address]: '1' })).rejects.toMatchObject({ failure: { kind: 'refused' } })
  })

  test('a page that cannot be made leaves the old site as it was', async () => {
    const at = folder()
    await publish(at, { 'a.html': 'old' })
    const target = new PublishFolder(at, false)
    const before = target.open()
    const failing = [
      { address: 'a.html', content: () => 'new' },
      { address: 'b.html', content: () => Promise.reject(new Error('no')) },
    ]
    await expect(target.publish(failing, [], before)).rejects.toThrow('no')
    expect(readFileSync(join(at, 'a.html'), 'utf8')).toBe('old')
  })

  test('two at once: the second says so', async () => {
    const at = folder()
    mkdirSync(join(at, '.wend-publish', `${process.ppid}-x`), { recursive: true })
    await expect(publish(at, {})).rejects.toMatchObject({ failure: { kind: 'refused' } })
    expect(readdirSync(join(at, '.wend-publish'))).toEqual([`${process.ppid}-x`])
  })

  test('publishing the same again writes nothing at all', async () => {
    const at = folder()
    await publish(at, { 'a.html': '1' })
    const list = join(at, 'wend/manifest.json')
    utimesSync(list, 1, 1)
    await publish(at, { 'a.html': '1' })
    expect(statSync(list).mtimeMs).toBe(1000)
  })

  test('a folder that nothing can be put into leaves the old site as it was', async () => {
    const at = folder()
    await publish(at, { 'a.html': 'old', 'sub/b.html': 'old' })
    rmSync(join(at, 'sub'), { recursive: true })
    writeFileSync(join(at, 'sub'), 'a file of another')
    await expect(publish(at, { 'a.html': 'new', 'sub/b.html': 'new' })).rejects.toMatchObject({
      failure: { kind: 'io', action: expect.any(String) },
    })
    expect(filesOf(at)).toEqual(['a.html', 'sub', 'wend/manifest.json'])
    expect(readFileSync(join(at, 'a.html'), 'utf8')).toBe('old')
  })
})

describe('a folder that came with a stranger’s vault', () => {
  const forged = (files: Readonly<Record<string, string>>): { at: string; outside: string } => {
    const at = folder()
    const outside = join(at, '../outside')
    mkdirSync(join(at, '.wend-publish/999999999-x'), { recursive: true })
    mkdirSync(join(at, 'wend'))
    mkdirSync(outside)
    writeFileSync(join(outside, 'private'), 'private')
    for (const [name, text] of Object.entries(files)) writeFileSync(join(at, name), text)
    return { at, outside }
  }
  const manifest = { version: 1, topics: [], files: {} }
  const commit = (parts: object): Record<string, string> => ({
    '.wend-publish/999999999-x/commit.json': JSON.stringify({ moves: [], removed: [], ...parts }),
    '.wend-publish/999999999-x/manifest.json': JSON.stringify(manifest),
  })

  test.each([
    ['a file outside', commit({ moves: [['../../outside/private', 'stolen.txt']] })],
    ['no numbers', commit({ moves: [[0.5, 'a.html'], [-1, {}], null] })],
    ['no addresses', commit({ removed: [1, null] })],
    [
      'no list',
      { ...commit({}), '.wend-publish/999999999-x/manifest.json': '{"version":1,"topics":[1],"files":null}' },
    ],
    ['no JSON', { ...commit({}), '.wend-publish/999999999-x/commit.json': '{' }],
    ['a manifest without files', { 'wend/manifest.json': '{"version":1,"topics":[],"files":null}' }],
    ['a manifest of numbers', { 'wend/manifest.json': '{"version":1,"topics":[{}],"files":{"a.html":1}}' }],
  ])('whose publication names %s is published into as if it were not begun', async (_what, files) => {
    const { at, outside } = forged(files)
    expect((await publish(at, { 'a.html': '1' })).written).toEqual(['a.html'])
    expect(filesOf(outside)).toEqual(['private'])
    expect(filesOf(at)).toEqual(['a.html', 'wend/manifest.json'])
  })

  test.each([
    ['..', commit({ removed: ['../outside/private'] })],
    ['wend', commit({})],
  ])('does not finish a publication that leads out by %s', async (_what, files) => {
    const { at, outside } = forged(files)
    rmSync(join(at, 'wend'), { recursive: true })
    symlinkSync(outside, join(at, 'wend'))
    await expect(publish(at, { 'a.html': '1' })).rejects.toThrow()
    expect(filesOf(outside)).toEqual(['private'])
  })

  test('does not put a link that waits into the site', async () => {
    const { at, outside } = forged(commit({ moves: [[0, 'leak.html']] }))
    symlinkSync(join(outside, 'private'), join(at, '.wend-publish/999999999-x/0'))
    await publish(at, { 'a.html': '1' })
    expect(filesOf(outside)).toEqual(['private'])
    expect(readdirSync(at).sort()).toEqual(['a.html', 'wend'])
  })

  test('is not held for ever by a process that is none of wend’s', async () => {
    const { at } = forged({})
    const held = join(at, '.wend-publish', `${process.ppid}-x`)
    mkdirSync(held)
    await expect(publish(at, { 'a.html': '1' })).rejects.toThrow()
    const yesterday = Date.now() / 1000 - 86_400
    utimesSync(held, yesterday, yesterday)
    expect((await publish(at, { 'a.html': '1' })).written).toEqual(['a.html'])
  })

  test('whose place for files that wait is a link is not followed', async () => {
    const { at, outside } = forged({})
    rmSync(join(at, '.wend-publish'), { recursive: true })
    symlinkSync(outside, join(at, '.wend-publish'))
    await publish(at, { 'a.html': '1' })
    expect(filesOf(outside)).toEqual(['private'])
    expect(filesOf(at)).toEqual(['a.html', 'wend/manifest.json'])
  })
})

describe('a folder to which a link of the vault leads', () => {
  const site = (made: (vault: string, outside: string) => void): { vault: string; outside: string } => {
    const base = folder()
    const [vault, outside] = [join(base, 'vault'), join(base, 'outside')]
    mkdirSync(join(vault, '.git'), { recursive: true })
    mkdirSync(outside)
    made(vault, outside)
    return { vault, outside }
  }
  test.each([
    ['an empty folder', () => undefined],
    [
      'a site of wend',
      (_vault: string, outside: string) => {
        mkdirSync(join(outside, 'wend'))
        writeFileSync(join(outside, 'wend/manifest.json'), '{}')
      },
    ],
  ])('is taken where it is %s', (_what, made) => {
    const { vault, outside } = site(made)
    symlinkSync(outside, join(vault, '.site'))
    expect(() => requireSiteFolder(vault, join(vault, '.site'))).not.toThrow()
  })

  test('is refused where others have files, in git’s folder and where it leads nowhere; one that is named is taken', () => {
    const { vault, outside } = site((_, place) => writeFileSync(join(place, 'mine'), ''))
    for (const [name, target] of Object.entries({
      '.site': outside,
      '.hooks': '.git',
      '.none': '../none',
      '.sub': '.git/x',
    }))
      symlinkSync(target, join(vault, name))
    for (const name of ['.site', '.hooks', '.none', '.sub', '.hooks/new'])
      expect(() => requireSiteFolder(vault, join(vault, name))).toThrow()
    expect(() => requireSiteFolder(vault, outside)).not.toThrow()
    expect(() => requireSiteFolder(vault, join(vault, '.new'))).not.toThrow()
  })
})

test.each([
  ['<svg><a><animate attributeName="href" values="java&#115;cript:alert(1)"/></a></svg>', false],
  ['<svg><a><set attributeName="xlink:hr&#101;f" to="x"/></a></svg>', false],
  ['<!DOCTYPE svg [<!ATTLIST svg onload CDATA #FIXED "alert(1)">]><svg/>', false],
  ['<svg on&#108;oad="alert(1)"/>', false],
  ['<svg><style>@\\69mport "http://a.b"</style></svg>', false],
  ['<svg><rect style="fill:u\\72l(http://a.b)"/></svg>', false],
  ['<svg><style>rect{background:image-set("http://a.b" 1x)}</style></svg>', false],
  ['<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd"><svg/>', true],
  ['<svg><animate attributeName="cx" values="1;2"/><text>C:\\a &#169;</text></svg>', true],
])('of %s it is known whether it only draws', (svg, isPublished) => {
  const at = folder()
  mkdirSync(at)
  writeFileSync(join(at, 'a.svg'), svg)
  expect(readAttachment(at, 'a.svg') !== undefined).toBe(isPublished)
})
