import { z } from 'zod'
import { office, ok, route } from '../route.ts'
import * as s from '../schemas.ts'
import { line } from '../schemas/parts.ts'
import { email, personName } from '../schemas/person.ts'

const zone = z.enum(['WIB', 'WITA', 'WIT'])
const name = line.trim().min(1).max(120)

/** More than one office in an installation. */
export const moreOfficeRoutes = {
  'GET /api/offices/:office/offices': route({
    summary: 'The offices of the installation, and who of another one sets this one up',
    access: { staff: 'office.configure' },
    params: office,
    reply: z.object({
      offices: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          city: z.string(),
          zone,
          opened: z.boolean(),
          /** Whoever asks may go to work there. */
          mine: z.boolean(),
        }),
      ),
      guests: z.array(z.object({ id: z.string(), name: z.string(), office: z.string() })),
    }),
    errors: [],
  }),
  'POST /api/offices/:office/offices': route({
    summary:
      'Begin another office, with whoever sets it up: somebody new by a link that is shown this once, or whoever asks',
    access: { staff: 'office.configure' },
    status: 201,
    command: true,
    params: office,
    body: z.strictObject({
      name,
      city: line.trim().max(80),
      zone,
      template: s.id.nullable(),
      administrator: z.strictObject({ name: personName, email }).nullable(),
    }),
    reply: z.object({
      office: s.officeInfo,
      link: z.object({ url: z.string(), until: s.instant }).nullable(),
    }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'RIGHT_NOT_HELD', 'USERNAME_TAKEN', 'EMAIL_TAKEN', 'COMMAND_ID_REUSED'],
  }),
  'POST /api/offices/:office/guests/:person/end': route({
    summary: 'Somebody of another office sets this one up no longer; their sessions end at once',
    access: { staff: 'staff.manage' },
    params: z.strictObject({ office: s.id, person: s.id }),
    reply: ok,
    errors: ['NOT_FOUND', 'RIGHT_NOT_HELD', 'LAST_ADMINISTRATOR'],
  }),
} as const
