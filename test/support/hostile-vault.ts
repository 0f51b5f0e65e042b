import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A vault as a stranger would make it, what lies beside it, and the file that appears when anything of it runs. */
export interface HostileVault {
  readonly cwd: string
  readonly outside: string
  readonly marker: string
}

/** A word that lies outside the vault alone: nothing may print it. */
export const secret = 'correct-horse-battery-staple'

let made: (HostileVault & { readonly base: string; readonly kept: string }) | undefined

/** Puts such a vault in its place, as it was made: it lies in the same folder each time. */
export function putHostileVault(): HostileVault {
  made ??= makeHostileVault()
  rmSync(made.base, { recursive: true, force: true })
  // A copy by Node.js knows no pipes.
  const { status } = spawnSync('cp', ['-a', made.kept, made.base])
  if (status !== 0) throw new Error(`not copied: ${made.kept}`)
  return made
}

/** Makes it: links that lead out at every place, a forged journal and caches, a repository whose settings run programs, hostile notes. */
function makeHostileVault(): HostileVault & { readonly base: string; readonly kept: string } {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'wend-hostile-')))
  const [base, kept] = [join(home, 'now'), join(home, 'kept')]
  const [cwd, outside, marker] = [join(base, 'vault'), join(base, 'outside'), join(base, 'it-ran')]
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(base, path)), { recursive: true })
    writeFileSync(join(base, path), text)
  }
  put('outside/secret.md', `# Secret\n\n${secret}\n`)
  put('outside/secret.base', `views: [{name: ${secret}, order: [${secret}()]}]\n`)
  put('outside/secret.json', `{"required": ["${secret}"]}`)
  put('outside/rules', '*\n')
  put('outside/config.yml', `title: ${secret}\n`)
  put('outside/secret.png', secret)
  const trap = join(base, 'trap')
  put('trap', `#!/bin/sh\necho ran "$@" >> '${marker}'\ncat\n`)
  chmodSync(trap, 0o755)
  for (const [path, text] of Object.entries(notes(marker))) put(`vault/${path}`, text)
  forgeState(cwd, put)
  forgeRepository(cwd, trap)
  for (const [path, target] of Object.entries(links(outside))) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    symlinkSync(target, join(cwd, path))
  }
  spawnSync('mkfifo', [join(cwd, 'pipe.md'), join(cwd, 'pipe.png'), join(cwd, '.wend/lock.takeover')])
  renameSync(base, kept)
  return { base, kept, cwd, outside, marker }
}

/** Everything below a folder: names, where links lead, what files hold. */
export function contentsOf(folder: string): string {
  const lines = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const facts = lstatSync(join(folder, name))
      return `${name} ${facts.isFile() ? readFileSync(join(folder, name), 'latin1') : facts.mode}`
    })
  return lines.join('\n')
}

function links(outside: string): Readonly<Record<string, string>> {
  return {
    out: outside,
    'secret.md': join(outside, 'secret.md'),
    'README.md': '../outside/secret.md',
    'secret.json': join(outside, 'secret.json'),
    'secret.base': join(outside, 'secret.base'),
    'secret.png': join(outside, 'secret.png'),
    'sub/.gitignore': join(outside, 'rules'),
    '.ignore': join(outside, 'rules'),
    assets: '.git',
    around: '.',
    'nowhere.md': 'nothing-at-all.md',
    'zero.md': '/dev/zero',
    '.wend/index.md': join(outside, 'secret.md'),
    '.wend/cache': outside,
    '.wend/templates': outside,
    '.wend/trash': outside,
    '.wend/journal.new': join(outside, 'new'),
  }
}

function notes(marker: string): Readonly<Record<string, string>> {
  const code = `require('fs').writeFileSync(${JSON.stringify(marker)}, '')`
  return {
    'a.md':
      '---\ntitle: "A \\e]0;x\\a"\naliases: ["../../x", "con"]\ntags: ["../t"]\nprerequisites: ["[[../outside/secret]]"]\n---\n\n# A\n\n' +
      '[[b]] ![[secret]] ![[out/secret]] ![[../outside/secret.md]] ![p](secret.png) ![q](out/secret.png) ![r](/etc/passwd)\n' +
      '[x](out/secret.md) <file:///etc/passwd> <javascript:alert(1)> [y](assets/config) \u001b]52;c;eA==\u0007\n\n' +
      '```mermaid\ngraph TD; A-->B; click A call evil()\n```\n\n$\\href{javascript:x}{y}\\input{/etc/passwd}$\n\n- [ ] a task #tag\n',
    'b.md': `---js\n{ title: (${code}, 'x') }\n---\n\n# B\n\n[[a]] words of b\n`,
    'c.md': `---\ntitle: !!js/function "function () { ${code} }"\n---\n\n[[b]] [[nothing]]\n`,
    'sub/d.md': '# D\n\n![[../../outside/secret]] [z](../../outside/secret.md)\n',
    'Template.md': `---\ntitle: "{{title}}"\n---\n<% ${code} %> {{${code}}}\n`,
    'x.canvas': '{"nodes":[{"id":"1","type":"file","file":"../outside/secret.md"}],"edges":[]}',
    'x.base': 'filters: "file(\'../outside/secret.md\')"\nformulas:\n  f: "process.exit(1)"\n',
    'mkdocs.yml': `docs_dir: ../outside\nx: !!python/object/apply:os.system ["touch ${marker}"]\n`,
    'logseq/config.edn': '{:journals-directory "../../outside"}',
    '.obsidian/app.json': '{"attachmentFolderPath":"../outside"}',
    '.foam/templates/new.md': code,
    '.zk/config.toml': `[tool]\neditor = "touch ${marker}"\n`,
    'package.json': `{"scripts":{"preinstall":"touch ${marker}"}}`,
    '.wend/schema.yml':
      'notes: ../outside/secret.json\ntypes: {a: {$ref: "file:///etc/passwd"}, b: {pattern: "(a+)+$"}}\nfolders: {/: out/secret.json, sub/: secret.json}\n',
    '.wend/config.yml': `cache: vault\nviews: {run: --pager ${marker}, more: '--oneline --pager "touch ${marker}"'}\n`,
  }
}

function forgeState(cwd: string, put: (path: string, text: string) => void): void {
  const step = { kind: 'move', path: 'assets/hooks/post-checkout', to: 'a.md', hash: 'a'.repeat(64) }
  const journal = { id: 'deadbeefdeadbeef', title: 'x', at: '2026-01-01T00:00:00.000Z', steps: [step] }
  for (const name of ['journal', 'history/000001.json']) put(`vault/.wend/${name}`, JSON.stringify(journal))
  mkdirSync(join(cwd, '.wend'), { recursive: true })
}

function forgeRepository(cwd: string, trap: string): void {
  const git = (...args: readonly string[]): unknown =>
    spawnSync('git', ['-C', cwd, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args])
  git('init', '-q')
  git('add', 'a.md', 'c.md')
  git('commit', '-qm', 'x')
  const programs = ['filter.p.clean', 'filter.p.smudge', 'filter.p.process', 'diff.p.command', 'diff.p.textconv']
  programs.push(
    'diff.external',
    'core.fsmonitor',
    'core.editor',
    'core.pager',
    'core.sshCommand',
    'core.askPass',
    'gpg.program',
  )
  for (const setting of programs) git('config', setting, trap)
  git('config', 'log.showSignature', 'true')
  git('config', 'core.hooksPath', dirname(trap))
  writeFileSync(join(cwd, '.git/info/attributes'), '* filter=p diff=p\n')
}
