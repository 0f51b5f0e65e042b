import { expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** What `npm run soak` does for 20,000 steps, for 240. */
async function soak(server: string): Promise<{ readonly code: unknown; readonly said: string }> {
  const child = spawn(process.execPath, ['scripts/soak.js', '240', server])
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  const [code] = await once(child, 'close')
  return { code, said }
}

test.each(['lsp', 'mcp', 'serve'])(
  '%s, asked amid edits, keeps its memory within a tenth and leaves no file open',
  async (server) => {
    const { code, said } = await soak(server)
    expect({ code, said }).toEqual({
      code: 0,
      said: expect.stringMatching(/^\w+: 240 steps, .* MB, open files \d+ to \d+\n$/),
    })
  },
  180_000,
)
