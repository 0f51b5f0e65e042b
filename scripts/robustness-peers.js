// What other programs do where docs/robustness.md says what wend does: `npm run robustness:peers`. Whatever of them is on the
// PATH is tried, wend as well, each in a vault of its own that is made for the test. Prints one line a program and test.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inputs } from './bounds-inputs.js'

const wend = [process.execPath, join(import.meta.dirname, '..', 'bin', 'wend.js')]
const mostSeconds = 20

/** The commands of each program; what it lacks is left out. `x` is the note that is asked for, written `x.md` where a path is. */
const known = {
  wend: {
    list: [...wend, 'list', '--format', 'paths'],
    show: [...wend, 'show', 'x'],
    check: [...wend, 'check'],
    rename: [...wend, 'mv', 'b', 'c.md'],
  },
  zk: {
    before: ['zk', 'init', '--no-input', '.'],
    list: ['zk', 'list', '--quiet', '--no-pager', '--format', '{{path}} {{title}}'],
  },
  iwe: {
    before: ['iwe', 'init'],
    list: ['iwe', 'find', '--limit', '0'],
    show: ['iwe', 'retrieve', '-k', 'x'],
    rename: ['iwe', 'rename', 'b', 'c'],
  },
  foam: {
    list: ['foam', 'list', 'notes'],
    show: ['foam', 'note', 'show', 'x', '--content'],
    check: ['foam', 'lint'],
    rename: ['foam', 'rename', 'note', 'b', 'c'],
  },
  lychee: { check: ['lychee', '--offline', '--no-progress', '.'] },
  glow: { show: ['glow', 'x.md'] },
  mdcat: { show: ['mdcat', 'x.md'] },
  rg: { list: ['rg', '--files', '--glob', '*.md'] },
}

const isInstalled = (program) => program === 'wend' || spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

/** Runs a command in a folder: its output, how it ended, its seconds of CPU, and whether it had to be ended. */
function run(command, cwd) {
  const env = { PATH: process.env.PATH, HOME: join(cwd, '..', 'home'), TERM: 'xterm-256color', NO_COLOR: '1' }
  const timed = `ulimit -t ${mostSeconds}; TIMEFORMAT='cpu %U %S'; time "$@"`
  const args = ['-s', 'KILL', String(10 * mostSeconds), 'bash', '-c', timed, 'bash', ...command]
  const { stdout, stderr, status } = spawnSync('timeout', args, {
    cwd,
    env,
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [, user, system] = /cpu (\S+) (\S+)\s*$/.exec(String(stderr)) ?? []
  const seconds = user === undefined ? Infinity : Number(user) + Number(system)
  const err = String(stderr).replace(/cpu \S+ \S+\s*$/, '')
  return { out: String(stdout), err, status, isEnded: seconds === Infinity || seconds >= mostSeconds, seconds }
}

/** A vault of the files given, in which `use` is called with its folder. */
function inVault(files, commands, use) {
  const base = mkdtempSync(join(tmpdir(), 'wend-peers-'))
  const cwd = join(base, 'vault')
  mkdirSync(join(base, 'home'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true })
    writeFileSync(join(cwd, name), content)
  }
  try {
    if (commands.before) run(commands.before, cwd)
    return use(cwd)
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}

const good = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`good${at}.md`, `# Good ${at}\n\nText.\n`]))
const bad = {
  'yaml.md': '---\ntitle: Foo: bar\n  x: [\n---\n\n# Yaml\n',
  'twice.md': '---\ntitle: a\ntitle: b\n---\n\n# Twice\n',
  'open.md': '---\ntitle: a\n\n# Open\n',
  'latin.md': Buffer.from('# Caf\xe9\n', 'latin1'),
  'wide.md': Buffer.from('\ufeff# Wide\n', 'utf16le'),
  'nul.md': '# Nul\0\n',
  'empty.md': '',
  'folder.md/inner.md': '# Inner\n',
}
const listed = (out, names) =>
  names.filter((name) => new RegExp(`\\b${name.replace(/\.md$/, '')}\\b`, 'i').test(out)).length
// eslint-disable-next-line no-control-regex
const steering = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]/

