import { z } from 'zod'
import { PERMISSIONS } from '../../office/permissions.ts'
import { MOST_ROLES } from '../../office/roles.ts'
import { office, route } from '../route.ts'
import * as s from '../schemas.ts'

const said = s.words.refine(([first]) => first.trim() !== '', 'a name')
const ownRole = z.strictObject({
  id: s.id.max(40),
  name: said,
  permissions: z.array(z.enum(PERMISSIONS)).max(PERMISSIONS.length),
})
const roles = z.array(ownRole).max(MOST_ROLES)
const reply = z.object({
  /** The roles that every office has, and how many people have them here. */
  built: z.array(z.object({ id: z.string(), permissions: z.array(z.string()), people: z.number().int() })),
  /** Those that this office has made for itself. */
  own: z.array(ownRole.extend({ people: z.number().int() })),
})

/** The roles of an office: which rights each of them has. */
export const roleRoutes = {
  'GET /api/offices/:office/roles': route({
    summary: 'The roles of the office with their rights, and how many people have each',
    access: { staff: 'office.configure' },
    params: office,
    reply,
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/roles': route({
    summary: 'Make, change and take away the office’s own roles; whoever has other rights by that signs in anew',
    access: { staff: 'office.configure' },
    command: true,
    params: office,
    body: z.strictObject({ roles, seen: roles }),
    reply,
    errors: ['NOT_FOUND', 'RIGHT_NOT_HELD', 'ROLE_IN_USE', 'SETTINGS_CHANGED'],
  }),
} as const
