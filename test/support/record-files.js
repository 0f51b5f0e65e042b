// Loaded before the program (node --import): writes down each file that it opens or changes, by real path, and each program that it starts.
import childProcess from 'node:child_process'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import process from 'node:process'

const { appendFileSync, realpathSync } = { ...fs }
const record = process.env.WEND_TEST_RECORD

function real(path) {
  try {
    return realpathSync(path)
  } catch {
    try {
      return join(realpathSync(dirname(resolve(path))), basename(path))
    } catch {
      return resolve(path)
    }
  }
}

function wrap(module, name, note) {
  const call = module[name]
  if (typeof call !== 'function') return
  module[name] = Object.assign(function (...args) {
    note(args)
    return Reflect.apply(call, this, args)
  }, call)
}

let busy = false
const say = (what, path) => {
  if (busy || !(typeof path === 'string' || path instanceof URL || Buffer.isBuffer(path))) return
  busy = true
  appendFileSync(record, `${what} ${real(path instanceof URL ? path.pathname : String(path))}\n`)
  busy = false
}

const one = [
  'open',
  'openSync',
  'readFile',
  'readFileSync',
  'writeFile',
  'writeFileSync',
  'appendFileSync',
  'createReadStream',
]
one.push('createWriteStream', 'mkdir', 'mkdirSync', 'rm', 'rmSync', 'rmdirSync', 'unlink', 'unlinkSync', 'truncateSync')
one.push('chmodSync', 'utimesSync', 'opendirSync', 'readdir', 'readdirSync')
for (const name of one) wrap(fs, name, ([path]) => say(name, path))
for (const name of ['rename', 'renameSync', 'linkSync', 'symlinkSync', 'copyFileSync', 'cpSync'])
  wrap(fs, name, ([from, to]) => (say(name, from), say(name, to)))
for (const name of ['open', 'readFile', 'writeFile', 'mkdir', 'rm', 'unlink', 'rename', 'readdir'])
  wrap(fs.promises, name, ([path]) => say(`promises.${name}`, path))
for (const name of ['spawn', 'spawnSync', 'execFile', 'execFileSync', 'exec', 'execSync', 'fork'])
  wrap(childProcess, name, ([program, args]) => appendFileSync(record, `start ${nameOf(program, args)}\n`))
syncBuiltinESMExports()

/** A program by what was typed for it; Node.js by the script that it runs. */
function nameOf(program, args) {
  return program === process.execPath ? `node ${args?.[0]}` : program
}
