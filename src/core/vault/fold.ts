/** The form in which names are compared: NFC and case-folded (links.md section 2). */
export function foldName(name: string): string {
  return normaliseName(name).toLowerCase()
}

/** The form in which exact case is compared: NFC, so that file systems that decompose names agree with notes that do not. */
export function normaliseName(name: string): string {
  return beyondAscii.test(name) ? name.normalize('NFC') : name
}

/** Whether a name holds more than ASCII, which folds letter by letter. */
export function isBeyondAscii(name: string): boolean {
  return beyondAscii.test(name)
}

const beyondAscii = /[^\0-\u007f]/
