import { describe, expect, test } from '@jest/globals'
import { decodePng } from '../../../src/io/pictures/decode-png.ts'
import { allTexts, siteOf, textAt } from '../../support/site-of.ts'

const secretly = 'Zyzzyva'

describe('what is private stays so', () => {
  const build = siteOf(
    {
      'a.md':
        '# A\n\nSee [[plan|my plan]], [it](hidden/plan.md), ![[hidden/plan]] and [[excluded/x|x]] %% note to self %%.\n\n![[shown.png]]',
      'hidden/plan.md': `---\nprivate: true\ntitle: ${secretly} title\naliases: [${secretly}Alias]\ntopics: [${secretly}Topic]\ntags: [${secretly}Tag]\n---\n${secretly} body [[a]] ![[only.png]]`,
      'never.md': `---\npublish: false\n---\n# ${secretly} never\n\n[[a]]`,
      'excluded/x.md': `# ${secretly} excluded\n\n[[a]]`,
      'broken.md': `---\nprivate: [\ntitle: ${secretly} broken\n---\n${secretly}`,
      'shown.png': 'shown',
      'only.png': 'only in what is private',
      'unused.png': 'unused',
    },
    { isExcluded: (path) => path.startsWith('excluded/'), base: 'https://e.org/n/' },
  )

  test('nowhere: page, data, feed, sitemap, backlinks, counts, markdown', async () => {
    for (const [address, text] of await allTexts(build)) {
      expect(`${address} ${text.includes(secretly) ? 'tells' : 'is silent'}`).toBe(`${address} is silent`)
      expect(`${address} ${/hidden\/plan|excluded\/x|note to self/.test(text) ? 'tells' : 'is silent'}`).toBe(
        `${address} is silent`,
      )
    }
    expect(build.site.notes).toHaveLength(1)
    expect(build.site.notes[0]?.backlinks).toBe(0)
    expect(await textAt(build, 'a.html')).toContain('See my plan, it,')
  })

  test('only attachments that published notes show are copied', () => {
    expect(
      [...build.files.keys()].filter((address) => address.endsWith('.png') && !address.startsWith('wend/')),
    ).toEqual(['shown.png'])
  })
})

describe('addresses of pages', () => {
  test('every link of the site leads to a file and a place in it, and none is absolute', async () => {
    const build = siteOf({
      'index.md': '# Start\n\nWelcome to [[Über uns]].\n\n## More\n\n[[sub/50% off]]',
      '404.md': '[[index]]',
      'Über uns.md':
        '## Größe & Maß\n\n## Größe & Maß\n\n[[#Größe & Maß]] [[50% off#^block]] [x](sub/50%25%20off.md#top) [[gone]] [[#nowhere]]',
      'sub/50% off.md': "text ^block\n\n- item ^lone\n\n[[../Über uns#Größe & Maß]] [[GQA]] [[gqa]] [[what's #1?]]",
      'GQA.md': '---\naliases: [Grouped, shared]\n---\n# Upper',
      'gqa.md': '---\naliases: [shared, Upper]\n---\n# Lower',
      'a/b/c/deep.md': '[[Upper]] ![[Über uns]] [^1]\n\n[^1]: note',
      "what's #1?.md": '<a id="own"></a> [[what\'s #1?#own]]',
    })
    const texts = await allTexts(build)
    for (const [address, text] of texts) if (address.endsWith('.html')) checkLinks(build.files, texts, address, text)
    expect([...build.files.keys()]).toEqual(
      expect.arrayContaining(['gqa.html', 'gqa-2.html', '404-note.html', 'index-note.html', 'grouped.html']),
    )
    expect(build.messages).toEqual(['no redirect from "shared": GQA.md and gqa.md both claim it'])
    expect(await textAt(build, 'grouped.html')).toContain('url=gqa-2.html')
  })

  test('of many that are claimed by several notes some are told', () => {
    const aliases = (count: number): string => Array.from({ length: count }, (_, at) => `name ${at}`).join(', ')
    const notes = ['a', 'b', 'c', 'd'].map((name): [string, string] => [
      `${name}.md`,
      `---\naliases: [${aliases(12)}]\n---\n`,
    ])
    const { messages } = siteOf(Object.fromEntries(notes))
    expect(messages).toHaveLength(11)
    expect(messages[0]).toBe('no redirect from "name 0": a.md, b.md and 2 more notes claim it')
    expect(messages.at(-1)).toBe('no redirect from 2 more names that several notes claim')
  })

  test('an alias never takes the page of a note', async () => {
    const build = siteOf({ 'a.md': '---\naliases: [b]\n---\n# A', 'b.md': '# B' })
    expect(await textAt(build, 'b.html')).toContain('<h1 id="b">B</h1>')
  })

  test('a former path leads to where the note is now', async () => {
    const build = siteOf(
      { 'new.md': '# N' },
      { history: { dates: new Map(), formerNames: new Map([['old name.md', 'new.md']]) } },
    )
    expect(await textAt(build, 'old-name.html')).toContain('url=new.html')
  })

  test('three notes of one name stay three', async () => {
    const build = siteOf({
      'a/target.md': '# 1',
      'b/target.md': '# 2',
      'target.md': '# 3',
      'b/from.md': '[[target]] [x](target.md)',
    })
    const page = await textAt(build, 'b/from.html')
    expect(page.match(/<a href="\.\.\/target\.html">target<\/a> <a href="target\.html">x<\/a>/)).not.toBeNull()
  })
})

