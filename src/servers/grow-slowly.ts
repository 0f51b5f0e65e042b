import { setFlagsFromString } from 'node:v8'

/**
 * Has the heap of this process grow by a share of what is in use before what is not is given back, in percent, instead of to several
 * times as much, and its part for new objects no more: a server that runs for days beside other programs pays a little time for a lot
 * of memory. At 10,000 notes a server for agents is as quick with 28 as with more; a page that is made anew takes a quarter less with 100.
 */
export function growSlowly(percent = 28): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`)
  setFlagsFromString('--semi-space-growth-factor=1')
}
