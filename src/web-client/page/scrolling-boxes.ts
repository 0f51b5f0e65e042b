import { all } from './dom.ts'

/** Lets the keyboard reach what scrolls by itself, wide tables, formulas and code, also once fonts have come or the window is another. */
export function scrollingBoxes(): void {
  markBoxes()
  const again = (): void => markBoxes()
  document.fonts.addEventListener('loadingdone', again)
  addEventListener('resize', again)
}

/** The same of what stands within an element, once. */
export function markBoxes(within: ParentNode = document): void {
  for (const box of all('.table, .display, pre', within)) {
    if (box.scrollWidth > box.clientWidth + 1) {
      box.tabIndex = 0
      box.setAttribute('role', 'group')
      box.setAttribute('aria-label', box.matches('.table') ? 'table' : box.matches('pre') ? 'code' : 'formula')
    } else for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name)
  }
}
