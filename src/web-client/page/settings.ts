/** A setting of the reader, stored by the browser; undefined when nothing is stored. */
export function readSetting(name: string): string | undefined {
  try {
    return localStorage.getItem(`wend-${name}`) ?? undefined
  } catch {
    return undefined
  }
}

/** Stores a setting, or removes it; if the browser stores nothing, it holds for this page only. */
export function keepSetting(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`wend-${name}`)
    else localStorage.setItem(`wend-${name}`, value)
  } catch {
    // Private windows and pages opened from a file may keep nothing.
  }
}

/** A value stored for this visit; empty when there is none. */
export function readVisit(name: string): string {
  try {
    return sessionStorage.getItem(`wend-${name}`) ?? ''
  } catch {
    return ''
  }
}

/** Stores a value for this visit; false when the browser stores nothing. */
export function keepVisit(name: string, value: string): boolean {
  try {
    sessionStorage.setItem(`wend-${name}`, value)
    return true
  } catch {
    return false
  }
}
