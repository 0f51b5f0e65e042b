// Hostile input of any size, for `npm run bounds`.
const repeat = (text) => (bytes) => text.repeat(Math.ceil(bytes / text.length)).slice(0, bytes)
const fenced = (language, inner) => (bytes) => `\`\`\`${language}\n${inner(bytes)}\n\`\`\`\n`
const nested = (open, close) => (bytes) => {
  const depth = Math.floor(bytes / (open.length + close.length))
  return open.repeat(depth) + close.repeat(depth)
}
const counted = (line) => (bytes) => {
  let text = ''
  for (let number = 0; text.length < bytes; number++) text += line(number)
  return text
}

/** What a stranger's vault may hold: the contents of files by name, of so many bytes. `x` is the note that is asked for. */
export const inputs = {
  quotes: { 'x.md': repeat('>') },
  'quotes and blanks': { 'x.md': repeat('> ') },
  'list markers': { 'x.md': repeat('- ') },
  'deep list': { 'x.md': (bytes) => counted((n) => `${' '.repeat(2 * (n % 100))}- a\n`)(bytes) },
  'deeper list': {
    'x.md': (bytes) => Array.from({ length: Math.sqrt(bytes) }, (_, n) => `${'  '.repeat(n)}- a`).join('\n'),
  },
  'numbered list': { 'x.md': repeat('1. a\n') },
  emphasis: { 'x.md': repeat('*a **a ') },
  'triple emphasis': { 'x.md': repeat('***a*** ') },
  underscores: { 'x.md': repeat('_a__') },
  strikethrough: { 'x.md': repeat('~~a~') },
  highlights: { 'x.md': repeat('==a=') },
  comments: { 'x.md': repeat('<!-- a ') },
  'percent comments': { 'x.md': repeat('%% a ') },
  tags: { 'x.md': repeat('<a b="') },
  'closed tags': { 'x.md': nested('<b>', '</b>') },
  declarations: { 'x.md': repeat('<?a <!A <![CDATA[') },
  'broken images': { 'x.md': repeat('![[]()') },
  brackets: { 'x.md': repeat('[') },
  'pairs of brackets': { 'x.md': nested('[', ']') },
  'brackets and parentheses': { 'x.md': repeat('[a](') },
  'nested links': { 'x.md': nested('[a', '](b)') },
  'wiki brackets': { 'x.md': repeat('[[a') },
  'wiki links': { 'x.md': repeat('[[a]] ') },
  'different wiki links': { 'x.md': counted((n) => `[[a${n}]] `) },
  'markdown links': { 'x.md': repeat('[a](b.md) ') },
  'reference links': { 'x.md': counted((n) => `[a${n}] `) },
  references: { 'x.md': counted((n) => `[a${n}]: b\n`) },
  footnotes: { 'x.md': counted((n) => `a[^${n}]\n\n[^${n}]: b [^${n + 1}]\n\n`) },
  embeds: { 'x.md': repeat('![[x]]\n\n') },
  mails: { 'x.md': repeat('a.a.a@b') },
  addresses: { 'x.md': repeat('http://a.b/(((') },
  'one word': { 'x.md': repeat('a') },
  'long line': { 'x.md': repeat('word ') },
  backticks: { 'x.md': counted((n) => `${'`'.repeat((n % 200) + 1)}a`) },
  fences: { 'x.md': repeat('```\n~~~\n') },
  backslashes: { 'x.md': repeat('\\') },
  entities: { 'x.md': repeat('&amp;&#1;&a') },
  headings: { 'x.md': repeat('# a\n') },
  'different headings': { 'x.md': counted((n) => `## a${n}\n\n`) },
  underlines: { 'x.md': repeat('a\n=\n') },
  'a wide table': {
    'x.md': (bytes) => [repeat('|a'), repeat('|-'), repeat('|b')].map((one) => one(bytes / 3)).join('\n'),
  },
  'a long table': { 'x.md': (bytes) => `|a|b|\n|-|-|\n${repeat('|a|b|\n')(bytes)}` },
  'table of pipes': { 'x.md': (bytes) => `|a|\n|-|\n${repeat('|')(bytes)}` },
  tasks: { 'x.md': repeat('- [ ] a #t 📅 2026-01-01\n') },
  hashtags: { 'x.md': repeat('#a/') },
  'different hashtags': { 'x.md': counted((n) => `#a${n} `) },
  'block names': { 'x.md': counted((n) => `a ^b${n}\n\n`) },
  'combining marks': { 'x.md': repeat('a\u0301\u0301\u0301\u0301') },
  'wide letters': { 'x.md': repeat('漢字 ') },
  'joined emoji': { 'x.md': repeat('👨‍👩‍👧‍👦\u200d') },
  'right to left': { 'x.md': repeat('\u202eא\u202c') },
  dollars: { 'x.md': repeat('$a') },
  'nested formula': { 'x.md': (bytes) => `$$${nested('{', '}')(bytes)}$$` },
  fractions: { 'x.md': (bytes) => `$$${nested('\\frac{a}{', '}')(bytes)}$$` },
  'scripts of scripts': { 'x.md': (bytes) => `$$a${nested('^{a', '}')(bytes)}$$` },
  'left and right': { 'x.md': (bytes) => `$$${nested('\\left(', '\\right)')(bytes)}$$` },
  'many formulas': { 'x.md': repeat('$a^2$ ') },
  macros: { 'x.md': repeat('$\\def\\a{\\a\\a}\\a$ ') },
  flowchart: {
    'x.md': fenced('mermaid', (bytes) => `flowchart TD\n${counted((n) => `a${n}-->a${(n * 7) % 97}\n`)(bytes)}`),
  },
  subgraphs: { 'x.md': fenced('mermaid', (bytes) => `flowchart TD\n${repeat('subgraph a\n')(bytes)}`) },
  sequence: {
    'x.md': fenced('mermaid', (bytes) => `sequenceDiagram\n${counted((n) => `a${n}->>a${n + 1}: b\n`)(bytes)}`),
  },
  code: { 'x.md': fenced('js', repeat('/*`${(')) },
  'code of brackets': { 'x.md': fenced('html', repeat('<a ')) },
  'front matter of brackets': { 'x.md': (bytes) => `---\na: ${repeat('[')(bytes)}\n---\n` },
  'front matter of keys': { 'x.md': (bytes) => `---\n${counted((n) => `k${n}: v\n`)(bytes)}---\n` },
  'front matter of aliases': {
    'x.md': (bytes) =>
      `---\na: &a [x,x]\n${counted((n) => `b${n}: &b${n} [*${n === 0 ? 'a' : `b${n - 1}`},*a]\n`)(bytes)}---\n`,
  },
  'front matter, deep': {
    'x.md': (bytes) =>
      `---\n${Array.from({ length: Math.sqrt(bytes) }, (_, n) => `${' '.repeat(n)}a:`).join('\n')}\n---\n`,
  },
  'unclosed front matter': { 'x.md': (bytes) => `---\n${repeat('a: b\n')(bytes)}` },
  dashes: { 'x.md': repeat('---\n') },
  canvas: {
    'x.md': () => '# X\n',
    'x.canvas': (bytes) =>
      `{"nodes":[${counted((n) => `${n ? ',' : ''}{"id":"${n}","type":"text","text":"[[a]]"}`)(bytes)}]}`,
  },
  'canvas of brackets': { 'x.md': () => '# X\n', 'x.canvas': repeat('[') },
  base: { 'x.md': () => '![[x.base]]\n', 'x.base': (bytes) => `filters: ${JSON.stringify(nested('(', ')')(bytes))}\n` },
  'base of sums': {
    'x.md': () => '![[x.base]]\n',
    'x.base': (bytes) => `filters: ${JSON.stringify(`1${repeat('+1')(bytes)}`)}\n`,
  },
  'ignore patterns': { 'x.md': () => '# X\n', '.gitignore': repeat('**/a/'), [`${'a/'.repeat(80)}y.md`]: () => 'y' },
  'many ignore patterns': { 'x.md': () => '# X\n', '.gitignore': repeat('**/a*b*c*\n') },
  'index template': { 'x.md': () => '# X\n', '.wend/index.md': repeat('{{#topics}}{{') },
  configuration: {
    'x.md': () => '# X\n',
    '.wend/config.yml': (bytes) => `ignore: [${counted((n) => `"a${n}*",`)(bytes)}]\n`,
  },
  'a row of links': { 'x.md': (bytes) => `|${repeat('[[a]]|')(bytes)}\n|-|\n` },
  'a property of links': { 'x.md': (bytes) => `---\nx: "${repeat('[[a]] ')(bytes)}"\n---\n` },
  'names of one word': {
    'x.md': (bytes) => `---\naliases: [${counted((n) => `a b${n},`)(bytes / 2)}]\n---\n`,
    'y.md': (bytes) => repeat('a ')(bytes / 2),
  },
  'names in prose': { 'x.md': () => '# Word\n', 'y.md': repeat('word [[z]] ') },
  'toml of brackets': { 'x.md': (bytes) => `+++\na = ${repeat('[')(bytes)}\n+++\n` },
  'toml of tables': { 'x.md': (bytes) => `+++\n${counted((n) => `[a.b${n}]\n`)(bytes)}+++\n` },
  'text in one property': { 'x.md': (bytes) => `---\na: >\n${repeat('  b\n')(bytes)}---\n` },
  'a pattern of a schema': {
    'x.md': (bytes) => `---\nk: ${repeat('a')(bytes)}!\n---\n`,
    '.wend/schema.yml': () => 'notes: {properties: {k: {pattern: "^(a+)+$"}}}\n',
  },
  'a schema of references': {
    'x.md': () => '---\nk: 1\n---\n',
    '.wend/schema.yml': (bytes) => `notes: {${counted(() => 'allOf: [{')(bytes)}\n`,
  },
  'many notes': (bytes) =>
    Object.fromEntries([
      ['x.md', () => '# X\n'],
      ...Array.from({ length: bytes / 40 }, (_, n) => [`n${n}.md`, () => `# N${n}\n[[n${n + 1}]] [[x]]\n`]),
    ]),
  'notes of one name': (bytes) =>
    Object.fromEntries([
      ['x.md', () => '# X\n[[y]]\n'],
      ...Array.from({ length: bytes / 40 }, (_, n) => [`d${n}/y.md`, () => `# Y\n[[y]]\n`]),
    ]),
  'a deep folder': (bytes) =>
    Object.fromEntries([
      ['x.md', () => '# X\n'],
      [`${'d/'.repeat(Math.min(1000, bytes / 40))}y.md`, () => '[[x]]\n'],
    ]),
  'a picture of chunks': {
    'x.md': () => '![p](p.png)\n',
    'p.png': (bytes) =>
      Buffer.concat([
        pngHead,
        Buffer.concat(Array(Math.floor(bytes / 12)).fill(Buffer.from('000000004944415400000000', 'hex'))),
      ]),
  },
  'pictures of any bytes': {
    'x.md': () => '![](p.jpg) ![](p.gif) ![](p.webp) ![](p.svg)\n',
    'p.jpg': (bytes) =>
      Buffer.concat([Buffer.from('ffd8ffc0001108400040000301110002110003110', 'hex'), Buffer.alloc(bytes, 0xda)]),
    'p.gif': (bytes) =>
      Buffer.concat([Buffer.from('GIF89a'), Buffer.from([255, 8, 255, 8, 0xf7, 0, 0]), Buffer.alloc(bytes, 0x2c)]),
    'p.webp': (bytes) => Buffer.concat([Buffer.from('RIFF0000WEBPVP8L'), Buffer.alloc(bytes, 0x2f)]),
    'p.svg': (bytes) => `<svg>${repeat('<g>')(bytes)}`,
  },
  'settings of tools': {
    'x.md': () => '# X\n[[y]]\n',
    'logseq/config.edn': repeat('{:a ['),
    '.obsidian/app.json': repeat('{"a":['),
    'mkdocs.yml': (bytes) => `nav: ${repeat('[')(bytes)}\n`,
    'book.toml': repeat('[[a.'),
    'hugo.toml': repeat('a={'),
  },
  'a configuration of brackets': {
    'x.md': () => '# X\n',
    '.wend/config.yml': (bytes) => `views: ${repeat('{a: ')(bytes)}`,
  },
}

const pngHead = Buffer.from('89504e470d0a1a0a0000000d4948445200000800000008000806000000000000', 'hex')

/** What a person or a program may ask: words of a command line, `%` is one of so many bytes. */
export const questions = [
  ['list', '--where', '%'],
  ['list', '--tag', '%'],
  ['list', '--path', '%'],
  ['list', '--match', '%'],
  ['list', '--format', '{{title}}%'],
  ['list', '--created', '%'],
  ['list', '--columns', '%'],
  ['search', '--', '%'],
  ['search', '--exact', '--', '%'],
  ['search', '--fuzzy', '--', '%'],
  ['show', '--', '%'],
  ['tasks', '--where', '%'],
  ['daily', '--dry-run', '--', '%'],
  ['new', '--dry-run', '--', '%'],
  ['mv', '--dry-run', '--', 'x', '%'],
  ['set', '--dry-run', 'x', 'k=%'],
  ['set', '--dry-run', '--where', '%', 'k=v'],
  ['add', '--dry-run', '--', '%'],
  ['completion', '--for', 'show', '%'],
]
/** Such words. */
export const wordings = {
  parentheses: nested('(', ')'),
  'NOT and OR': repeat('NOT a OR '),
  conditions: repeat('a = 1 AND '),
  quotes: repeat('"a '),
  stars: repeat('**/a*'),
  braces: repeat('{a,b}'),
  classes: repeat('[a-'),
  mustaches: repeat('{{#a}}{{'),
  'a pattern': (bytes) => `/(a+)+$/${repeat('a')(bytes)}`,
  'an expression of groups': (bytes) => `/${nested('(', ')')(bytes)}/`,
  days: repeat('last monday '),
  numbers: repeat('1'),
  letters: repeat('a'),
  words: counted((n) => `word${n} `),
  'combining marks': repeat('a\u0301'),
  'a phrase': (bytes) => `"${repeat('a ')(bytes)}"`,
  'stars and letters': repeat('*a'),
}

/** Command lines by command: what is measured in each vault. A command of the registry without a row fails a test. */
export const commandLines = {
  list: [
    ['list', '--json'],
    ['list', '--base', 'x.base'],
    ['list', '--group-by', 'tags', '--columns', 'title,tags'],
  ],
  search: [
    ['search', 'word'],
    ['search', '--exact', '/(a+)+$/'],
    ['search', '--fuzzy', 'wrod'],
  ],
  show: [
    ['show', 'x'],
    ['show', 'x', '--json'],
  ],
  open: [],
  links: [['links', 'x', '--depth', '3']],
  backlinks: [['backlinks', 'x']],
  related: [['related', 'x']],
  mentions: [['mentions', 'x']],
  context: [['context', 'x']],
  mcp: [['mcp']],
  lsp: [['lsp']],
  check: [
    ['check', '--infos'],
    ['check', '--fix', '--fix-typos', '--dry-run'],
  ],
  topics: [['topics']],
  tags: [['tags']],
  tasks: [['tasks']],
  schema: [['schema']],
  history: [['history', 'x']],
  diff: [['diff', 'x']],
  orphans: [['orphans']],
  stats: [['stats']],
  graph: [['graph']],
  index: [['index']],
  serve: [],
  publish: [['publish', 'SITE', '--dry-run']],
  export: [
    ['export', 'x'],
    ['export', 'x', '--format', 'txt'],
  ],
  browse: [],
  wander: [['wander', 'x', '--auto', '2', '--seed', '1']],
  path: [
    ['path', 'x', 'a'],
    ['path', 'x', 'a', '--all'],
  ],
  learn: [['learn', 'x']],
  random: [['random', '--seed', '1']],
  today: [['today']],
  daily: [['daily', '--append', 'y', '--dry-run', '--path']],
  add: [['add', 'a thought', '--to', 'x', '--dry-run']],
  append: [['append', 'x', 'y', '--dry-run']],
  prepend: [['prepend', 'x', 'y', '--dry-run']],
  new: [
    ['new', 'Fresh', '--dry-run'],
    ['new', '--missing', '--dry-run'],
  ],
  extract: [['extract', 'x#a', 'Fresh', '--dry-run']],
  inline: [['inline', 'a', '--into', 'x', '--dry-run']],
  split: [['split', 'x', '--dry-run']],
  merge: [['merge', 'a', 'x', '--dry-run']],
  mv: [
    ['mv', 'x', 'z', '--dry-run'],
    ['mv', 'a', 'z', '--dry-run'],
  ],
  set: [['set', 'x', 'k=v', '--dry-run']],
  unset: [['unset', 'x', 'a', '--dry-run']],
  alias: [['alias', 'add', 'x', 'Ex', '--dry-run']],
  tag: [['tag', 'rename', 'a', 'b', '--dry-run']],
  link: [['link', 'suggest']],
  rm: [['rm', 'x', '--force', '--dry-run']],
  undo: [['undo', '--list']],
  redo: [['redo', '--dry-run']],
  trash: [['trash', 'list']],
  init: [],
  vaults: [],
  config: [['config', 'list']],
  doctor: [['doctor']],
  completion: [
    ['completion', '--for', 'show', ''],
    ['completion', '--for', 'set', 'x', ''],
  ],
}
