// Under `wend serve`: the page is read anew when a note changed since it was made.
const events = new EventSource(new URL(`${document.body.dataset['root'] ?? ''}wend/events`, document.baseURI))
events.addEventListener('version', ({ data }) => {
  if (data !== document.body.dataset['version']) location.reload()
})
