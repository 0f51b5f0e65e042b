import { getHeapStatistics, setFlagsFromString } from 'node:v8'

/**
 * Has the heap of this process grow by a share of what is in use before what is not is given back, in percent, instead of to several
 * times as much, and its part for new objects no more: a server that runs for days beside other programs pays a little time for a lot
 * of memory. At 10,000 notes a server for agents is as quick with 28 as with more; a page that is made anew takes a quarter less with 100.
 * Where little is in use, it may grow by `room` all the same, in bytes: a share of it would be looked through all the time. Who gives
 * that has to call this again as the heap grows.
 */
export function growSlowly(percent = 28, room = 0): void {
  const share = Math.round((100 * room) / getHeapStatistics().used_heap_size)
  setFlagsFromString(`--heap-growing-percent=${Math.min(200, Math.max(percent, share))}`)
  setFlagsFromString('--semi-space-growth-factor=1')
}
