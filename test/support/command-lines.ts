/** How a command that writes is tried under faults. */
export interface WritingLine {
  readonly args: readonly string[]
  /** What is done before, so that it has something to do. */
  readonly first?: readonly (readonly string[])[]
  readonly input?: string
  /** Writes one file or many that are no notes: each is whole, and what is missing or left over is put right by the next run. */
  readonly ownFiles?: true
  /** Tries one call of so many, where a line makes thousands. */
  readonly every?: number
}

/** Every command that writes, as it is tried under faults. A command of the registry stands here, below, or among those that talk. */
export const writingLines: Readonly<Record<string, readonly WritingLine[]>> = {
  check: [{ args: ['check', '--fix', '--exit-zero'] }],
  index: [{ args: ['index', '--write', 'INDEX.md'], ownFiles: true }],
  publish: [{ args: ['publish', '../out/site'], ownFiles: true, every: 23 }],
  export: [{ args: ['export', 'a', '-o', '../out/a.html'], ownFiles: true }],
  daily: [{ args: ['daily', '--append', 'a line', '--path'] }],
  add: [{ args: ['add', 'a thought'] }, { args: ['add', '--to', 'a', '--section', 'Later'], input: 'from a pipe\n' }],
  append: [{ args: ['append', 'a', 'more'] }],
  prepend: [{ args: ['prepend', 'c#Part two', 'more'] }],
  extract: [{ args: ['extract', 'c#Part one', 'Part', '--dir', 'parts'] }],
  inline: [{ args: ['inline', 'b', '--into', 'c'] }],
  split: [{ args: ['split', 'c', '--dir', 'parts'] }],
  merge: [{ args: ['merge', 'b', 'a'] }],
  new: [{ args: ['new', 'Fresh note', '--dir', 'deep/er', '--tag', 't'] }, { args: ['new', '--missing'] }],
  mv: [
    { args: ['mv', 'b', 'deep/moved.md'] },
    { args: ['mv', 'sub', 'other'] },
    { args: ['mv', 'c#Part one', 'First'] },
  ],
  set: [
    { args: ['set', 'a', 'status=done', 'tags=x,y'] },
    { args: ['set', '--where', 'tags has t', 'status=done', '--expect', '2'] },
  ],
  unset: [{ args: ['unset', 'a', 'tags'] }],
  alias: [{ args: ['alias', 'add', 'b', 'Bee'] }],
  tag: [{ args: ['tag', 'rename', 't', 'new/t'] }],
  link: [{ args: ['link', 'suggest', '--write', '--min-score', '1'] }],
  rm: [{ args: ['rm', 'b', '--force'] }],
  undo: [{ args: ['undo'], first: [['mv', 'b', 'deep/moved.md']] }],
  redo: [{ args: ['redo'], first: [['mv', 'b', 'deep/moved.md'], ['undo']] }],
  trash: [
    { args: ['trash', 'restore', 'b.md'], first: [['rm', 'b', '--force']] },
    { args: ['trash', 'empty', '--force'], first: [['rm', 'b', '--force']] },
  ],
  init: [{ args: ['init', '../out/fresh'], ownFiles: true }],
  wander: [
    { args: ['wander', 'a', '--auto', '2', '--seed', '1', '--force', '--save', '../out/way.md'], ownFiles: true },
  ],
  completion: [{ args: ['completion', 'bash', '--install'], ownFiles: true }],
  config: [
    { args: ['config', 'set', 'daily.dir', 'journal', '--in-vault'], ownFiles: true },
    { args: ['config', 'unset', 'history'], ownFiles: true },
    { args: ['config', 'set', 'theme.name', 'light'], ownFiles: true },
  ],
}

/** Every command that writes nothing but caches, as it is tried in a vault that changes under it; `a` is a note that stays. */
export const readingLines: Readonly<Record<string, readonly (readonly string[])[]>> = {
  list: [['list'], ['list', '--json']],
  search: [
    ['search', 'beta'],
    ['search', '--exact', 'text'],
  ],
  show: [['show', 'a', '--embeds', '2']],
  links: [['links', 'a', '--depth', '2']],
  backlinks: [['backlinks', 'a']],
  related: [['related', 'a']],
  mentions: [['mentions', 'a']],
  context: [['context', 'a']],
  topics: [['topics']],
  tags: [['tags']],
  tasks: [['tasks']],
  schema: [['schema']],
  history: [['history', 'a']],
  diff: [['diff', 'a']],
  orphans: [['orphans']],
  stats: [['stats']],
  graph: [['graph']],
  path: [['path', 'a', 'c']],
  learn: [['learn', 'a']],
  random: [['random', '--seed', '1']],
  today: [['today']],
  vaults: [['vaults']],
  doctor: [['doctor']],
}

/** Commands that talk with a person or a program: what they write they plan and carry out as the commands above do (test/servers). */
export const talking: readonly string[] = ['open', 'mcp', 'lsp', 'serve', 'browse']
