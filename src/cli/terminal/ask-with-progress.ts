import { platform } from 'node:os'
import { join } from 'node:path'
import type { UrlOptions } from '../../commands/command.ts'
import type { UrlVerdict } from '../../core/model/url-verdict.ts'
import { cacheFolder } from '../../io/cache/cache-folder.ts'
import { checkUrls, usualPatience, usualShares } from '../../io/network/check-urls.ts'
import { holdInterrupts } from '../../io/files/hold-interrupts.ts'
import type { Process } from '../process.ts'

/** Asks web addresses, with a line of progress on stderr, if that is a terminal, which is removed at the end. */
export async function askWithProgress(
  process: Process,
  urls: Iterable<string>,
  options: UrlOptions,
  cached: boolean,
): Promise<ReadonlyMap<string, UrlVerdict>> {
  const folder = cached ? cacheFolder(process.env, platform()) : undefined
  const { stderr } = process
  const show = stderr.isTTY === true
  const release = holdInterrupts()
  const verdicts = await checkUrls(urls, {
    accepts: options.accepts,
    patience: {
      ...usualPatience,
      privately: options.privately,
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    },
    shares: usualShares,
    now: Date.now(),
    ...(folder === undefined ? {} : { cache: { file: join(folder, 'urls'), maxAgeMs: options.maxAgeMs } }),
    ...(show
      ? {
          onProgress: (done: number, total: number) =>
            stderr.write(`\r\u001b[KAsking web addresses: ${done} of ${total}`),
        }
      : {}),
  })
  release()
  if (show) stderr.write('\r\u001b[K')
  return verdicts
}
