/** The form in which names are compared: NFC and case-folded (links.md section 2). */
export function foldName(name: string): string {
  return normaliseName(name).toLowerCase()
}

/** The form in which exact case is compared: NFC, so that names that a file system decomposed match notes. */
export function normaliseName(name: string): string {
  return beyondAscii.test(name) ? name.normalize('NFC') : name
}

/** Whether a name has characters beyond ASCII; without any, each letter folds by itself. */
export function isBeyondAscii(name: string): boolean {
  return beyondAscii.test(name)
}

const beyondAscii = /[^\0-\u007f]/
