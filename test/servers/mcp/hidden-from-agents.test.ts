// What a note hides from people, and what its owner hides from agents.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeVault } from '../../support/make-vault.ts'
import { McpClient } from '../../support/mcp-client.ts'
import { runWend } from '../../support/run-wend.ts'

let root: string
let client: McpClient
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const start = async (files: Readonly<Record<string, string>>): Promise<void> => {
  root = makeVault({ 'a.md': '# A\n', ...files })
  client = new McpClient(['-C', root, 'mcp', '--write'], { XDG_STATE_HOME: `${root}-state` })
  await client.start()
}
const hashOf = async (note: string): Promise<unknown> => (await client.data('read', { note }))['hash']
const said = async (tool: string, input: object = {}): Promise<string> =>
  JSON.stringify((await client.call(tool, input)).result)

afterEach(async () => {
  expect(await client.close()).toBe(0)
  expect([client.strayLines, client.stderr]).toEqual([[], ''])
  for (const end of ['', '-state']) rmSync(`${root}${end}`, { recursive: true, force: true })
})

describe('notes that agents may not see', () => {
  beforeEach(() =>
    start({
      'a.md': '# A\n\nA plain Zanzibar and [[Bta]] beside [[b]].\n',
      'b.md': '# B\n\n[[a]] [[P-ZAN]] [x](A.md)\n',
      'p-zan.md': '---\nprivate: true\n---\n# Zanzibar\n\n[[b]] [[gone-zan]]\n',
    }),
  )

  test('link proposes no name of theirs', async () => {
    const answer = await client.data('link', { note: 'a', hash: await hashOf('a'), dryRun: true })
    expect(answer).toMatchObject({ changes: [] })
  })

  test('fix tells of no problem of theirs, and spells no link to them', async () => {
    const shown = await client.data('fix', { dryRun: true })
    expect(shown).toMatchObject({ changes: [{ path: 'b.md', edits: [{ before: 'A.md', after: 'a.md' }] }] })
    expect(JSON.stringify(shown)).not.toMatch(/p-zan/)
    const done = await client.data('fix', { expect: { notes: 1 } })
    expect(done).toMatchObject({ checked: { notes: 2 }, problems: [{ target: 'Bta' }] })
  })

  test('a link of the vault to them is no way to them', async () => {
    symlinkSync('p-zan.md', join(root, 'other.md'))
    write('d.md', '# D\n\n[[other]] ![[other]]\n')
    expect(await client.data('links', { note: 'd' })).toMatchObject({ links: [] })
    for (const note of ['other', 'other.md']) expect(await client.refusal('read', { note })).toContain('no note named')
  })

  test.each([
    ['moved', ['mv', 'p-zan', 'q-zan'], undefined],
    ['moved and then deleted elsewhere', ['mv', 'p-zan', 'q-zan'], 'q-zan.md'],
    ['put in the trash', ['rm', 'p-zan', '--force'], undefined],
    ['made, and then deleted elsewhere', ['new', 'r zan'], 'r-zan.md'],
    ['changed', ['set', 'p-zan', 'rating=5'], undefined],
  ])('what their owner did to them, %s, is told of and taken back by nobody else', async (_how, args, gone) => {
    const owner = { cwd: root, env: { XDG_STATE_HOME: `${root}-state` } }
    await client.data('stats')
    expect((await runWend(args, owner)).exit).toBe(0)
    if (gone !== undefined) rmSync(join(root, gone))
    for (const guard of [{ dryRun: true }, { expect: { notes: 1 } }, { expect: { notes: 2 } }]) {
      const refused = await client.refusal('undo', guard)
      expect(refused).toContain('agents may not see')
      expect(refused).not.toMatch(/zan/)
    }
    expect((await runWend(['undo', '--list'], owner)).stdout).toContain('wend undo 1')
  })

  test('what they are called is completed, listed and proposed nowhere', async () => {
    const ref = { type: 'ref/resource', uri: 'wend://note/{+path}' }
    const { result } = await client.ask('completion/complete', { ref, argument: { name: 'path', value: 'p-' } })
    expect(result?.['completion']).toMatchObject({ values: [] })
    for (const [tool, input] of [
      ['read', { note: 'Zanziba' }],
      ['context', { notes: ['Zanziba'] }],
      ['daily', { day: 'today' }],
      ['check', { paths: ['p-za.md'] }],
    ] as const)
      expect((await said(tool, input)).replaceAll('Zanziba', '')).not.toMatch(/p-zan|r plan/)
  })
})

