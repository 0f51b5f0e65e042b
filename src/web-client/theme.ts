import { startView } from './page/start-view.ts'
import { readSetting } from './page/settings.ts'

// Runs before anything is painted: the colours that the reader chose, and the view that the address names.
const root = document.documentElement
root.classList.add('scripted')
const theme = readSetting('theme')
if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme
const views = root.dataset['views']
if (views !== undefined) root.dataset['view'] = startView(views.split(' '), location.hash)
