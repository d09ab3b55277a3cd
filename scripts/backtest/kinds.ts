import { z } from 'zod'
import { demoOffice } from '../../server/demo/samarinda.ts'

const share = z.number().min(0).max(1)
const factor = z.number().positive().max(50)
const minute = z.number().min(0).max(1_440)

const whole = (rows: readonly (readonly [number, ...unknown[]])[]) =>
  Math.abs(rows.reduce((sum, [part]) => sum + part, 0) - 1) < 0.01

/** How long visits take, each as a factor of the usual time; several of them multiply. */
const serviceTime = z
  .strictObject({
    /** Sigma of a factor with mean 1. */
    lognormal: z.number().min(0).max(3).optional(),
    parts: z
      .array(z.tuple([share, factor]))
      .min(1)
      .refine(whole, 'the probabilities of the parts must add up to 1')
      .optional(),
    jitter: share.optional(),
    until: z
      .array(z.tuple([minute.nullable(), factor]))
      .min(1)
      .refine(
        rows => rows.every(([m], i) => (m === null ? i === rows.length - 1 : i === 0 || m > (rows[i - 1]![0] ?? m))),
        'minutes must rise, and null stands only in the last row',
      )
      .optional(),
    perCounter: z.record(z.string(), factor).optional(),
    factor: factor.optional(),
  })
  .refine(it => Object.keys(it).length > 0, 'says nothing')

const service = z
  .string()
  .refine(id => demoOffice.services.some(s => s.id === id), 'there is no such service in the demo office')

const arrival = z
  .tuple([share, share, share])
  .refine(([, from, to]) => from < to, 'a stretch of arrivals must end after it begins')

const kind = z
  .strictObject({
    name: z.string().min(1).max(80),
    about: z.string().optional(),
    tickets: z.int().min(1).max(5_000),
    counters: z.int().min(1).max(40).default(8),
    /** Share of those who want a bookable service that books. */
    booked: share.default(0),
    /** Share of their time for which the counters are busy; absent: what the usual visit times give. */
    load: z.number().positive().max(3).optional(),
    serviceTime: serviceTime.optional(),
    /** Minute of the day at which a counter opens, where that is not when the doors open. */
    opensAt: z.record(z.string(), minute).optional(),
    /** All in the published break, in shifts about it, or nobody. */
    lunch: z.enum(['together', 'staggered', 'none']).default('together'),
    /** Nothing goes on for so many minutes, and nobody says so. */
    unmarkedOutage: z.strictObject({ from: minute, minutes: z.number().positive().max(600) }).optional(),
    walkInsWhoMissTheCall: share.optional(),
    bookedWhoDoNotCome: share.optional(),
    transferred: share.optional(),
    /** What follows by itself after a service, at another desk or the same. */
    next: z.record(z.string(), service).optional(),
    /** Visits for several services, in order, and their shares of those who come without a booking. */
    together: z.array(z.tuple([share, z.array(service).min(2).max(8)])).optional(),
    arrivals: z.array(arrival).min(1).refine(whole, 'the probabilities of the arrivals must add up to 1').optional(),
  })
  .superRefine(({ counters, opensAt, serviceTime: times }, context) => {
    const named = [...Object.keys(opensAt ?? {}), ...Object.keys(times?.perCounter ?? {})]
    for (const id of named)
      if (!/^[1-9]\d*$/.test(id) || Number(id) > counters)
        context.addIssue({ code: 'custom', message: `there is no counter ${id} among ${counters}` })
  })

/** Kinds of office day, as a file describes them. */
export const kindsFile = z.object({ kinds: z.array(kind).min(1).max(200) })

/** One kind of office day. */
export type Kind = z.output<typeof kind>
