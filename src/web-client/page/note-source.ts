const kept = new Map<string, Promise<Document>>()

/** Whether other pages of the site can be fetched, which is not so for a page opened from a file. */
export function canFetch(): boolean {
  return location.protocol !== 'file:'
}

/** Another page of the site, read once, its addresses made absolute. */
export function fetchPage(url: string): Promise<Document> {
  const address = url.replace(/#.*$/, '')
  const known = kept.get(address)
  if (known !== undefined) return known
  const reading = fetch(address, { credentials: 'omit' })
    .then(async (answer) => {
      if (!answer.ok) throw new Error(`${address} answers ${answer.status}`)
      return parse(await answer.text(), address)
    })
    .catch((error: unknown) => {
      kept.delete(address)
      throw error
    })
  kept.set(address, reading)
  return reading
}

function parse(text: string, address: string): Document {
  const page = new DOMParser().parseFromString(text, 'text/html')
  for (const name of ['href', 'src'] as const)
    for (const element of page.querySelectorAll(`main [${name}]`)) {
      const value = element.getAttribute(name) ?? ''
      if (!value.startsWith('#') && URL.canParse(value, address))
        element.setAttribute(name, new URL(value, address).href)
    }
  return page
}
