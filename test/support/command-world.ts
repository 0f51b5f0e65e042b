import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A small vault in which every command that writes has something to write. */
const notes: Readonly<Record<string, string>> = {
  'vault/a.md':
    '---\ntitle: Alpha # kept\ntags: [t, u]\n---\n\nSee [[b]], [c](c.md) and Gamma ray.\r\n\nTo [[missing note]].',
  'vault/sub/b.md': '\ufeff# Beta\n\n[Alpha](../a.md) and [x](../C.md) #t\n\n## Detail\n\nText. ^block\n',
  'vault/c.md': '# Gamma ray\n\n![[b]]\n\n## Part one\n\nOne, Alpha again.\n\n## Part two\n\nTwo [[b#Detail]].\n',
  'vault/.wend/config.yml': '# mine\ndaily:\n  dir: days\n',
  'config/wend/config.yml': '# own\nhistory: 100\n',
}

/** The folders in which a command line of a test lives: its vault, what is the user's, and where it writes outside. */
export interface CommandWorld {
  readonly base: string
  readonly vault: string
  readonly env: Readonly<Record<string, string>>
  /** Puts everything back as it was when `keep` was called, or as it was made. */
  readonly reset: () => void
  /** What it is from now on put back to. */
  readonly keep: () => void
  /** Every file but wend's own state, hidden and temporary ones too. */
  readonly files: () => ReadonlyMap<string, string>
  /** Every file and folder, wend's own state too, as one text without what is drawn at random or tells the time. */
  readonly everything: () => string
  /** Makes what a process left look old, as it is for whoever comes later. */
  readonly age: () => void
  readonly remove: () => void
}

export function makeCommandWorld(): CommandWorld {
  const home = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'wend-world-')))
  const [base, kept] = [join(home, 'now'), join(home, 'kept')]
  for (const [path, text] of Object.entries(notes)) {
    fs.mkdirSync(join(base, path, '..'), { recursive: true })
    fs.writeFileSync(join(base, path), text)
  }
  fs.mkdirSync(join(base, 'out'))
  fs.cpSync(base, kept, { recursive: true })
  return {
    base,
    vault: join(base, 'vault'),
    env: {
      HOME: join(base, 'home'),
      XDG_CONFIG_HOME: join(base, 'config'),
      XDG_CACHE_HOME: join(base, 'cache'),
      XDG_STATE_HOME: join(base, 'state'),
    },
    reset: () => (fs.rmSync(base, { recursive: true, force: true }), fs.cpSync(kept, base, { recursive: true })),
    keep: () => (fs.rmSync(kept, { recursive: true }), fs.cpSync(base, kept, { recursive: true })),
    files: () => filesBelow(base),
    everything: () => everythingBelow(base),
    age: () => makeOld(base),
    remove: () => fs.rmSync(home, { recursive: true, force: true }),
  }
}

/** A lock, which the next change takes over, and what wend keeps for itself are no stray files. */
const own = /^(?:state|cache)(?:\/|$)|^vault\/\.wend\/(?:\.gitignore|lock(?:\.takeover)?)$/

function filesBelow(base: string): ReadonlyMap<string, string> {
  const names = fs.readdirSync(base, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((name) => !own.test(name) && !fs.statSync(join(base, name)).isDirectory())
  return new Map(files.map((name) => [name, fs.readFileSync(join(base, name), 'latin1')]))
}

/** Ids of changes, of who holds a lock and since when, and of temporary files. */
const drawn = /(?<=\\"(?:id|nonce)\\":\\"|\\"started\\":|\.wend-)[0-9a-f]+/g

function everythingBelow(base: string): string {
  const entries = fs.readdirSync(base, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name)
    const text = entry.isFile() ? fs.readFileSync(path, 'latin1') : entry.isDirectory()
    return JSON.stringify([path, text]).replaceAll(drawn, '')
  })
  return entries.sort().join('\n')
}

/** What a process that ended may leave beside a file that it wrote, until that file is written again. */
export const leftover = /\.wend-[\w-]+\.tmp$|\/\.wend-publish\//

function makeOld(base: string): void {
  for (const name of fs.readdirSync(base, { recursive: true, encoding: 'utf8' }))
    if (leftover.test(name) || /\.wend\/lock/.test(name)) {
      const hourAgo = Date.now() / 1000 - 3600
      fs.utimesSync(join(base, name), hourAgo, hourAgo)
    }
}
