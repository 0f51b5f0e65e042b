import { describe, expect, test } from '@jest/globals'
import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { makeVault } from '../../support/make-vault.ts'
import { type Run, runWend } from '../../support/run-wend.ts'

const notes = {
  'real/a.md': '# A\n\n## H\n',
  'real/p.png': 'a picture',
  'n.md': '[[a]] [[other/a]] [[real/a#H]] [m](other/a.md#h) [[abs]] ![[other/p.png]] [c](top/chain.md)\n',
  'other/in.md': '[[a]] [x](a.md)\n',
}

/** A vault with links to a note and a picture: from another folder, from the root of the system, through another link. */
function linkedVault(): string {
  const cwd = makeVault(notes)
  const link = (target: string, path: string): void => {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    symlinkSync(target, join(cwd, path))
  }
  link('../real/a.md', 'other/a.md')
  link(join(cwd, 'real/a.md'), 'other/abs.md')
  link('../real/p.png', 'other/p.png')
  link('../other/a.md', 'top/chain.md')
  return cwd
}

/** Every file of a vault with its bytes, every link with its target. */
function filesOf(cwd: string): Readonly<Record<string, string>> {
  const names = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((name) => !name.startsWith('.wend'))
  return Object.fromEntries(
    names.sort().flatMap((name) => {
      const facts = lstatSync(join(cwd, name))
      if (facts.isSymbolicLink()) return [[name, `-> ${readlinkSync(join(cwd, name)).replace(cwd, 'ROOT')}`]]
      return facts.isFile() ? [[name, readFileSync(join(cwd, name), 'latin1')]] : []
    }),
  )
}

async function resolved(cwd: string): Promise<readonly unknown[]> {
  const { stdout } = await runWend(['links', 'n.md', '--json'], { cwd })
  return (JSON.parse(stdout) as { resolved: unknown }[]).map((row) => row.resolved)
}

