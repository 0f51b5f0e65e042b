// Packs the project, installs the tarball in an empty folder and runs `wend` there as a user would.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'wend-pack-'))
const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
try {
  const [{ filename, size }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], process.cwd()),
  )
  const app = join(folder, 'app')
  mkdirSync(join(app, 'vault'), { recursive: true })
  writeFileSync(join(app, 'package.json'), '{"private": true}')
  writeFileSync(join(app, 'vault', 'first.md'), '# First\n\nSee [[second]].\n')
  writeFileSync(join(app, 'vault', 'second.md'), '# Second\n\nThe `second` note.\n')
  run(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', join(folder, filename)],
    app,
  )
  const wend = join(app, 'node_modules', '.bin', 'wend')
  const notices = readFileSync(join(app, 'node_modules/wend/dist/THIRD-PARTY-NOTICES.txt'), 'utf8')
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  // marked-terminal wants marked beside it; nothing of it is in the bundle.
  const bundled = Object.keys(dependencies).filter((name) => name !== 'marked')
  const unnamed = bundled.filter((name) => !notices.includes(`\n${name} `))
  if (unnamed.length > 0) throw new Error(`the notices of third parties do not name ${unnamed.join(', ')}`)
  readFileSync(join(app, 'node_modules/wend/SECURITY.md'))
  const expected = [
    [['--version'], /^\d+\.\d+\.\d+\n$/],
    [['-C', 'vault', 'list'], /First[\s\S]*Second/],
    [['-C', 'vault', 'show', 'second'], /second/i],
    [['-C', 'vault', 'backlinks', 'second', '--json'], /"path": "first.md"/],
    [['-C', 'vault', 'check'], /No problems/],
  ]
  for (const [args, pattern] of expected) {
    const printed = run(wend, args, app)
    if (!pattern.test(printed)) throw new Error(`wend ${args.join(' ')} printed:\n${printed}`)
  }
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  writeFileSync(join(empty, 'a.md'), '# A note\n')
  const npx = ['--yes', '--prefer-offline', `--package=${join(folder, filename)}`, 'wend', 'list']
  if (!run('npx', npx, empty).includes('A note')) throw new Error('npx does not run the package in an empty folder')
  console.log(`package: ${filename}, ${Math.round(size / 1024)} kB, works when installed in an empty folder`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