/** Each test: which of the 18 lines of docs/robustness.md it is, what it needs, and what it says. */
const tests = [
  {
    line: '1, one bad note',
    command: 'list',
    try: (commands) =>
      inVault({ ...good, ...bad }, commands, (cwd) => {
        const { out, status } = run(commands.list, cwd)
        return `${listed(out.replaceAll(' ', ''), Object.keys(good))} of 10 good notes listed, exit ${status}`
      }),
  },
  {
    line: '4, untouched bytes',
    command: 'rename',
    try: (commands) => {
      const note =
        '\ufeff---\r\ntitle: "A"   # mine\r\n---\r\n\r\n* one\t[[b]]\r\n+ two  \r\n\r\nSetext\r\n======\r\n\r\n| a|b |\r\n|-|-|\r\nno end'
      return inVault({ 'a.md': note, 'b.md': '# B\n' }, commands, (cwd) => {
        run(commands.rename, cwd)
        if (!existsSync(join(cwd, 'c.md'))) return 'not renamed'
        const now = readFileSync(join(cwd, 'a.md'), 'utf8')
        return now === note.replace('[[b]]', '[[c]]')
          ? 'the link alone changed'
          : `more than the link changed (${now === note ? 'the link did not' : 'other bytes'})`
      })
    },
  },
  {
    line: '6, full disk',
    command: 'list',
    try: (commands) =>
      inVault(good, commands, (cwd) => {
        const { status, err } = run(['sh', '-c', '"$@" >/dev/full', 'sh', ...commands.list], cwd)
        return `exit ${status}, ${err.trim() === '' ? 'nothing said' : 'said'}`
      }),
  },
  {
    line: '11, code in front matter',
    command: 'list',
    try: (commands) =>
      inVault({ ...good, 'x.md': "---js\nrequire('fs').writeFileSync('RAN', '')\n---\n# X\n" }, commands, (cwd) => {
        for (const name of ['list', 'show', 'check']) if (commands[name]) run(commands[name], cwd)
        return existsSync(join(cwd, 'RAN')) ? 'runs' : 'does not run'
      }),
  },
  ...['list', 'show'].map((command) => ({
    line: `12, control characters, ${command}`,
    command,
    try: (commands) =>
      inVault(
        { 'x.md': '# T\u001b]0;x\u0007\u009b31m\u202e\n\nText \u001b[2J \u202e &#27;[31m.\n' },
        commands,
        (cwd) => (steering.test(run(commands[command], cwd).out) ? 'passed on' : 'none passed on'),
      ),
  })),
  ...['list', 'check'].map((command) => ({
    line: `13, pipes and links out, ${command}`,
    command,
    try: (commands) =>
      inVault({ ...good, 'a/b.md': '# Root\n' }, commands, (cwd) => {
        const secret = join(cwd, '..', 'secret.md')
        writeFileSync(secret, '# Secretive\n\n[x](none.md)\n')
        symlinkSync('../secret.md', join(cwd, 'out.md'))
        symlinkSync('..', join(cwd, 'a', 'loop'))
        spawnSync('mkfifo', [join(cwd, 'pipe.md')])
        const { out, isEnded } = run(commands[command], cwd)
        return isEnded ? 'hangs' : /Secretive|out\b/.test(out) ? 'ends, reads outside' : 'ends, reads nothing outside'
      }),
  })),
  ...['list', 'show', 'check'].map((command) => ({
    line: `14, 20 kB of hostile text, ${command}`,
    command,
    try: (commands) => {
      const slow = []
      for (const [name, files] of Object.entries(inputs)) {
        if (typeof files === 'function' || Object.keys(files).join() !== 'x.md') continue
        const { seconds, status, isEnded } = inVault({ ...good, 'x.md': files['x.md'](20_000) }, commands, (cwd) =>
          run(commands[command], cwd),
        )
        if (isEnded) slow.push(`${name}: more than ${mostSeconds} s`)
        else if (status > 100) slow.push(`${name}: falls`)
        else if (seconds > 2) slow.push(`${name}: ${seconds.toFixed(1)} s`)
      }
      return slow.length === 0 ? 'all within 2 s of CPU' : slow.join('; ')
    },
  })),
]

for (const [program, commands] of Object.entries(known)) {
  if (!isInstalled(program)) console.log(`${program}: not installed`)
  else
    for (const test of tests)
      if (commands[test.command]) console.log(`${program} | ${test.line} | ${test.try(commands)}`)
}
