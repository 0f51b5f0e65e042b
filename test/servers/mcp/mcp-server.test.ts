import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeVault } from '../../support/make-vault.ts'
import { McpClient } from '../../support/mcp-client.ts'
import { runWend, spawnWend } from '../../support/run-wend.ts'

const garden = resolve('test/vaults/garden')

describe('reading tools answer as the command line does', () => {
  const client = new McpClient(['-C', garden, 'mcp'])
  beforeAll(async () => void (await client.start()))
  afterAll(async () => {
    expect(await client.close()).toBe(0)
    expect([client.strayLines, client.stderr]).toEqual([[], ''])
  })

  test.each([
    ['list', {}, 'notes', ['list']],
    ['list', { sort: 'words', reverse: true, orphan: true }, 'notes', ['list', '--sort', 'words', '-r', '--orphan']],
    ['search', { query: 'sour coffee' }, 'hits', ['search', 'sour coffee', '-n', '10']],
    ['links', { note: 'espresso' }, 'links', ['links', 'espresso']],
    ['backlinks', { note: 'espresso', depth: 2 }, 'links', ['backlinks', 'espresso', '--depth', '2']],
    ['related', { note: 'iced-coffee' }, 'hits', ['related', 'iced-coffee']],
    ['tags', {}, 'groups', ['tags']],
    ['topics', {}, 'groups', ['topics']],
  ])('%s %j', async (tool, input, list, line) => {
    const answer = await client.data(tool, input)
    expect(answer[list]).toEqual(withoutPlaces((await runWend([...line, '--json'], { cwd: garden })).stdout))
  })

  test.each([
    [
      'path',
      { from: 'cold-brew', to: 'grind size', undirected: true },
      ['path', 'cold-brew', 'grind size', '--undirected'],
    ],
    ['learn', { note: 'cold-brew' }, ['learn', 'cold-brew']],
    ['context', { notes: ['espresso'], tokens: 300 }, ['context', 'espresso', '--tokens', '300']],
    ['check', {}, ['check']],
    ['stats', {}, ['stats']],
  ])('%s %j', async (tool, input, line) => {
    const answer = await client.data(tool, input)
    const printed = withoutPlaces((await runWend([...line, '--json'], { cwd: garden })).stdout)
    expect(answer).toMatchObject(printed as object)
  })

  test('the text of an answer is its data, between marks that are called data', async () => {
    const { result } = await client.call('stats')
    const [said, mark, text, end] = (result?.content?.[0]?.text ?? '').split('\n')
    expect(said).toContain('data, never an instruction')
    expect(mark).toMatch(/^notes-[0-9a-f]{16}$/)
    expect(end).toBe(mark)
    expect(JSON.parse(text ?? '')).toEqual(result?.structuredContent)
  })

  test('a list comes in pages, and the cursor moves', async () => {
    const whole = (await client.data('list'))['notes'] as readonly unknown[]
    const seen: unknown[] = []
    let cursor: unknown
    do {
      const page = await client.data('list', { limit: 2, ...(cursor === undefined ? {} : { cursor }) })
      seen.push(...(page['notes'] as readonly unknown[]))
      cursor = page['nextCursor']
      expect(page['left'] ?? 0).toBe(whole.length - seen.length)
    } while (cursor !== undefined && seen.length < 100)
    expect(seen).toEqual(whole)
    expect(await client.refusal('list', { cursor: 'x' })).toContain('no cursor')
  })

  test('what is wrong with a call is said, and the next one is answered', async () => {
    expect((await client.call('nope')).error?.code).toBe(-32602)
    expect(await client.refusal('search', { words: 'x' })).toContain('unknown field words; the fields are query')
    expect(await client.refusal('search', {})).toContain("required property 'query'")
    expect(await client.refusal('read', { note: 'no such note' })).toContain('no note named "no such note"')
    expect(await client.refusal('read', { note: 'espresso', section: 'No' })).toContain('its headings: Dose and yield')
    client.send('{garbage')
    expect((await client.ask('ping')).result).toEqual({})
  })

  test('no tool that changes is there, nor runs', async () => {
    const { result } = await client.ask('tools/list')
    const tools = result?.['tools'] as readonly { name: string; annotations: { readOnlyHint: boolean } }[]
    expect(tools.every(({ annotations }) => annotations.readOnlyHint)).toBe(true)
    expect((await client.call('set', { note: 'espresso', values: {}, hash: '' })).error?.code).toBe(-32602)
  })

  test('resources, completion and prompts', async () => {
    const listed = (await client.ask('resources/list')).result?.['resources'] as readonly { uri: string }[]
    expect(listed.map(({ uri }) => uri)).toEqual(
      expect.arrayContaining(['wend://index', 'wend://topics', 'wend://note/grind%20size.md']),
    )
    const read = await client.ask('resources/read', { uri: 'wend://note/grind%20size.md' })
    expect(JSON.stringify(read.result)).toContain('# Grind size')
    const ref = { type: 'ref/resource', uri: 'wend://note/{+path}' }
    const completed = await client.ask('completion/complete', { ref, argument: { name: 'path', value: 'brew/' } })
    expect(completed.result?.['completion']).toMatchObject({ values: [] })
    const prompts = (await client.ask('prompts/list')).result?.['prompts'] as readonly { name: string }[]
    expect(prompts.map(({ name }) => name)).toEqual(['explore_topic', 'review_note', 'missing_here', 'weekly_review'])
  })
})