describe('a folder that agents may not see', () => {
  beforeEach(() => {
    const canvas = (file: string): string =>
      JSON.stringify({ nodes: [{ id: '1', type: 'file', file, x: 0, y: 0, width: 1, height: 1 }], edges: [] })
    return start({
      'a.md': '# A\n\n![[zanphot.png]] ![[zan-scan.pdf]] [[b]] [x](diary/zan-scan.pdf)\n',
      'b.md': '# B\n\n[[a]]\n',
      'map.canvas': canvas('diary/one.md'),
      'open.png': 'x',
      'diary/one.md': '# One\n',
      'diary/zanphoto.png': 'x',
      'diary/zan-scan.pdf': 'x',
      'diary/zanmap.canvas': canvas('a.md'),
      '.wend/config.yml': 'mcp:\n  exclude: [diary/]\n',
    })
  })

  test('nothing is shown while a pattern hides nothing, as a comment does', async () => {
    await client.data('stats')
    for (const [pattern, meant] of [
      ['#diary/', '\\#diary/'],
      ['[diary/', '\\[diary/'],
    ]) {
      writeFileSync(join(root, '.wend/config.yml'), `mcp:\n  exclude: [notes/, '${pattern}']\n`)
      const refused = await client.refusal('list', {})
      expect(refused).toContain(`mcp.exclude in the configuration has "${pattern}", which hides nothing`)
      expect(refused).toContain(`'${meant}'`)
      expect(JSON.stringify(await client.ask('resources/read', { uri: 'wend://note/diary/one.md' }))).not.toContain(
        '# One',
      )
    }
    writeFileSync(join(root, '.wend/config.yml'), "mcp:\n  exclude: ['\\#diary/', diary/]\n")
    expect(await client.data('stats')).toMatchObject({ notes: 2 })
  })

  test('its files and canvases are in no answer, and links to them are text', async () => {
    const named = /zanphoto|zanmap|"resolved":"diary|"path":"diary/
    for (const [tool, input] of [
      ['check', {}],
      ['check', { only: ['unused-attachment'] }],
      ['links', { note: 'a' }],
      ['backlinks', { note: 'a' }],
      ['links', { note: 'map.canvas' }],
      ['read', { note: 'a', links: true }],
    ] as const)
      expect([tool, input, (await said(tool, input)).match(named)]).toEqual([tool, input, null])
    expect(await client.data('stats')).toMatchObject({ notes: 2, links: 3, broken: 1 })
    expect(await client.data('check', { only: ['unused-attachment'] })).toMatchObject({
      problems: [{ path: 'open.png' }],
    })
    expect(await client.refusal('check', { paths: ['diary/zanmap.canvas'] })).toContain('no note or folder of notes')
  })

  test('no note goes there or comes from there', async () => {
    const hash = await hashOf('b')
    for (const to of ['diary/', 'diary/b.md'])
      expect(await client.refusal('rename', { note: 'b', to, hash, expect: { notes: 1 } })).toContain('may not')
    expect(await client.refusal('rename', { note: 'b', to: 'diary/', hash, dryRun: true })).toContain('may not')
    const owner = { cwd: root, env: { XDG_STATE_HOME: `${root}-state` } }
    expect((await runWend(['mv', 'diary/one', 'shown/one.md'], owner)).exit).toBe(0)
    expect(await client.data('read', { note: 'shown/one' })).toMatchObject({ title: 'One' })
    expect(await client.refusal('undo', { expect: { notes: 1 } })).toContain('may not')
    expect([existsSync(join(root, 'b.md')), existsSync(join(root, 'shown/one.md'))]).toEqual([true, true])
  })

  test('what is ignored from now on is gone from the next call on', async () => {
    const config = 'mcp:\n  exclude: [diary/]\n'
    expect(await client.data('read', { note: 'b' })).toMatchObject({ title: 'B' })
    write('.wend/config.yml', `ignore: [/b.md]\n${config}`)
    expect(await client.refusal('read', { note: 'b' })).toContain('no note named')
    expect(await client.data('stats')).toMatchObject({ notes: 1 })
    write('.wend/config.yml', config)
    expect(await client.data('read', { note: 'b' })).toMatchObject({ title: 'B' })
  })

  test('they are there again once the folder may be seen', async () => {
    write('.wend/config.yml', 'mcp:\n  exclude: []\n')
    expect(await client.data('links', { note: 'a' })).toMatchObject({
      links: [{ status: 'broken' }, { resolved: 'diary/zan-scan.pdf' }, { resolved: 'b.md' }, { status: 'ok' }],
    })
    expect(await client.data('check', { paths: ['diary/zanmap.canvas'] })).toMatchObject({ problems: [] })
  })
})

