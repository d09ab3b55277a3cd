/**
 * Whether a visit is one of those invited to the nine questions: `drawn` (0 to 1, 1 itself left out) is drawn for the visit once and
 * for all, so that a visit which ends anew is decided as before, and whoever is among one in ten is also among one in five.
 * @example isChosen(0.26, 4) // false
 */
export function isChosen(drawn: number, oneIn: number): boolean {
  return drawn * oneIn < 1
}
