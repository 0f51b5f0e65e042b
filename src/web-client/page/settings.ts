/** What a reader chose, kept by the browser; undefined where it keeps nothing. */
export function readSetting(name: string): string | undefined {
  try {
    return localStorage.getItem(`wend-${name}`) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a choice, or forgets it; where the browser keeps nothing it holds for this page alone. */
export function keepSetting(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`wend-${name}`)
    else localStorage.setItem(`wend-${name}`, value)
  } catch {
    // Private windows and pages opened from a file may keep nothing.
  }
}

/** What is kept for this visit alone; empty where nothing is. */
export function readVisit(name: string): string {
  try {
    return sessionStorage.getItem(`wend-${name}`) ?? ''
  } catch {
    return ''
  }
}

/** Keeps something for this visit; false where the browser keeps nothing. */
export function keepVisit(name: string, value: string): boolean {
  try {
    sessionStorage.setItem(`wend-${name}`, value)
    return true
  } catch {
    return false
  }
}
