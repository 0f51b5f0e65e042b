// The screen that the built program leaves in a terminal of some size, as rows of cells.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { spawn } from '@lydell/node-pty'
import xterm from '@xterm/headless'

/** Milliseconds without a word after which a program that stays open has shown what it has to show. */
const quiet = 1500

/** Runs `wend` with arguments, `more` of them unseen; resolves to the rows of the screen, each a list of runs of one look. */
export async function screenOf({ cwd, args, more = [], columns, rows }) {
  const home = mkdtempSync(join(tmpdir(), 'wend-screens-'))
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true })
  const env = {
    PATH: process.env.PATH,
    ...{ HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_STATE_HOME: home, XDG_DATA_HOME: home },
    ...{ LANG: 'C.UTF-8', TERM: 'xterm-256color', COLORTERM: 'truecolor', COLORFGBG: '15;0', FORCE_HYPERLINK: '1' },
  }
  const main = new URL('../../bin/wend.js', import.meta.url).pathname
  const child = spawn(process.execPath, [main, ...args, ...more], { cols: columns, rows, cwd, env })
  let heard = Date.now()
  let ended = false
  child.onData((data) => {
    heard = Date.now()
    terminal.write(data)
  })
  terminal.onData((answer) => child.write(answer))
  child.onExit(() => (ended = true))
  try {
    await settled(() => ended || Date.now() - heard > quiet)
    await new Promise((done) => terminal.write('', done))
    return rowsOf(terminal, rows)
  } finally {
    if (!ended) child.kill('SIGKILL')
    rmSync(home, { recursive: true, force: true })
  }
}

async function settled(isDone) {
  while (!isDone()) await wait(50)
}

/** The first rows of what was written, without blank ones at the end. */
function rowsOf({ buffer: { active } }, most) {
  const rows = []
  for (let row = 0; row < Math.min(most, active.length); row++) rows.push(runsOf(active.getLine(row)))
  while (rows.at(-1)?.every(({ text, look }) => text.trim() === '' && look.ground === undefined)) rows.pop()
  return rows
}

function runsOf(line) {
  const runs = []
  for (let column = 0; column < line.length; column++) {
    const cell = line.getCell(column)
    if (cell.getWidth() === 0) continue
    const look = lookOf(cell)
    const [last, text] = [runs.at(-1), cell.getChars() || ' ']
    const isSame = last !== undefined && JSON.stringify(last.look) === JSON.stringify(look)
    if (isSame) {
      last.text += text
      last.width += cell.getWidth()
    } else runs.push({ column, text, width: cell.getWidth(), look })
  }
  return runs
}

function lookOf(cell) {
  const [ink, ground] = [
    colorOf(cell.isFgRGB(), cell.isFgDefault(), cell.getFgColor()),
    colorOf(cell.isBgRGB(), cell.isBgDefault(), cell.getBgColor()),
  ]
  const isInverse = cell.isInverse() !== 0
  return {
    ink: isInverse ? (ground ?? 'ground') : ink,
    ground: isInverse ? (ink ?? 'ink') : ground,
    bold: cell.isBold() !== 0,
    italic: cell.isItalic() !== 0,
    dim: cell.isDim() !== 0,
    underline: cell.isUnderline() !== 0,
    struck: cell.isStrikethrough() !== 0,
  }
}

/** A colour as the SVG says it: its own, or the number of one of the terminal's. */
function colorOf(isOwn, isDefault, value) {
  if (isDefault) return undefined
  return isOwn ? `#${value.toString(16).padStart(6, '0')}` : value
}
