/* global document, requestAnimationFrame, MutationObserver -- of the page */
// Measures how long a change takes to come to the screen under `wend serve`: `npm run bench:serve [-- NOTES]` (10,000 unless said). A
// page stands open in Chromium while its file is written; each time is from the write until the new text is painted, in milliseconds of
// the clock, with the CPU that the server took meanwhile. Memory is the server's resident set.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { writeVault } from './bench-vault.js'
import { browserPath, startBrowser } from './chromium.js'

const count = Number(process.argv[2] ?? 10_000)
const folder = mkdtempSync(join(tmpdir(), 'wend-bench-serve-'))
const [root, state] = [join(folder, 'vault'), join(folder, 'state')]
const env = { ...process.env, XDG_CACHE_HOME: state, XDG_STATE_HOME: state }
const program = join(import.meta.dirname, '..', 'bin', 'wend.js')

/** What is written into the note that is read: each with a text that the page shows then and did not before. */
const edits = [
  { what: 'a sentence', times: 40, of: (text, word) => `${text}\n\nOne more ${word}.\n` },
  {
    what: 'a link',
    times: 20,
    of: (text, word) => `${text}\n\nAs ${word} in [[note-${word.slice(1, -1).padStart(6, '0')}]].\n`,
  },
  { what: 'the title', times: 20, of: (text, word) => text.replace(/^title: .*$/m, `title: Named ${word}`) },
]

async function main() {
  if (browserPath === undefined) throw new Error('no Chromium: say where it is with WEND_CHROMIUM')
  mkdirSync(root)
  writeVault(root, count)
  spawnSync('node', [program, '-C', root, 'stats'], { env, stdio: 'ignore' })
  const server = spawn('node', [program, '-C', root, 'serve', '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const browser = await startBrowser()
  try {
    const url = await new Promise((resolve) => createInterface({ input: server.stdout }).once('line', resolve))
    const screen = await watchScreen(browser)
    const begun = performance.now()
    await screen.page.goto(`${url}area-12/note-004822.html`)
    console.log(
      `${count} notes: first page after ${(performance.now() - begun).toFixed(0)} ms, ${memory(server.pid)} MB`,
    )
    for (const edit of edits) await measure(edit, screen, server.pid)
    console.log(`at most ${memory(server.pid, 'VmHWM')} MB, at the end ${memory(server.pid)} MB`)
  } finally {
    await browser.close()
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A page that tells when a word stands on the screen. */
async function watchScreen(browser) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  let seen = () => undefined
  await page.exposeFunction('painted', (word) => seen(word))
  await page.addInitScript(() => {
    let last
    const look = () => {
      const newest = /\bw\d+d\b/i.exec(document.querySelector('main')?.textContent ?? '')?.[0]
      if (newest === undefined || newest === last) return
      last = newest
      requestAnimationFrame(() => requestAnimationFrame(() => globalThis.painted(newest)))
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
  })
  const shows = (word) => new Promise((resolve) => (seen = (found) => found === word && resolve()))
  return { page, shows }
}

let written = 0

async function measure({ what, times, of }, screen, pid) {
  const path = join(root, 'area-12', 'note-004822.md')
  const text = readFileSync(path, 'utf8')
  const [walls, cpus] = [[], []]
  for (let time = 0; time < times; time++) {
    const word = `w${++written}d`
    // What the change before caused has ended.
    await pause(400)
    const [begun, used, shown] = [performance.now(), cpu(pid), screen.shows(word)]
    writeFileSync(path, of(text, word))
    await Promise.race([shown, pause(20_000).then(() => Promise.reject(new Error(`${what}: ${word} never came`)))])
    walls.push(performance.now() - begun)
    cpus.push(cpu(pid) - used)
  }
  writeFileSync(path, text)
  const at = (list, share) =>
    [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))].toFixed(0)
  console.log(
    `${what}: least ${at(walls, 0)}, median ${at(walls, 0.5)}, 95 % ${at(walls, 0.95)} ms; CPU of the server ${at(cpus, 0.5)} ms`,
  )
}

/** CPU of a process so far, in milliseconds (Linux counts in hundredths of a second). */
function cpu(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function memory(pid, field = 'VmRSS') {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)[1]) / 1024)
}

await main()
