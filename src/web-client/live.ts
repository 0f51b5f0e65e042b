// Under `wend serve`: the page is read anew when a note changed.
const events = new EventSource(new URL(`${document.body.dataset['root'] ?? ''}wend/events`, document.baseURI))
let version: string | undefined
events.addEventListener('version', ({ data }) => {
  if (version !== undefined && version !== data) location.reload()
  version = String(data)
})
