/** Words that say nothing about what a note is about; a query of nothing else keeps them. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again against all also am an and any are as at away be because been before being below between both but by
  came can cannot come comes could did do does doing done down during each either else etc ever every few for from further
  get gets getting give gives go goes going gone got had has have having he her here hers herself him himself his how however i
  if in into is it its itself just keep keeps kind let lets like made make makes making many may me might more most much must my myself need
  needs no nor not now of off often on once one only onto or other others ought our ours out over own per put quite rather
  really s same shall she should since so some something still such t take taken takes taking than that the their theirs them then there
  these they thing things this those through till to too toward towards under until up upon us use used uses using very via
  want wants was way ways we well went were what whatever when where whether which while who whom whose why will with within
  without would yet you your yours yourself`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
