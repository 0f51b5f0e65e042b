import { SearchDialog } from './find/search-dialog.ts'

// Loaded when the search is first asked for.
const dialog = new SearchDialog()
document.addEventListener('search', () => dialog.open())
