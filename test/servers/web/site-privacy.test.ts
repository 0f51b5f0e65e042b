import { describe, expect, test } from '@jest/globals'
import { allTexts, siteOf, textAt } from '../../support/site-of.ts'

const canvas = {
  nodes: [
    { id: 'g', type: 'group', label: 'Plans', x: 0, y: 0, width: 900, height: 400 },
    {
      id: 'a',
      type: 'text',
      text: '# Idea\n\nSee [[open]] and [[hidden/plan]]. %% aside %%',
      x: 10,
      y: 10,
      width: 200,
    },
    { id: 'b', type: 'file', file: 'open.md', x: 300, y: 10, width: 200, height: 100 },
    { id: 'c', type: 'file', file: 'hidden/plan.md', x: 600, y: 10, width: 200, height: 100 },
    { id: 'd', type: 'file', file: 'shown.png', x: 1000, y: 10, width: 200, height: 100 },
    { id: 'e', type: 'link', url: 'javascript:alert(1)', x: 1000, y: 300, width: 200, height: 100 },
    { id: 'f', type: 'link', url: 'https://example.org/', x: 1000, y: 500, width: 200, height: 100 },
  ],
  edges: [
    { id: '1', fromNode: 'a', toNode: 'b', label: 'leads to' },
    { id: '2', fromNode: 'a', toNode: 'c', label: 'secretly' },
  ],
}

describe('a canvas that a published note links to', () => {
  const build = siteOf({
    'start.md': '# Start\n\n[[board.canvas]] and ![[board.canvas|the board]]',
    'board.canvas': JSON.stringify(canvas),
    'open.md': '---\nsummary: What is open.\n---\n# Open',
    'hidden/plan.md': '---\nprivate: true\n---\n# Zyzzyva',
    'shown.png': 'shown',
    'unlinked.canvas': JSON.stringify({ nodes: [{ id: 'x', type: 'text', text: 'unlinked' }] }),
  })

  test('has a page with its cards, groups and arrows', async () => {
    const page = await textAt(build, 'board.html')
    expect(page).toContain('<h1>board</h1>')
    expect(page).toContain('<h2>Plans</h2>')
    expect(page).toMatch(/See <a href="open\.html"[^>]*>open<\/a> and plan\./)
    expect(page).toContain('<a href="open.html">Open</a>')
    expect(page).toContain('What is open.')
    expect(page).toContain('<img src="shown.png"')
    expect(page).toContain('href="https://example.org/"')
    expect(page).toContain('Idea → Open: leads to')
    expect(await textAt(build, 'start.html')).toMatch(/<a href="board\.html"[^>]*>board\.canvas<\/a>/)
  })

  test('tells nothing of cards that are not published', async () => {
    for (const [address, text] of await allTexts(build))
      expect([address, /Zyzzyva|hidden\/|secretly|javascript:|aside %|unlinked/.exec(text)?.[0]]).toEqual([
        address,
        undefined,
      ])
    expect([...build.files.keys()].filter((address) => /canvas/.test(address))).toEqual([])
  })
})

describe('what leads to a hidden note', () => {
  const build = siteOf(
    {
      'index.md': '# Start\n\nSee [[hidden/plan]] and [[hidden/plan|the plan]]. %% a remark %%',
      'b.md':
        '# B\n\nBy reference: [plan][p], [open][o]. Also [[hidden/plan]] near [[c]].\n\n[p]: hidden/plan.md "Its title"\n[o]: c.md "C"\n',
      'c.md': '# C\n\n![[shut/away.png]]',
      'hidden/plan.md': '---\nprivate: true\n---\n# Zyzzyva\n\n[[b]]',
      'shut/away.png': 'away',
    },
    { isExcluded: (path) => path.startsWith('shut/') },
  )

  test('is told nowhere: no definition, folder of a bare link, comment of the introduction', async () => {
    for (const [address, text] of await allTexts(build))
      expect([address, /hidden\/|Its title|a remark/.exec(text)?.[0]]).toEqual([address, undefined])
    expect(await textAt(build, 'b.md')).toContain('[o]: c.md "C"')
    expect(await textAt(build, 'llms.txt')).toContain('> See plan and the plan.')
    expect(await textAt(build, 'c.html')).toContain('By reference: plan, <u>open</u>.')
  })

  test('an excluded attachment is neither copied nor shown', async () => {
    expect(await textAt(build, 'c.html')).not.toContain('away')
    expect([...build.files.keys()].filter((address) => address.includes('away'))).toEqual([])
    for (const [address, text] of await allTexts(build))
      expect([address, text.includes('away')]).toEqual([address, false])
  })
})

test('a page of Logseq whose property says that it is not public has none', () => {
  const page = 'public:: false\n\n- text\n'
  const pages = { 'pages/a.md': page, 'pages/b.md': page.replace('false', 'true') }
  const build = siteOf({ 'logseq/config.edn': '{}', ...pages })
  expect(build.site.notes.map(({ path }) => path)).toEqual(['pages/b.md'])
})

test('a link to a section that is not there says so', async () => {
  const build = siteOf({ 'a.md': '[[b#Nowhere]] [[b#There]]', 'b.md': '## There' })
  const page = await textAt(build, 'a.html')
  expect(page).toMatch(/<a href="b\.html" class="lacks" title="the note has no &quot;Nowhere&quot;"/)
  expect(page).toMatch(/<a href="b\.html#there">/)
})

test('notes in no group stand in the view of topics too', async () => {
  const build = siteOf({ 'a.md': '---\ntopics: [one]\n---\n', 'b.md': '# Bee' })
  expect(await textAt(build, 'index.html')).toMatch(/No topic.*1 note.*>Bee</s)
})

test('a canvas that is not published has no say in the order of notes', async () => {
  const files = { 'a.md': '# A\n\n[[c]]', 'b.md': '# B\n\n[[c]]', 'c.md': '# C' }
  const card = { id: '1', type: 'text', text: '[[b]]', x: 0, y: 0, width: 9, height: 9 }
  const [without, beside] = [
    siteOf(files),
    siteOf({ ...files, 'board.canvas': JSON.stringify({ nodes: [card], edges: [] }) }),
  ]
  expect(await textAt(beside, 'c.html')).toBe(await textAt(without, 'c.html'))
})
