/**
 * Data as a classic script that passes it to a function, since a page opened from a file can't fetch anything. `state` distinguishes the
 * data of different publications.
 */
export function dataScript(name: string, data: unknown, state: string): string {
  return `wendData(${safeJson(name)},${safeJson(data)},${safeJson(state)})\n`
}

/** JSON that is safe inside a script: no `</script`, no comment mark, no line end of JavaScript. */
export function safeJson(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
