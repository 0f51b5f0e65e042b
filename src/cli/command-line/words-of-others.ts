import { nameTable } from '../../core/model/name-table.ts'

/** Commands of zk, nb, IWE, Obsidian and others that wend calls otherwise or does another way, with what to type instead. */
const commands: Readonly<Record<string, string>> = nameTable({
  backlink: 'wend backlinks NOTE',
  bookmark: 'wend add URL keeps it in the inbox or the note of the day',
  cat: 'wend show NOTE',
  contents: 'wend index',
  count: 'wend list --count',
  create: 'wend new TITLE',
  deadends: 'wend list --dead-end',
  delete: 'wend rm NOTE',
  files: 'wend list --format paths',
  git: 'wend changes files alone: call git itself; wend history NOTE and wend diff NOTE read it',
  import: 'put the files in the folder: wend reads all that is there',
  insert: 'wend append NOTE TEXT',
  journal: 'wend daily',
  move: 'wend mv NOTE NEW',
  normalize: 'wend check --fix',
  note: 'wend new TITLE',
  notebook: 'wend vaults',
  notebooks: 'wend vaults',
  outline: 'wend show NOTE --toc',
  paths: 'wend list --format paths',
  placeholders: 'wend check --only broken-link',
  properties: 'wend schema',
  property: 'wend set NOTE KEY=VALUE',
  q: 'wend search WORDS',
  query: 'wend search WORDS',
  recent: 'wend list --sort modified -n 10',
  recents: 'wend list --sort modified -n 10',
  restore: 'wend trash restore FILE',
  retrieve: 'wend show NOTE; with what is around it: wend context NOTE',
  settings: 'wend config list',
  squash: 'wend export NOTE --format md',
  status: 'wend stats; what is not committed: wend list --changed',
  sync: 'wend keeps no copy: share the folder with git or another program',
  todo: 'wend tasks',
  todos: 'wend tasks',
  tree: 'wend graph NOTE; its headings: wend show NOTE --toc',
  unresolved: 'wend check --only broken-link',
  vault: 'wend vaults',
  weekly: 'wend daily --week',
  monthly: 'wend daily --month',
})

/** Options of theirs, by command; `*` for any. */
const options: Readonly<Record<string, Readonly<Record<string, string>>>> = nameTable({
  '*': {
    '--interactive': 'choose from a list with --pick',
    '-i': 'choose from a list with --pick',
    '--no-input': 'wend asks nothing unless it is on a terminal; leave it out',
    '--notebook-dir': 'wend -C FOLDER',
    '--working-dir': 'wend -C FOLDER',
    '--jsonl': '--format ndjson',
  },
  list: {
    '--interactive': 'wend list --oneline | fzf; to choose the note of a command: --pick',
    '-i': 'wend list --oneline | fzf; to choose the note of a command: --pick',
    '--delimiter': '--format with what parts the notes in it, or -0',
    '--exclude': "--where 'NOT path~FOLDER'",
    '--filter': '--where CONDITION',
    '--max-distance': 'wend backlinks NOTE --depth N, wend links NOTE --depth N',
    '--mention': 'wend mentions NOTE',
    '--mentioned-by': 'wend link suggest NOTE',
    '--missing-backlink': 'wend check --only one-way-link',
    '--no-link-to': 'wend related NOTE lists what is near and not linked',
    '--no-linked-by': 'wend related NOTE lists what is near and not linked',
    '--query': '--match WORDS, or wend search WORDS',
    '--recursive': 'wend backlinks NOTE --depth N, wend links NOTE --depth N',
    '--related': 'wend related NOTE',
    '--tagless': "--where '!tags'",
    '--tags': '--tag TAGS; all that there are: wend tags',
    '--type': "--where 'type=…'",
  },
  search: {
    '--all': 'words side by side rank; all of them at once: "one AND two"',
    '--and': 'within the query: "one AND two"',
    '--filter': '--where CONDITION',
    '--not': 'within the query: "one NOT two"',
    '--or': 'within the query: "one OR two"',
    '--regex': 'within the query: /pattern/',
  },
  new: {
    '--title': 'the title stands alone: wend new "A title"',
    '-t': 'the title stands alone: wend new "A title"; a template: --template NAME',
    '--extra': '--set KEY=VALUE',
    '--date': 'wend daily DAY, or --set date=…',
    '--id': 'the configuration names files: wend config set new.name id',
    '--content': 'the text comes from standard input: echo TEXT | wend new TITLE',
    '-c': 'the text comes from standard input: echo TEXT | wend new TITLE',
    '--folder': '--dir FOLDER',
    '--tags': '--tag TAGS',
    '--edit': '--open',
  },
  add: {
    '--content': 'the text stands alone: wend add TEXT',
    '-c': 'the text stands alone: wend add TEXT',
    '--title': 'a note of its own: wend new "A title"',
    '-t': 'a note of its own: wend new "A title"',
    '--tags': 'a note of its own: wend new "A title" --tag TAGS',
    '--folder': 'a note of its own: wend new "A title" --dir FOLDER',
    '--edit': 'wend add alone opens your editor',
  },
  daily: { '--prev': 'wend daily yesterday', '--days': "wend list --path 'journal/*' -r" },
  graph: { '--key': 'wend graph NOTE' },
})

/** What to type instead of a command of another tool. */
export function commandOfOthers(name: string): string | undefined {
  return commands[name]
}

/** What to type instead of an option that another tool has for the same. */
export function optionOfOthers(command: string, option: string): string | undefined {
  const tables = [options[command], options['*']]
  return tables.flatMap((table) => (table !== undefined && Object.hasOwn(table, option) ? table[option] : []))[0]
}

/** All that this says, for a test that it holds. */
export const saidOfOthers: readonly string[] = [
  ...Object.values(commands),
  ...Object.values(options).flatMap((table) => Object.values(table)),
]
