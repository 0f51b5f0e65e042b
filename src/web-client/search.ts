import { SearchDialog } from './find/search-dialog.ts'

// Loaded when the search is first asked for.
const dialog = new SearchDialog()
document.addEventListener('search', (event) => dialog.open(event instanceof CustomEvent ? String(event.detail) : ''))
