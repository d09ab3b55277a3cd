import { z } from 'zod'
import type { DayHours, SpecialHours } from '../../office/office.ts'
import { LISTS, type List } from '../../office/structure/change.ts'
import { MOST } from '../../office/structure/sound.ts'
import { agency, area, counterInfo, lifeEvent } from './hall.ts'
import { settings } from './office.ts'
import { id, shaped } from './parts.ts'
import { asking, serviceInfo } from './service.ts'

const { hours, rules, booking, messages } = settings.shape

/** A member of a list by its id: one that is not there yet is new; a service is taken away only where nobody ever came for it. */
const member = { id, removed: z.literal(true).optional() }

const service = serviceInfo.omit({ requirements: true, cases: true }).extend({ asking }).strict()

/** The order of the members of each list, by their ids. */
const order = z.strictObject(
  Object.fromEntries(LISTS.map(list => [list, z.array(id).max(MOST[list]).optional()])) as Record<
    List,
    z.ZodOptional<z.ZodArray<typeof id>>
  >,
)

/** A change of an office, as it is sent: only what is named changes. */
export const officeChange = settings
  .partial()
  .extend({
    /** By weekday, 0 is Sunday. */
    hours: z.partialRecord(z.enum(['0', '1', '2', '3', '4', '5', '6']), hours.element).optional(),
    rules: rules.partial().optional(),
    booking: booking.partial().optional(),
    messages: messages.partial().optional(),
    services: z.array(service.partial().extend(member)).max(MOST.services).optional(),
    counters: z.array(counterInfo.partial().extend(member)).max(MOST.counters).optional(),
    agencies: z.array(agency.partial().extend(member)).max(MOST.agencies).optional(),
    areas: z.array(area.partial().extend(member)).max(MOST.areas).optional(),
    lifeEvents: z.array(lifeEvent.partial().extend(member)).max(MOST.lifeEvents).optional(),
    order: order.optional(),
  })
  .strict()

/** What was seen may be what an older program let through: it is compared, not kept. */
export const seenChange = officeChange.extend({
  name: z.string().max(120).optional(),
  hours: z.record(z.string().max(1), shaped<DayHours>('The hours of a weekday').nullable()).optional(),
  holidays: z.array(z.string().max(40)).max(400).optional(),
  specialHours: z.array(shaped<SpecialHours>('Special hours')).max(20).optional(),
})
