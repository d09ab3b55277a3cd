import { z } from 'zod'
import { MESSAGE_KINDS, MESSAGE_STATES, PHONE_CHANNELS } from '../messages/message.ts'
import { office, ok, route, token } from './route.ts'
import * as s from './schemas.ts'

const base64url = (least: number, most: number) =>
  z
    .string()
    .min(least)
    .max(most)
    .regex(/^[\w-]+=*$/)

/** Where a browser is reached, as `PushSubscription.toJSON()` gives it: push services answer on the usual port of HTTPS alone. */
const endpoint = z
  .string()
  .max(1000)
  .regex(/^https:\/\/[a-z0-9][a-z0-9.-]*\.[a-z]{2,}\/\S*$/i, 'https at a public name, without port or account')
const subscription = z.strictObject({
  endpoint,
  expirationTime: z.number().nullish(),
  keys: z.strictObject({ p256dh: base64url(80, 100), auth: base64url(16, 40) }),
})

/** Messages to citizens' phones and from them. */
export const messageRoutes = {
  'GET /api/push/key': route({
    summary: 'The public key with which a browser subscribes to Web Push',
    access: 'anybody',
    reply: z.object({ key: z.string() }),
    errors: [],
  }),
  'POST /api/tickets/:token/push': route({
    summary: 'The holder’s browser asks to be told about this ticket',
    access: 'holder',
    params: token,
    body: z.strictObject({ subscription, lang: z.enum(['id', 'en']).optional() }),
    reply: ok,
    errors: ['TICKET_UNKNOWN'],
  }),
  'POST /api/tickets/:token/push/off': route({
    summary: 'This browser no longer asks to be told about this ticket',
    access: 'holder',
    params: token,
    body: z.strictObject({ endpoint }),
    reply: ok,
    errors: ['TICKET_UNKNOWN'],
  }),
  'POST /api/gateway/inbound': route({
    summary: 'The gateway hands over a message that a citizen wrote; signed, and each id once',
    access: 'anybody',
    body: z.strictObject({
      id: z.string().min(1).max(200),
      channel: z.enum(PHONE_CHANNELS),
      from: z.string().min(3).max(40),
      text: z.string().max(2000),
      /** Needed where the installation has several. */
      office: s.id.optional(),
    }),
    reply: ok,
    errors: ['NOT_SIGNED_IN', 'COMMAND_ID_REUSED', 'NOT_FOUND'],
  }),
  'GET /api/offices/:office/messages': route({
    summary: 'How the messages of the office fared: counts alone, no addresses',
    access: { staff: 'unit.read' },
    params: office,
    reply: z.object({
      now: s.instant,
      counts: z.array(z.object({ kind: z.enum(MESSAGE_KINDS), state: z.enum(MESSAGE_STATES), n: z.number().int() })),
      errors: z.record(z.string(), z.number().int()),
      retries: z.number().int(),
      oldestWaiting: s.instant.nullable(),
    }),
    errors: [],
  }),
} as const
