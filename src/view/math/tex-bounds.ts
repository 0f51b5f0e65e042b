const longest = 10_000
const deepest = 100
const definition = /\\(?:[egx]?def|let|futurelet|(?:re)?newcommand|providecommand)(?![a-zA-Z])/
const parameter = /#\s*[1-9]/g
/** What no formula contains: control characters but line ends and tabs, and marks that turn the direction of text. */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** Whether a formula is small and shallow enough to be parsed. */
export function isWithinBounds(tex: string): boolean {
  return tex.length <= longest && !unprintable.test(tex) && braceDepth(tex) <= deepest
}

/** How many macro expansions a formula may use, so that its own definitions can't make it larger than a few MB. */
export function expansionLimit(tex: string): number {
  return definition.test(tex) ? Math.min(1000, Math.floor(200_000 / tex.length)) : 1000
}

function braceDepth(tex: string): number {
  let depth = 0
  let most = 0
  for (const char of tex) {
    if (char === '{') most = Math.max(most, ++depth)
    else if (char === '}') depth--
  }
  return most
}

/** Whether a definition uses an argument twice, and so doubles it with every expansion: a limit on their number does not bound that. */
export function doublesArguments(tex: string): boolean {
  if (!definition.test(tex)) return false
  const used = tex.match(parameter) ?? []
  return new Set(used.map((name) => name.slice(-1))).size < used.length
}
