import { getHeapStatistics, setFlagsFromString } from 'node:v8'

/**
 * Limits the heap of this process: before garbage is collected it may grow by a percentage of what is in use, instead of to several times
 * as much, and the space for new objects stays small. A server that runs for days beside other programs pays a little time for much memory.
 * At 10,000 notes a server for agents is as fast with 28 as with more; making a page anew takes a quarter less with 100. When little is in
 * use, it may grow by `room` bytes instead, since a percentage would mean constant collection. Callers that pass `room` must call this
 * again as the heap grows.
 */
export function growSlowly(percent = 28, room = 0): void {
  const share = Math.round((100 * room) / getHeapStatistics().used_heap_size)
  setFlagsFromString(`--heap-growing-percent=${Math.min(200, Math.max(percent, share))}`)
  setFlagsFromString('--semi-space-growth-factor=1')
}
