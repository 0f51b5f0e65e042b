import process from 'node:process'
import { finishPublication, giveUp, isCommitted } from './io/publish/finish-publication.ts'

/*
 * Run by `wend publish` beside itself, with the folders of the site and of what waits to be put there: when its input ends, the publication
 * is done, given up or cut off. If it was cut off after all its files were written, this puts them into place.
 */
const [, , site = '', waiting = ''] = process.argv
process.stdin.on('end', () => {
  if (isCommitted(waiting)) finishPublication(site, waiting)
  else giveUp(waiting)
})
process.stdin.resume()