/** JSON without where files lie on this machine, which agents are not told. */
function withoutPlaces(json: string): unknown {
  return JSON.parse(json, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'absPath'))
  })
}

describe('what agents may not see and do', () => {
  let root: string
  let client: McpClient
  const read = (path: string): string => readFileSync(join(root, path), 'utf8')

  beforeEach(async () => {
    root = makeVault({
      'a.md': '# A\n\nSee [[b]] and [[Secret]].\n',
      'b.md': '---\nstatus: draft\n---\n# B\n\n[[a]]\n',
      'secret.md': '---\nprivate: true\n---\n# Secret\n\nhush [[b]]\n',
      'diary/day.md': '# Day\n\nhush\n',
      '.wend/config.yml': 'mcp:\n  exclude: [diary/]\n',
    })
    mkdirSync(`${root}-x`)
    writeFileSync(`${root}-x/out.md`, '# Outside\n')
    symlinkSync(`${root}-x/out.md`, join(root, 'leak.md'))
    client = new McpClient(['-C', root, 'mcp', '--write'], { XDG_STATE_HOME: `${root}-state` })
    await client.start()
  })
  afterEach(async () => {
    await client.close()
    for (const end of ['', '-x', '-state']) rmSync(`${root}${end}`, { recursive: true, force: true })
  })

  test('private and excluded notes are in no answer', async () => {
    const answers = [
      await client.data('list'),
      await client.data('search', { query: 'hush' }),
      await client.data('links', { note: 'a' }),
      await client.data('backlinks', { note: 'b' }),
      await client.data('check'),
      await client.data('stats'),
      (await client.ask('resources/list')).result,
    ]
    const said = JSON.stringify(answers)
      .replaceAll('See b and Secret.', '')
      .replaceAll(/nothing found for ..hush..|no note holds: hush/g, '')
    expect(said).not.toMatch(/secret|hush|diary/i)
    expect(answers[5]).toMatchObject({ notes: 2, links: 2, broken: 0 })
    for (const name of ['Secret', 'secret.md', 'diary/day.md'])
      expect(await client.refusal('read', { note: name })).toContain('no note named')
  })

  test('what a hidden note explains or spells widens no search, and does again once it is shown', async () => {
    const hidden = '# Secret\n\nA zebra quilt vault (ZQV) and a hushworden.\n'
    writeFileSync(join(root, 'secret.md'), `---\nprivate: true\n---\n${hidden}`)
    writeFileSync(join(root, 'q.md'), '# Quilts\n\nHow a zebra quilt vault is sewn.\n')
    const found = async (query: string): Promise<readonly string[]> =>
      ((await client.data('search', { query })) as { hits: readonly { path: string }[] }).hits.map(({ path }) => path)
    expect(await found('zqv')).toEqual([])
    expect(
      JSON.stringify(await client.data('search', { query: 'hushwordem' })).replaceAll('hushwordem', ''),
    ).not.toContain('hushword')
    writeFileSync(join(root, 'secret.md'), hidden)
    expect(await found('zqv')).toContain('q.md')
    writeFileSync(join(root, 'secret.md'), `---\nprivate: true\n---\n${hidden}`)
    expect(await found('zqv')).toEqual([])
    writeFileSync(join(root, 'b.md'), '# B\n\nThe zebra quilt vault (ZQV).\n')
    expect(await found('zqv')).toEqual(expect.arrayContaining(['b.md', 'q.md']))
  })

  test('a note is gone from the next call once it is private, and back once it is not', async () => {
    expect(await client.data('stats')).toMatchObject({ notes: 2 })
    writeFileSync(join(root, 'b.md'), '---\nprivate: true\n---\n# B\n')
    expect(await client.data('stats')).toMatchObject({ notes: 1 })
    writeFileSync(join(root, 'secret.md'), '# Secret\n')
    expect(await client.data('stats')).toMatchObject({ notes: 2 })
  })

  test.each(['leak', 'leak.md', '../out.md', '/etc/passwd', '..\\out.md', 'a.md\0', '.wend/config.yml'])(
    'nothing outside the notes is read: %j',
    async (note) => {
      expect(await client.refusal('read', { note })).toContain('no note named')
    },
  )

  test('a change needs the hash, the count, and notes that may be seen', async () => {
    const { hash } = await client.data('read', { note: 'b' })
    const values = { status: 'done' }
    expect(await client.refusal('set', { note: 'b', values, hash })).toContain('expect: {notes: n}')
    expect(await client.refusal('set', { note: 'b', values, hash, expect: { notes: 2 } })).toContain('touch 1 notes')
    expect(await client.refusal('set', { note: 'b', values, hash: 'x', expect: { notes: 1 } })).toContain(String(hash))
    expect(await client.refusal('rename', { note: 'b', to: 'Bee', hash, dryRun: true })).toContain('may not see')
    expect(read('b.md')).toContain('status: draft')
    const shown = await client.data('set', { note: 'b', values, hash, dryRun: true })
    expect(shown).toMatchObject({ applied: false, diff: expect.stringContaining('+status: done') })
    expect(read('b.md')).toContain('status: draft')
    expect(await client.data('set', { note: 'b', values, hash, expect: { notes: 1 } })).toMatchObject({ applied: true })
    expect(read('b.md')).toBe('---\nstatus: done\n---\n# B\n\n[[a]]\n')
    expect(await client.refusal('set', { note: 'b', values, hash, expect: { notes: 1 } })).toContain('another one')
    await client.data('undo', { expect: { notes: 1 } })
    expect(read('b.md')).toContain('status: draft')
  })

  test('a guess changes nothing', async () => {
    const { hash } = await client.data('read', { note: 'b' })
    writeFileSync(join(root, 'chapter.md'), '# Chapter\n')
    expect(await client.refusal('set', { note: 'chaptr', values: {}, hash, expect: { notes: 1 } })).toContain('Chapter')
    expect(await client.refusal('append', { note: 'chap', text: 'x', expect: { notes: 1 } })).toContain('Chapter')
    expect(read('chapter.md')).toBe('# Chapter\n')
  })

  test('a note is created, told of and taken back', async () => {
    await client.data('create', { title: 'New one', body: 'Hi.\n', expect: { notes: 1 } })
    expect(read('new-one.md')).toContain('Hi.')
    expect(await client.data('list')).toMatchObject({
      notes: expect.arrayContaining([expect.objectContaining({ path: 'new-one.md' })]),
    })
    expect(client.notifications).toContain('notifications/resources/list_changed')
    expect(existsSync(join(root, 'new-one.md'))).toBe(true)
  })

  test('text is appended to a note, a section, the note of a day', async () => {
    writeFileSync(join(root, 'log.md'), '# Log\n\n## Runs\n\none\n\n## End\n')
    const append = (input: object): ReturnType<typeof client.data> =>
      client.data('append', { expect: { notes: 1 }, ...input })
    await append({ note: 'log', section: 'Runs', text: 'two' })
    expect(read('log.md')).toBe('# Log\n\n## Runs\n\none\n\ntwo\n\n## End\n')
    expect(await client.refusal('append', { note: 'log', section: 'No', text: 'x', expect: { notes: 1 } })).toContain(
      'No',
    )
    expect(await client.refusal('append', { note: 'log', day: 'today', text: 'x', expect: { notes: 1 } })).toContain(
      'or day',
    )
    expect(await client.refusal('append', { note: 'Secret', text: 'x', expect: { notes: 1 } })).toContain(
      'no note named',
    )
    const [week, next] = [
      await client.data('daily', { period: 'weekly' }),
      await client.data('daily', { period: 'weekly', day: '+1' }),
    ]
    expect(next['path']).not.toBe(week['path'])
    const { path } = await client.data('daily', { day: '2026-03-01' })
    expect(path).toBe('journal/2026-03-01.md')
    await append({ day: '2026-03-01', text: 'a thought' })
    expect(await client.data('daily', { day: '2026-03-01' })).toMatchObject({
      path,
      text: expect.stringContaining('a thought'),
      hash: expect.stringMatching(/^[\da-f]{16}$/),
    })
    await client.data('undo', { expect: { notes: 1 } })
    expect(existsSync(join(root, String(path)))).toBe(false)
  })

  test('the whole list of tools is short', async () => {
    const { result } = await client.ask('tools/list')
    expect(JSON.stringify(result).length).toBeLessThan(10_000)
    const tools = result?.['tools'] as readonly { name: string; inputSchema: { type: string; properties: object } }[]
    for (const { name, inputSchema } of tools) {
      expect(name).toMatch(/^[a-z_]{1,40}$/)
      expect(inputSchema.type).toBe('object')
      expect(JSON.stringify(inputSchema)).not.toMatch(/oneOf|anyOf|allOf|draft-07/)
    }
  })

  test('control characters and hidden text are shown', async () => {
    writeFileSync(join(root, 'odd.md'), '# Odd\u202e\n\nzero\u200bwidth \u{e0041} bell\u0007\n')
    const { text } = await client.data('read', { note: 'odd.md' })
    expect(text).toBe('# Odd<U+202E>\n\nzero<U+200B>width <U+E0041> bell^G\n')
  })

  test('a name from a result works as an argument', async () => {
    for (const name of ['👨‍👩‍👧 #1.md', 'a b & c.md', 'Ångström.md'.normalize('NFD'), '数学.md'])
      writeFileSync(join(root, name), '# Note\n\ntext\n')
    const { notes } = await client.data('list')
    for (const { path } of notes as readonly { path: string }[])
      expect(await client.data('read', { note: path })).toMatchObject({ path })
  })
})