/** Every address and anchor of a page leads somewhere in the site. */
function checkLinks(
  files: ReadonlyMap<string, unknown>,
  texts: ReadonlyMap<string, string>,
  address: string,
  text: string,
): void {
  for (const [, written = ''] of text.matchAll(/ (?:href|src)="([^"]*)"/g)) {
    const href = written.replaceAll('&amp;', '&')
    if (/^https?:/.test(href)) continue
    if (address === '404.html' && href === '/') continue
    const { pathname, hash } = new URL(href, `http://site/${address.split('/').map(encodeURIComponent).join('/')}`)
    expect(`${address}: ${href.startsWith('/') ? 'absolute' : 'relative'} ${href}`).toBe(`${address}: relative ${href}`)
    const target = pathname.slice(1).split('/').map(decodeURIComponent).join('/') || 'index.html'
    expect(`${address} -> ${href}: ${files.has(target) ? 'there' : 'missing'}`).toBe(`${address} -> ${href}: there`)
    const id = decodeURIComponent(hash.slice(1))
    if (id === '' || id === 'wander' || !target.endsWith('.html')) continue
    const held = (texts.get(target) ?? '').includes(` id="${id}"`)
    expect(`${address} -> ${href}: ${held ? 'there' : 'no such place'}`).toBe(`${address} -> ${href}: there`)
  }
}

describe('text of strangers', () => {
  const payload = '</script><b>"\'&'

  test('is text everywhere: pages, data, feeds', async () => {
    const build = siteOf(
      {
        'a.md': `---\ntitle: '${payload.replace("'", "''")}'\nsummary: '${payload.replace("'", "''")}'\ntopics: ['${payload.replace("'", "''")}']\naliases: ['<em>']\nstatus: <s>\nupdated: 2026-01-02\nreferences: ['<img src=x onerror=x()>']\n---\n[[b]]`,
        'b.md': '[[a]]',
      },
      { base: 'https://e.org/' },
    )
    for (const [address, text] of await allTexts(build)) {
      expect(
        `${address}: ${text.includes('</script><b>') && !address.endsWith('.md') && address !== 'llms.txt' ? 'markup' : 'text'}`,
      ).toBe(`${address}: text`)
    }
    const feed = await textAt(build, 'feed.xml')
    expect(feed).toContain('&#60;/script&#62;&#60;b&#62;')
    expect(JSON.parse(await textAt(build, 'index.json'))).toMatchObject({ notes: [{ title: 'b' }, { title: payload }] })
    expect(await textAt(build, 'a.html')).not.toMatch(/<img[^>]*onerror|<s>|<em>/)
  })

  test('pictures that could run a script are not copied, nor pages', () => {
    const build = siteOf({
      'a.md': '![[good.svg]] ![[bad.svg]] [[page.html]] [[run.js]]',
      'good.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
      'bad.svg': '<svg onload="alert(1)"/>',
      'page.html': '<script>alert(1)</script>',
      'run.js': 'alert(1)',
    })
    const copied = [...build.files.keys()].filter(
      (address) => !address.startsWith('wend/') && /\.(?:svg|js)$|page/.test(address),
    )
    expect(copied).toEqual(['good.svg'])
    expect(build.messages).toHaveLength(3)
  })
})

