// Other programs that do a job of wend's on a folder of notes, each where it is installed: what has to be run once before
// (not measured), and the command of each job. A job that a program keeps an index for includes the refresh of that index,
// as wend's does. `note` is a note's name, `file` its path.
import { spawnSync } from 'node:child_process'

/** Commands are lists of words, run in the vault's folder. */
const known = [
  {
    program: 'zk',
    before: [['zk', 'init', '--no-input', '.']],
    jobs: ({ file }) => ({
      list: ['zk', 'list', '--quiet', '--no-pager'],
      backlinks: ['zk', 'list', '--quiet', '--no-pager', '--link-to', file],
      search: ['zk', 'list', '--quiet', '--no-pager', '--match', 'attention'],
    }),
  },
  {
    program: 'iwe',
    before: [['iwe', 'init']],
    jobs: ({ file }) => {
      const key = file.replace(/\.md$/, '')
      return {
        list: ['iwe', 'find', '--limit', '0'],
        backlinks: ['iwe', 'find', '--references', key],
        search: ['iwe', 'find', '--lexical', 'attention'],
        show: ['iwe', 'retrieve', '-k', key],
      }
    },
  },
  {
    program: 'foam',
    before: [],
    jobs: ({ note, file }) => ({
      list: ['foam', 'list', 'notes'],
      backlinks: ['foam', 'links', note, '--incoming'],
      check: ['foam', 'lint'],
      search: ['foam', 'search', 'attention'],
      show: ['foam', 'note', 'show', '--path', file, '--content'],
    }),
  },
  {
    program: 'qmd',
    before: [['qmd', 'collection', 'add', '.', '--name', 'vault']],
    jobs: ({ file }) => ({
      'update and list': ['sh', '-c', 'qmd update && qmd ls vault'],
      'update and search': ['sh', '-c', 'qmd update && qmd search attention'],
      'list, not refreshed': ['qmd', 'ls', 'vault'],
      'show, not refreshed': ['qmd', 'get', `vault/${file}`],
    }),
    after: [['qmd', 'collection', 'remove', 'vault']],
  },
  { program: 'lychee', before: [], jobs: () => ({ check: ['lychee', '--offline', '--no-progress', '.'] }) },
  { program: 'glow', before: [], jobs: ({ file }) => ({ show: ['glow', file] }) },
  { program: 'rg', before: [], jobs: () => ({ 'reads all': ['rg', '-c', '.'] }) },
  {
    program: 'fzf',
    before: [],
    jobs: () => ({ 'filters paths of rg --files': ['sh', '-c', 'rg --files | fzf --filter attention'] }),
  },
]

const installed = known.filter(({ program }) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0)

/** The jobs of all programs that are installed, once each is ready to work in a vault. */
export function peerJobs(vault, sample, env) {
  for (const { before } of installed) runAll(before, vault, env)
  return installed.flatMap(({ program, jobs }) =>
    Object.entries(jobs(sample)).map(([name, command]) => ({ name: `${program}: ${name}`, command, cwd: vault })),
  )
}

/** Takes back what `peerJobs` left outside the vault. */
export function endPeers(vault, env) {
  for (const { after = [] } of installed) runAll(after, vault, env)
}

function runAll(commands, cwd, env) {
  for (const [program, ...args] of commands) spawnSync(program, args, { cwd, env, stdio: 'ignore', timeout: 3_600_000 })
}
