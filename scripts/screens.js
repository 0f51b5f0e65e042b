// Makes the pictures of the terminal in docs/pictures/: the built program runs in a terminal without a window, and what it
// shows is written as SVG. `npm run screens [-- NAME…]`; with --print they go to stdout, for a look at what would be written.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { screenOf } from './screens/screen-of.js'
import { svgOf } from './screens/svg-of.js'

const { values, positionals } = parseArgs({
  options: { print: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const root = new URL('..', import.meta.url).pathname
const folder = join(root, 'docs/pictures')

/** What is shown: the command line as it stands above the picture, the size, how the program is started beside it. */
const screens = {
  show: { args: ['show', 'attention'], more: ['--no-pager'], columns: 90, rows: 36 },
  search: {
    args: ['search', 'gradients vanish in deep networks'],
    more: ['--no-pager', '--limit', '4'],
    columns: 90,
    rows: 30,
  },
  browse: { args: ['browse', 'softmax'], columns: 110, rows: 32 },
}

if (!values.print) mkdirSync(folder, { recursive: true })
for (const name of positionals.length > 0 ? positionals : Object.keys(screens)) {
  const screen = screens[name]
  if (screen === undefined) throw new Error(`no screen ${name}: there are ${Object.keys(screens).join(', ')}`)
  const svg = svgOf(await screenOf({ cwd: join(root, 'notes'), ...screen }), screen)
  if (values.print) process.stdout.write(svg)
  else writeFileSync(join(folder, `${name}.svg`), svg)
}