describe('what a page says once', () => {
  test('a title that front matter and the first heading both tell', async () => {
    const build = siteOf({
      'a.md': '---\ntitle: One\n---\n# One\n\ntext',
      'b.md': '---\ntitle: Two\n---\n# Other\n\ntext',
    })
    expect((await textAt(build, 'a.html')).match(/<h[12][^>]*>.*?<\/h[12]>/g)).toEqual(['<h1 id="one">One</h1>'])
    expect(await textAt(build, 'a.md')).toBe('# One\n\ntext\n')
    expect(await textAt(build, 'b.html')).toMatch(/<h1>Two<\/h1>[^]*<h2 id="other">/)
    expect(await textAt(build, 'b.md')).toBe('# Two\n\n# Other\n\ntext\n')
  })

  test('signs before the first letter of a title sort nothing', () => {
    const build = siteOf({ 'a.md': '# "Quoted"', 'b.md': '# Apple', 'c.md': '# Zebra', 'd.md': '# ?' })
    expect(build.site.notes.map(({ title }) => title)).toEqual(['?', 'Apple', '"Quoted"', 'Zebra'])
  })

  test('the only note has nothing before it and nothing after', async () => {
    expect(await textAt(siteOf({ 'a.md': '# A' }), 'a.html')).not.toContain('besides')
  })
})

describe('feeds', () => {
  test('need a base, with which their addresses are absolute', async () => {
    expect([...siteOf({ 'a.md': 'x' }).files.keys()]).not.toContain('feed.xml')
    const undated = siteOf({ 'a.md': 'x' }, { base: 'https://e.org/n/' })
    expect([...undated.files.keys()]).toEqual(expect.not.arrayContaining(['feed.xml']))
    expect(await textAt(undated, 'a.html')).not.toContain('atom')
    const build = siteOf({ 'ö b.md': '---\nupdated: 2026-02-03\n---\nx' }, { base: 'https://e.org/n/' })
    expect(await textAt(build, 'feed.xml')).toContain('<link href="https://e.org/n/%C3%B6-b.html"/>')
    expect(await textAt(build, 'feed.xml')).toContain('<updated>2026-02-03T00:00:00Z</updated>')
    expect(await textAt(build, 'sitemap.xml')).toContain(
      '<loc>https://e.org/n/%C3%B6-b.html</loc><lastmod>2026-02-03</lastmod>',
    )
    expect(await textAt(build, '404.html')).toContain('<base href="/n/"')
  })

  test('hold times that a calendar and a clock have, else the day or none', async () => {
    const build = siteOf(
      {
        'a.md': '---\nupdated: 2024-02-30\n---\nx',
        'b.md': '---\nupdated: 2024-02-03 25:99\n---\nx',
        'c.md': '---\nupdated: 2024-02-02 10:30\n---\nx',
        'd.md': '---\nupdated: 2024-02-01T10:30:00+09:00\n---\nx',
      },
      { base: 'https://e.org/' },
    )
    const times = (await textAt(build, 'feed.xml')).matchAll(/\/([a-d])\.html"\/><updated>([^<]*)/g)
    expect([...times].map(([, name, time]) => [name, time])).toEqual([
      ['b', '2024-02-03T00:00:00Z'],
      ['c', '2024-02-02T10:30:00Z'],
      ['d', '2024-02-01T10:30:00+09:00'],
    ])
  })

  test('for agents say what is not seen, as in a terminal', async () => {
    const files = { 'a.md': '---\ntitle: "A\\e[31m"\nsummary: "Tea\\u009b \\u202eand 👩‍🔬"\ntopics: ["T\\0"]\n---\n' }
    const settings = { title: 'My\u001b]0;x\u0007 notes', language: 'en', colors: {}, introduction: 'Read\u200b me.' }
    expect(await textAt(siteOf(files, { settings }), 'llms.txt')).toBe(
      '# My^[]0;x^G notes\n\n> Read<U+200B> me.\n\n## T^@\n\n- [A^[\\[31m](a.md): Tea<U+009B> <U+202E>and 👩‍🔬\n',
    )
  })

  test('dates are those of front matter or git, never the file', async () => {
    const build = siteOf(
      { 'a.md': '---\nupdated: 2020-01-01\n---\nx', 'b.md': 'x', 'c.md': 'x' },
      {
        history: {
          dates: new Map([['b.md', { created: '2021-01-01T00:00:00Z', edited: '2022-02-02T00:00:00Z' }]]),
          formerNames: new Map(),
        },
      },
    )
    expect(build.site.notes.map(({ edited }) => edited)).toEqual(['2020-01-01', '2022-02-02T00:00:00Z', undefined])
  })
})

test('each note has a picture of its place among all, and a large site one for all', async () => {
  const files = { 'a.md': '# A\n\n[[b]]', 'sub/b.md': '# B', 'c.md': '# C' }
  const build = siteOf(files, { base: 'https://e.org/' })
  expect(await textAt(build, 'sub/b.html')).toContain('"og:image" content="https://e.org/wend/pictures/sub/b.png"')
  expect(await textAt(build, 'index.html')).toContain('"og:image" content="https://e.org/wend/picture.png"')
  const pictures = await Promise.all(
    ['pictures/a.png', 'pictures/sub/b.png', 'picture.png'].map(async (name) => {
      const file = await build.files.get(`wend/${name}`)?.()
      return decodePng(Buffer.from(file instanceof Uint8Array ? file : []))
    }),
  )
  const red = pictures.map((picture) => {
    const { rgba = new Uint8Array(), width } = picture ?? { width: 1 }
    const at = rgba.findIndex((value, place) => place % 4 === 0 && value === 0xa3 && rgba[place + 1] === 0x16)
    return at < 0 ? undefined : (at / 4) % width
  })
  expect(red[0]).toBeLessThan(red[1] ?? 0)
  expect(red[2]).toBeUndefined()
  const many = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`n${at}.md`, '']))
  const large = siteOf(many, { base: 'https://e.org/' })
  expect([...large.files.keys()].filter((address) => address.endsWith('.png'))).toEqual(['wend/picture.png'])
})

