/** How the runs of a kill test ended. */
export interface KillEnds {
  readonly points: number
  /** How many calls that change files the whole run makes. */
  readonly calls: number
  readonly killed: number
  readonly tookBack: number
  readonly old: number
  readonly new: number
  readonly wrong: readonly string[]
}

/** Kills a rename at `points` of its calls, spread over its run; how the runs ended. */
export function killTest(points: number, files?: number): KillEnds
