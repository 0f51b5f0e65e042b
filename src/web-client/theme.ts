import { startView } from './page/start-view.ts'
import { readSetting } from './page/settings.ts'

// Runs before the first paint: sets the reader's colours, and the view that the address names.
const root = document.documentElement
root.classList.add('scripted')
const theme = readSetting('theme')
if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme
const views = root.dataset['views']
if (views !== undefined) root.dataset['view'] = startView(views.split(' '), location.hash)
