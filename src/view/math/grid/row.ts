import type { AtomClass, Formula } from '../formula.ts'
import { spaced } from '../spacing.ts'
import type { MathStyle, SpacedItem } from '../spacing.ts'
import { withoutVulgarFraction } from '../vulgar-fraction.ts'
import { beside, blank } from './box.ts'
import type { Box, Reach } from './box.ts'
import { delimiter } from './delimiter.ts'
import type { Lay } from './lay.ts'
import { layScriptsOn } from './scripts.ts'

/** A laid out item of a row and the cells of space before it. */
export type LaidItem = { readonly box: Box; readonly spacedItem: SpacedItem }

/** Items side by side with the space of TeX between them. */
export function layRow(items: readonly Formula[], style: MathStyle, lay: Lay): Box {
  const laid = layItems(items, style, lay)
  const lead = laid[0]?.spacedItem.gap ?? 0
  return lead === 0 ? onOneLine(laid) : beside([blank(lead), onOneLine(laid)])
}

/** Brackets as tall as what is between them. */
export function layFence(fence: Formula<'fence'>, style: MathStyle, lay: Lay): Box {
  const inside = layRow(fence.items, style, lay)
  return beside([delimiter(fence.left, inside.reach), inside, delimiter(fence.right, inside.reach)])
}

/** The items of a row laid out one by one; bars from `\middle` and `\big` are as tall as the tallest of the others. */
export function layItems(items: readonly Formula[], style: MathStyle, lay: Lay): readonly LaidItem[] {
  // Inside others a fraction such as ½ is a letter like any other.
  const row = spaced(style === 'display' ? items : items.map(withoutVulgarFraction), style)
  const boxes = row.map(({ item }) => (isSized(item) ? undefined : lay(item, style)))
  const reach = reachOf(boxes.filter((box) => box !== undefined))
  return row.map((spacedItem, index) => ({
    spacedItem: { ...spacedItem, gap: Math.max(spacedItem.gap, gapAtBar(row[index - 1], spacedItem)) },
    box: boxes[index] ?? laySized(spacedItem.item, reach, { style, lay }),
  }))
}

/** Laid out items on one line; the space before the first is dropped. */
export function onOneLine(items: readonly LaidItem[]): Box {
  return beside(items.flatMap(({ box, spacedItem }, index) => (index === 0 ? [box] : [blank(spacedItem.gap), box])))
}

/**
 * An item in pieces between which a line may break: brackets with their content, for a row too long for a line.
 * The brackets keep their height.
 */
export function openedItems(laid: LaidItem, style: MathStyle, lay: Lay): readonly LaidItem[] {
  const { item, gap } = laid.spacedItem
  const fence = item.kind === 'scripts' ? item.base : item
  if (fence.kind !== 'fence') return [laid]
  const inside = layItems(fence.items, style, lay)
  const reach = reachOf(inside.map(({ box }) => box))
  const right = delimiter(fence.right, reach)
  return [
    piece(delimiter(fence.left, reach), fence.left, { atom: 'open', gap }),
    ...inside.flatMap((inner) => openedItems(inner, style, lay)),
    piece(item.kind === 'scripts' ? layScriptsOn(right, item, lay) : right, fence.right, { atom: 'close', gap: 0 }),
  ]
}

function piece(box: Box, text: string, place: { readonly atom: AtomClass; readonly gap: number }): LaidItem {
  return { box, spacedItem: { item: { kind: 'symbol', text, atom: place.atom, sized: false }, ...place } }
}

/** A fraction's bar must not run into what stands beside it, least of all a minus sign. */
function gapAtBar(left: SpacedItem | undefined, right: SpacedItem): number {
  if (left === undefined) return 0
  if (right.item.kind === 'fraction' && right.item.bar) return left.atom === 'open' ? 0 : 1
  if (left.item.kind !== 'fraction' || !left.item.bar) return 0
  return right.atom === 'close' || right.atom === 'punct' ? 0 : 1
}

function isSized(item: Formula): boolean {
  return item.kind === 'scripts' ? isSized(item.base) : item.kind === 'symbol' && item.sized
}

function laySized(item: Formula, reach: Reach, { style, lay }: { style: MathStyle; lay: Lay }): Box {
  if (item.kind === 'symbol') return delimiter(item.text, reach)
  return item.kind === 'scripts' ? layScriptsOn(delimiter(sizedText(item.base), reach), item, lay) : lay(item, style)
}

function sizedText(base: Formula): string {
  return base.kind === 'symbol' ? base.text : ''
}

function reachOf(boxes: readonly Box[]): Reach {
  return {
    above: Math.max(0, ...boxes.map((box) => box.reach.above)),
    below: Math.max(0, ...boxes.map((box) => box.reach.below)),
  }
}