describe('hidden text', () => {
  const unseen = '\u200b\u202e\u{e0041}\u00ad\u200d\u2066\ufe01\u2063'
  const shown = '<U+200B><U+202E><U+E0041><U+00AD><U+200D><U+2066><U+FE01><U+2063>'
  // eslint-disable-next-line no-misleading-character-class -- these are looked for one by one
  const isUnseen = /[\u200b\u202e\u00ad\u2066\ufe01\u2063]|\udb40|[ -~]\u200d|\\u00(?:07|1b)/

  beforeEach(() =>
    start({
      [`odd${unseen}.md`]: `---\nsummary: s${unseen}\ntags: ["t${unseen}"]\naliases: ["l${unseen}"]\n"k${unseen}": "v${unseen}"\n---\n# O${unseen}\u0007\n\n## H${unseen}\n\n👩\u200d🚀 [[b|x${unseen}]] [[no${unseen}]]\n`,
      'b.md': `# B\n\nSee [[odd${unseen}]] and l${unseen} here.\n`,
    }),
  )

  test('is shown in every answer', async () => {
    const odd = `odd${shown}.md`
    const answers: unknown[] = [await client.ask('resources/list')]
    for (const tool of ['list', 'stats', 'tags', 'topics', 'check']) answers.push(await client.call(tool))
    for (const note of [odd, 'b'])
      for (const tool of ['read', 'links', 'backlinks', 'related', 'learn'])
        answers.push(await client.call(tool, { note }))
    for (const query of ['here', 'odd']) {
      answers.push(await client.call('search', { query }), await client.call('context', { notes: [query] }))
    }
    for (const [tool, input] of [
      ['set', { values: { a: `v${unseen}` } }],
      ['rename', { to: `New${unseen}` }],
      ['append', { text: `t${unseen}` }],
    ] as const)
      answers.push(await client.call(tool, { note: odd, hash: await hashOf(odd), ...input, dryRun: true }))
    for (const uri of [
      'wend://index',
      'wend://tags',
      `wend://note/${encodeURIComponent(odd)}`,
      `wend://note/${encodeURIComponent(unseen)}`,
    ])
      answers.push(
        (await client.ask('resources/read', { uri })).result,
        (await client.ask('resources/read', { uri })).error?.message,
      )
    answers.push(await client.ask('prompts/get', { name: 'review_note', arguments: { note: `x${unseen}` } }))
    for (const answer of answers) expect(JSON.stringify(answer ?? {})).not.toMatch(isUnseen)
    expect(JSON.stringify(answers)).toContain(shown)
  })

  test('of a name is understood as it is shown, and emoji stay as they are', async () => {
    const { notes } = await client.data('list')
    const path = (notes as readonly { path: string }[]).find((note) => note.path.startsWith('odd'))?.path ?? ''
    expect(path).toBe(`odd${shown}.md`)
    expect(await client.data('read', { note: path })).toMatchObject({
      path,
      text: expect.stringContaining('👩\u200d🚀'),
    })
    write(`a^T${unseen}\n\u001b.md`, '---\ntitle: "bell \\a^T"\n---\nControl.\n')
    write('x^T.md', 'Caret.\n')
    for (const [name, text] of [
      [`a^T${shown}^J^[.md`, 'Control.'],
      ['bell ^G^T', 'Control.'],
      ['x^T', 'Caret.'],
    ] as const)
      expect(await client.data('read', { note: name })).toMatchObject({ text: expect.stringContaining(text) })
    const named = `a^T${shown}^J^[.md`
    expect(await client.data('read', { note: named })).toMatchObject({ path: named, title: 'bell ^G^T' })
    const ref = { type: 'ref/resource', uri: 'wend://note/{+path}' }
    const { result } = await client.ask('completion/complete', { ref, argument: { name: 'path', value: 'od' } })
    expect(result?.['completion']).toMatchObject({ values: [path] })
    const { result: read } = await client.ask('resources/read', { uri: `wend://note/${encodeURIComponent(path)}` })
    expect(JSON.stringify(read)).toContain('👩')
  })
})

test('a sentence that names a block of a hidden note does not say it', async () => {
  const uuid = '65e8a1f0-1111-4222-8333-444455556666'
  await start({
    'logseq/config.edn': '{}',
    'pages/open.md': `- See ((${uuid})) and ((${uuid.replace('6666', '6667')})).\n`,
    'pages/zan.md': `private:: true\n\n- Zanzibar\n  id:: ${uuid}\n`,
    'pages/seen.md': `- Known\n  id:: ${uuid.replace('6666', '6667')}\n`,
  })
  const all = `${await said('links', { note: 'open' })}${await said('read', { note: 'open', links: true })}`
  expect(all).toContain('Known')
  expect(all).not.toContain('Zanzibar')
})
