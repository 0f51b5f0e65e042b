/** How many tasks run at once: in total, and for one host. */
export interface TaskLimits {
  readonly total: number
  readonly perHost: number
}

/** Runs a task for each URL within these limits; hosts take turns. */
export async function shareOut(
  urls: readonly string[],
  { total, perHost }: TaskLimits,
  task: (url: string) => Promise<void>,
): Promise<void> {
  const hosts = [...byHost(urls)].map((waiting) => ({ waiting, running: 0 }))
  const lane = async (): Promise<void> => {
    for (;;) {
      const at = hosts.findIndex(({ waiting, running }) => waiting.length > 0 && running < perHost)
      const [host] = at < 0 ? [] : hosts.splice(at, 1)
      const url = host?.waiting.shift()
      if (host === undefined || url === undefined) return
      hosts.push(host)
      host.running++
      await task(url)
      host.running--
      if (lanes.size < total) start()
    }
  }
  const lanes = new Set<Promise<void>>()
  const start = (): void => {
    const running = lane().finally(() => lanes.delete(running))
    lanes.add(running)
  }
  for (let count = 0; count < total; count++) start()
  while (lanes.size > 0) await Promise.race(lanes)
}

function byHost(urls: readonly string[]): Iterable<string[]> {
  const hosts = new Map<string, string[]>()
  for (const url of urls) {
    const host = URL.canParse(url) ? new URL(url).host : ''
    const list = hosts.get(host)
    if (list === undefined) hosts.set(host, [url])
    else list.push(url)
  }
  return hosts.values()
}
