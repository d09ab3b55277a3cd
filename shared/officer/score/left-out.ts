/**
 * Why a rating is in no score of a person or a counter: the service was closed while it was served, the clock of its visit is
 * wrong, or an objection was upheld. Always a circumstance, never what was said.
 */
export const LEFT_OUT = ['outage', 'clock', 'contest'] as const
export type LeftOut = (typeof LEFT_OUT)[number]