describe('a symbolic link to a note or file of the vault', () => {
  test('is another path of it', async () => {
    const cwd = linkedVault()
    const a = 'real/a.md'
    expect(await resolved(cwd)).toEqual([a, a, a, a, a, 'real/p.png', a])
    const check = await runWend(['check', '--infos'], { cwd })
    expect([check.exit, check.stdout]).toEqual([0, 'No problems: 3 notes and 9 links checked.\n'])
    const unused = await runWend(['check', '--only', 'unused-attachment', '--infos'], { cwd })
    expect([unused.exit, unused.stdout]).toEqual([0, 'No problems: 3 notes and 9 links checked.\n'])
    expect((await runWend(['backlinks', 'other/a.md', '--json'], { cwd })).stdout).toBe(
      (await runWend(['backlinks', 'real/a.md', '--json'], { cwd })).stdout,
    )
    await runWend(['set', 'other/a.md', 'k=v'], { cwd })
    expect(filesOf(cwd)).toMatchObject({
      'real/a.md': '---\nk: v\n---\n# A\n\n## H\n',
      'other/a.md': '-> ../real/a.md',
    })
  })

  test.each<readonly [what: string, args: readonly string[], after: Readonly<Record<string, string>>]>([
    [
      'when its file moves',
      ['real/a.md', 'moved/b.md'],
      { 'other/a.md': '-> ../moved/b.md', 'other/abs.md': '-> ROOT/moved/b.md', 'top/chain.md': '-> ../other/a.md' },
    ],
    [
      'when the folder of its file moves',
      ['real', 'other/real'],
      { 'other/a.md': '-> real/a.md', 'other/abs.md': '-> ROOT/other/real/a.md', 'other/p.png': '-> real/p.png' },
    ],
    [
      'when its own folder moves',
      ['other', 'else/deep'],
      { 'else/deep/a.md': '-> ../../real/a.md', 'top/chain.md': '-> ../else/deep/a.md' },
    ],
    [
      'when it is moved itself',
      ['other/a.md', './z.md'],
      { 'z.md': '-> real/a.md', 'top/chain.md': '-> ../z.md', 'real/a.md': '# A\n\n## H\n' },
    ],
  ])('leads there %s, and every link of the notes; undo and redo, too', async (_what, args, after) => {
    const cwd = linkedVault()
    const before = [filesOf(cwd), await resolved(cwd)]
    const wend = (...words: readonly string[]): Promise<Run> => runWend(words, { cwd })
    expect((await wend('mv', ...args)).exit).toBe(0)
    const moved = filesOf(cwd)
    expect(moved).toMatchObject(after)
    expect((await wend('check')).stdout).toBe('No problems: 3 notes and 9 links checked.\n')
    expect((await wend('undo')).exit).toBe(0)
    expect([filesOf(cwd), await resolved(cwd)]).toEqual(before)
    expect((await wend('redo')).exit).toBe(0)
    expect(filesOf(cwd)).toEqual(moved)
  })

  test('is told apart from its note where something is removed', async () => {
    const cwd = linkedVault()
    const link = await runWend(['rm', 'other/a.md', '--force'], { cwd })
    expect([link.exit, link.stderr]).toEqual([1, expect.stringContaining('symbolic link to real/a.md')])
    const note = await runWend(['rm', 'real/a.md', '--force'], { cwd })
    expect(note.stderr).toContain('8 links lead nowhere now')
    expect(note.stderr).toContain('other/a.md is a symbolic link to real/a.md and leads nowhere now')
  })

  test('leads to the same from another folder where what it names moves along', async () => {
    const cwd = makeVault({ 'f/a.md': '# A\n', 'f/v2/v.md': '# V\n' })
    for (const [target, path] of [
      ['a.md', 'same.md'],
      ['v2', 'current'],
      ['gone.md', 'dangling.md'],
    ] as const)
      symlinkSync(target, join(cwd, 'f', path))
    expect((await runWend(['mv', 'f', 'in/g'], { cwd })).exit).toBe(0)
    expect(filesOf(cwd)).toMatchObject({
      'in/g/same.md': '-> a.md',
      'in/g/current': '-> v2',
      'in/g/dangling.md': '-> gone.md',
    })
  })
})

describe('a folder with symbolic links in it', () => {
  test('is moved with them, each leading where it did, there and back', async () => {
    const cwd = makeVault({ 'f/a.md': '# A\n', 'o.md': '# O\n', 'img/p.png': 'x' })
    for (const [target, path] of [
      ['a.md', 'f/near.md'],
      ['../o.md', 'f/out.md'],
      ['../img', 'f/img'],
      ['nowhere.md', 'f/dead.md'],
    ] as const)
      symlinkSync(target, join(cwd, path))
    const before = filesOf(cwd)
    expect((await runWend(['mv', 'f', 'd/e/g'], { cwd })).exit).toBe(0)
    expect(['near.md', 'out.md', 'img', 'dead.md'].map((name) => readlinkSync(join(cwd, 'd/e/g', name)))).toEqual([
      'a.md',
      '../../../o.md',
      '../../../img',
      'nowhere.md',
    ])
    await runWend(['undo'], { cwd })
    expect(filesOf(cwd)).toEqual(before)
    await runWend(['redo'], { cwd })
    await runWend(['mv', 'd/e/g', 'f'], { cwd })
    expect(filesOf(cwd)).toEqual(before)
  })

  test('is not moved with one that leads out of the vault, and would not from there', async () => {
    const cwd = makeVault({ 'f/a.md': '# A\n' })
    symlinkSync(join('../..', basename(cwd), '../..'), join(cwd, 'f/out'))
    const { exit, stderr } = await runWend(['mv', 'f', 'd/g'], { cwd })
    expect([exit, stderr]).toEqual([1, expect.stringContaining('f/out is a symbolic link that would lead elsewhere')])
  })
})
