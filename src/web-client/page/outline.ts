import { all } from './dom.ts'

/** Marks in the outline the part that is being read. */
export function outline(): void {
  const links = all<HTMLAnchorElement>('.outline > ol a')
  const parts = links.flatMap((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    return target === null ? [] : { link, target }
  })
  if (parts.length < 2) return
  let asked = false
  const follow = (): void => {
    asked = false
    const line = innerHeight * 0.3
    const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 4
    const current = parts.findLast(({ target }) => target.getBoundingClientRect().top <= line) ?? parts[0]
    const chosen =
      atEnd && scrollY > 0
        ? (parts.findLast(({ target }) => target.getBoundingClientRect().top < innerHeight) ?? current)
        : current
    for (const { link } of parts) {
      if (link === chosen?.link) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
  }
  addEventListener(
    'scroll',
    () => {
      if (!asked) requestAnimationFrame(follow)
      asked = true
    },
    { passive: true },
  )
  follow()
}