test('a site without topics, links or notes of its own index has fewer views', async () => {
  const build = siteOf({ 'only.md': 'x' })
  const page = await textAt(build, 'index.html')
  expect(page).toContain('data-views="notes"')
  expect(page).not.toMatch(/id="(?:topics|linked)"/)
})

test('the same vault makes the same site', async () => {
  const files = { 'a.md': '[[b]] [[c]]', 'b.md': '---\ntopics: [x]\n---\n[[c]]', 'c.md': '---\ntopics: [x, y]\n---\n' }
  expect(await allTexts(siteOf(files))).toEqual(await allTexts(siteOf(files)))
})

test('a new note moves no colour', () => {
  const one = { 'a.md': '---\ntopics: [x]\n---\n', 'b.md': '---\ntopics: [y]\n---\n[[a]]' }
  const before = siteOf(one).site.topics.map(({ name }) => name)
  const more = { ...one, 'c.md': '---\ntopics: [z, y, x]\n---\n[[a]] [[b]]', 'd.md': '---\ntopics: [z]\n---\n[[c]]' }
  const after = siteOf(more, { formerTopics: before }).site.topics.map(({ name }) => name)
  expect(after.slice(0, 2)).toEqual(before)
})

test.each([
  ['in an item of an item', '1. - ```js\n     const two = 2\n     ```'],
  ['in an item in a quote', '> - ```js\n>   const two = 2\n>   ```'],
  ['named as Pandoc does', '``` { .js }\nconst two = 2\n```'],
  ['named in capitals', '~~~~ JS title="x"\nconst two = 2\n~~~~'],
])('code %s is coloured', async (_, code) => {
  const page = await textAt(siteOf({ 'a.md': `# A\n\n${code}\n` }), 'a.html')
  expect(page).toContain('<span class="k">const</span> two = <span class="n">2</span>')
})
