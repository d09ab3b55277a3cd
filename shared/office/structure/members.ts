import type { Words } from '../../kit/words.ts'
import type { Agency, Area } from '../agencies.ts'
import { PLAIN_COUNTER, PLAIN_SERVICE } from '../defaults.ts'
import type { LifeEvent } from '../life-events.ts'
import type { CounterInfo, ServiceInfo } from '../office.ts'
import type { Asking } from '../papers.ts'
import type { Listed, Named } from './lists.ts'

/** What changes of one service. */
export interface ServiceChange extends Named<Omit<ServiceInfo, 'id' | keyof Asking>>, Listed {
  /** Papers and cases as one: a case names papers, so whoever changes either has seen both. */
  readonly asking?: Asking | undefined
}
export type CounterChange = Named<Omit<CounterInfo, 'id'>> & Listed
export type AgencyChange = Named<Omit<Agency, 'id'>> & Listed
export type AreaChange = Named<Omit<Area, 'id'>> & Listed
export type LifeEventChange = Named<Omit<LifeEvent, 'id'>> & Listed

const NOTHING: Words = ['', '']

/** A new service: one that has a letter and a name; what is not said is empty, and it is not booked. */
export function newService({ id, removed: _, asking, ...said }: ServiceChange): ServiceInfo | undefined {
  const { letter, name, ...rest } = said
  if (letter === undefined || name === undefined) return undefined
  return {
    ...{ detail: NOTHING, icon: '', procedure: [], product: NOTHING, fee: NOTHING, free: true, complaints: NOTHING },
    ...{ typicalMinutes: 10, standardMinutes: 15, waitPromiseMinutes: 30 },
    ...{ keywords: [], open: true, advises: false, booking: null, document: null },
    ...PLAIN_SERVICE,
    ...given(rest),
    ...(asking ?? { requirements: [], cases: [] }),
    ...{ id, letter, name },
  }
}

/** A new counter: one that has a name. */
export function newCounter({ id, removed: _, name, ...said }: CounterChange): CounterInfo | undefined {
  return name === undefined ? undefined : { services: [], ...PLAIN_COUNTER, ...given(said), id, name }
}

/** A new agency: one that has a code and a name. */
export function newAgency({ id, removed: _, code, name, ...said }: AgencyChange): Agency | undefined {
  if (code === undefined || name === undefined) return undefined
  return { detail: NOTHING, where: NOTHING, weekdays: null, active: true, ...given(said), id, code, name }
}

/** A new waiting area: one that has a name. */
export function newArea({ id, name }: AreaChange): Area | undefined {
  return name === undefined ? undefined : { id, name }
}

/** A new life event: one that has a name. */
export function newLifeEvent({ id, removed: _, name, ...said }: LifeEventChange): LifeEvent | undefined {
  return name === undefined ? undefined : { detail: NOTHING, keywords: [], parts: [], ...given(said), id, name }
}

/** Without what is absent. */
export function given<T extends object>(values: Named<T>): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>
}
