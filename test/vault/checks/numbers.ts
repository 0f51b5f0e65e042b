/** What the checks of several notes need of arithmetic and of writing numbers. */

/** The whole numbers from 0 to one less than a count. */
export const range = (count: number): number[] => [...Array(count).keys()]

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** A whole number with a sign between its thousands. */
export const thousands = (value: number, by = ','): string => value.toLocaleString('en-US').replaceAll(',', by)
