/** The form in which names are compared: NFC and case-folded (links.md section 2). */
export function foldName(name: string): string {
  return normaliseName(name).toLowerCase()
}

/** The form in which exact case is compared: NFC, so that file systems that decompose names agree with notes that do not. */
export function normaliseName(name: string): string {
  return isAscii(name) ? name : name.normalize('NFC')
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) return false
  return true
}
