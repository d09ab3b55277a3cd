/** The steps after the account. */
export type Step = 2 | 3 | 4 | 5

const placeOf = (office: string) => `tanggap.setup.${office}`

/** The step at which somebody was last in this browser; none where it keeps nothing. */
export function keptStep(office: string): Step | undefined {
  try {
    const step = Number(localStorage.getItem(placeOf(office)))
    return step >= 2 && step <= 5 ? (step as Step) : undefined
  } catch {
    return undefined
  }
}

/** Keeps the step for whoever reloads, follows a link and comes back, or signs in again. */
export function keepStep(office: string, step: Step): void {
  try {
    localStorage.setItem(placeOf(office), String(step))
  } catch {
    // A browser that keeps nothing: it goes on at the first thing that is missing.
  }
}
