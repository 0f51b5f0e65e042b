import { fail } from '../../core/model/failure.ts'
import { neutralise } from '../../view/neutralise.ts'
import type { Options } from '../arguments/options.ts'
import type { Command, Context } from '../command.ts'
import { siteInputs, siteOptions } from './site-inputs-of.ts'

/** The default port. */
const usualPort = 4321
/** How many ports after it are tried, unless a port was asked for. */
const others = 20

/** `wend serve`: the vault as a web site that updates when notes change. */
export const serve: Command = {
  arguments: [],
  options: [
    {
      flags: '--port <number>',
      description: `the port (default ${usualPort}, else the next that is free; 0 takes any)`,
    },
    { flags: '--host <address>', description: 'listen on this address, so that others can read (default 127.0.0.1)' },
    { flags: '--open', description: 'open it in the browser' },
    ...siteOptions,
  ],
  examples: [
    ['wend serve --open', 'read the vault in the browser; pages follow while you write'],
    ['wend serve --port 8000', 'on a port of your choice'],
    ['wend serve --host 0.0.0.0', 'for everybody in the network'],
  ],
  run: async (context, _args, options) => {
    const vault = await context.vault()
    const place = readPlace(options)
    return {
      serve: async ({ stdout, say }) => {
        const inputs = await siteInputs(context, vault, options)
        const { serveSite } = await import('../../servers/web/serve-site.ts')
        const { writeOutput } = await import('../../io/terminal/write-output.ts')
        const site = await serveSite({
          inputs: { ...inputs, formerTopics: [] },
          place,
          watch: (tell) => context.watchVault(vault, tell),
        })
        await writeOutput(stdout, `${neutralise(site.url)}\n`)
        for (const message of site.build().messages) await say(message)
        if (options.flag('open')) await openPage(context, site.url)
        const { untilInterrupted } = await import('../../io/terminal/until-interrupted.ts')
        await untilInterrupted()
        site.close()
        return { exit: 130 }
      },
    }
  },
}

function readPlace(options: Options): { readonly host: string; readonly port: number; readonly tries: number } {
  const asked = options.count('port', 0)
  if (asked !== undefined && asked > 65_535)
    fail({ kind: 'usage', message: `--port takes a number up to 65535, not ${asked}` })
  return {
    host: options.text('host') ?? '127.0.0.1',
    port: asked ?? usualPort,
    tries: asked === undefined ? others : 0,
  }
}

/** Opens the page in a browser; failing to do so does not stop the server. */
async function openPage(context: Context, url: string): Promise<void> {
  const { openWithApp } = await import('../show/open.ts')
  await openWithApp(context, url, []).catch(() => undefined)
}
