// Kills a rename that touches many files at many points, each time in a fresh vault, then runs another command there and checks that
// every note is wholly old or wholly new, that links are consistent and that nothing is left behind.
// Usage: node scripts/kill-test.js [points [files]]
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

/** Loaded before the program: ends it, as by another's hand, right before one of the calls that change files; else says how many there were. */
const shim = `data:text/javascript,${encodeURIComponent(`import fs from'node:fs';import{syncBuiltinESMExports}from'node:module';
let count=0;const at=Number(process.env.WEND_KILL_AT);const say=fs.writeFileSync;
for(const name of ['openSync','writeSync','writeFileSync','ftruncateSync','fsyncSync','closeSync','renameSync','linkSync','unlinkSync','mkdirSync','rmdirSync','rmSync','chmodSync','fchmodSync','utimesSync']){
const call=fs[name];fs[name]=function(...args){if(++count===at)process.kill(process.pid,'SIGKILL');return Reflect.apply(call,this,args)}}
syncBuiltinESMExports();process.on('exit',()=>say(process.env.WEND_KILL_COUNT,String(count)))`)}`

/** Runs the rename, which is killed right before one of its calls; the signal that ended it, if any. */
function runKilled(vault, call, countFile) {
  const args = ['--import', shim, wendFile, '-C', vault, '--no-cache', ...rename]
  const own = { ...env, WEND_KILL_AT: String(call), WEND_KILL_COUNT: countFile }
  return spawnSync(process.execPath, args, { stdio: 'ignore', env: own }).signal
}

/** Kills the rename at `points` of its calls, spread over its run, however fast the machine is; how the runs ended. */
export function killTest(points, files = 200) {
  const base = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'wend-kill-'))
  const original = join(base, 'original')
  makeVault(original, files)
  const before = contents(original)
  const [rehearsal, countFile] = [join(base, 'rehearsal'), join(base, 'count')]
  cpSync(original, rehearsal, { recursive: true })
  runKilled(rehearsal, 0, countFile)
  const [after, calls] = [contents(rehearsal), Number(readFileSync(countFile, 'utf8'))]
  const ends = { points, calls, killed: 0, tookBack: 0, old: 0, new: 0, wrong: [] }
  for (let point = 0; point < points; point++) {
    const vault = join(base, `vault-${point}`)
    cpSync(original, vault, { recursive: true })
    if (runKilled(vault, 1 + Math.floor((calls * point) / points), countFile) === 'SIGKILL') ends.killed++
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
  const ends = killTest(Number(process.argv[2] ?? 300), Number(process.argv[3] ?? 200))
  console.log(
    `${ends.points} points of ${ends.calls} calls, ${ends.killed} killed: ${ends.old} wholly old (${ends.tookBack} taken back), ${ends.new} wholly new, ${ends.wrong.length} wrong`,
  )
  for (const line of ends.wrong) console.log(`  ${line}`)
  if (ends.wrong.length > 0) process.exitCode = 1
}
