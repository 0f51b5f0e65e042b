// Kills a rename that touches many files at many points, each time in a fresh vault, then runs another command there and checks that
// every note is wholly old or wholly new, that links are consistent and that nothing is left behind.
// Usage: node scripts/kill-test.js [points [files]]
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { clearInterval, clearTimeout, setInterval, setTimeout } from 'node:timers'
import { fileURLToPath } from 'node:url'

const wendFile = fileURLToPath(new URL('../bin/wend.js', import.meta.url))
/** What wend keeps for its user while this runs. */
const env = { ...process.env, XDG_STATE_HOME: mkdtempSync(join(tmpdir(), 'wend-state-')) }

const rename = ['mv', 'hub', 'moved/center.md', '--only', 'file', '--quiet']

function makeVault(folder, files) {
  mkdirSync(join(folder, 'notes'), { recursive: true })
  mkdirSync(join(folder, '.wend'))
  writeFileSync(join(folder, 'hub.md'), '# The hub\n\nFirst: [[note-1]].\n')
  for (let number = 1; number < files; number++)
    writeFileSync(
      join(folder, 'notes', `note-${number}.md`),
      `# Note ${number}\n\nTo [[hub]] and [the hub](../hub.md).\r\n`,
    )
}

function contents(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const files = names.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort()
  return new Map(files.map((file) => [file.slice(folder.length + 1), readFileSync(file, 'latin1')]))
}

const same = (a, b) => JSON.stringify([...a]) === JSON.stringify([...b])

/** Runs the rename and kills it some milliseconds after it has locked the vault; resolves to the signal that ended it, if any, and how long it held the lock. */
function killAfter(vault, milliseconds) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [wendFile, '-C', vault, '--no-cache', ...rename], { stdio: 'ignore', env })
    let timer
    let locked = performance.now()
    const watch = setInterval(() => {
      if (!existsSync(join(vault, '.wend', 'lock'))) return
      clearInterval(watch)
      locked = performance.now()
      timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
    }, 1)
    child.on('exit', (_code, signal) => {
      clearInterval(watch)
      clearTimeout(timer)
      resolve({ signal, held: performance.now() - locked })
    })
  })
}

/** Kills the rename at `points` moments spread over its run; resolves to how the runs ended. */
export async function killTest(points, files = 200) {
  const base = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'wend-kill-'))
  const original = join(base, 'original')
  makeVault(original, files)
  const before = contents(original)
  let [held, after] = [Infinity, before]
  for (const rehearsal of [1, 2, 3]) {
    const vault = join(base, `rehearsal-${rehearsal}`)
    cpSync(original, vault, { recursive: true })
    held = Math.min(held, (await killAfter(vault, 60_000)).held)
    after = contents(vault)
  }
  const ends = { points, killed: 0, tookBack: 0, old: 0, new: 0, wrong: [] }
  for (let point = 0; point < points; point++) {
    const vault = join(base, `vault-${point}`)
    cpSync(original, vault, { recursive: true })
    if ((await killAfter(vault, (held * point) / points)).signal === 'SIGKILL') ends.killed++
    const { stderr, status } = spawnSync(process.execPath, [wendFile, '-C', vault, '--no-cache', 'check', '--json'], {
      env,
      encoding: 'utf8',
    })
    if (stderr.includes('took back')) ends.tookBack++
    const now = contents(vault)
    if (same(now, before)) ends.old++
    else if (same(now, after)) ends.new++
    else ends.wrong.push(`${point}: ${stderr.trim()} (exit ${status})`)
    rmSync(vault, { recursive: true })
  }
  rmSync(base, { recursive: true })
  return ends
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const ends = await killTest(Number(process.argv[2] ?? 300), Number(process.argv[3] ?? 200))
  console.log(
    `${ends.points} points, ${ends.killed} killed: ${ends.old} wholly old (${ends.tookBack} taken back), ${ends.new} wholly new, ${ends.wrong.length} wrong`,
  )
  for (const line of ends.wrong) console.log(`  ${line}`)
  if (ends.wrong.length > 0) process.exitCode = 1
}
