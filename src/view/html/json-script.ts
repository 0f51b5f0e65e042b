/**
 * Data as a classic script that hands it to a function, for pages opened from a file, where nothing can be fetched. `state` tells data
 * that belongs together from that of an earlier or later publication.
 */
export function dataScript(name: string, data: unknown, state: string): string {
  return `wendData(${safeJson(name)},${safeJson(data)},${safeJson(state)})\n`
}

/** JSON that stays data inside a script: no `</script`, no comment mark, no line end of JavaScript. */
export function safeJson(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
