import type { Words } from '../kit/words.ts'

/** One service of a life event; `caseId` says what for, `null` where that is asked. */
export interface LifeEventPart {
  readonly serviceId: string
  readonly caseId: string | null
  /** Not everybody needs it. */
  readonly optional: boolean
}

/** What happens in a life and needs several services at once, as one visit: a birth, a move, a death in the family. */
export interface LifeEvent {
  readonly id: string
  readonly name: Words
  readonly detail: Words
  /** Everyday words by which people look for it, beside its name. */
  readonly keywords: readonly string[]
  readonly parts: readonly LifeEventPart[]
}

/** What a life event needs to know of a service. */
interface Offered {
  readonly id: string
  readonly open: boolean
  readonly retired: boolean
}

/** The parts of a life event that an office offers, in their order; those that need not be are left out where they are named. */
export function partsOf(
  { parts }: LifeEvent,
  services: readonly Offered[],
  without: readonly string[] = [],
): readonly LifeEventPart[] {
  return parts.filter(
    p =>
      !(p.optional && without.includes(p.serviceId)) &&
      services.some(s => s.id === p.serviceId && s.open && !s.retired),
  )
}