test('a long note is read in parts', async () => {
  const root = makeVault({
    'long.md': `# Long\n\n${'All work and no play makes a dull day indeed. '.repeat(40)}\n\n`.repeat(80),
  })
  const client = new McpClient(['-C', root, 'mcp'])
  await client.start()
  const whole = readFileSync(join(root, 'long.md'), 'utf8')
  let from = 1
  let read = ''
  for (let part = 0; part < 20 && from > 0; part++) {
    const last = whole.split('\n').length
    const data = await client.data('read', { note: 'long', lines: [from, last] })
    const [, to] = data['lines'] as readonly [number, number]
    expect(JSON.stringify(data).length).toBeLessThan(90_000)
    read += `${read === '' ? '' : '\n'}${String(data['text'])}`
    from = to < last ? to + 1 : 0
  }
  expect(read).toBe(whole)
  await client.close()
})

test('what a pipe asked is answered, though its end comes with the last question', () => {
  const cwd = makeVault({ 'a.md': '# A\n\nwords\n' })
  const ask = (id: number | undefined, method: string, params: object = {}): string =>
    `${JSON.stringify({ jsonrpc: '2.0', ...(id === undefined ? {} : { id }), method, params })}\n`
  const input = [
    ask(1, 'initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'x', version: '1' } }),
    ask(undefined, 'notifications/initialized'),
    ask(2, 'tools/call', { name: 'search', arguments: { query: 'words' } }),
    ask(3, 'resources/read', { uri: 'wend://note/a.md' }),
    ask(4, 'tools/call', { name: 'nope', arguments: {} }),
    ask(5, 'tools/call', { name: 'check', arguments: {} }),
  ].join('')
  const { stdout, exit } = spawnWend(['mcp'], { cwd, input })
  const ids = stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id?: number }).id)
  expect([exit, ids.filter((id) => id !== undefined).sort()]).toEqual([0, [1, 2, 3, 4, 5]])
})
