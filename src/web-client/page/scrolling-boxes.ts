import { all } from './dom.ts'

/** Lets the keyboard reach what scrolls by itself: wide tables, formulas and code. */
export function scrollingBoxes(within: ParentNode = document): void {
  for (const box of all('.table, .display, pre', within)) {
    if (box.scrollWidth <= box.clientWidth + 1) continue
    box.tabIndex = 0
    box.setAttribute('role', 'group')
    box.setAttribute('aria-label', box.matches('.table') ? 'table' : box.matches('pre') ? 'code' : 'formula')
  }
}
